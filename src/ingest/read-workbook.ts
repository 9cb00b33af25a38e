import type { Bilingual } from '../bilingual.js';
import type { Engine } from '../engine/engine.js';
import { HechaError } from '../errors.js';
import { declaredDate } from './declared-date.js';
import { type Detected, detect, HEADER_ROWS } from './detect.js';
import type { InputPath } from './inputs.js';
import { loadRows } from './load-rows.js';
import { isOwnTable } from './own-file.js';
import { keptColumns, type PartRead } from './part-read.js';
import { ERROR_MARK, NUMBER_MARK } from './raw.js';
import type { SheetInfo, Workbook } from './workbook/workbook.js';
import { openWorkbook } from './xlsx/workbook.js';

/** A sheet that holds no dataset: notes, an empty sheet. Announced, never silent. */
export interface IgnoredSheet {
  readonly sheet: string;
  readonly rows: number;
}

/**
 * Reads every sheet of a workbook that holds a dataset into a raw table of its own.
 * @throws HechaError HC3001 or HC3002 for a sheet whose header is not known, HC3009 for one that declares rows and yields none.
 */
export async function readWorkbook(
  engine: Engine,
  input: InputPath,
  firstIndex: number,
  indicators: readonly string[] = [],
): Promise<{ parts: PartRead[]; ignored: IgnoredSheet[] }> {
  const workbook = await openWorkbook(input.path).catch((error: unknown) => {
    throw named(error, input.name);
  });
  try {
    const parts: PartRead[] = [];
    const ignored: IgnoredSheet[] = [];
    for (const sheet of workbook.sheets) {
      const place = `${input.name}!${sheet.name}`;
      try {
        const sample = await firstRows(workbook, sheet);
        const detected = isOwnTable(sample[0] ?? [])
          ? undefined
          : detect(place, sample, `${sheet.name} ${input.name}`, indicators);
        if (!detected) ignored.push({ sheet: sheet.name, rows: await countRows(workbook, sheet, place) });
        else
          parts.push(
            await readSheet({
              engine,
              workbook,
              sheet,
              input,
              detected,
              sample,
              index: firstIndex + parts.length,
            }),
          );
      } catch (error) {
        throw named(error, place);
      }
    }
    if (parts.length === 0 && ignored.every(({ rows }) => rows === 0))
      throw new HechaError('HC3010', { place: input.name });
    if (parts.length === 0) throw new HechaError('HC3012', { place: input.name });
    return { parts, ignored };
  } finally {
    workbook.close();
  }
}

/** The first rows as plain text, by row number. */
async function firstRows(workbook: Workbook, sheet: SheetInfo): Promise<string[][]> {
  const rows: string[][] = Array.from({ length: HEADER_ROWS + 1 }, () => []);
  await workbook.read(sheet, (row, cells) => {
    if (row > HEADER_ROWS + 1) return false;
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

async function readSheet(from: {
  readonly engine: Engine;
  readonly workbook: Workbook;
  readonly sheet: SheetInfo;
  readonly input: InputPath;
  readonly detected: Detected;
  readonly sample: readonly (readonly string[])[];
  readonly index: number;
}): Promise<PartRead> {
  const { engine, sheet, detected } = from;
  const { headerRow } = detected;
  const table = `part_${from.index}`;
  const { keep, wide } = keptColumns(detected);
  const columns = keep.map((_, position) => `, c${position} VARCHAR`).join('');
  await engine.exec(`CREATE TABLE raw.${table} (row_no BIGINT, problem VARCHAR, lead VARCHAR${columns})`);
  const { above, below } = await loadRows({ ...from, table, keep, headerRow });
  const date = declaredDate(from.sample.slice(0, headerRow - 1).flat());
  return {
    part: {
      index: from.index,
      file: from.input.name,
      sheet: sheet.name,
      ...(sheet.hidden && { hidden: true }),
      dataset: detected.dataset,
      headerRow,
      columns: detected.columns,
      ...(wide.length > 0 && { wide }),
      typed: true,
      table,
      rowsAbove: above,
      rowsBelow: below,
    },
    unknownColumns: detected.unknownColumns,
    ...(date && { declaredDate: date }),
    warnings: warningsOf(sheet, below),
  };
}

/** Rows of data of a sheet that was probably cut off at the limit of its format, header taken off. */
const CUT_OFF = [65_535, 1_048_575];

function warningsOf(sheet: SheetInfo, rows: number): Bilingual[] {
  const warnings: Bilingual[] = [];
  if (sheet.hidden) {
    warnings.push({
      zh: '这是隐藏的工作表，已照常读取',
      en: 'This sheet is hidden; it was read all the same',
    });
  }
  if (CUT_OFF.includes(rows)) {
    warnings.push({
      zh: `正好 ${rows} 行数据，很可能导出时被截断，请核对总行数`,
      en: `Exactly ${rows} rows of data: the export was probably cut off, check the total`,
    });
  }
  return warnings;
}

function named(error: unknown, place: string): unknown {
  return error instanceof HechaError ? new HechaError(error.code, { ...error.values, place }) : error;
}
