import type { RecordedManifest } from '../reproduce/recorded-run.js';

/** A row of the inputs, as a finding names it. */
export interface Place {
  /** `vehicle.csv#1204` */
  readonly text: string;
  readonly file: string;
  readonly sheet?: string;
  readonly row: number;
  readonly dataset: string;
  /** The file that was given: that of an archive, for what came out of one. */
  readonly given: string;
}

/** The rows that `sources` of a finding names. Names may hold any character, so they are taken from the manifest, not cut apart. */
export function placesOf(sources: string, { inputs }: RecordedManifest): Place[] {
  const parts = inputs
    .flatMap(({ path, inside, parts: read }) =>
      read.map((part) => ({ ...part, given: inside?.path ?? path })),
    )
    .map((part) => ({ ...part, prefix: `${part.file}${part.sheet === null ? '' : `!${part.sheet}`}#` }))
    .sort((a, b) => b.prefix.length - a.prefix.length);
  const places: Place[] = [];
  let rest = sources;
  while (rest !== '') {
    const part = parts.find(({ prefix }) => rest.startsWith(prefix));
    const row = part && /^\d+/.exec(rest.slice(part.prefix.length))?.[0];
    if (!part || row === undefined) {
      // Not a place of this run's inputs.
      const end = rest.indexOf('; ');
      rest = end < 0 ? '' : rest.slice(end + 2);
      continue;
    }
    const text = part.prefix + row;
    places.push({
      text,
      file: part.file,
      ...(part.sheet !== null && { sheet: part.sheet }),
      row: Number(row),
      dataset: part.dataset,
      given: part.given,
    });
    rest = rest.slice(text.length).replace(/^; /, '');
  }
  return places;
}
