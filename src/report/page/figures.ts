import type { ReportModel } from '../model.js';
import { areaBars } from './figures/area-bars.js';
import { exitShares } from './figures/exit-shares.js';
import { heatMap } from './figures/heat-map.js';
import { incomeSteps } from './figures/income-steps.js';
import { trend } from './figures/trend.js';
import { type Html, html } from './html.js';

/** The pictures of the first screen, those for which there are data. */
export async function figures(model: ReportModel): Promise<Html> {
  const drawn: Html[] = [];
  for (const draw of [heatMap, trend, areaBars, exitShares, incomeSteps]) drawn.push(await draw(model));
  return html`<div class="figures">${drawn}</div>`;
}
