import type { Bilingual } from '../bilingual.js';
import type { Engine } from '../engine/engine.js';
import { HechaError } from '../errors.js';
import { nearest } from '../nearest.js';
import { declaredDate } from './declared-date.js';
import { detect } from './detect.js';
import type { Detected } from './detection.js';
import { InputError, type InputFault, isInputError, placed } from './fault.js';
import type { InputLimits } from './limits.js';
import { loadRows } from './load-rows.js';
import { fillMergedCells } from './merged-cells.js';
import { holdsPeople, noDataset, OWN } from './notes.js';
import { openAnyWorkbook } from './open-workbook.js';
import { isOwnTable } from './own-file.js';
import { cutOffWarning, keptColumns, type PartRead } from './part-read.js';
import { ERROR_MARK, NUMBER_MARK } from './raw.js';
import { sampleRows } from './read-text.js';
import type { ReadSettings } from './settings.js';
import type { Source } from './source.js';
import type { SheetInfo, Workbook } from './workbook/workbook.js';

/** A sheet that was not read, and why. Announced, never silent. */
interface IgnoredSheet {
  readonly sheet: string;
  readonly rows: number;
  readonly reason: Bilingual;
}

export interface WorkbookRead {
  readonly parts: readonly PartRead[];
  /** Number for the next part. */
  readonly nextIndex: number;
  readonly ignored: readonly IgnoredSheet[];
}

interface ReadOptions {
  readonly firstIndex: number;
  readonly limits: InputLimits;
  readonly temporary: string;
  readonly indicators: readonly string[];
  /** What the configuration says of this file's sheets; nothing when it does not name the file. */
  readonly settings: readonly ReadSettings[];
  /** Takes a sheet that cannot be read, so that the others are; without it the reading ends there. */
  readonly onFault?: ((fault: InputFault) => void) | undefined;
}

/**
 * Reads every sheet of a workbook that holds a dataset into a raw table of its own.
 * @throws HechaError HC3001, HC3002, HC3012, HC3014–3016 for a sheet whose header is not known, HC3009 for one that declares rows and
 * yields none, HC3018 when the configuration names a sheet that is not there.
 */
export async function readWorkbook(
  engine: Engine,
  source: Source,
  options: ReadOptions,
): Promise<WorkbookRead> {
  const { settings } = options;
  const suspects = settings.length > 0 ? settings.map(({ dataset }) => dataset.id) : undefined;
  const workbook = await openAnyWorkbook(source, options.limits).catch((error: unknown) => {
    throw placed(error, source.name, suspects);
  });
  try {
    checkSheetNames(source, workbook, settings);
    const parts: PartRead[] = [];
    const ignored: IgnoredSheet[] = [];
    let faults = 0;
    let index = options.firstIndex;
    for (const sheet of workbook.sheets) {
      const own = settingsOf(settings, sheet);
      if (settings.length > 0 && !own) {
        ignored.push({ sheet: sheet.name, rows: 0, reason: NOT_LISTED });
        continue;
      }
      const reading = { engine, workbook, sheet, source, options, settings: own, index };
      try {
        const read = await readSheet(reading);
        if (!('part' in read)) {
          ignored.push(read);
          continue;
        }
        parts.push(read);
      } catch (error) {
        if (!isInputError(error) || !options.onFault) throw error;
        await engine.dropRaw('raw', `part_${index}`);
        faults += 1;
        const known = error instanceof InputError ? error.suspects : undefined;
        options.onFault({ file: source.name, sheet: sheet.name, error, ...(known && { suspects: known }) });
      }
      index += 1;
    }
    if (parts.length === 0 && faults === 0) {
      const code = ignored.every(({ rows }) => rows === 0) ? 'HC3010' : 'HC3012';
      throw placed(new HechaError(code, { place: source.name }), source.name, suspects);
    }
    return { parts, ignored, nextIndex: index };
  } finally {
    workbook.close();
  }
}

/** The entry for a sheet: the one that names it, else the one that names none. */
const settingsOf = (settings: readonly ReadSettings[], { name }: SheetInfo): ReadSettings | undefined =>
  settings.find(({ sheets }) => sheets?.includes(name)) ?? settings.find(({ sheets }) => !sheets);

function checkSheetNames(source: Source, workbook: Workbook, settings: readonly ReadSettings[]): void {
  const names = workbook.sheets.map(({ name }) => name);
  for (const { sheets, dataset } of settings) {
    const absent = sheets?.find((name) => !names.includes(name));
    if (absent === undefined) continue;
    const near = nearest(absent, names);
    throw placed(
      new HechaError('HC3018', {
        place: source.name,
        sheet: absent,
        sheets: names.join('、'),
        ...(near !== undefined && { nearest: near }),
      }),
      source.name,
      [dataset.id],
    );
  }
}

interface SheetReading {
  readonly engine: Engine;
  readonly workbook: Workbook;
  readonly sheet: SheetInfo;
  readonly source: Source;
  readonly options: ReadOptions;
  readonly settings: ReadSettings | undefined;
  readonly index: number;
}

async function readSheet(reading: SheetReading): Promise<PartRead | IgnoredSheet> {
  const { workbook, sheet, source, options, settings } = reading;
  const place = `${source.name}!${sheet.name}`;
  let suspects = settings && [settings.dataset.id];
  try {
    const sample = await firstRows(workbook, sheet, sampleRows(settings));
    const isOwn = isOwnTable(sample);
    const detected = isOwn
      ? undefined
      : detect(place, sample, {
          surroundings: `${sheet.name} ${source.name}`,
          indicators: options.indicators,
          ...(settings && { settings }),
        });
    if (detected) {
      suspects = [detected.dataset.id];
      return await loadSheet(reading, detected, sample);
    }
    const rows = await countRows(workbook, sheet, place);
    // Notes have no ID numbers: rows of people without a header would otherwise be lost.
    const isMeant = settings?.sheets !== undefined || settings?.headerRows !== undefined;
    if (!isOwn && (isMeant || holdsPeople(sample))) throw new HechaError('HC3012', { place });
    return { sheet: sheet.name, rows, reason: isOwn ? OWN : noDataset(rows) };
  } catch (error) {
    throw placed(error, place, suspects);
  }
}

const NOT_LISTED: Bilingual = {
  zh: '配置没有列出这个工作表',
  en: 'the configuration does not list this sheet',
};

/** The first rows as plain text, by row number. */
async function firstRows(workbook: Workbook, sheet: SheetInfo, count: number): Promise<string[][]> {
  const rows: string[][] = Array.from({ length: count }, () => []);
  await workbook.read(sheet, (row, cells) => {
    if (row > count) return false;
    rows[row - 1] = Array.from(cells, (cell) => plain(cell));
    return true;
  });
  return rows;
}

const plain = (cell: string | undefined): string =>
  cell === undefined
    ? ''
    : cell.startsWith(NUMBER_MARK) || cell.startsWith(ERROR_MARK)
      ? cell.slice(1)
      : cell;

async function countRows(workbook: Workbook, sheet: SheetInfo, place: string): Promise<number> {
  const { rows, declaredRows } = await workbook.read(sheet, () => true);
  if (rows === 0 && (declaredRows ?? 0) > 1)
    throw new HechaError('HC3009', { place, declared: declaredRows ?? 0 });
  return rows;
}

async function loadSheet(
  reading: SheetReading,
  detected: Detected,
  sample: readonly (readonly string[])[],
): Promise<PartRead> {
  const { engine, workbook, sheet, source, index } = reading;
  const { headerRow, headerHeight } = detected;
  const table = `part_${index}`;
  const { keep, wide } = keptColumns(detected);
  const columns = keep.map((_, position) => `, c${position} VARCHAR`).join('');
  await engine.exec(`CREATE TABLE raw.${table} (row_no BIGINT, problem VARCHAR, lead VARCHAR${columns})`);
  const { above, below, merges } = await loadRows({ engine, workbook, sheet, table, headerRow, keep });
  const filled = await fillMergedCells(engine, table, { detected, keep, merges });
  const date = declaredDate(sample.slice(0, headerRow - headerHeight).flat());
  return {
    part: {
      index,
      file: source.name,
      sheet: sheet.name,
      ...(sheet.hidden && { hidden: true }),
      dataset: detected.dataset,
      headerRow,
      headerHeight,
      columns: detected.columns,
      ...(wide.length > 0 && { wide }),
      typed: true,
      ...(workbook.date1904 && { date1904: true }),
      table,
      rowsAbove: above,
      rowsBelow: below,
    },
    detected,
    unknownColumns: detected.unknownColumns,
    ...(date && { declaredDate: date }),
    warnings: [...warningsOf(sheet), ...mergedWarning(filled), ...cutOffWarning(below)],
  };
}

const warningsOf = (sheet: SheetInfo): Bilingual[] =>
  sheet.hidden
    ? [{ zh: '这是隐藏的工作表，已照常读取', en: 'This sheet is hidden; it was read all the same' }]
    : [];

const mergedWarning = (rows: number): Bilingual[] =>
  rows === 0
    ? []
    : [
        {
          zh: `${rows} 行有合并单元格，已按合并内容补全（金额和数量不补）`,
          en: `${rows} rows have merged cells, filled with what the merged cell says (amounts and counts are not)`,
        },
      ];
