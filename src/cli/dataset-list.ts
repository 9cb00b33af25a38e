import type { Lang } from '../bilingual.js';
import { datasets } from '../datasets/catalogue.js';
import type { Dataset } from '../datasets/dataset.js';
import { HechaError } from '../errors.js';
import { didYouMean } from '../nearest.js';
import { displayWidth, padTo } from '../report/display-width.js';
import { sayer } from './inspect-text.js';

/** The datasets that hecha reads; of one, all its columns with the spellings of their headers. */
export function datasetList(id: string | undefined, lang: Lang): string {
  const say = sayer(lang);
  if (id === undefined) {
    const rows = datasets.map((each) => [each.id, each.title[lang], keysOf(each)]);
    return `${[say('datasets.head'), ...table(rows), '', say('datasets.more', { id: 'vehicle' })].join('\n')}\n`;
  }
  const dataset = datasets.find((each) => each.id === id || each.title.zh === id);
  if (!dataset) {
    const near = didYouMean(
      id,
      datasets.map((each) => each.id),
    );
    throw new HechaError('HC1003', {
      flag: '--datasets',
      value: id,
      expected: { zh: `数据集编号${near.zh}`, en: `the id of a dataset${near.en}` },
    });
  }
  const rows = Object.entries(dataset.fields).map(([field, { type, headers }]) => [
    field,
    say(`type.${type}`),
    dataset.keys.some((names) => names.includes(field)) ? say('datasets.key') : '',
    headers.join(lang === 'zh' ? '、' : ', '),
  ]);
  return `${[`${dataset.title[lang]} (${dataset.id})`, ...table(rows)].join('\n')}\n`;
}

const keysOf = (dataset: Dataset): string =>
  dataset.keys
    .map((fields) => fields.map((field) => dataset.fields[field]?.headers[0] ?? field).join('/'))
    .join('、');

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, at) =>
    Math.max(...rows.map((cells) => displayWidth(cells[at] ?? ''))),
  );
  return rows.map((cells) =>
    `  ${cells.map((cell, at) => (at === cells.length - 1 ? cell : padTo(cell, widths[at] ?? 0))).join('  ')}`.trimEnd(),
  );
}
