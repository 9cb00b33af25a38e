import type { RecordRules } from './record-grammar.js';
import { splitRecords } from './split-records.js';

export type Delimiter = ',' | '\t' | ';' | '|';

/** Where two fit equally well, the earlier is taken. */
const DELIMITERS: readonly Delimiter[] = [',', '\t', ';', '|'];

export interface Dialect {
  readonly delimiter: Delimiter;
  /** Number of fields of most records of the start. */
  readonly width: number;
}

interface Fit extends Dialect {
  readonly score: number;
  /** The first record of that width. */
  readonly first: number;
}

/**
 * The delimiter under which most records of a file's start are sound and of one width, and that width.
 * Two things beside the share decide: more columns, and a width that already the earliest lines have (a list
 * inside a cell, `a;b;c`, is in the rows but not in the header).
 * @param start the first bytes of the text; `whole` when they are all of it, `delimiter` when it is told and only the width is asked.
 */
export function findDialect(
  start: Buffer,
  { whole, delimiter: told }: { readonly whole: boolean; readonly delimiter?: Delimiter | undefined },
): Dialect {
  const fits = (told ? [told] : DELIMITERS).flatMap((delimiter) => fitOf(delimiter, start, whole));
  const earliest = Math.min(...fits.map((fit) => fit.first));
  const scored = fits.map((fit) => ({ ...fit, score: fit.first === earliest ? fit.score : fit.score / 2 }));
  const best = scored.reduce<Fit | undefined>(
    (leader, fit) => (leader === undefined || fit.score > leader.score ? fit : leader),
    undefined,
  );
  return best ? { delimiter: best.delimiter, width: best.width } : { delimiter: told ?? ',', width: 1 };
}

function fitOf(delimiter: Delimiter, start: Buffer, whole: boolean): Fit[] {
  const widths = soundWidths({ delimiter, width: 0 }, start, whole);
  const counts = new Map<number, number>();
  for (const width of widths) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1);
  const [most] = [...counts].sort(([a, times], [b, others]) => others - times || b - a);
  if (!most) return [];
  const [width, count] = most;
  const share = count / widths.length;
  return [{ delimiter, width, score: share * (1 - 1 / width), first: widths.indexOf(width) }];
}

/** The width of each record that is not blank, 0 for one that is damaged. */
function soundWidths(rules: RecordRules, start: Buffer, whole: boolean): number[] {
  const widths: number[] = [];
  const splitter = splitRecords(rules, (record) => {
    if (record.bytes > 0) widths.push(record.kind === 'good' ? record.width : 0);
  });
  splitter.push(start);
  // The last record of a part is cut off, unless there is no other.
  if (whole || widths.length === 0) splitter.end();
  return widths;
}
