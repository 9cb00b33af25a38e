import { say, type TextKey } from '../messages.js';
import type { ReportModel } from '../model.js';
import { type Html, html } from './html.js';

/** The views that the script fills: here is what surrounds their data. */

const FILTERS: readonly (readonly [name: string, label: TextKey])[] = [
  ['township', 'column.township'],
  ['village', 'column.village'],
  ['family', 'filter.family'],
  ['rule', 'filter.rule'],
  ['severity', 'column.severity'],
  ['status', 'column.status'],
];

const COLUMNS: readonly (readonly [name: string, label: TextKey])[] = [
  ['severity', 'column.severity'],
  ['status', 'column.status'],
  ['rule', 'filter.rule'],
  ['township', 'column.township'],
  ['village', 'column.village'],
  ['household', 'column.household'],
  ['subject', 'column.subject'],
];

const PAGE_SIZES = [50, 100, 200, 500];

/** The list of findings: filters, table and pager. */
export function findingsView({ lang }: ReportModel): Html {
  const turn = (name: 'first' | 'previous' | 'next' | 'last'): Html =>
    html`<button type="button" id="page-${name}">${say(lang, `pager.${name}`)}</button>`;
  return html`<section id="findings" class="view" aria-labelledby="findings-title" hidden>
<h2 id="findings-title">${say(lang, 'nav.findings')}</h2>
<form id="filters" class="filters" role="search" aria-label="${say(lang, 'filter.label')}">
${FILTERS.map(
  ([name, label]) =>
    html`<label for="f-${name}">${say(lang, label)}<select id="f-${name}"><option value="">${say(lang, name === 'status' ? 'filter.open' : 'filter.all')}</option></select></label>\n`,
)}<label for="f-text" class="wide">${say(lang, 'filter.text')}<input id="f-text" type="search" autocomplete="off" placeholder="${say(lang, 'filter.text-hint')}"></label>
<button type="button" id="f-reset">${say(lang, 'filter.reset')}</button>
</form>
<p id="found" class="found" role="status"></p>
<div class="scroll" tabindex="0" role="group" aria-label="${say(lang, 'list.scroll')}">
<table id="list" class="list">
<caption>${say(lang, 'list.caption')}</caption>
<thead><tr>${COLUMNS.map(
    ([name, label]) =>
      html`<th scope="col" data-sort="${name}" aria-sort="none" class="c-${name}"><button type="button">${say(lang, label)}</button></th>`,
  )}<th scope="col" class="c-message">${say(lang, 'column.message')}</th></tr></thead>
<tbody id="list-body"></tbody>
</table></div>
<div class="pager" role="group" aria-label="${say(lang, 'pager.label')}">
${turn('first')}${turn('previous')}<span id="page-number"></span>${turn('next')}${turn('last')}
<label for="page-size">${say(lang, 'pager.size')} <select id="page-size">${PAGE_SIZES.map((size) => html`<option value="${size}">${size}</option>`)}</select></label>
</div>
</section>
`;
}

/** The sheet of one village. */
export function villagesView({ lang, page }: ReportModel): Html {
  const text = say(lang, (page?.villages.length ?? 0) > 0 ? 'villages.choose' : 'villages.none');
  return html`<section id="villages" class="view" aria-labelledby="villages-title" hidden>
<h2 id="villages-title">${say(lang, 'nav.villages')}</h2>
<p class="about">${text}</p>
<div class="filters">
<label for="v-township">${say(lang, 'column.township')}<select id="v-township"></select></label>
<label for="v-village">${say(lang, 'column.village')}<select id="v-village"></select></label>
<button type="button" id="v-print">${say(lang, 'villages.print')}</button>
</div>
<div id="v-sheet" class="sheet"></div>
</section>
`;
}
