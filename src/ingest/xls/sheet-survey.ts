import { overLimit } from '../failure.js';
import type { MergedRange } from '../workbook/workbook.js';
import {
  BLANK,
  BOOL_ERR,
  DIMENSIONS,
  FORMULA,
  FORMULA_3,
  FORMULA_4,
  isCellOfExcel2,
  LABEL,
  LABEL_SST,
  MERGED_CELLS,
  MUL_BLANK,
  MUL_RK,
  NUMBER,
  RK,
  ROW,
  RSTRING,
  WORKSHEET,
} from './record-types.js';
import { type BiffRecord, brokenRecord, type Substream, scanSubstream } from './records.js';

/** More rows than these there are not in the format. */
export const MOST_ROWS = 1 << 16;
/** More merged ranges than any sheet that people make has; they are held in memory. */
const MAX_MERGES = 1_000_000;

/** What a sheet is like, before its cells are read. */
export interface SheetSurvey {
  /** For each row of the format, from 0, whether a record of the sheet speaks of it. */
  readonly isThere: Uint8Array;
  /** The cells come row by row, from the first row on. Most writers see to that, some write cells in the order in which they got them. */
  readonly isOrdered: boolean;
  readonly declaredRows: number | undefined;
  readonly merges: readonly MergedRange[];
}

const cellTypes: ReadonlySet<number> = new Set([
  BLANK,
  BOOL_ERR,
  FORMULA,
  FORMULA_3,
  FORMULA_4,
  LABEL,
  LABEL_SST,
  MUL_BLANK,
  MUL_RK,
  NUMBER,
  RK,
  RSTRING,
]);

/** Goes through the records of a sheet, to its end, looking at no cell's value. Throws HC3003 when the sheet is damaged. */
export async function surveySheet(sheet: Substream): Promise<SheetSurvey> {
  const { where } = sheet;
  const isThere = new Uint8Array(MOST_ROWS);
  let isOrdered = true;
  let last = 0;
  let declaredRows: number | undefined;
  const merges: MergedRange[] = [];

  const take = (record: BiffRecord): void => {
    const { type, bytes, start, end } = record;
    if (type === ROW || cellTypes.has(type)) {
      if (end - start < 2) throw brokenRecord(where, record);
      const row = bytes.readUInt16LE(start);
      isThere[row] = 1;
      if (type === ROW) return;
      if (row < last) isOrdered = false;
      last = row;
    } else if (isCellOfExcel2(type)) throw brokenRecord(where, record);
    else if (type === DIMENSIONS) declaredRows = spannedRows(record);
    else if (type === MERGED_CELLS) {
      for (const range of rangesOf(record)) {
        if (merges.length >= MAX_MERGES) throw overLimit(where, `mergeCells ≤ ${MAX_MERGES}`, 'mergeCell');
        merges.push(range);
      }
    }
  };
  await scanSubstream(sheet, WORKSHEET, (record) => {
    take(record);
    return true;
  });
  return { isThere, isOrdered, declaredRows, merges };
}

/** Rows that the sheet says it spans; a single cell says nothing, since that is what some writers put for any sheet. */
function spannedRows({ bytes, start, end }: BiffRecord): number | undefined {
  if (end - start < 12) return undefined;
  // First row, the row behind the last one, and the columns likewise.
  const rows = bytes.readUInt32LE(start + 4) - bytes.readUInt32LE(start);
  const columns = bytes.readUInt16LE(start + 10) - bytes.readUInt16LE(start + 8);
  return rows <= 1 && columns <= 1 ? undefined : Math.min(Math.max(rows, 0), MOST_ROWS);
}

/** The ranges of a MERGEDCELLS record that are such. */
function* rangesOf({ bytes, start, end }: BiffRecord): Generator<MergedRange> {
  for (let at = start + 2; at + 8 <= end; at += 8) {
    const range = {
      top: bytes.readUInt16LE(at) + 1,
      bottom: bytes.readUInt16LE(at + 2) + 1,
      left: bytes.readUInt16LE(at + 4),
      right: bytes.readUInt16LE(at + 6),
    };
    if (range.top <= range.bottom && range.left <= range.right) yield range;
  }
}
