import type { Dataset } from '../datasets/dataset.js';
import { HechaError } from '../errors.js';
import { close, nearest } from '../nearest.js';
import { type Detected, type Detection, type DetectOptions, findHeader } from './detection.js';
import { InputError, suspectsOf } from './fault.js';

/**
 * The header of a part and the dataset that it fits.
 * @param rows the first rows, as text, from row 1
 * @returns undefined when no row looks like a header at all
 * @throws HechaError HC3001 when a header lacks key columns, HC3002 when two datasets fit alike, HC3014 when two columns claim one field,
 * HC3015 when a column that the configuration names is not there, HC3016 when the titles name several units of money
 */
export function detect(
  place: string,
  rows: readonly (readonly string[])[],
  options: DetectOptions,
): Detected | undefined {
  const detection = findHeader(rows, options);
  if (detection.kind === 'found') return detection.detected;
  if (detection.kind === 'none') return undefined;
  const suspects = options.settings ? [options.settings.dataset.id] : suspectsOf(detection);
  throw new InputError(refusal(place, detection), suspects);
}

function refusal(place: string, detection: Exclude<Detection, { kind: 'found' | 'none' }>): HechaError {
  switch (detection.kind) {
    case 'missing-keys':
      return new HechaError('HC3001', {
        place,
        nearest: detection.nearest.title,
        missing: detection.missing.map((names) => names.join('/')).join('、'),
        ...likelyColumn(detection),
      });
    case 'ambiguous':
      return new HechaError('HC3002', {
        place,
        candidates: {
          zh: detection.candidates.map(({ title }) => title.zh).join('、'),
          en: detection.candidates.map(({ title }) => title.en).join(', '),
        },
      });
    case 'conflict': {
      const { field, headers } = detection.conflict;
      return new HechaError('HC3014', { place, field, first: headers[0], second: headers[1] });
    }
    case 'units':
      return new HechaError('HC3016', { place });
    case 'no-column': {
      const near = nearest(detection.header, detection.headers);
      const { field, header } = detection;
      return new HechaError('HC3015', { place, field, header, ...(near !== undefined && { nearest: near }) });
    }
  }
}

/** An unused column whose name is a slip away from one that is missing: said, never taken. */
function likelyColumn(detection: Extract<Detection, { kind: 'missing-keys' }>): {
  column?: string;
  field?: string;
} {
  for (const field of detection.missingFields) {
    const near = detection.unused.find(
      ({ header }) => suggestedField(header, detection.nearest, [field]) !== undefined,
    );
    if (near) return { column: near.header, field };
  }
  return {};
}

/** The field, of those given, one of whose headers a column's name nearly is. */
export function suggestedField(
  header: string,
  { fields }: Dataset,
  open: readonly string[],
): string | undefined {
  // In words of two characters a slip leaves nothing to know them by.
  if ([...header].length < 3) return undefined;
  const byName = new Map(
    open.flatMap((field) => (fields[field]?.headers ?? []).map((name) => [name, field] as const)),
  );
  const near = close(header, byName.keys());
  return near === undefined || [...near].length < 3 ? undefined : byName.get(near);
}
