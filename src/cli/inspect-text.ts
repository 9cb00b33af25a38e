import type { ChalkInstance } from 'chalk';
import type { InspectedColumn, InspectedFile, InspectedPart, Inspection } from '../audit/inspection.js';
import { fill, type Lang } from '../bilingual.js';
import { displayWidth, padTo, wrap } from '../report/display-width.js';
import { rejectReason } from '../report/reject-reasons.js';
import { type InspectText, inspectTexts } from './inspect-texts.js';

type Say = (key: InspectText, values?: Readonly<Record<string, string | number | undefined>>) => string;

export const sayer =
  (lang: Lang): Say =>
  (key, values = {}) =>
    fill(inspectTexts[key][lang], values);

const separator = (lang: Lang): string => (lang === 'zh' ? '，' : ', ');

/** What `hecha inspect` prints for people: file by file, sheet by sheet, column by column. No value of a cell is among it. */
export function inspectionText(
  inspection: Inspection,
  { lang, columns, chalk }: { lang: Lang; columns: number; chalk: ChalkInstance },
): string {
  const say = sayer(lang);
  const width = Math.max(60, columns);
  const blocks = inspection.files.map((file) => fileLines(file, { say, lang, width, chalk }));
  for (const { reason } of inspection.unread) blocks.push([chalk.red(say('unread') + reason[lang])]);
  for (const { file, sheet, reason } of inspection.leftOut) {
    const place = sheet === undefined ? file : `${file}!${sheet}`;
    blocks.push([chalk.yellow(say('left-out', { place, reason: reason[lang] }))]);
  }
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

interface Page {
  readonly say: Say;
  readonly lang: Lang;
  readonly width: number;
  readonly chalk: ChalkInstance;
}

function fileLines(file: InspectedFile, page: Page): string[] {
  const { say, lang, chalk } = page;
  const [first] = file.parts;
  const about = [
    say(`kind.${file.kind}` as InspectText),
    ...(first?.report.encoding ? [say('encoding', { encoding: first.report.encoding })] : []),
    ...(first?.delimiter
      ? [say('delimiter', { delimiter: say(`delimiter.${first.delimiter}` as InspectText) })]
      : []),
    ...(file.inside ? [say('inside', { archive: file.inside.path })] : []),
  ];
  return [
    chalk.bold(file.name),
    `  ${about.join(separator(lang))}`,
    ...file.parts.flatMap((part) => partLines(part, page)),
  ];
}

function partLines(part: InspectedPart, page: Page): string[] {
  const { say, lang, chalk } = page;
  const { report, dataset } = part;
  const sheet =
    report.sheet === undefined
      ? []
      : ['', `  ${say('sheet', { sheet: report.sheet })}${report.hidden ? say('hidden') : ''}`];
  const indented = (text: string): string[] =>
    wrap(text, page.width - 4).map((line, at) => (at === 0 ? `  ${line}` : `    ${line}`));
  const upper = report.headerRow - 1;
  const header =
    part.headerHeight === 2
      ? say('header.two', { upper, row: report.headerRow })
      : say('header', { row: report.headerRow });
  const declared = part.declaredDate ? [say('declared', { date: part.declaredDate })] : [];
  const total = Object.values(part.problemsByReason).reduce((sum, times) => sum + times, 0);
  return [
    ...sheet,
    ...indented(say('dataset', { title: dataset.title[lang], id: dataset.id })),
    ...indented(say('because', { reasons: reasonsText(part, page) })),
    ...indented([header, ...declared].join(separator(lang))),
    ...indented(rowsText(part, page)),
    ...columnLines(part, page),
    ...(part.nameless.length > 0
      ? indented(say('nameless', { columns: part.nameless.join(lang === 'zh' ? '、' : ', ') }))
      : []),
    ...(part.missing.length > 0
      ? indented(
          say('missing', {
            columns: part.missing.map(({ header: name }) => name).join(lang === 'zh' ? '、' : ', '),
          }),
        )
      : []),
    ...suggestionLines(part, page).flatMap(indented),
    ...report.warnings
      .flatMap((warning) => indented(say('warning', { warning: warning[lang] })))
      .map((line) => chalk.yellow(line)),
    ...(total > 0
      ? indented(say('problems', { count: total, shown: part.problems.length })).map((line) =>
          chalk.yellow(line),
        )
      : []),
    ...part.problems.flatMap(({ row, header: column, reason }) =>
      wrap(say('problem', { row, column, reason: rejectReason(reason, lang) }), page.width - 4).map(
        (line) => `    ${line}`,
      ),
    ),
  ];
}

function reasonsText({ reasons }: InspectedPart, { say, lang }: Page): string {
  const list = (words: readonly string[]): string => words.join(lang === 'zh' ? '、' : ', ');
  return [
    ...(reasons.configured ? [say('because.configured')] : []),
    ...(reasons.keys.length > 0 ? [say('because.keys', { columns: list(reasons.keys) })] : []),
    ...(reasons.signatures.length > 0
      ? [say('because.signatures', { columns: list(reasons.signatures) })]
      : []),
    ...(reasons.hints.length > 0 ? [say('because.words', { words: list(reasons.hints) })] : []),
    ...(reasons.rival ? [say('because.rival', { title: reasons.rival.title[lang] })] : []),
  ].join(lang === 'zh' ? '；' : '; ');
}

function rowsText({ report }: InspectedPart, { say, lang }: Page): string {
  const { read, accepted, rejected, skipped, skippedBy } = report;
  const by = Object.entries(skippedBy)
    .filter(([, rows]) => rows > 0)
    .map(([kind, rows]) => say(`skip.${kind}` as InspectText, { rows }))
    .join(separator(lang));
  return say('rows', { read, accepted, rejected, skipped, by });
}

function columnLines({ columns }: InspectedPart, { say, lang }: Page): string[] {
  const rows = columns.map((column) => [
    column.letters,
    column.header.replace(/\s+/gu, ' ').trim(),
    takenAs(column, { say, lang }),
    column.type === undefined ? '' : say(`type.${column.type}` as InspectText),
    statesText(column, { say, lang }),
  ]);
  const heads = (['column', 'header', 'field', 'type', 'states'] as const).map((key) => say(`column.${key}`));
  const table = [heads, ...rows];
  const widths = heads.map((_, at) => Math.max(...table.map((cells) => displayWidth(cells[at] ?? ''))));
  return table.map((cells) =>
    `    ${cells.map((cell, at) => (at === cells.length - 1 ? cell : padTo(cell, widths[at] ?? 0))).join('  ')}`.trimEnd(),
  );
}

function takenAs(column: InspectedColumn, { say, lang }: Pick<Page, 'say' | 'lang'>): string {
  if (column.field !== undefined) {
    const label = column.label?.[lang] ?? column.field;
    return `${label}${lang === 'zh' ? `（${column.field}）` : ` (${column.field})`}`;
  }
  if (column.passedOver) return say('unused.passed-over', { field: column.passedOver });
  if (column.suggestion) return say('unused.suggestion', { field: column.suggestion });
  return say('unused');
}

function statesText({ states, unit }: InspectedColumn, { say, lang }: Pick<Page, 'say' | 'lang'>): string {
  const counts = Object.entries(states ?? {})
    .sort(([a, times], [b, others]) => others - times || (a < b ? -1 : 1))
    .map(([form, cells]) => `${say(`state.${form}` as InspectText)} ${cells}`);
  const shownUnit = unit === undefined || unit === 1 ? '' : say('unit', { unit });
  return counts.join(separator(lang)) + shownUnit;
}

function suggestionLines({ columns }: InspectedPart, { say }: Page): string[] {
  const pairs = columns.flatMap(({ header, suggestion }) => (suggestion ? [`${suggestion}: ${header}`] : []));
  return pairs.length > 0 ? [say('suggestions', { pairs: pairs.join(', ') })] : [];
}
