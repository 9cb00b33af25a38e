import { labelOf, say, type TextKey } from '../messages.js';
import type { PartReport, ReportModel } from '../model.js';
import { parameterText } from '../parameter-text.js';
import { type Html, html, when } from './html.js';
import { number } from './marks.js';

/** What could be checked and what could not: as visible as what was found. */
export function coverageView(model: ReportModel): Html {
  const { lang } = model;
  return html`<section id="coverage" class="view" aria-labelledby="coverage-title">
<h2 id="coverage-title">${say(lang, 'nav.coverage')}</h2>
${datasets(model)}
${parts(model)}
${unused(model)}
${rules(model)}
${facts(model)}
${exemptions(model)}
${parameters(model)}
</section>
`;
}

type Column = TextKey | { readonly number: TextKey };

function table(
  { lang }: ReportModel,
  { title, columns, rows }: { title: TextKey; columns: readonly Column[]; rows: readonly Html[] },
): Html {
  const heads = columns.map((column) =>
    typeof column === 'string'
      ? html`<th scope="col">${say(lang, column)}</th>`
      : html`<th scope="col" class="number">${say(lang, column.number)}</th>`,
  );
  return html`<h3>${say(lang, title)}</h3>
<div class="scroll" tabindex="0" role="group" aria-label="${say(lang, title)}">
<table class="grid${columns.length < 4 ? ' narrow' : ''}"><thead><tr>${heads}</tr></thead>
<tbody>${rows}</tbody></table></div>`;
}

const count = (value: number): Html => html`<td class="number">${number(value)}</td>`;

function datasets(model: ReportModel): Html {
  const { lang, coverage } = model;
  return table(model, {
    title: 'coverage.datasets',
    columns: ['coverage.dataset', 'coverage.given', { number: 'coverage.rows-used' }],
    rows: coverage.datasets.map(
      ({ title, given, rows }) => html`<tr class="${given ? '' : 'caution'}"><td>${title[lang]}</td>
<td>${say(lang, given ? 'coverage.given-yes' : 'coverage.given-no')}</td>${given ? count(rows) : html`<td class="number">—</td>`}</tr>
`,
    ),
  });
}

function parts(model: ReportModel): Html {
  const { lang } = model;
  return table(model, {
    title: 'coverage.parts',
    columns: [
      'coverage.file',
      'coverage.sheet',
      'coverage.dataset',
      { number: 'coverage.read' },
      { number: 'coverage.accepted' },
      { number: 'coverage.rejected' },
      { number: 'coverage.skipped' },
      { number: 'coverage.bad-cells' },
      'coverage.notes',
    ],
    rows: model.inputs
      .flatMap((input) => input.parts)
      .map(
        (
          part,
        ) => html`<tr><td>${part.file}</td><td>${part.sheet}</td><td>${part.datasetTitle[lang]}</td>${count(part.read)}${count(part.accepted)}${count(part.rejected)}${count(part.skipped)}${count(part.badCells)}
<td>${notes(part, lang)}</td></tr>
`,
      ),
  });
}

function notes(part: PartReport, lang: ReportModel['lang']): Html {
  const unmatched = Object.values(part.unmatched).reduce((sum, rows) => sum + rows, 0);
  const all = [
    ...(unmatched > 0 ? [say(lang, 'coverage.unmatched-rows', { rows: unmatched })] : []),
    ...(part.unknownColumns.length > 0
      ? [
          say(lang, 'coverage.unknown-columns', {
            columns: part.unknownColumns.join(say(lang, 'list-separator')),
          }),
        ]
      : []),
    ...part.warnings.map((warning) => warning[lang]),
  ];
  return html`${all.map((note) => html`<div>${note}</div>`)}`;
}

function unused(model: ReportModel): Html {
  const { lang, unread = [], leftOut = [] } = model;
  return when(unread.length + leftOut.length > 0, () =>
    table(model, {
      title: 'coverage.unused',
      columns: ['coverage.file', 'coverage.sheet', 'column.reason'],
      rows: [
        ...unread.map((input) => ({ input, kind: 'caution' })),
        ...leftOut.map((input) => ({ input, kind: '' })),
      ].map(
        ({ input, kind }) =>
          html`<tr class="${kind}"><td>${input.file}</td><td>${input.sheet}</td><td>${input.reason[lang]}</td></tr>\n`,
      ),
    }),
  );
}

function rules(model: ReportModel): Html {
  const { lang } = model;
  return table(model, {
    title: 'coverage.rules',
    columns: ['column.title', 'column.outcome', { number: 'column.count' }, 'column.reason'],
    rows: model.rules.map(({ header, status, findings, reason }) => {
      const isChecked = status === 'flagged' || status === 'clean';
      return html`<tr class="${isChecked ? '' : 'caution'}"><td><b>${header.id}</b> ${header.title[lang]}</td>
<td>${labelOf(lang, 'outcome', status)}</td>${isChecked ? count(findings) : html`<td class="number">—</td>`}<td>${reason?.[lang]}</td></tr>
`;
    }),
  });
}

function facts(model: ReportModel): Html {
  const { lang, coverage } = model;
  return table(model, {
    title: 'coverage.facts',
    columns: ['coverage.fact', { number: 'coverage.households' }],
    rows:
      coverage.unknownFacts.length === 0
        ? [html`<tr><td colspan="2">${say(lang, 'coverage.no-facts')}</td></tr>`]
        : coverage.unknownFacts.map(
            ({ title, households }) => html`<tr><td>${title[lang]}</td>${count(households)}</tr>\n`,
          ),
  });
}

function exemptions(model: ReportModel): Html {
  const { lang } = model;
  return table(model, {
    title: 'coverage.exemptions',
    columns: ['column.title', 'column.clause', { number: 'column.count' }, 'column.exemption'],
    rows: model.rules.flatMap(({ header, exempted }) =>
      header.exemptions.map(
        ({ id, when: reason, clause }) =>
          html`<tr><td><b>${header.id}</b> ${header.title[lang]}</td><td>${clause ?? header.clause.join('、')}</td>${count(exempted[id] ?? 0)}<td>${reason[lang]}</td></tr>\n`,
      ),
    ),
  });
}

function parameters(model: ReportModel): Html {
  const { lang, policy } = model;
  return table(model, {
    title: 'coverage.parameters',
    columns: ['coverage.parameter', 'coverage.value', 'column.clause', 'column.rule'],
    rows: Object.entries(policy.values).flatMap(([name, value]) => {
      const users = model.rules.filter(({ header }) => header.params.includes(name));
      if (users.length === 0) return [];
      return [
        html`<tr><td>${value.label[lang]}</td><td>${parameterText(value, model)}</td><td>${value.clause}</td><td>${users.map(({ header }) => header.id).join(say(lang, 'list-separator'))}</td></tr>\n`,
      ];
    }),
  });
}
