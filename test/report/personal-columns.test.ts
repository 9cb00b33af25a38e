import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/findings/finding.js';
import { maskFinding } from '../../src/report/masking.js';
import { personalColumn, personalEvidence } from '../../src/report/personal-columns.js';
import { loadRules } from '../../src/rules/load.js';
import { parseRule } from '../rules/shipped.js';

/**
 * Evidence columns that say nothing about a person by themselves. A new column of a rule must be one that masking knows
 * (src/report/personal-columns.ts), or be listed here by whoever made sure of it.
 */
const IMPERSONAL = new Set(
  `compared_on drop_percent income_before last_seen missing_on above age allocated allocated_on amount area asset asset_date asset_detail asset_no balance bank base
  below brand by_village cadre_village cancelled_on capital categories category category_first
  category_second certificate changed_on class company conflict contract cost days declared department
  detail diagnosis died_on difference disability_level dispersion dropped_on due_on employer ended_on
  exit_status exit_status_first exit_status_second exit_statuses exit_year exit_year_first
  exit_year_second exit_years exited fields found_on gap gap_percent grade granted_on holder_count identified_on
  incidence income income_first income_second incomes indicators item kind kinds last_lent_on last_paid
  lent level location member_count mode month moved_on nature net noncompliant over_cap own_payment
  paid_on parts pension per_capita place places plan_year plate post price problem project purpose reason
  registered_on role roster_count round school self_paid serious sex_first sex_second share share_percent
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

it.each([
  { kind: 'name', column: 'borrower', label: '借款人' },
  { kind: 'name', column: 'x', label: '领款人（代领）' },
  { kind: 'name', column: 'xm', label: '' },
  { kind: 'name', column: 'father', label: '' },
  { kind: 'name', column: 'payee_second', label: '' },
  { kind: 'id', column: 'id_card', label: '' },
  { kind: 'id', column: 'sfz', label: '' },
  { kind: 'id', column: 'mobile', label: '' },
  { kind: 'id', column: 'bank_card', label: '' },
  { kind: 'id', column: 'account_no', label: '' },
  { kind: 'id', column: 'x', label: '收款账户' },
  { kind: 'id', column: 'x', label: '联系方式' },
  { kind: undefined, column: 'x', label: '是否户主' },
  { kind: undefined, column: 'payee_count', label: '领款人数' },
  { kind: undefined, column: 'card_kind', label: '卡种' },
])('takes $column（$label）of a county’s own rule for $kind', ({ kind, column, label }) => {
  expect(personalColumn(column, label)).toBe(kind);
});

describe('personalEvidence', () => {
  const header = parseRule(`/*
id: CX01
title: { zh: 甲, en: a }
family: exit
severity: low
clause: [(四)2]
subject: person
predicate: { zh: 甲, en: a }
needs: {}
message: { zh: 甲, en: a }
evidence:
  call: { zh: 怎么找, en: How to find }
  note: { zh: 备注, en: Note }
  head: { zh: 户主, en: Head, codes: person.relation }
  phone: { zh: 电话, en: Phone }
personal: [call]
verify: { zh: 甲, en: a }
*/
SELECT 1`).header;

  it('judges by the declaration what id and label do not tell', () => {
    expect(personalEvidence(header, 'call', '13800000000')).toBe('id');
    expect(personalEvidence(header, 'call', '王大山')).toBe('name');
    expect(personalEvidence(header, 'note', '王大山')).toBeUndefined();
    expect(personalEvidence(header, 'phone', '13800000000')).toBe('id');
  });

  it('takes the label of a code for nobody’s name', () => {
    expect(personalEvidence(header, 'head', '户主')).toBeUndefined();
  });

  it('is what masking goes by, for numbers too', () => {
    const finding: Finding = {
      finding_id: 'x',
      rule_id: 'CX01',
      family: 'exit',
      severity: 'low',
      confidence: 'exact',
      status: 'new',
      clause: '(四)2',
      county: '',
      township: '',
      village: '',
      household_no: 'H1',
      subject_type: 'person',
      subject_name: '甲大山',
      id_number: '',
      message: '请找王大山，13800000000',
      evidence: { call: '王大山', note: '王大山说', head: '户主', phone: 13800000000 },
      sources: '',
      parameters: {},
    };
    const masked = maskFinding(finding, 'partial', header);
    expect(masked.evidence).toEqual({ call: '王**', note: '王**说', head: '户主', phone: '138****0000' });
    expect(masked.message).toBe('请找王**，138****0000');
  });
});
