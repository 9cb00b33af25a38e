/** How much of a workbook is read before it counts as hostile. Sizes are of the inflated XML, in bytes. */
export interface InputLimits {
  /** Entries in the archive's directory. */
  readonly entries: number;
  /** One sheet, or the shared strings. */
  readonly entryBytes: number;
  /** Workbook, relations or styles, which are held in memory in part. */
  readonly metaBytes: number;
  /** All the parts that are read. */
  readonly totalBytes: number;
  /** Inflated to compressed size of one entry, once it is past `ratioFloorBytes`. */
  readonly ratio: number;
  readonly ratioFloorBytes: number;
  readonly sharedStrings: number;
  /** UTF-8 bytes of all shared strings together: what they cost in memory, beside a few bytes for each. */
  readonly sharedStringBytes: number;
  /** UTF-8 bytes of the text of one cell; Excel's own limit is 32,767 characters. */
  readonly cellTextBytes: number;
  /** UTF-8 bytes of one record of a text file. */
  readonly recordBytes: number;
}

const GIGABYTE = 2 ** 30;

/** Room for sheets of 1,048,576 rows by 60 columns, at up to 250 bytes of XML for each cell. */
export const defaultLimits: InputLimits = {
  entries: 50_000,
  entryBytes: 16 * GIGABYTE,
  metaBytes: GIGABYTE / 8,
  totalBytes: 64 * GIGABYTE,
  ratio: 1000,
  ratioFloorBytes: 10 * 2 ** 20,
  sharedStrings: 2 ** 26,
  sharedStringBytes: 2 * GIGABYTE,
  cellTextBytes: 32_767 * 4,
  recordBytes: 2 ** 20,
};

/** What a worksheet can hold at most (columns A to XFD). */
export const MAX_ROW = 1_048_576;
export const MAX_COLUMN = 16_384;
