import type { Bilingual } from '../bilingual.js';
import type { Detected } from './detection.js';
import type { RawPart } from './raw.js';

/** A part that was read, with what reports say about it. */
export interface PartRead {
  readonly part: RawPart;
  readonly detected: Detected;
  readonly encoding?: string;
  /** Of a text file: what parts its columns. */
  readonly delimiter?: string;
  readonly unknownColumns: readonly string[];
  /** The date that its title lines declare, YYYY-MM-DD. */
  readonly declaredDate?: string;
  readonly warnings: readonly Bilingual[];
}

/** File columns to keep, in the order of c0, c1 …: those of fields, then those of a wide extract's pairs; and the pairs by position there. */
export function keptColumns(detected: Detected): {
  keep: number[];
  wide: { name?: number; id_number: number }[];
} {
  const keep = detected.columns.map(({ index }) => index);
  const positionOf = (index: number): number => {
    const known = keep.indexOf(index);
    return known >= 0 ? known : keep.push(index) - 1;
  };
  const wide = (detected.wide ?? []).map(({ name, id_number }) => ({
    ...(name !== undefined && { name: positionOf(name) }),
    id_number: positionOf(id_number),
  }));
  return { keep, wide };
}

/** Rows of data of a part that was probably cut off at the limit of a sheet, header taken off. */
const CUT_OFF = [65_535, 1_048_575];

/** The warning for a part of exactly as many rows as fit into a sheet. */
export const cutOffWarning = (rows: number): Bilingual[] =>
  CUT_OFF.includes(rows)
    ? [
        {
          zh: `正好 ${rows} 行数据，很可能导出时被截断，请核对总行数`,
          en: `Exactly ${rows} rows of data: the export was probably cut off, check the total`,
        },
      ]
    : [];
