import type { Bilingual } from './bilingual.js';

/**
 * The word that somebody who wrote `word` most likely meant: one that is a slip or two away or, failing that, one that has it as a part
 * (`income_line` for `stable_income_line`). Distances are in code points, so that a Chinese character counts as one; of words equally
 * near the first one given.
 * @returns undefined when nothing is near
 */
export function nearest(word: string, words: Iterable<string>): string | undefined {
  const wanted = word.trim().toLowerCase();
  if (wanted === '') return undefined;
  const near = [...words].map((each) => ({ each, away: distance(wanted, each.toLowerCase()) }));
  const best = near.reduce<(typeof near)[number] | undefined>(
    (least, next) => (least === undefined || next.away < least.away ? next : least),
    undefined,
  );
  if (best === undefined) return undefined;
  const length = [...wanted].length;
  if (best.away <= Math.max(1, Math.floor(length / 4))) return best.each;
  const containing = near
    .filter(({ each }) => length >= 2 && (each.toLowerCase().includes(wanted) || wanted.includes(each)))
    .sort((a, b) => a.away - b.away)[0];
  if (containing) return containing.each;
  return best.away <= Math.floor(length / 2) ? best.each : undefined;
}

/** `，你是否想写 x`, to be put behind a sentence about a word that is not among those known; nothing when none is near. */
export function didYouMean(word: string, words: Iterable<string>): Bilingual {
  const near = nearest(word, words);
  return near === undefined
    ? { zh: '', en: '' }
    : { zh: `，你是否想写 ${near}`, en: `, did you mean ${near}?` };
}

/**
 * Characters to put in, leave out, change or swap with their neighbour to make one word of another (optimal string alignment), in code
 * points.
 */
function distance(from: string, to: string): number {
  const [a, b] = [[...from], [...to]];
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [i, character] of a.entries()) {
    const next = [i + 1];
    for (const [j, other] of b.entries()) {
      const change = (row[j] ?? 0) + (character === other ? 0 : 1);
      const swapped =
        i > 0 && j > 0 && character === b[j - 1] && a[i - 1] === other
          ? (before[j - 1] ?? 0) + 1
          : Number.POSITIVE_INFINITY;
      next.push(Math.min(change, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, swapped));
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}
