import { type Severity, severities } from '../../findings/finding.js';
import { labelOf, say } from '../messages.js';
import type { ReportModel } from '../model.js';
import { type FamilyTotal, familyTotals, leftTotals, statusTotals } from '../totals.js';
import { figures } from './figures.js';
import { type Html, html, when } from './html.js';
import { link, listAddress, number } from './marks.js';
import { scope } from './scope.js';

const STATUSES = ['new', 'changed', 'persisting', 'closed'] as const;
type Status = (typeof STATUSES)[number];

/** The first screen: how much was found, of what kind and how grave, what was not checked, and the pictures. */
export async function overview(model: ReportModel): Promise<Html> {
  const { lang } = model;
  return html`<section id="overview" class="view" aria-labelledby="overview-title">
<h2 id="overview-title" class="hidden-text">${say(lang, 'nav.overview')}</h2>
${tiles(model)}
<div class="halves">
<div class="half main">${families(model)}</div>
<div class="half">${scope(model)}</div>
</div>
${await figures(model)}
</section>
`;
}

type StatusCounts = Readonly<Record<Status, number>>;

function tiles(model: ReportModel): Html {
  const { lang, rules, previous } = model;
  const of = (severity: Severity): number => rules.reduce((sum, rule) => sum + rule.bySeverity[severity], 0);
  const total = rules.reduce((sum, rule) => sum + rule.findings, 0);
  const statuses = statusTotals(rules);
  const left = leftTotals(model);
  const against = previous
    ? say(lang, 'overview.by-status', { run: previous.asOf })
    : say(lang, 'overview.first-night');
  const gone = (['gone', 'unjudged'] as const).map(
    (status) =>
      html`<li><span class="status ${status}">${labelOf(lang, 'status', status)}</span> ${number(left[status])}</li>`,
  );
  return html`<div class="tiles">
<div class="tile total"><h3>${say(lang, 'overview.total')}</h3><p>${link(listAddress({}), number(total))}</p></div>
<div class="tile"><h3>${say(lang, 'overview.by-severity')}</h3><ul>${severities.map(
    (severity) =>
      html`<li><span class="tag ${severity}">${labelOf(lang, 'severity', severity)}</span> ${link(listAddress({ severity }), number(of(severity)))}</li>`,
  )}</ul></div>
<div class="tile wider"><h3>${against}</h3><ul>${STATUSES.map(
    (status) =>
      html`<li><span class="status ${status}">${labelOf(lang, 'status', status)}</span> ${link(listAddress({ status }), number(statuses[status]))}</li>`,
  )}${previous ? gone : []}</ul></div>
</div>`;
}

function families({ lang, rules }: ReportModel): Html {
  const totals = familyTotals(rules);
  const most = Math.max(1, ...totals.map(({ findings }) => findings));
  return html`<h3 id="families-title">${say(lang, 'overview.by-family')}</h3>
<div class="scroll" tabindex="0" role="group" aria-labelledby="families-title">
<table class="grid families">
<thead><tr><th scope="col">${say(lang, 'filter.family')}</th>
${severities.map((severity) => html`<th scope="col" class="number">${labelOf(lang, 'severity', severity)}</th>`)}
<th scope="col" class="number">${say(lang, 'column.total')}</th>
<th scope="col">${say(lang, 'overview.share')}</th>
${STATUSES.map((status) => html`<th scope="col" class="number">${labelOf(lang, 'status', status)}</th>`)}</tr></thead>
<tbody>
${totals.map((family) => familyRow(family, lang, most))}</tbody></table></div>
<p class="small">${say(lang, 'overview.severities')}</p>`;
}

function familyRow(
  { family, findings, rules, ...counts }: FamilyTotal,
  lang: ReportModel['lang'],
  most: number,
): Html {
  const statuses: StatusCounts = statusTotals(rules);
  return html`<tr><th scope="row">${labelOf(lang, 'family', family)}</th>
${severities.map((severity) => html`<td class="number">${link(listAddress({ family, severity }), number(counts[severity]))}</td>`)}
<td class="number">${link(listAddress({ family }), number(findings))}</td>
<td>${shareBar(counts, most)}</td>
${STATUSES.map((status) => html`<td class="number">${link(listAddress({ family, status }), number(statuses[status]))}</td>`)}</tr>
`;
}

const WIDTH = 90;

/** A bar of three colours, as long as the family has findings; the numbers beside it say the same. */
function shareBar(counts: Readonly<Record<Severity, number>>, most: number): Html {
  let at = 0;
  const pieces = severities.map((severity) => {
    const width = Math.round((counts[severity] * WIDTH * 10) / most) / 10;
    const piece = html`<rect class="${severity}" x="${at}" y="0" width="${width}" height="12"></rect>`;
    at = Math.round((at + width) * 10) / 10;
    return piece;
  });
  return when(
    at > 0,
    () => html`<svg class="share" width="${WIDTH}" height="12" aria-hidden="true">${pieces}</svg>`,
  );
}
