import { type Clause, loadClauses } from '../../policy/clauses.js';
import type { FindingSink } from '../finding-sink.js';
import type { ReportModel, RuleOutcome } from '../model.js';
import { createTextFile, type TextFile } from '../text-file.js';
import { onlyCounty } from '../township-counts.js';
import { type Assets, loadAssets } from './assets.js';
import { coverageView } from './coverage-view.js';
import { createDictionary, createPlaces } from './dictionary.js';
import { findingsView, villagesView } from './filled-views.js';
import { findingRow } from './finding-row.js';
import { writeHouseholds } from './households.js';
import { type Html, html, jsonInHtml } from './html.js';
import { overview } from './overview.js';
import { pageData } from './page-data-of.js';
import { pageHead, pageHeader } from './page-head.js';

/** Rows of a script element; how the engine cuts its pages must not show. */
const BLOCK = 1000;

/**
 * Opens `report.html`: one file that loads nothing. Head, first screen and coverage are written at once; then come the findings as JSON, block
 * by block; at the end what they share, and the script. It asks the engine while it opens and while it closes, never in between.
 */
export async function openPage(path: string, model: ReportModel): Promise<FindingSink> {
  const [assets, clauses] = await Promise.all([loadAssets(), loadClauses()]);
  const county = await onlyCounty(model.engine);
  const file = await createTextFile(path);
  const write = (piece: Html): Promise<void> => file.write(piece.markup);
  try {
    await write(pageHead(model, assets));
    await write(pageHeader(model));
    await write(html`<main id="content">`);
    await write(await overview(model));
    await write(findingsView(model));
    await write(villagesView(model));
    await write(coverageView(model));
    await write(html`</main>\n`);
  } catch (error) {
    await file.abandon();
    throw error;
  }
  return findingsSink(file, { model, assets, clauses, county });
}

function findingsSink(
  file: TextFile,
  {
    model,
    assets,
    clauses,
    county,
  }: { model: ReportModel; assets: Assets; clauses: ReadonlyMap<string, Clause>; county: string },
): FindingSink {
  const dictionaries = {
    statuses: createDictionary(),
    places: createPlaces(county),
    sources: createDictionary(),
    words: createDictionary(),
  };
  let rows: string[] = [];
  let current: RuleOutcome | undefined;
  const flush = async (): Promise<void> => {
    if (current === undefined || rows.length === 0) return;
    const rule = model.rules.indexOf(current);
    const text = `{"rule":${rule},"rows":[\n${rows.join(',\n')}\n]}`;
    rows = [];
    await file.write(`<script type="application/json" class="findings">${text}</script>\n`);
  };
  return {
    async write(findings, rule) {
      if (rule !== current) await flush();
      current = rule;
      for (const finding of findings) {
        const row = findingRow(finding, { header: rule.header, lang: model.lang, dictionaries });
        rows.push(jsonInHtml(row).markup);
        if (rows.length >= BLOCK) await flush();
      }
    },
    async close() {
      await flush();
      await writeHouseholds(file, model, dictionaries);
      const data = pageData(model, { clauses, dictionaries });
      await file.write(
        html`<script type="application/json" id="page-data">${jsonInHtml(data)}</script>\n`.markup,
      );
      // The script is ours and holds no data; a hash in the policy above admits it and nothing else.
      await file.write(`<script>${assets.script}</script>\n</body>\n</html>\n`);
      await file.close();
    },
    abandon: () => file.abandon(),
  };
}
