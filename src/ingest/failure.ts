import type { Bilingual } from '../bilingual.js';
import { HechaError } from '../errors.js';

/*
 * What goes wrong inside a workbook, as errors with their place. Details are tokens that read alike in every language
 * (a part's kind, CRC-32, a byte's offset, R5C3): they never hold text from the file.
 */

/** Where in a workbook the reader is: the file and sheet as reports name them, and the kind of part. */
export interface PartPlace {
  readonly place: string;
  /** Ours, never the archive's own name: `workbook`, `sheet` … */
  readonly part: string;
}

/** The archive or one of its parts is not what its own directory or format says. */
export function damaged({ place, part }: PartPlace, what: string | Bilingual): HechaError {
  const detail = (words: string): string => (part === '' ? words : `${part}: ${words}`);
  return new HechaError('HC3003', {
    place,
    detail: typeof what === 'string' ? detail(what) : { zh: detail(what.zh), en: detail(what.en) },
  });
}

/** A part that has to be there is not. */
export const MISSING: Bilingual = { zh: '缺失', en: 'missing' };

/** Something is larger than a workbook may be. */
export const overLimit = ({ place, part }: PartPlace, limit: string, what: string): HechaError =>
  new HechaError('HC3008', { place, limit, detail: part === '' ? what : `${part}: ${what}` });
