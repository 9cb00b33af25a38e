import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hecha } from './fake-io.js';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'hecha-rules-test-'));
});
afterEach(() => {
  rmSync(home, { recursive: true, force: true });
});

const rule = (id: string, where: string, params = '[]'): string => `/*
id: ${id}
title: { zh: 甲, en: a }
family: exit
severity: low
clause: [(四)2]
subject: person
predicate: { zh: 甲, en: a }
needs: { person: [phone] }
params: ${params}
message: { zh: "{name}", en: "{name}" }
evidence: { phone: { zh: 电话, en: Phone } }
verify: { zh: 甲, en: a }
*/
SELECT m.household_no, m.name, m.id_number, m.township, m.village, m.phone, m.ref
FROM member m
WHERE ${where}
`;
const examples = (id: string): string => `rule: ${id}
people: { 甲: { born: 1970-05-01, sex: 男 } }
base:
  person: [{ household_no: H1, name: 甲, id_number: $甲, exit_status: 未脱贫, phone: "1" }]
examples:
  - name: 有电话
    flags: [{ subject: $甲 }]
`;
const put = (name: string, text: string): void => {
  mkdirSync(join(home, name, '..'), { recursive: true });
  writeFileSync(join(home, name), text);
};

describe('hecha rules test', () => {
  it('says of each rule how many examples pass, exit 0', async () => {
    put('cx01-a.sql', rule('CX01', 'm.phone IS NOT NULL'));
    put('cx01.yaml', examples('CX01'));
    expect(await hecha('rules', 'test', home)).toEqual({
      code: 0,
      err: '',
      out: '✓ CX01  示例 1/1 通过\n共 1 条规则、1 个示例：1 条通过，0 条未通过，0 条无法检验。\n',
    });
  });

  it('shows each failing example with what differs, exit 1', async () => {
    put('cx01-a.sql', rule('CX01', 'm.phone IS NULL'));
    put('cx01.yaml', examples('CX01'));
    put('cx02-a.sql', rule('CX02', 'm.phone IS NOT NULL'));
    const { code, out } = await hecha('rules', 'test', home, '--lang', 'en');
    expect(code).toBe(1);
    expect(out).toBe(`✗ CX01  0 of 1 examples pass
    ✗ 有电话
        not flagged: {"subject":"$甲"}
✗ CX02  no examples: write cx02.yaml beside the rule
2 rules, 1 examples: 0 rules pass, 2 fail, 0 could not be tested.
`);
  });

  it('exits 2 when a rule could not be tested', async () => {
    put('cx01-a.sql', rule('CX01', 'm.phone IS NOT NULL\nLIMIT 1'));
    put('cx01.yaml', examples('CX01'));
    put('cx02-a.sql', rule('CX02', 'm.phone IS NOT NULL'));
    put('cx02.yaml', examples('CX02'));
    const { code, out } = await hecha('rules', 'test', home);
    expect(code).toBe(2);
    expect(out).toContain('✗ CX01  HC4001 规则文件“cx01-a.sql”第 18 行：不能用 LIMIT。');
    expect(out).toContain('✓ CX02');
  });

  it('gives the same as JSON', async () => {
    put('cx01-a.sql', rule('CX01', 'm.phone IS NULL'));
    put('cx01.yaml', examples('CX01'));
    const { code, out } = await hecha('rules', 'test', home, '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual([
      {
        id: 'CX01',
        file: 'cx01-a.sql',
        status: 'failed',
        examples: [
          {
            name: '有电话',
            passed: false,
            differences: [
              { zh: '应列为疑点而没有：{"subject":"$甲"}', en: 'not flagged: {"subject":"$甲"}' },
            ],
          },
        ],
      },
    ]);
  });

  it('says in one sentence why it cannot', async () => {
    expect(await hecha('rules', 'test', home)).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^HC4005 .*。\n$/),
    });
    expect(await hecha('rules', 'test', join(home, 'none'))).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^HC1001 /),
    });
    put('mi01-a.sql', rule('MI01', 'TRUE'));
    expect(await hecha('rules', 'test', home)).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^HC4001 .*第 2 行：MI01 是 hecha 自带规则的编号/),
    });
  });

  it('tests with a pack of the county, and the rules that a configuration names', async () => {
    put('rules/cx01-a.sql', rule('CX01', 'm.age > $least_age', '[least_age]'));
    put('rules/cx01.yaml', examples('CX01'));
    put(
      'county.yaml',
      'name: county\ntitle: { zh: 县, en: County }\nextends: gansu-2017\nparameters:\n  least_age: { value: 40, unit: completed years, clause: (四)2, source: s, label: { zh: 甲, en: a } }\n',
    );
    put('hecha.yaml', 'policy: county.yaml\nown_rules: rules\n');
    const folder = join(home, 'rules');
    expect((await hecha('rules', 'test', folder)).out).toContain('政策包没有参数 least_age');
    expect((await hecha('rules', 'test', folder, '--policy', join(home, 'county.yaml'))).code).toBe(0);
    const { code, out } = await hecha('rules', 'test', '-c', join(home, 'hecha.yaml'));
    expect([code, out]).toEqual([0, expect.stringMatching(/^✓ CX01/)]);
  });
});
