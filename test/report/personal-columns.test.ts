import { expect, it } from 'vitest';
import { personalColumn } from '../../src/report/personal-columns.js';
import { loadRules } from '../../src/rules/load.js';

/**
 * Evidence columns that say nothing about a person by themselves. A new column of a rule must be one that masking knows
 * (src/report/personal-columns.ts), or be listed here by whoever made sure of it.
 */
const IMPERSONAL = new Set(
  `age area asset asset_date asset_detail asset_no base brand cadre_village cancelled_on capital category category_first
  category_second categories certificate class company conflict department diagnosis died_on difference disability_level
  dropped_on employer ended_on exit_status exit_status_first exit_status_second exit_statuses exit_year exit_year_first
  exit_year_second exit_years fields found_on gap gap_percent grade income income_first income_second incomes kind kinds
  last_paid level location mode nature own_payment pension place places plate post price problem reason registered_on role
  roster_count school serious sex_first sex_second share started_on state statistics_count status supported surveyed_on
  times under_line unknown_name usage use vehicle_count vehicle_type year`.split(/\s+/),
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
