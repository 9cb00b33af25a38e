import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { loadPack } from '../../src/policy/pack.js';
import { loadOwnRules, loadRules } from '../../src/rules/load.js';
import { testRules } from '../../src/rules/test-rules.js';
import { temporaryFolder } from '../run/temporary-folder.js';

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder();
});

const ruleText = (id: string, where: string): string => `/*
id: ${id}
title: { zh: 甲, en: a }
family: exit
severity: low
clause: [(四)2]
subject: person
predicate: { zh: 甲, en: a }
needs: { person: [phone] }
message: { zh: "{name}", en: "{name}" }
evidence: { phone: { zh: 电话, en: Phone } }
verify: { zh: 甲, en: a }
*/
SELECT m.household_no, m.name, m.id_number, m.township, m.village, m.phone, m.ref
FROM member m
WHERE ${where}
`;
const examplesText = (id: string): string => `rule: ${id}
people: { 甲: { born: 1970-05-01, sex: 男 } }
base:
  person: [{ household_no: H1, name: 甲, id_number: $甲, exit_status: 未脱贫, phone: "1" }]
examples:
  - name: a phone of one digit
    flags: [{ subject: $甲, phone: "1" }]
  - name: no phone entered
    rows: { person: [{ household_no: H1, name: 甲, id_number: $甲, exit_status: 未脱贫, phone: "" }] }
  - name: no column for it
    rows: { person: [{ household_no: H1, name: 甲, id_number: $甲, exit_status: 未脱贫 }] }
    not_run: true
`;
const put = (name: string, text: string): void => writeFileSync(join(folder, name), text);
const test = async () =>
  testRules({ rules: await loadOwnRules(folder, []), pack: await loadPack('gansu-2017') });

describe('testRules', () => {
  it('passes a rule that does what its examples expect, each rule on its own', async () => {
    for (const id of ['CX01', 'CX02']) put(`${id}-a.sql`, ruleText(id, 'm.phone IS NOT NULL'));
    put('cx01.yaml', examplesText('CX01'));
    put('CX02-a.yaml', examplesText('CX02'));
    const results = await test();
    expect(results.map(({ id, status }) => [id, status])).toEqual([
      ['CX01', 'passed'],
      ['CX02', 'passed'],
    ]);
    for (const { examples } of results) {
      expect(examples).toHaveLength(3);
      expect(examples.every(({ differences }) => differences.length === 0)).toBe(true);
    }
  });

  it('says what differs', async () => {
    put('cx01-a.sql', ruleText('CX01', 'm.phone IS NULL'));
    put('cx01.yaml', examplesText('CX01'));
    const [result] = await test();
    expect(result?.status).toBe('failed');
    const [flagged, empty, absent] = result?.examples ?? [];
    expect(flagged?.differences).toEqual([
      {
        zh: '应列为疑点而没有：{"subject":"$甲","phone":"1"}',
        en: 'not flagged: {"subject":"$甲","phone":"1"}',
      },
    ]);
    expect(empty?.differences[0]?.zh).toMatch(/^不应列为疑点而列了：.*"household_no":"H1"/);
    expect(empty?.differences[0]?.en).toMatch(/^flagged: /);
    expect(absent?.differences).toEqual([]);
  });

  it('fails a rule without examples', async () => {
    put('cx01-a.sql', ruleText('CX01', 'TRUE'));
    expect(await test()).toMatchObject([
      {
        id: 'CX01',
        status: 'failed',
        fault: { en: 'no examples: write cx01.yaml beside the rule' },
        examples: [],
      },
    ]);
  });

  it('refuses a rule or examples that are faulty, and tests the others', async () => {
    put('cx01-a.sql', ruleText('CX01', "current_date > DATE '2017-01-01'"));
    put('cx01.yaml', examplesText('CX01'));
    put('cx02-a.sql', ruleText('CX02', 'TRUE'));
    put('cx02.yaml', examplesText('CX02').replace('phone: "1" }]\nex', 'phon: "1" }]\nex'));
    put('cx03-a.sql', ruleText('CX03', 'm.phone IS NOT NULL'));
    put('cx03.yaml', examplesText('CX03'));
    const seen: string[] = [];
    const results = await testRules(
      { rules: await loadOwnRules(folder, []), pack: await loadPack('gansu-2017') },
      ({ id }) => seen.push(id),
    );
    expect(seen).toEqual(['CX01', 'CX02', 'CX03']);
    expect(results.map(({ status }) => status)).toEqual(['refused', 'refused', 'passed']);
    expect(results[0]?.fault?.zh).toMatch(/^HC4001 规则文件“cx01-a\.sql”第 16 行/);
    expect(results[1]?.fault?.en).toMatch(/^HC4004 Examples "cx02\.yaml", line 4: .*did you mean phone\?/);
  });

  it('takes SQL that fails on the rows of an example for that example’s failure', async () => {
    put('cx01-a.sql', ruleText('CX01', 'CAST(m.phone AS INTEGER) = 1'));
    put('cx01.yaml', examplesText('CX01').replace('phone: ""', 'phone: 无'));
    const [result] = await test();
    expect(result?.status).toBe('failed');
    expect(result?.examples.map(({ differences }) => differences.length)).toEqual([0, 1, 0]);
    expect(result?.examples[1]?.differences[0]?.en).toMatch(/^HC4003 /);
    // What stands in a cell is never said.
    expect(result?.examples[1]?.differences[0]?.zh).not.toContain('无');
  });

  it('finds the examples of ours where they ship', async () => {
    const rules = (await loadRules()).filter(({ header }) => header.id === 'DD04');
    const [result] = await testRules({ rules, pack: await loadPack('gansu-2017') });
    expect(result).toMatchObject({ id: 'DD04', status: 'passed' });
    expect(result?.examples.length).toBeGreaterThan(3);
  });
});
