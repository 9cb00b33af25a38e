import { COUNTY } from '../places.js';
import type { SecondRow } from '../second-roster.js';
import { categoryWord, EXIT_WORDS, LABOUR_WORDS, relationWord, SEX_WORDS } from '../words.js';
import type { Column } from './columns.js';

/** The second roster as the big-data platform exports it: fewer columns, other names. */
export const secondRosterColumns: readonly Column<SecondRow>[] = [
  ['县区', () => COUNTY],
  ['乡镇', ({ village }) => village.township.name],
  ['村名', ({ village }) => village.name],
  ['户编码', ({ no }) => no],
  ['人口编号', ({ person }) => person.personNo],
  ['成员姓名', ({ name }, { dirt }) => dirt.name(name)],
  ['公民身份号码', ({ person }, { dirt }) => dirt.id(person.id)],
  ['性别', ({ sex }, { dirt }) => dirt.code(sex, SEX_WORDS)],
  ['户主关系', ({ person }, { random }) => relationWord(random, person, 0.3)],
  ['民族', ({ person }) => person.ethnicity],
  ['劳动力状况', ({ person }, { dirt }) => dirt.code(person.labour, LABOUR_WORDS)],
  ['户类型', ({ standing }) => categoryWord(standing.category, standing.exitStatus)],
  ['脱贫状态', ({ standing }, { dirt }) => dirt.code(standing.exitStatus, EXIT_WORDS)],
  [
    '脱贫年份',
    ({ standing }, { dirt }) =>
      dirt.date(standing.exitYear === undefined ? undefined : String(standing.exitYear)),
  ],
  ['家庭人均纯收入（元）', ({ standing }, { dirt }) => dirt.money(standing.perCapita)],
  ['家庭人均稳定收入（元）', ({ standing }, { dirt }) => dirt.money(standing.stable)],
];
