import { maskFinding, maskId, maskName } from '../report/masking.js';
import type { Mask } from '../report/model.js';
import type { Household } from './household.js';
import { valueText } from './household-value.js';

/** All that is known of a household, for programs: values as they were normalised, with Chinese labels beside. */
export function householdJson(household: Household, mask: Mask): object {
  const { run, number, members, datasets, findings, rules } = household;
  return {
    run_id: run.recorded.run_id,
    as_of: run.recorded.as_of,
    household_no: number,
    members: members.map(({ name, id, key }) => ({
      name: maskName(name, mask),
      id_number: maskId(id, mask),
      matched: key !== null,
    })),
    findings: findings.map((finding) => {
      const header = rules.find((rule) => rule.header.id === finding.rule_id)?.header;
      return header ? maskFinding(finding, mask, header) : finding;
    }),
    datasets: datasets.map(({ dataset, rows }) => ({
      dataset: dataset.id,
      title: dataset.title,
      rows: rows.map((row) => ({
        source: row.source,
        by: row.by,
        member: row.member === undefined ? null : maskName(row.member, mask),
        values: Object.fromEntries(
          row.values.map((value) => [value.field, valueText(value, { lang: 'zh', mask })]),
        ),
      })),
    })),
    without_rows: household.without.map(({ id }) => id),
    not_given: household.notGiven.map(({ id }) => id),
    changed_inputs: household.otherInputs.map(({ name }) => name),
  };
}
