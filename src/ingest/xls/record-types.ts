/* Types of the records of a BIFF8 stream that say something about cells ([MS-XLS] 2.3), and values of theirs. */

export const BOF = 0x0809;
export const EOF = 0x000a;
export const CONTINUE = 0x003c;

// Of the workbook.
export const FILE_PASS = 0x002f;
export const DATE_MODE = 0x0022;
export const FORMAT = 0x041e;
export const XF = 0x00e0;
export const BOUND_SHEET = 0x0085;
export const SST = 0x00fc;

// Of a sheet.
export const DIMENSIONS = 0x0200;
export const ROW = 0x0208;
export const MERGED_CELLS = 0x00e5;
export const BLANK = 0x0201;
export const MUL_BLANK = 0x00be;
export const NUMBER = 0x0203;
export const RK = 0x027e;
export const MUL_RK = 0x00bd;
export const LABEL = 0x0204;
export const LABEL_SST = 0x00fd;
export const RSTRING = 0x00d6;
export const BOOL_ERR = 0x0205;
export const FORMULA = 0x0006;
/** Formulas as Excel 3 and 4 numbered them, with the same fields up to the value. */
export const FORMULA_3 = 0x0206;
export const FORMULA_4 = 0x0406;
export const STRING = 0x0207;

/** Cells as Excel 2 wrote them: they have no place in a BIFF8 stream. */
export const isCellOfExcel2 = (type: number): boolean => type >= 0x0002 && type <= 0x0005;

/** Version in BOF, and kinds of what it begins. */
export const BIFF8 = 0x0600;
export const GLOBALS = 0x0005;
export const WORKSHEET = 0x0010;
