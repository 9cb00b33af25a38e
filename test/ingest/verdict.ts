import { HechaError } from '../../src/errors.js';
import { detect as detectWith } from '../../src/ingest/detect.js';
import type { Detected } from '../../src/ingest/detection.js';

/** The detection of a part without any configuration but the county's indicators. */
export const detect = (
  place: string,
  rows: readonly (readonly string[])[],
  surroundings = '',
  indicators: readonly string[] = [],
): Detected | undefined => detectWith(place, rows, { surroundings, indicators });

export const words = (text: string): string[] => text.split(' ');

/** Field → header, as the columns of a part were mapped. */
export const mappingOf = (detected: Detected | undefined): Record<string, string> =>
  Object.fromEntries((detected?.columns ?? []).map(({ field, header }) => [field, header]));

/** The dataset that a header is taken for, or the code of the refusal. */
export function verdict(header: readonly string[], surroundings = ''): string {
  try {
    return detect('file', [header], surroundings)?.dataset.id ?? 'none';
  } catch (error) {
    if (error instanceof HechaError) return error.code;
    throw error;
  }
}
