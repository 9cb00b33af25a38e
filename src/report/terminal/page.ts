import type { ChalkInstance } from 'chalk';
import type { Severity } from '../../findings/finding.js';
import { displayWidth, padTo, wrap } from '../display-width.js';
import { labelOf } from '../messages.js';
import type { ReportModel } from '../model.js';

/** The summary as it grows, line by line. */
export interface Page {
  readonly model: ReportModel;
  readonly width: number;
  readonly chalk: ChalkInstance;
  readonly lines: string[];
}

export const shownNumber = (value: number): string => value.toLocaleString('en-US');

export function heading(page: Page, text: string): void {
  page.lines.push('', page.chalk.bold(text));
}

/** A text below a heading, wrapped, its further lines under the first. */
export function paragraph(page: Page, text: string, look: { indent?: number; colour?: Colour } = {}): void {
  const { indent = 2, colour } = look;
  for (const line of wrap(text, page.width - indent)) {
    page.lines.push(' '.repeat(indent) + (colour ? page.chalk[colour](line) : line));
  }
}

type Colour = 'red' | 'yellow' | 'cyan' | 'green' | 'dim';

/** A column of counts; `colour` is that of a count which is not none. */
export interface CountColumn {
  readonly title: string;
  readonly colour?: Colour;
}

/** What the colour of a severity says everywhere: red must be looked at first, yellow next. */
const severityColours = { high: 'red', medium: 'yellow' } as const;

export const severityColumns = ({ model }: Page): CountColumn[] =>
  (['high', 'medium', 'low'] as const satisfies readonly Severity[]).map((severity) => ({
    title: labelOf(model.lang, 'severity', severity),
    ...(severity !== 'low' && { colour: severityColours[severity] }),
  }));

/** One line of counts; without counts a title that stands alone. A count of none shows as `-`, where that is asked for. */
interface CountRow {
  readonly first: string;
  readonly counts?: readonly number[];
  readonly last?: string;
}

interface CountTable {
  readonly first: string;
  readonly columns: readonly CountColumn[];
  readonly rows: readonly CountRow[];
  /** Shows none as `-`: a zero among findings is nothing to read. */
  readonly dashed?: boolean;
  /** Title of a last column of texts. */
  readonly last?: string;
}

/** A table of counts as wide as the page: the columns of numbers as wide as they must be, the first takes what they leave. */
export function countTable(page: Page, { first, columns, rows, dashed = false, last }: CountTable): void {
  const { chalk, lines } = page;
  const text = (value: number): string => (dashed && value === 0 ? '-' : shownNumber(value));
  const widths = columns.map(
    ({ title }, at) =>
      Math.max(displayWidth(title), ...rows.map(({ counts }) => text(counts?.[at] ?? 0).length)) + 2,
  );
  const tail =
    last === undefined
      ? 0
      : Math.max(...[last, ...rows.map((row) => row.last ?? '')].map((word) => displayWidth(word))) + 2;
  const left = page.width - 2 - tail - widths.reduce((sum, width) => sum + width, 0);
  // A last column for which there is no room is left out; the names of the rows are not.
  const isRoom = left >= 18;
  const firstWidth = isRoom ? left : left + tail;
  const line = (name: string, cells: readonly string[], end = ''): string =>
    `  ${padTo(name, firstWidth)}${cells.join('')}${end !== '' && isRoom ? `  ${end}` : ''}`;
  const titles = columns.map(({ title }, at) => padTo(title, widths[at] ?? 0, true));
  lines.push(chalk.dim(line(first, titles, last)));
  for (const row of rows) {
    if (!row.counts) {
      lines.push(`  ${row.first}`);
      continue;
    }
    const cells = row.counts.map((value, at) => {
      const cell = padTo(text(value), widths[at] ?? 0, true);
      const colour = value === 0 ? undefined : columns[at]?.colour;
      return colour ? chalk[colour](cell) : cell;
    });
    lines.push(line(row.first, cells, row.last).trimEnd());
  }
}
