import { damaged, overLimit, type PartPlace } from '../failure.js';
import { PLAIN } from '../workbook/number-format.js';
import { booleanOrError, createNumberText, rkNumber } from './number-text.js';
import {
  BOOL_ERR,
  CONTINUE,
  FORMULA,
  FORMULA_3,
  FORMULA_4,
  LABEL,
  LABEL_SST,
  MUL_RK,
  NUMBER,
  RK,
  RSTRING,
  STRING,
} from './record-types.js';
import { type BiffRecord, brokenRecord } from './records.js';
import { createTextReader } from './text-reader.js';

/** What cells refer to. */
export interface CellContext {
  /** For each XF, how it shows a number. */
  readonly formats: Uint8Array;
  readonly date1904: boolean;
  readonly maxTextBytes: number;
}

/** Receives a cell: row and column from 0, and its raw value or the number of a shared string. */
export type PutCell = (row: number, column: number, value: string | number) => void;

export interface CellRecords {
  /** Takes a record, whatever it is, and gives the cells in it. Throws HC3003 when it is damaged. */
  take(record: BiffRecord): void;
  /** No record is to come. Throws HC3003 when one should. */
  finish(): void;
}

/** Columns A to IV. */
const MOST_COLUMNS = 256;
/** Row, column and XF, in front of every cell. */
const HEAD_BYTES = 6;
/** A number and its XF in a MULRK record. */
const RK_BYTES = 6;

/** What a formula's result is when it is no number ([MS-XLS] 2.5.133). */
const RESULT_STRING = 0;
const RESULT_BOOLEAN = 1;
const RESULT_ERROR = 2;
const RESULT_EMPTY = 3;

/** Reads the records of cells ([MS-XLS] 2.4); empty ones are passed over. */
export function createCellRecords(context: CellContext, where: PartPlace, put: PutCell): CellRecords {
  const { formats, maxTextBytes } = context;
  const numberText = createNumberText(context.date1904);
  const reader = createTextReader();
  let row = 0;
  let column = 0;
  /** The text of the cell at `row` and `column` is to come in a STRING record, or has begun and goes on in CONTINUE. */
  let awaited: 'string' | 'rest' | undefined;

  const at = (): string => `R${row + 1}C${column + 1}`;
  const formatOf = (bytes: Buffer, offset: number): number => formats[bytes.readUInt16LE(offset)] ?? PLAIN;

  const takeText = (bytes: Buffer, start: number, end: number): void => {
    reader.take(bytes, start, end);
    awaited = reader.isWhole ? undefined : 'rest';
    if (awaited) return;
    if (reader.to - reader.from > maxTextBytes)
      throw overLimit(where, `cell_bytes ≤ ${maxTextBytes} B`, at());
    put(row, column, reader.text());
  };
  const takeFormula = (bytes: Buffer, start: number): void => {
    const value = start + HEAD_BYTES;
    if (bytes.readUInt16LE(value + 6) !== 0xffff) {
      put(row, column, numberText(bytes.readDoubleLE(value), formatOf(bytes, start + 4)));
      return;
    }
    const kind = bytes.readUInt8(value);
    if (kind === RESULT_STRING) awaited = 'string';
    else if (kind === RESULT_BOOLEAN || kind === RESULT_ERROR)
      put(row, column, booleanOrError(bytes.readUInt8(value + 2), kind === RESULT_ERROR));
    else if (kind !== RESULT_EMPTY) throw damaged(where, at());
  };
  const takeNumbers = (record: BiffRecord): void => {
    const { bytes, start, end } = record;
    const count = (end - start - 4 - 2) / RK_BYTES;
    if (bytes.readUInt16LE(end - 2) - column + 1 !== count) throw brokenRecord(where, record);
    for (let offset = start + 4; offset + RK_BYTES < end; offset += RK_BYTES, column++) {
      if (column >= MOST_COLUMNS) throw damaged(where, at());
      put(row, column, numberText(rkNumber(bytes, offset + 2), formatOf(bytes, offset)));
    }
  };

  const take = (record: BiffRecord): void => {
    const { type, bytes, start, end } = record;
    const bodyBytes = bodyOf(type);
    if (bodyBytes === undefined) {
      if (type === STRING && awaited === 'string') {
        reader.begin(2);
        takeText(bytes, start, end);
      } else if (awaited === 'rest') {
        if (type !== CONTINUE) throw damaged(where, at());
        takeText(bytes, start, end);
      }
      return;
    }
    if (awaited) throw damaged(where, at());
    if (end - start < HEAD_BYTES + bodyBytes) throw brokenRecord(where, record);
    row = bytes.readUInt16LE(start);
    column = bytes.readUInt16LE(start + 2);
    if (column >= MOST_COLUMNS) throw damaged(where, at());
    const body = start + HEAD_BYTES;
    switch (type) {
      case LABEL_SST:
        put(row, column, bytes.readUInt32LE(body));
        break;
      case RK:
        put(row, column, numberText(rkNumber(bytes, body), formatOf(bytes, start + 4)));
        break;
      case NUMBER:
        put(row, column, numberText(bytes.readDoubleLE(body), formatOf(bytes, start + 4)));
        break;
      case MUL_RK:
        takeNumbers(record);
        break;
      case BOOL_ERR:
        put(row, column, booleanOrError(bytes.readUInt8(body), bytes.readUInt8(body + 1) !== 0));
        break;
      case LABEL:
      case RSTRING:
        reader.begin(2);
        takeText(bytes, body, end);
        break;
      default:
        takeFormula(bytes, start);
    }
  };
  return {
    take,
    finish: () => {
      if (awaited) throw damaged(where, at());
    },
  };
}

/** Bytes that the record of a cell has at least behind its head; `undefined` for records of no cell. */
function bodyOf(type: number): number | undefined {
  switch (type) {
    case LABEL_SST:
    case RK:
      return 4;
    case NUMBER:
    case FORMULA:
    case FORMULA_3:
    case FORMULA_4:
      return 8;
    case MUL_RK:
      return 6;
    case BOOL_ERR:
      return 2;
    case LABEL:
    case RSTRING:
      return 3;
    default:
      return undefined;
  }
}
