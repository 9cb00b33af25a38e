const RUN_BY_SPREADSHEETS = /^[\s\u0000-\u0020\u00a0\u3000\ufeff]*[=+\-@＝＋－＠]|^[\t\r\n]/u;
const NUMBER = /^-?\d+(\.\d+)?$/;

/**
 * A cell of a CSV file that no spreadsheet will run: one that begins like a formula (`=`, `+`, `-`, `@`, their full-width
 * forms, a tab or a line break) gets an apostrophe in front. Plain negative numbers stay numbers.
 */
export function spreadsheetSafe(text: string): string {
  // Nearly all cells begin with a digit, a letter or a Chinese character: no need to look further.
  const first = text.charCodeAt(0);
  if (
    (first >= 0x30 && first <= 0x39) ||
    (first >= 0x41 && first <= 0x7e) ||
    (first >= 0x3400 && first <= 0x9fff)
  ) {
    return text;
  }
  return RUN_BY_SPREADSHEETS.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}

/** One line of a CSV file as RFC 4180 has it, ended by CR LF, every cell made safe. Null is an empty cell. */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map((cell) => csvCell(cell === null ? '' : String(cell))).join(',')}\r\n`;
}

const csvCell = (text: string): string => {
  const safe = spreadsheetSafe(text);
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};
