import { displayWidth, padTo } from '../report/display-width.js';

/**
 * Lines of a table for the terminal: columns as wide as what is in them, numbers to the right. The first line is the header.
 * @param rows texts; what is a number is set to the right
 */
export function textTable(
  header: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string[] {
  const texts = rows.map((row) => row.map(String));
  const widths = header.map((title, at) =>
    Math.max(displayWidth(title), ...texts.map((row) => displayWidth(row[at] ?? ''))),
  );
  const isNumber = header.map((_, at) => rows.some((row) => typeof row[at] === 'number'));
  const line = (cells: readonly string[]): string =>
    `  ${cells.map((cell, at) => padTo(cell, widths[at] ?? 0, isNumber[at])).join('  ')}`.trimEnd();
  return [line(header), ...texts.map(line)];
}
