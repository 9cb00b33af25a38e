import { codeLabel, codeList } from '../../datasets/labels.js';
import type { SqlValue } from '../../engine/engine.js';
import { maskFor, maskId, maskName } from '../masking.js';
import type { ReportModel } from '../model.js';
import type { TextFile } from '../text-file.js';
import type { Dictionary, Places } from './dictionary.js';
import { jsonInHtml } from './html.js';
import type { HouseholdRow } from './page-data.js';

const ROWS = `
  SELECT county, township, village, household_no, head_name, members, category, exit_status, exit_year, income, gaps, known
  FROM hecha.household_sheet
  ORDER BY county, township, village, coalesce(household_no, ''), coalesce(head_name, '')`;

/** Writes the roster's households, a script element a village, masked as the page is. */
export async function writeHouseholds(
  file: TextFile,
  model: ReportModel,
  dictionaries: { readonly places: Places; readonly words: Dictionary },
): Promise<void> {
  if (!model.page) return;
  const mask = maskFor(model.mask, 'page');
  let at = -1;
  let rows: string[] = [];
  const flush = async (): Promise<void> => {
    if (rows.length === 0) return;
    const text = `{"place":${at},"rows":[\n${rows.join(',\n')}\n]}`;
    rows = [];
    await file.write(
      `<script type="application/json" class="households" data-place="${at}">${text}</script>\n`,
    );
  };
  const label = (list: string, code: SqlValue | undefined): number =>
    code === null || code === undefined
      ? -1
      : dictionaries.words.of(codeLabel(codeList(list), String(code), model.lang));
  for await (const chunk of model.engine.stream(ROWS)) {
    for (const row of chunk) {
      const own = dictionaries.places.of({
        county: String(row.county),
        township: String(row.township),
        village: String(row.village),
      });
      if (own !== at) await flush();
      at = own;
      const number = String(row.household_no ?? '');
      const household: HouseholdRow = [
        mask === 'full' ? maskId(number, mask) : number,
        maskName(String(row.head_name ?? ''), mask),
        Number(row.members),
        label('person.category', row.category),
        label('person.exit_status', row.exit_status),
        row.exit_year === null ? null : Number(row.exit_year),
        row.income === null ? null : Number(row.income),
        Number(row.gaps),
        Number(row.known),
      ];
      rows.push(jsonInHtml(household).markup);
    }
  }
  await flush();
}
