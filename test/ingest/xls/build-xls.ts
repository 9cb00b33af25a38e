import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { InputLimits } from '../../../src/ingest/limits.js';
import type { SheetRead } from '../../../src/ingest/workbook/workbook.js';
import { openXls } from '../../../src/ingest/xls/workbook.js';
import { compoundOf } from './build-compound.js';

export const u8 = (...values: number[]): Buffer => Buffer.from(values);
export const u16 = (...values: number[]): Buffer => Buffer.from(Uint16Array.from(values).buffer);
export const u32 = (...values: number[]): Buffer => Buffer.from(Uint32Array.from(values).buffer);
export const f64 = (value: number): Buffer => Buffer.from(Float64Array.of(value).buffer);

/** One record of a BIFF stream. */
export const record = (type: number, ...body: Buffer[]): Buffer => {
  const bytes = Buffer.concat(body);
  return Buffer.concat([u16(type, bytes.length), bytes]);
};
export const bof = (kind: number, version = 0x0600): Buffer =>
  record(0x0809, u16(version, kind), Buffer.alloc(12));
export const eof = record(0x000a);

/** A text: its length, its flags, its characters in two bytes each. */
export const text = (value: string): Buffer =>
  Buffer.concat([u16(value.length), u8(1), Buffer.from(value, 'utf16le')]);

/** The records of cells; rows and columns from 0. */
export const cell = {
  number: (row: number, column: number, value: number, format = 0) =>
    record(0x0203, u16(row, column, format), f64(value)),
  rk: (row: number, column: number, bits: number, format = 0) =>
    record(0x027e, u16(row, column, format), u32(bits >>> 0)),
  shared: (row: number, column: number, index: number) => record(0x00fd, u16(row, column, 0), u32(index)),
  label: (row: number, column: number, value: string) => record(0x0204, u16(row, column, 0), text(value)),
  blank: (row: number, column: number) => record(0x0201, u16(row, column, 0)),
  /** A formula with the eight bytes of its value. */
  formula: (row: number, column: number, value: Buffer, format = 0) =>
    record(0x0006, u16(row, column, format), value, u16(0), u32(0), u16(0)),
  row: (row: number) => record(0x0208, u16(row, 0, 0), Buffer.alloc(10)),
};
/** The value of a formula that is no number: 0 text, 1 logical, 2 error, 3 empty. */
export const result = (kind: number, value = 0): Buffer => u8(kind, 0, value, 0, 0, 0, 0xff, 0xff);

export interface SheetBytes {
  readonly name?: string;
  /** Of a visible sheet 0, a hidden one 1, a very hidden one 2. */
  readonly state?: number;
  /** Of a worksheet 0, a macro sheet 1, a chart 2, a module 6. */
  readonly kind?: number;
  readonly records: readonly Buffer[];
}

/** A Workbook stream: XF and the like in `globals`, then the sheets with the BOF and EOF around them. */
export function streamOf(sheets: readonly SheetBytes[], globals: readonly Buffer[] = []): Buffer {
  const before = Buffer.concat([bof(0x0005), ...globals]);
  const names = sheets.map(({ name = '表' }) =>
    Buffer.concat([u8(name.length, 1), Buffer.from(name, 'utf16le')]),
  );
  const bodies = sheets.map(({ records }) => Buffer.concat([bof(0x0010), ...records, eof]));
  let position = before.length + names.reduce((sum, name) => sum + 10 + name.length, 0) + eof.length;
  const bounds = sheets.map(({ state = 0, kind = 0 }, index) => {
    const bound = record(0x0085, u32(position), u8(state, kind), names[index] as Buffer);
    position += (bodies[index] as Buffer).length;
    return bound;
  });
  return Buffer.concat([before, ...bounds, eof, ...bodies]);
}

/** A file of one sheet of these records. */
export const sheetFile = (records: readonly Buffer[], globals: readonly Buffer[] = []): Buffer =>
  compoundOf([['Workbook', streamOf([{ records }], globals)]]);

let folder: string | undefined;
let files = 0;
afterAll(() => {
  if (folder) rmSync(folder, { recursive: true });
  folder = undefined;
});

/** Writes the bytes to a file of their own and returns its path. */
export function fileOf(bytes: Buffer): string {
  folder ??= mkdtempSync(join(tmpdir(), 'hecha-xls-'));
  const path = join(folder, `${files++}.xls`);
  writeFileSync(path, bytes);
  return path;
}

export interface ReadSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Each row: its number, then its cells. */
  readonly rows: (readonly (number | string | undefined)[])[];
  readonly read: SheetRead;
}

/** All sheets of a file, as the reader gives them. */
export async function readXls(path: string, limits: Partial<InputLimits> = {}): Promise<ReadSheet[]> {
  const workbook = await openXls({ path, place: '表.xls', limits });
  try {
    const sheets: ReadSheet[] = [];
    for (const sheet of workbook.sheets) {
      const rows: ReadSheet['rows'] = [];
      const read = await workbook.read(sheet, (row, cells) => {
        rows.push([row, ...cells]);
        return true;
      });
      sheets.push({ name: sheet.name, hidden: sheet.hidden, rows, read });
    }
    return sheets;
  } finally {
    workbook.close();
  }
}

/** The rows of the first sheet of the bytes of a file. */
export async function rowsOf(bytes: Buffer, limits: Partial<InputLimits> = {}): Promise<ReadSheet['rows']> {
  return (await readXls(fileOf(bytes), limits))[0]?.rows ?? [];
}
