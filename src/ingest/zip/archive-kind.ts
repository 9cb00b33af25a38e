import { HechaError } from '../../errors.js';
import type { InputLimits } from '../limits.js';
import { type Archive, openArchive } from '../xlsx/archive.js';
import { type PartSource, scanPart } from '../xlsx/part.js';
import { readRelationships, relationshipsOf } from '../xlsx/relationships.js';
import { nameHash } from '../xlsx/xml-bytes.js';
import { MORE, OPEN } from '../xlsx/xml-tokens.js';

/** What a zip archive is. A text or slides in OpenDocument are `docx` and `pptx`; `wps` is a document of China's own UOF. */
export type ArchiveKind = 'xlsx' | 'xlsb' | 'ods' | 'docx' | 'pptx' | 'wps' | 'zip';

/**
 * Tells by its directory what an archive is: whatever openWorkbook reads, or finds damaged, is `xlsx`.
 * @throws HechaError HC1001, HC3011 unreadable, HC3003 when it is no sound archive, HC3008 over a limit.
 */
export async function archiveKind(path: string, place: string, limits: InputLimits): Promise<ArchiveKind> {
  const archive = await openArchive(path, place, limits);
  try {
    return (
      kindOfType(await mediaType(archive, place)) ??
      (await kindOfPackage(archive, place, limits)) ??
      // The media type may be left out.
      (archive.find('META-INF/manifest.xml') && archive.find('content.xml') ? 'ods' : 'zip')
    );
  } finally {
    archive.close();
  }
}

/** Longest media type that is looked at. */
const MAX_TYPE = 256;

/** What stands in the entry `mimetype` of OpenDocument and UOF; nothing when it is damaged. */
async function mediaType(archive: Archive, place: string): Promise<string> {
  const entry = archive.find('mimetype');
  if (!entry || entry.size > MAX_TYPE) return '';
  let type = '';
  try {
    for await (const chunk of archive.inflate(entry, { place, part: '' }, MAX_TYPE)) {
      type += chunk.toString('latin1');
    }
  } catch (error) {
    if (!(error instanceof HechaError)) throw error;
  }
  return type;
}

function kindOfType(type: string): ArchiveKind | undefined {
  if (type.includes('opendocument.spreadsheet')) return 'ods';
  if (type.includes('opendocument.text')) return 'docx';
  if (type.includes('opendocument.presentation')) return 'pptx';
  return /\buof\b/.test(type) ? 'wps' : undefined;
}

/** By what an Office Open XML package, or one of UOF, must hold. */
async function kindOfPackage(
  archive: Archive,
  place: string,
  limits: InputLimits,
): Promise<ArchiveKind | undefined> {
  const source = (name: string): PartSource | undefined => {
    const entry = archive.find(name);
    const where = { place, part: '' };
    return entry && { chunks: archive.inflate(entry, where, limits.metaBytes), where, limits };
  };
  const relations = source(relationshipsOf(''));
  const main = relations && (await mainPart(relations));
  if (main !== undefined) {
    if (main.endsWith('.bin')) return 'xlsb';
    const part = source(main);
    const root = part && (await rootOf(part));
    return (root === undefined ? undefined : roots.get(root)) ?? kindOfFolder(main) ?? 'xlsx';
  }
  const usual = ['xl/workbook.xml', 'word/document.xml', 'ppt/presentation.xml'].find((part) =>
    archive.find(part),
  );
  if (usual) return kindOfFolder(usual);
  if (archive.find('xl/workbook.bin')) return 'xlsb';
  if (archive.find('uof.xml') || archive.find('_meta/meta.xml')) return 'wps';
  // A workbook that lost its main part.
  const holdsSheets = archive.entries.some(({ zip }) => /^xl[/\\]/i.test(zip.fileNameRaw.toString('latin1')));
  return archive.find('[Content_Types].xml') && holdsSheets ? 'xlsx' : undefined;
}

/** The part that the package is about; `undefined` when it does not say, or not readably. */
async function mainPart(relations: PartSource): Promise<string | undefined> {
  try {
    const all = await readRelationships(relations, '');
    return all.find(({ kind }) => kind === 'officeDocument')?.part;
  } catch (error) {
    if (error instanceof HechaError) return undefined;
    throw error;
  }
}

const roots: ReadonlyMap<number, ArchiveKind> = new Map([
  [nameHash('workbook'), 'xlsx'],
  [nameHash('document'), 'docx'],
  [nameHash('presentation'), 'pptx'],
]);

/** Hash of the name of a part's root element; `undefined` when it has none. */
async function rootOf(part: PartSource): Promise<number | undefined> {
  let root: number | undefined;
  try {
    await scanPart(part, (scanner) => {
      for (;;) {
        const token = scanner.next();
        if (token === MORE) return true;
        if (token !== OPEN) continue;
        root = scanner.name;
        return false;
      }
    });
  } catch (error) {
    if (!(error instanceof HechaError)) throw error;
  }
  return root;
}

/** By the folder of its main part, where a damaged one still tells. */
function kindOfFolder(part: string): ArchiveKind | undefined {
  const folder = /^(xl|word|ppt)\//i.exec(part)?.[1]?.toLowerCase();
  if (folder === 'xl') return 'xlsx';
  if (folder === 'word') return 'docx';
  return folder === 'ppt' ? 'pptx' : undefined;
}
