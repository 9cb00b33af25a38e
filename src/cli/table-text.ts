import { displayWidth, padTo } from '../report/display-width.js';

/** A table as text: columns as wide as they need, those of numbers to the right, two spaces between. */
export function tableText(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = header.map((title, at) =>
    Math.max(displayWidth(title), ...rows.map((row) => displayWidth(row[at] ?? ''))),
  );
  const isNumbers = header.map(
    (_, at) => rows.length > 0 && rows.every((row) => /^[\d,]+$/.test(row[at] ?? '')),
  );
  return [header, ...rows]
    .map((row) =>
      row
        .map((text, at) => padTo(text, widths[at] ?? 0, isNumbers[at]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
