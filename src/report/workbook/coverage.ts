import { labelOf, say, type TextKey } from '../messages.js';
import type { PartReport, ReportModel, RuleOutcome } from '../model.js';
import { parameterText } from '../parameter-text.js';
import { type Cell, cell } from './cell.js';
import type { SheetWriter } from './file.js';
import { section } from './section.js';
import { severityStyles, styles } from './style.js';
import { type Book, backNote, heightOf, writeNote } from './table.js';

const WIDTHS = [34, 20, 18, 11, 11, 11, 11, 14, 40];

/** The sheet that says what could be checked and what could not: as visible as what was found. */
export async function writeCoverage(
  book: Book,
  { model, rules, planned }: { model: ReportModel; rules: readonly RuleOutcome[]; planned: string },
): Promise<void> {
  const sheet = book.file.addSheet({
    name: planned,
    widths: WIDTHS,
    landscape: true,
    footer: say(book.lang, 'print.page'),
  });
  await writeNote(sheet, backNote(book, say(book.lang, 'note.coverage')), { widths: WIDTHS, from: 1 });
  await writeDatasets(sheet, model);
  await writeParts(sheet, model);
  await writeUnused(sheet, model);
  await writeRules(sheet, model, rules);
  await writeFacts(sheet, model);
  await writeExemptions(sheet, model, rules);
  await writeParameters(sheet, model, rules);
  await sheet.close();
}

/** A row whose texts wrap in the columns that they stand in. */
async function write(sheet: SheetWriter, cells: readonly Cell[], mergeTo?: number): Promise<void> {
  const height = cells.reduce((highest, shown, index) => {
    const isLast = index === cells.length - 1;
    const width = WIDTHS.slice(index, isLast && mergeTo ? mergeTo : index + 1).reduce(
      (sum, each) => sum + each,
      0,
    );
    return typeof shown.value === 'string' ? Math.max(highest, heightOf(shown.value, width)) : highest;
  }, 20);
  await sheet.row(cells, { height, ...(mergeTo !== undefined && { mergeTo }) });
}

const header = async (
  sheet: SheetWriter,
  model: ReportModel,
  table: { title: TextKey; columns: readonly TextKey[]; mergeTo?: number },
): Promise<void> => {
  await section(sheet, say(model.lang, table.title));
  const cells = table.columns.map((key) => cell(say(model.lang, key), styles.header));
  await write(sheet, cells, table.mergeTo);
};

async function writeDatasets(sheet: SheetWriter, model: ReportModel): Promise<void> {
  const { lang } = model;
  await header(sheet, model, {
    title: 'coverage.datasets',
    columns: ['coverage.dataset', 'coverage.given', 'coverage.rows-used'],
  });
  for (const dataset of model.coverage.datasets) {
    await write(sheet, [
      cell(dataset.title[lang], styles.long),
      cell(
        say(lang, dataset.given ? 'coverage.given-yes' : 'coverage.given-no'),
        dataset.given ? styles.text : styles.label,
      ),
      dataset.given ? cell(dataset.rows, styles.count) : cell('—', styles.centred),
    ]);
  }
}

async function writeParts(sheet: SheetWriter, model: ReportModel): Promise<void> {
  const { lang } = model;
  await header(sheet, model, {
    title: 'coverage.parts',
    columns: [
      'coverage.file',
      'coverage.sheet',
      'coverage.dataset',
      'coverage.read',
      'coverage.accepted',
      'coverage.rejected',
      'coverage.skipped',
      'coverage.bad-cells',
      'coverage.notes',
    ],
  });
  for (const part of model.inputs.flatMap((input) => input.parts)) {
    await write(sheet, [
      cell(part.file, styles.long),
      cell(part.sheet ?? '', styles.long),
      cell(part.datasetTitle[lang], styles.long),
      cell(part.read, styles.count),
      cell(part.accepted, styles.count),
      cell(part.rejected, styles.count),
      cell(part.skipped, styles.count),
      cell(part.badCells, styles.count),
      cell(notesOf(part, lang), styles.long),
    ]);
  }
}

/** Inputs of which nothing was audited; no heading when there are none. */
async function writeUnused(sheet: SheetWriter, model: ReportModel): Promise<void> {
  const { lang, unread = [], leftOut = [] } = model;
  if (unread.length + leftOut.length === 0) return;
  await header(sheet, model, {
    title: 'coverage.unused',
    columns: ['coverage.file', 'coverage.sheet', 'column.reason'],
    mergeTo: WIDTHS.length,
  });
  const rows = [
    ...unread.map((input) => ({ input, style: severityStyles.high })),
    ...leftOut.map((input) => ({ input, style: styles.long })),
  ];
  for (const { input, style } of rows) {
    await write(
      sheet,
      [cell(input.file, style), cell(input.sheet ?? '', styles.long), cell(input.reason[lang], styles.long)],
      WIDTHS.length,
    );
  }
}

function notesOf(part: PartReport, lang: ReportModel['lang']): string {
  const unmatched = Object.values(part.unmatched).reduce((sum, rows) => sum + rows, 0);
  const separator = say(lang, 'list-separator');
  return [
    ...(unmatched > 0 ? [say(lang, 'coverage.unmatched-rows', { rows: unmatched })] : []),
    ...(part.unknownColumns.length > 0
      ? [say(lang, 'coverage.unknown-columns', { columns: part.unknownColumns.join(separator) })]
      : []),
    ...part.warnings.map((warning) => warning[lang]),
  ].join('\n');
}

async function writeRules(
  sheet: SheetWriter,
  model: ReportModel,
  rules: readonly RuleOutcome[],
): Promise<void> {
  const { lang } = model;
  await header(sheet, model, {
    title: 'coverage.rules',
    columns: ['column.title', 'column.outcome', 'column.count', 'column.reason'],
    mergeTo: WIDTHS.length,
  });
  for (const rule of rules) {
    const checked = rule.status === 'flagged' || rule.status === 'clean';
    await write(
      sheet,
      [
        cell(`${rule.header.id} ${rule.header.title[lang]}`, styles.long),
        cell(labelOf(lang, 'outcome', rule.status), checked ? styles.text : styles.label),
        checked ? cell(rule.findings, styles.count) : cell('—', styles.centred),
        cell(rule.reason?.[lang] ?? '', styles.long),
      ],
      WIDTHS.length,
    );
  }
}

async function writeFacts(sheet: SheetWriter, model: ReportModel): Promise<void> {
  const { lang } = model;
  const { unknownFacts } = model.coverage;
  await header(sheet, model, {
    title: 'coverage.facts',
    columns: ['coverage.fact', 'coverage.households'],
  });
  if (unknownFacts.length === 0) await sheet.row([cell(say(lang, 'coverage.no-facts'), styles.plain)]);
  for (const fact of unknownFacts) {
    await write(sheet, [cell(fact.title[lang], styles.long), cell(fact.households, styles.count)]);
  }
}

async function writeExemptions(
  sheet: SheetWriter,
  model: ReportModel,
  rules: readonly RuleOutcome[],
): Promise<void> {
  const { lang } = model;
  await header(sheet, model, {
    title: 'coverage.exemptions',
    columns: ['column.title', 'column.clause', 'column.count', 'column.exemption'],
    mergeTo: WIDTHS.length,
  });
  const counted = rules.flatMap(({ header: rule, exempted }) =>
    rule.exemptions.map((exemption) => ({ rule, exemption, count: exempted[exemption.id] ?? 0 })),
  );
  if (counted.length === 0) await sheet.row([cell(say(lang, 'coverage.no-exemptions'), styles.plain)]);
  for (const { rule, exemption, count } of counted) {
    await write(
      sheet,
      [
        cell(`${rule.id} ${rule.title[lang]}`, styles.long),
        cell(exemption.clause ?? rule.clause.join('、'), styles.text),
        cell(count, styles.count),
        cell(exemption.when[lang], styles.long),
      ],
      WIDTHS.length,
    );
  }
}

async function writeParameters(
  sheet: SheetWriter,
  model: ReportModel,
  rules: readonly RuleOutcome[],
): Promise<void> {
  const { lang, policy } = model;
  await header(sheet, model, {
    title: 'coverage.parameters',
    columns: ['coverage.parameter', 'coverage.value', 'column.clause', 'column.rule'],
    mergeTo: WIDTHS.length,
  });
  const used = Object.entries(policy.values)
    .map(([name, value]) => ({
      value,
      rules: rules.filter((rule) => rule.header.params.includes(name)).map((rule) => rule.header.id),
    }))
    .filter((entry) => entry.rules.length > 0);
  if (used.length === 0) await sheet.row([cell(say(lang, 'coverage.no-parameters'), styles.plain)]);
  for (const { value, rules: users } of used) {
    await write(
      sheet,
      [
        cell(value.label[lang], styles.long),
        cell(parameterText(value, model), styles.long),
        cell(value.clause, styles.text),
        cell(users.join(say(lang, 'list-separator')), styles.long),
      ],
      WIDTHS.length,
    );
  }
}
