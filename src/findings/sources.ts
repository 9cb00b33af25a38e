/** A part's place in `ref`: ref = part × 2³² + row. */
const ROWS = 2n ** 32n;

/** Where a row came from, as reports write it. */
export interface PartName {
  readonly file: string;
  readonly sheet?: string;
}

/** The parts of several reference values: numbers as text, or several joined by commas; duplicates and NULLs dropped, in order. */
export function collectRefs(values: Iterable<unknown>): bigint[] {
  const refs = new Set<bigint>();
  for (const value of values) {
    if (value === null || value === undefined || value === '') continue;
    for (const item of String(value).split(',')) refs.add(BigInt(item));
  }
  return [...refs].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/** `vehicle.csv#1204; roster.xlsx!Sheet1#87`: the row number is the one that a person sees. */
export function sourcesText(refs: readonly bigint[], parts: readonly PartName[]): string {
  return refs
    .map((ref) => {
      const part = parts[Number(ref / ROWS)];
      const place = part ? `${part.file}${part.sheet === undefined ? '' : `!${part.sheet}`}` : '?';
      return `${place}#${ref % ROWS}`;
    })
    .join('; ');
}
