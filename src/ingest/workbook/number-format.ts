/** What a number format shows of a number. */
export const PLAIN = 0;
export const DATE = 1;
/** A time of day without a date. */
export const TIME = 2;
/** A time that goes on past 24 hours: `[h]:mm`. */
export const ELAPSED = 3;
/** Hundred times the number, with a % behind it. */
export const PERCENT = 4;

/**
 * The formats that files refer to by number alone (ECMA-376 part 1, 18.8.30); 27–36 and 50–58 are those of Chinese, Japanese
 * and Korean systems, where 32–35, 55 and 56 are times in Chinese ones.
 */
export function builtInFormat(id: number): number {
  if (id === 9 || id === 10) return PERCENT;
  if (id === 46) return ELAPSED;
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id === 45 || id === 47 || id === 55 || id === 56)
    return TIME;
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? DATE : PLAIN;
}

/** Recognises dates and times in a format's code by their letters, outside quotes, escapes and brackets. */
export function formatOfCode(code: string): number {
  // `\x` is x itself, `_x` its width, `*x` its repetition; [Red], [$-804], [DBNum1], [>=1] say nothing of dates, [h] does.
  const letters = code
    .replace(/"[^"]*"?|[\\_*].?/gs, '')
    .replace(/\[(?!(?:h+|m+|s+)\])[^\]]*\]?/gi, '')
    .replace(/general|standard|g\/通用格式|am\/pm|a\/p/gi, '')
    .toLowerCase();
  if (/[yd]/.test(letters)) return DATE;
  if (/\[[hms]+\]/.test(letters)) return ELAPSED;
  if (/h/.test(letters) || /m[:.]?s|s[:.]?m/.test(letters)) return TIME;
  if (letters.includes('m')) return DATE;
  return letters.includes('%') ? PERCENT : PLAIN;
}
