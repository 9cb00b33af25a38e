import { HechaError } from '../../errors.js';
import { damaged, overLimit } from '../failure.js';
import type { InputLimits } from '../limits.js';
import { builtInFormat, formatOfCode } from '../workbook/number-format.js';
import type { StringStore } from '../workbook/string-store.js';
import type { ByteStream } from './byte-stream.js';
import { BOUND_SHEET, CONTINUE, DATE_MODE, FILE_PASS, FORMAT, GLOBALS, SST, XF } from './record-types.js';
import { type BiffRecord, brokenRecord, scanSubstream } from './records.js';
import { type SharedStrings, startSharedStrings } from './shared-strings.js';
import { createTextReader } from './text-reader.js';

/** A worksheet, and where its records begin in the stream. */
interface SheetPlace {
  readonly name: string;
  readonly hidden: boolean;
  readonly from: number;
  /** Where the next sheet begins, or the stream ends. */
  readonly to: number;
}

/** What the records of the workbook itself say. */
export interface Globals {
  /** Worksheets in the workbook's order, without charts, macro sheets and modules. */
  readonly sheets: readonly SheetPlace[];
  readonly date1904: boolean;
  /** For each XF, how it shows a number. */
  readonly formats: Uint8Array;
  /** `undefined` when the workbook has none. */
  readonly strings: StringStore | undefined;
}

/** Cells refer to formats by a number of 16 bits. */
const MOST_FORMATS = 1 << 16;
const KIND_WORKSHEET = 0;
const HIDDEN_STATE = 0b11;

/** Reads the globals of a workbook ([MS-XLS] 2.1.7.20.3). Throws HC3003, HC3008, and HC3013 when there is a password on it. */
export async function readGlobals(stream: ByteStream, limits: InputLimits): Promise<Globals> {
  const where = { place: stream.place, part: 'workbook' };
  const reader = createTextReader();
  const sheets: Omit<SheetPlace, 'to'>[] = [];
  const custom = new Map<number, number>();
  const ids: number[] = [];
  let date1904 = false;
  let shared: SharedStrings | undefined;
  let before = 0;

  /** The text that begins at `offset` in the record's body. */
  const textIn = (record: BiffRecord, offset: number, lengthBytes: 1 | 2): string => {
    reader.begin(lengthBytes);
    reader.take(record.bytes, record.start + offset, record.end);
    if (!reader.isWhole) throw brokenRecord(where, record);
    return reader.text();
  };
  const take = (record: BiffRecord): void => {
    const { type, bytes, start, end } = record;
    const need = (length: number): void => {
      if (end - start < length) throw brokenRecord(where, record);
    };
    switch (type) {
      case FILE_PASS:
        throw new HechaError('HC3013', { place: stream.place });
      case DATE_MODE:
        need(2);
        date1904 = bytes.readUInt16LE(start) === 1;
        break;
      case FORMAT:
        need(5);
        custom.set(bytes.readUInt16LE(start), formatOfCode(textIn(record, 2, 2)));
        break;
      case XF:
        need(4);
        if (ids.length < MOST_FORMATS) ids.push(bytes.readUInt16LE(start + 2));
        break;
      case BOUND_SHEET:
        need(8);
        if (bytes.readUInt8(start + 5) !== KIND_WORKSHEET) break;
        if (sheets.length >= limits.entries) throw overLimit(where, `sheets ≤ ${limits.entries}`, 'sheet');
        sheets.push({
          name: textIn(record, 6, 1),
          hidden: (bytes.readUInt8(start + 4) & HIDDEN_STATE) !== 0,
          from: bytes.readUInt32LE(start),
        });
        break;
      case SST:
        if (shared) throw brokenRecord(where, record);
        shared = startSharedStrings(record, stream.place, limits);
        break;
      default:
    }
  };
  await scanSubstream({ stream, where, from: 0, to: stream.size }, GLOBALS, (record) => {
    if (record.type === CONTINUE) {
      if (before === SST) shared?.take(record);
    } else {
      before = record.type;
      take(record);
    }
    return true;
  });
  // Sheets one within the other would give the same rows twice, or many times.
  const starts = [...new Set(sheets.map(({ from }) => from))].sort((a, b) => a - b);
  if (starts.length < sheets.length) throw damaged(where, '2 × sheet');
  const nextOf = new Map(starts.map((from, index) => [from, starts[index + 1]]));
  return {
    sheets: sheets.map((sheet) => ({ ...sheet, to: nextOf.get(sheet.from) ?? stream.size })),
    date1904,
    formats: Uint8Array.from(ids, (id) => custom.get(id) ?? builtInFormat(id)),
    strings: shared?.finish(),
  };
}
