/** What Excel allows in the name of a sheet, in UTF-16 units. */
const LENGTH = 31;

/**
 * A name that Excel accepts for a sheet: without the characters that it forbids, at most 31 long, and none of `taken` in whatever
 * case; `taken` is added to. A second sheet of the same name is `name(2)`.
 */
export function sheetName(wanted: string, taken: Set<string>): string {
  const clean =
    wanted
      .replace(/[[\]:*?/\\\u0000-\u001f\ufffe\uffff]|\p{Surrogate}/gu, ' ')
      .replaceAll("'", '’')
      .replace(/ +/g, ' ')
      .trim() || '-';
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? '' : `(${number})`;
    const name = cut(clean, LENGTH - suffix.length) + suffix;
    // "History" is Excel's own.
    if (taken.has(name.toLowerCase()) || name.toLowerCase() === 'history') continue;
    taken.add(name.toLowerCase());
    return name;
  }
}

/** Cut between characters, and of Latin words between words. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const kept = text.slice(0, length).replace(/[\ud800-\udbff]$/, '');
  const inWord = /[A-Za-z0-9]$/.test(kept) && /^[A-Za-z0-9]/.test(text.slice(kept.length));
  const space = kept.lastIndexOf(' ');
  return (inWord && space > length / 2 ? kept.slice(0, space) : kept).trimEnd();
}
