import { HechaError } from '../../errors.js';
import { damaged, MISSING, overLimit } from '../failure.js';
import { defaultLimits, type InputLimits } from '../limits.js';
import { stringCells } from '../workbook/string-cells.js';
import type { StringStore } from '../workbook/string-store.js';
import type { CellSink, SheetInfo, SheetRead, Workbook } from '../workbook/workbook.js';
import { type Archive, type ArchiveEntry, openArchive } from './archive.js';
import type { PartSource } from './part.js';
import { folderOf, type Relationship, readRelationships, relationshipsOf } from './relationships.js';
import { readSharedStrings } from './shared-strings.js';
import { readRows } from './sheet-rows.js';
import { readStyles } from './styles.js';
import { readWorkbookPart } from './workbook-part.js';

/**
 * Opens an .xlsx file and reads what its sheets are; `place` is the file as errors name it. Throws HC1001, HC3003, HC3004, HC3008, HC3011.
 */
export async function openWorkbook(
  path: string,
  limits: Partial<InputLimits> = {},
  place: string = path,
): Promise<Workbook> {
  const caps = { ...defaultLimits, ...limits };
  const archive = await openArchive(path, place, caps);
  try {
    return await openSheets(archive, place, caps);
  } catch (error) {
    archive.close();
    throw error;
  }
}

/** Sheets without cells, or with those of a dialogue or a macro. */
const NO_TABLES: ReadonlySet<string> = new Set([
  'chartsheet',
  'dialogsheet',
  'xlMacrosheet',
  'xlIntlMacrosheet',
]);

async function openSheets(archive: Archive, place: string, limits: InputLimits): Promise<Workbook> {
  const source = (entry: ArchiveEntry, part: string, maxBytes: number): PartSource => {
    const where = { place, part };
    return { chunks: archive.inflate(entry, where, maxBytes), where, limits };
  };
  const need = (name: string | undefined, part: string): ArchiveEntry => {
    const entry = name === undefined ? undefined : archive.find(name);
    if (!entry) throw damaged({ place, part }, MISSING);
    return entry;
  };
  const relationshipsFrom = async (part: string): Promise<Relationship[]> => {
    const entry = archive.find(relationshipsOf(part));
    return entry ? readRelationships(source(entry, 'rels', limits.metaBytes), part) : [];
  };

  const main =
    (await relationshipsFrom('')).find(({ kind }) => kind === 'officeDocument')?.part ?? 'xl/workbook.xml';
  if (main.endsWith('.bin')) throw new HechaError('HC3004', { place, kind: '.xlsb' });
  const { sheets, date1904 } = await readWorkbookPart(
    source(need(main, 'workbook'), 'workbook', limits.metaBytes),
  );
  const related = await relationshipsFrom(main);
  const byId = new Map<string, Relationship | 'several'>();
  for (const each of related) byId.set(each.id, byId.has(each.id) ? 'several' : each);
  const entries: ArchiveEntry[] = [];
  const infos: SheetInfo[] = [];
  const used = new Set<ArchiveEntry>();
  for (const { name, relationship, hidden } of sheets) {
    const target = byId.get(relationship);
    // Which of them is the sheet, nobody can say.
    if (target === 'several') throw damaged({ place, part: 'rels' }, '2 × Id');
    if (target && NO_TABLES.has(target.kind)) continue;
    const entry = need(target?.part, 'sheet');
    // Its rows would count twice.
    if (used.has(entry)) throw damaged({ place, part: 'workbook' }, '2 × sheet');
    used.add(entry);
    entries.push(entry);
    infos.push({ name, index: infos.length, hidden });
  }

  // Both have their usual place, where a few writers put them without saying so.
  const beside = (kind: string): ArchiveEntry | undefined => {
    const said = related.find((relationship) => relationship.kind === kind);
    return said ? need(said.part, kind) : archive.find(`${folderOf(main)}${kind}.xml`);
  };
  const styles = beside('styles');
  const shared = beside('sharedStrings');
  const total = [...entries, styles, shared].reduce((sum, entry) => sum + (entry?.size ?? 0), 0);
  if (total > limits.totalBytes)
    throw overLimit({ place, part: '' }, `total_bytes ≤ ${limits.totalBytes} B`, `${total} B`);
  const formats = styles ? await readStyles(source(styles, 'styles', limits.metaBytes)) : new Uint8Array(0);

  let strings: Promise<StringStore> | undefined;
  const load = async (sheet: SheetInfo, sink: CellSink): Promise<SheetRead> => {
    const entry = entries[sheet.index];
    if (!entry) throw new HechaError('HC9001', { detail: 'sheet' });
    if (shared) strings ??= readSharedStrings(source(shared, 'sharedStrings', limits.entryBytes));
    const where = { place: `${place}!${sheet.name.slice(0, 31)}`, part: '' };
    const chunks = archive.inflate(entry, where, limits.entryBytes);
    const context = { strings: await strings, formats, date1904, maxTextBytes: limits.cellTextBytes };
    return readRows({ chunks, where, limits }, context, sink);
  };
  return {
    sheets: infos,
    date1904,
    read: (sheet, onRow) => load(sheet, stringCells(onRow)),
    load,
    close: () => archive.close(),
  };
}
