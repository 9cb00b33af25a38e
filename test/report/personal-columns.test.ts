import { expect, it } from 'vitest';
import { personalColumn } from '../../src/report/personal-columns.js';
import { loadRules } from '../../src/rules/load.js';

/**
 * Evidence columns that say nothing about a person by themselves. A new column of a rule must be one that masking knows
 * (src/report/personal-columns.ts), or be listed here by whoever made sure of it.
 */
const IMPERSONAL = new Set(
  `above age allocated allocated_on amount area asset asset_date asset_detail asset_no balance bank base
  below brand by_village cadre_village cancelled_on capital categories category category_first
  category_second certificate changed_on class company conflict contract cost days declared department
  detail diagnosis died_on difference disability_level dispersion dropped_on due_on employer ended_on
  exit_status exit_status_first exit_status_second exit_statuses exit_year exit_year_first
  exit_year_second exit_years exited fields found_on gap gap_percent grade granted_on identified_on
  incidence income income_first income_second incomes indicators item kind kinds last_lent_on last_paid
  lent level location member_count mode month moved_on nature net noncompliant over_cap own_payment
  paid_on parts pension per_capita place places plan_year plate post price problem project purpose reason
  registered_on role roster_count school self_paid serious sex_first sex_second share share_percent
  source spent spent_percent started_on state statistics_count status supported surveyed_on term_months
  times total townships under_line unit unknown_name updated_on usage use value vehicle_count
  vehicle_type villages year`.split(/\s+/),
);

it('knows of every evidence column of every rule whether it is a person’s', async () => {
  const unjudged = (await loadRules()).flatMap(({ header }) =>
    Object.entries(header.evidence)
      .filter(([, { codes }]) => codes === undefined)
      .filter(([column, { zh }]) => personalColumn(column, zh) === undefined && !IMPERSONAL.has(column))
      .map(([column, { zh }]) => `${header.id} ${column} ${zh}`),
  );
  expect(unjudged).toEqual([]);
});

it.each([
  { kind: 'name', column: 'owner', label: '登记的所有人' },
  { kind: 'name', column: 'other_names', label: '另外的姓名' },
  { kind: 'name', column: 'name_first', label: '姓名（名册）' },
  { kind: 'name', column: 'only_first', label: '只在名册的成员' },
  { kind: 'name', column: 'patients', label: '患病成员' },
  { kind: 'name', column: 'pupils', label: '辍学学生' },
  { kind: 'name', column: 'persons', label: '涉及成员' },
  { kind: 'name', column: 'able_names', label: '有劳动能力的成员' },
  { kind: 'name', column: 'same_name', label: '名册上同名且证件号有误的户' },
  { kind: 'name', column: 'x', label: '户主' },
  { kind: 'name', column: '', label: '户主姓名' },
  { kind: 'id', column: 'other_id', label: '同户人员证件号' },
  { kind: 'id', column: 'phone', label: '电话' },
  { kind: 'id', column: 'account', label: '账号' },
  { kind: 'id', column: '', label: '身份证明号码' },
  { kind: 'household', column: 'households', label: '涉及的户编号' },
  { kind: 'household', column: 'roster_household', label: '户' },
  { kind: undefined, column: 'unknown_name', label: '名册上没有这个地名' },
  { kind: undefined, column: 'company', label: '企业名称' },
  { kind: undefined, column: 'employer', label: '单位名称' },
  { kind: undefined, column: 'plate', label: '号牌号码' },
])('takes $column（$label）for $kind', ({ kind, column, label }) => {
  expect(personalColumn(column, label)).toBe(kind);
});
