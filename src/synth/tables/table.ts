import type { Cell, TableFile } from '../files/cell.js';
import { openCsv, type TextEncoding } from '../files/csv-file.js';
import { openWorkbook, type Workbook } from '../files/xlsx-file.js';
import type { SheetName } from '../files/xlsx-parts.js';

/** A cell or row of a table that cannot be used, planted on purpose. */
export interface PlantedReject {
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
  readonly level: 'row' | 'cell';
  readonly reason: string;
}

/** What stands above the data of a table. */
export interface Head {
  readonly titles: readonly string[];
  readonly headers: readonly string[];
}

/** A table with title lines, header, data, totals and signatures, in any format. */
export interface Table {
  readonly name: string;
  /** Rows of data so far. */
  readonly rows: number;
  /** Adds a row of data; the first column is numbered where its header is 序号. @returns the row's number. */
  add(cells: Cell[]): number;
  /** Adds a row that cannot be used, or marks a cell of the row just added. */
  reject(row: number, level: PlantedReject['level'], reason: string): void;
  drain(): Promise<void>;
  /** Ends the sheet with its totals and begins the next one. */
  nextSheet(head: Head): Promise<void>;
  close(): Promise<void>;
}

export interface TableOptions {
  readonly folder: string;
  readonly name: string;
  readonly format: TextEncoding | 'workbook' | 'workbook-shared';
  /** Sheets of a workbook, in order. */
  readonly sheets?: readonly SheetName[];
  readonly head: Head;
  readonly onReject: (reject: PlantedReject) => void;
}

const SIGNATURE = ['填表人：马建军', '审核人：王秀兰'];

/** Opens a table of the county's folder. */
export async function openTable(options: TableOptions): Promise<Table> {
  const { name, format, onReject } = options;
  const path = `${options.folder}/${name}`;
  const sheets = options.sheets ?? [{ name: 'Sheet1' }];
  const isWorkbook = format === 'workbook' || format === 'workbook-shared';
  const workbook: Workbook | undefined = isWorkbook
    ? openWorkbook(path, sheets, format === 'workbook-shared')
    : undefined;
  const file: TableFile = workbook ?? openCsv(path, format as TextEncoding);
  let { head } = options;
  let sheet = 0;
  let rows = 0;
  let ofSheet = 0;

  const begin = (): void => {
    // Excel pads title lines when it saves text; other programs do not.
    const pad = isWorkbook || format === 'utf-8-bom' ? head.headers.length - 1 : 0;
    for (const title of head.titles) file.row([title, ...Array.from({ length: pad }, () => undefined)]);
    if (head.titles.length > 0)
      workbook?.merge(`A1:${String.fromCharCode(64 + Math.min(26, head.headers.length))}1`);
    file.row(head.headers);
    ofSheet = 0;
  };
  const end = (): void => {
    const width = head.headers.length;
    const padded = (cells: readonly Cell[]): Cell[] => [
      ...cells,
      ...Array.from({ length: width - cells.length }, () => undefined),
    ];
    file.row(padded(['合计', undefined, undefined, `${ofSheet}`]));
    file.row(padded([]));
    file.row(padded([SIGNATURE[0], undefined, undefined, SIGNATURE[1]]));
  };

  begin();
  return {
    name,
    get rows() {
      return rows;
    },
    add(cells) {
      rows += 1;
      ofSheet += 1;
      if (head.headers[0] === '序号') cells[0] = isWorkbook ? { number: String(ofSheet) } : String(ofSheet);
      return file.row(cells);
    },
    reject(row, level, reason) {
      onReject({ file: name, sheet: isWorkbook ? (sheets[sheet]?.name ?? '') : '', row, level, reason });
    },
    drain: () => file.drain(),
    async nextSheet(next) {
      if (!workbook) throw new Error('a text file has no sheets');
      end();
      await workbook.nextSheet();
      sheet += 1;
      head = next;
      begin();
    },
    async close() {
      end();
      await file.close();
    },
  };
}
