import type { Bilingual, Lang } from '../bilingual.js';
import { datasets } from '../datasets/catalogue.js';
import type { RuleHeader } from '../rules/header.js';
import { say } from './messages.js';
import type { ReportModel } from './model.js';

type Value = ReportModel['policy']['values'][string]['value'];
type Exempting = { readonly header: Pick<RuleHeader, 'exemptions'> };

/** Units of the policy packs as Chinese reports write them; of one that is not listed they write nothing. */
const units: Readonly<Record<string, string>> = {
  yuan: '元',
  'yuan a month': '元/月',
  'yuan a person a year': '元/人·年',
  days: '天',
  years: '年',
  'years since first registration': '年',
  'completed years': '周岁',
  'exit years': '年度',
  'persons or households': '人或户',
  'share of the larger number': '（占较大数的比例）',
  'yuan a year': '元/年',
  months: '个月',
  'months before the identification': '个月（识别之前）',
  villages: '个村',
  households: '户',
  'paid households': '户（领到补贴）',
  'households at the start of the year': '户（年初）',
  times: '倍',
  percent: '%',
  'ratio to the spread of independent decisions': '（与各户独立退出的离散程度之比）',
  'share of the households': '（占户数的比例）',
  'share of the line': '（占收入线的比例）',
  'share of the income at the previous run': '（占上一次核查时收入的比例）',
  'share of a village’s payments': '（占全村补贴的比例）',
  'share spent': '（支出占到位资金的比例）',
  'share lent out': '（借出占余额的比例）',
};

/**
 * A threshold as reports show it, with its unit; codes in a list by their labels, which are those of the code list, or of the
 * rules' exemptions, that knows them all.
 */
export function parameterText(
  { value, unit }: { value: Value; unit: string },
  { rules, lang }: { readonly rules: readonly Exempting[]; readonly lang: Lang },
): string {
  if (typeof value !== 'object') {
    const shown = lang === 'zh' ? (units[unit] ?? '') : ` ${unit}`;
    return `${value}${shown}`;
  }
  const labels = labelLists(rules).find((list) => value.every((code) => Object.hasOwn(list, code))) ?? {};
  return value.map((code) => labels[code]?.[lang] ?? code).join(say(lang, 'list-separator'));
}

/** Code lists first, then the exemptions of each rule; by code, the label. */
function labelLists(rules: readonly Exempting[]): Readonly<Record<string, Bilingual>>[] {
  const codes = datasets.flatMap(({ fields }) =>
    Object.values(fields).flatMap((field) =>
      field.codes
        ? [Object.fromEntries(Object.entries(field.codes).map(([code, { label }]) => [code, label]))]
        : [],
    ),
  );
  const exemptions = rules.map(({ header }) =>
    Object.fromEntries(header.exemptions.map(({ id, when }) => [id, when])),
  );
  return [...codes, ...exemptions];
}
