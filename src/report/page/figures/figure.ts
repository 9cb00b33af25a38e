import { say } from '../../messages.js';
import type { ReportModel } from '../../model.js';
import { type Html, html } from '../html.js';
import { type Chart, chartSvg } from './chart.js';

/** A table behind a picture. */
export interface FigureTable {
  readonly columns: readonly string[];
  /** The first cell of a row is its header; numbers are shown as such. */
  readonly rows: readonly (readonly (string | number | Html)[])[];
}

/** A picture with its heading, how to read it, and the table that says the same in numbers. */
export async function figure(
  { lang }: ReportModel,
  { chart, about, table }: { chart: Chart; about: readonly string[]; table: FigureTable },
): Promise<Html> {
  return html`<figure class="figure" id="${chart.id}">
<figcaption><h3>${chart.title}</h3>${about.map((text) => html`<p>${text}</p>`)}</figcaption>
<div class="scroll" tabindex="0" role="group" aria-label="${chart.title}">${await chartSvg(chart)}</div>
<details><summary>${say(lang, 'figure.table')}</summary>
<div class="scroll" tabindex="0" role="group" aria-label="${chart.title}: ${say(lang, 'figure.table')}"><table class="grid">
<thead><tr>${table.columns.map((column, at) => (at === 0 ? html`<th scope="col">${column}</th>` : html`<th scope="col" class="number">${column}</th>`))}</tr></thead>
<tbody>${table.rows.map(tableRow)}</tbody></table></div></details>
</figure>
`;
}

const tableRow = ([head = '', ...cells]: FigureTable['rows'][number]): Html =>
  html`<tr><th scope="row">${head}</th>${cells.map((cell) =>
    typeof cell === 'string' ? html`<td>${cell}</td>` : html`<td class="number">${cell}</td>`,
  )}</tr>\n`;
