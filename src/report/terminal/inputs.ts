import { say } from '../messages.js';
import type { PartReport } from '../model.js';
import { countTable, heading, type Page, paragraph, shownNumber } from './page.js';

/** What was read, dataset by dataset with the account of its rows, and what is to be said of the files. */
export function addInputs(page: Page): void {
  const { model } = page;
  const { lang } = model;
  const parts = model.inputs.flatMap((input) => input.parts);
  heading(page, say(lang, 'terminal.read'));
  countTable(page, {
    first: say(lang, 'terminal.dataset'),
    columns: [
      { title: say(lang, 'terminal.files') },
      { title: say(lang, 'coverage.read') },
      { title: say(lang, 'coverage.accepted') },
      { title: say(lang, 'coverage.rejected'), colour: 'yellow' },
      { title: say(lang, 'coverage.skipped') },
    ],
    rows: model.coverage.datasets.flatMap(({ id, title }) => {
      const own = parts.filter((part) => part.dataset === id);
      if (own.length === 0) return [];
      const counts = [
        new Set(own.map((part) => part.file)).size,
        sum(own, (part) => part.read),
        sum(own, (part) => part.accepted),
        sum(own, (part) => part.rejected),
        sum(own, (part) => part.skipped),
      ];
      return [{ first: title[lang], counts }];
    }),
  });
  const unmatched = sum(parts, (part) =>
    Object.values(part.unmatched).reduce((total, rows) => total + rows, 0),
  );
  if (unmatched > 0) paragraph(page, say(lang, 'terminal.unmatched-hint', { rows: shownNumber(unmatched) }));
  for (const part of parts) {
    const place = part.sheet === undefined ? part.file : `${part.file}!${part.sheet}`;
    for (const warning of part.warnings) {
      paragraph(page, say(lang, 'terminal.warning', { place, warning: warning[lang] }));
    }
  }
}

/** Rows and cells that could not be used. */
export function unusable({ model }: Page): { rows: number; cells: number } {
  const parts = model.inputs.flatMap((input) => input.parts);
  return { rows: sum(parts, (part) => part.rejected), cells: sum(parts, (part) => part.badCells) };
}

const sum = (of: readonly PartReport[], count: (part: PartReport) => number): number =>
  of.reduce((total, part) => total + count(part), 0);
