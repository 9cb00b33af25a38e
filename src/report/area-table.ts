import { codeLabel, codeList } from '../datasets/labels.js';
import { say, type TextKey } from './messages.js';
import type { AreaComparison, AreaMeasure, ReportModel } from './model.js';

/** Columns of the reconciliation table; those of a measure come once for persons and once for households. */
const places: readonly TextKey[] = [
  'area.level',
  'column.county',
  'column.township',
  'column.village',
  'area.year',
];
const measures: readonly TextKey[] = [
  'area.statistics',
  'area.roster',
  'area.difference',
  'area.percent',
  'area.exceeds',
];

/** The titles of the table, in the language of the run. */
export function areaTitles({ lang }: ReportModel): string[] {
  const of = (what: TextKey): string[] =>
    measures.map((key) => `${say(lang, what)}${lang === 'zh' ? '：' : ': '}${say(lang, key)}`);
  return [
    ...places.map((key) => say(lang, key)),
    ...of('area.persons'),
    ...of('area.households'),
    say(lang, 'area.limit'),
    say(lang, 'area.note'),
  ];
}

/** The row of one area: texts and numbers; null where there is no number to compare. */
export function areaRow(model: ReportModel, area: AreaComparison): (string | number | null)[] {
  const { lang } = model;
  const of = (measure: AreaMeasure | undefined): (string | number | null)[] =>
    measure === undefined
      ? [null, null, null, null, say(lang, 'area.not-given')]
      : [
          measure.statistics,
          measure.roster,
          measure.difference,
          measure.percent,
          say(lang, measure.exceeds ? 'area.exceeds-yes' : 'area.exceeds-no'),
        ];
  const limit = (name: string): number => Number(model.policy.values[name]?.value);
  return [
    codeLabel(codeList('area.level'), area.level, lang),
    area.county,
    area.township,
    area.village,
    area.year,
    ...of(area.persons),
    ...of(area.households),
    say(lang, 'area.limit-is', {
      percent: Math.round(limit('dual_gap') * 10_000) / 100,
      least: limit('dual_gap_min'),
    }),
    area.unknownName ? say(lang, 'area.unknown-name') : '',
  ];
}
