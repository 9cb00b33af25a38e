import { beforeAll, describe, expect, it } from 'vitest';
import { loadPack, type Pack } from '../../src/policy/pack.js';
import { readExamples } from '../../src/rules/check-examples.js';
import { parseRule } from './shipped.js';

let pack: Pack;
beforeAll(async () => {
  pack = await loadPack('gansu-2017');
});

const rule = parseRule(`/*
id: CX01
title: { zh: 甲, en: a }
family: exit
severity: low
clause: [(四)2]
subject: person
predicate: { zh: 甲, en: a }
needs: {}
message: { zh: 甲, en: a }
evidence: {}
exemptions: [{ id: truck, when: { zh: 货车, en: truck } }]
verify: { zh: 甲, en: a }
*/
SELECT 1`);
const read = (text: string) => readExamples({ file: 'cx01.yaml', text, rule, pack });

/** Examples whose single one is those lines; the first of them is line 7. */
const one = (lines: string): string => `rule: CX01
people:
  甲: { born: 1970-05-01, sex: 男 }
base:
  person: [{ household_no: H1, id_number: $甲 }]
examples:
${lines}
`;

describe('the examples beside a county’s rule', () => {
  it('are read when all that they name is there', () => {
    const file = read(
      one(`  - name: a
    rows: { vehicle: { columns: [owner_id, plate], rows: [{ owner_id: $甲:15 }] } }
    add: { person: [{ household_no: H2 }] }
    without: [person]
    set: { working_age: [16, 60], poverty_line: 3000, cadre_posts: [secretary] }
    flags: [{ subject: $甲 }]
    exempt: [truck]`),
    );
    expect(file).toMatchObject({ as_of: '2017-07-31', examples: [{ name: 'a' }] });
  });

  it.each<[what: string, text: string, line: number, problem: RegExp]>([
    ['another rule’s', one('  - name: a').replace('CX01', 'CX02'), 1, /rule: must be CX01/],
    ['a day that there is not', `as_of: 2017-02-30\n${one('  - name: a')}`, 1, /as_of: must be a date/],
    [
      'a birth that there is not',
      one('  - name: a').replace('1970-05-01', '1970-13-01'),
      3,
      /born: must be a date/,
    ],
    ['a person in letters', one('  - name: a').replace('甲: {', 'a: {'), 3, /Chinese characters/],
    [
      'a person that there is not',
      one('  - name: a\n    flags:\n      - { subject: $乙 }'),
      9,
      /nobody called 乙/,
    ],
    ['a person that there is not, in a row', one('  - name: a').replace('$甲', '$丙'), 5, /nobody called 丙/],
    [
      'a dataset that there is not',
      one('  - name: a\n    rows:\n      vehicles: []'),
      9,
      /no dataset vehicles, did you mean vehicle\?/,
    ],
    [
      'a dataset to do without that there is not',
      one('  - name: a\n    without: [persons]'),
      8,
      /no dataset persons/,
    ],
    [
      'a column that there is not',
      one('  - name: a\n    add:\n      vehicle:\n        - plate: x\n          colour: y'),
      11,
      /vehicle has no column colour/,
    ],
    [
      'a declared column that there is not',
      one('  - name: a\n    rows: { vehicle: { columns: [plat], rows: [] } }'),
      8,
      /no column plat, did you mean plate\?/,
    ],
    [
      'a parameter that there is not',
      one('  - name: a\n    set: { dual_gpa: 1 }'),
      8,
      /no parameter dual_gpa, did you mean dual_gap\?/,
    ],
    [
      'a value that the policy could not have',
      one('  - name: a\n    set: { dual_gap: 2 }'),
      8,
      /set dual_gap: must be from 0 to 1/,
    ],
    [
      'an exemption that there is not',
      one('  - name: a\n    exempt: [trucks]'),
      8,
      /no exemption trucks, did you mean truck\?/,
    ],
    ['two of one name', one('  - name: a\n  - name: a'), 8, /another example has this name/],
    [
      'findings of a rule that is not run',
      one('  - name: a\n    not_run: true\n    flags: [{ subject: $甲 }]'),
      7,
      /not run has no flags/,
    ],
    [
      'a key that there is not',
      one('  - name: a\n    flag: []'),
      8,
      /examples\.0\.flag: is not known, did you mean flags\?/,
    ],
    ['no examples', 'rule: CX01\nexamples: []\n', 2, /examples: at least 1/],
    [
      'a list for a cell',
      one('  - name: a\n    add: { person: [{ name: [x] }] }'),
      8,
      /must be text or a number/,
    ],
  ])('are refused for %s, naming the line', (_, text, line, problem) => {
    expect(() => read(text)).toThrow(
      expect.objectContaining({
        code: 'HC4004',
        values: { file: 'cx01.yaml', line, problem: expect.stringMatching(problem) },
      }),
    );
  });

  it('may not have more rows than are kept apart', () => {
    const rows = Array.from({ length: 901 }, () => '{ name: x }').join(', ');
    expect(() => read(one(`  - name: a\n    rows: { person: [${rows}] }`))).toThrow(/900 rows at most/);
  });
});
