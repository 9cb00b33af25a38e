import type { Bilingual } from './bilingual.js';

/** How far a word is from each of others, the nearest first; equally near ones in their own order. */
function byDistance(word: string, words: Iterable<string>): { each: string; away: number }[] {
  const wanted = word.trim().toLowerCase();
  if (wanted === '') return [];
  return [...words]
    .map((each) => ({ each, away: distance(wanted, each.toLowerCase()) }))
    .sort((a, b) => a.away - b.away);
}

/**
 * The word that is a slip or two away from `word` or, failing that, has it as a part (`income_line` for `stable_income_line`) or is a
 * part of it. Distances are in code points, so that a Chinese character counts as one; of words equally near the first one given.
 * @returns undefined when none is
 */
export function close(word: string, words: Iterable<string>): string | undefined {
  const near = byDistance(word, words);
  const wanted = word.trim().toLowerCase();
  const length = [...wanted].length;
  const [best] = near;
  if (best === undefined) return undefined;
  if (best.away <= Math.max(1, Math.floor(length / 4))) return best.each;
  return near.find(({ each }) => {
    const other = each.toLowerCase();
    return length >= 2 && [...other].length >= 2 && (other.includes(wanted) || wanted.includes(other));
  })?.each;
}

/** The word that somebody who wrote `word` most likely meant: one that is close or, failing that, half of which is the same. */
export function nearest(word: string, words: Iterable<string>): string | undefined {
  const known = [...words];
  const [best] = byDistance(word, known);
  const half = Math.floor([...word.trim()].length / 2);
  return close(word, known) ?? (best !== undefined && best.away <= half ? best.each : undefined);
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
