import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withNumbers } from '../../src/rules/example-people.js';

const people = {
  甲: { born: '1970-05-01', sex: '男' },
  乙: { born: '1972-08-11', sex: '女' },
  丙: { born: '1962-01-01', sex: '男' },
  丁: { born: '2006-03-03', sex: '男' },
} as const;

/** A synthetic person's ID number (`$甲`), in any of the forms of the rule examples. */
export const number = (form: string): string => withNumbers(form, people);

const ROSTER = [
  '户编号,人编号,姓名,性别,证件号码,与户主关系,脱贫属性,脱贫年度,人均纯收入(元),县,乡镇,行政村',
  `H1,P1,甲大山,男,${number('$甲')},户主,未脱贫,,2000,安平县,城关镇,东村`,
  `H1,P2,乙小花,女,${number('$乙')},配偶,未脱贫,,2000,安平县,城关镇,东村`,
  `H2,P3,丙有田,男,${number('$丙')},户主,已脱贫,2016,3000,安平县,南川乡,西村`,
  `H2,P4,丁小宝,男,${number('$丁')},之子,已脱贫,2016,3000,安平县,南川乡,西村`,
];

const VEHICLES = [
  '机动车所有人,身份证明号码,号牌号码,车辆类型,机动车状态,初次登记日期',
  `甲大山,${number('$甲')},陇A10001,小型轿车,正常,2015-03-01`,
  `乙小花,${number('$乙')},陇A10002,普通二轮摩托车,A,2015/3/1`,
  '丙有田,123,陇A10003,小型轿车,正常,2015.3.1',
];

/** The lines of the two extracts, for tests that change them. */
export const lines = { roster: ROSTER, vehicles: VEHICLES } as const;

/** Writes the extracts into a folder, made if need be: one car that flags, one motorcycle, one unusable row, one low income. */
export function writeCounty(
  folder: string,
  given: { roster?: readonly string[]; vehicles?: readonly string[] } = {},
): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'roster.csv'),
    `${['截止日期:2017-07-31,,,,,,,,,,,', ...(given.roster ?? ROSTER)].join('\n')}\n`,
  );
  writeFileSync(join(folder, 'vehicle.csv'), `${(given.vehicles ?? VEHICLES).join('\r\n')}\r\n`);
  return folder;
}
