import type { Bilingual } from '../bilingual.js';
import type { Detected } from './detect.js';
import type { RawPart } from './raw.js';

/** A part that was read, with what reports say about it. */
export interface PartRead {
  readonly part: RawPart;
  readonly encoding?: string;
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
