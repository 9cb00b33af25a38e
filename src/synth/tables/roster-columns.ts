import { memberCount } from '../member-count.js';
import type { Household, Person, Standing } from '../model.js';
import { CITY, COUNTY, PROVINCE } from '../places.js';
import {
  CAUSE_WORDS,
  categoryCode,
  categoryWord,
  EXIT_CODES,
  EXIT_WORDS,
  GRADE_WORDS,
  healthText,
  LABOUR_WORDS,
  relationWord,
  SEX_WORDS,
  schoolingWord,
} from '../words.js';
import { writtenId } from '../written-id.js';
import type { Column, Pen } from './columns.js';

/** One row of the roster. */
export interface RosterRow {
  readonly household: Household;
  readonly person: Person;
  readonly standing: Standing;
  readonly members: number;
}

/** The roster's rows of a household; those who left are still listed, with their status. */
export function rosterRows(household: Household): RosterRow[] {
  const members = household.memberCount ?? memberCount(household);
  return household.members.map((person) => ({
    household,
    person,
    members,
    standing: { ...household.standing, ...person.own },
  }));
}

const exitWord = ({ standing }: RosterRow, { dirt }: Pen): string =>
  dirt.code(standing.exitStatus, EXIT_WORDS);
const yearText = (year: number | undefined): string | undefined =>
  year === undefined ? undefined : String(year);
const isOnDibao = (household: Household, person: Person): boolean =>
  household.records.dibao.some((row) => row.active && row.id === person.id);

const idCell: Column<RosterRow>[1] = ({ person }, { dirt }) => {
  const text = writtenId(person);
  // A number cell keeps fifteen digits: the last ones are gone.
  if (person.fault === 'precision-lost') return { number: text };
  return person.fault === undefined ? dirt.id(text) : text;
};

const sum = (income: Household['income']): number | undefined =>
  income && income.wage + income.business + income.property + income.transfer;
const plus = (value: number | undefined, off: number | undefined): number | undefined =>
  value === undefined ? undefined : value + (off ?? 0);
const gross = ({ income, off }: Household): number | undefined => plus(sum(income), off?.total);
const net = ({ income, off }: Household): number | undefined => {
  const total = sum(income);
  return plus(income && total !== undefined ? total - income.cost : undefined, off?.net);
};

/** The forty-one columns of the system's export of 2016–2017. */
export const rosterColumns: readonly Column<RosterRow>[] = [
  ['省', () => PROVINCE],
  ['市', () => CITY],
  ['县(市、区、旗)', () => COUNTY],
  ['乡(镇)', ({ household }) => household.village.township.name],
  ['行政村', ({ household }) => household.village.name],
  ['自然村', ({ household }) => household.group],
  ['户编号', ({ household }) => household.no],
  ['人编号', ({ person }) => person.personNo],
  ['姓名', ({ person }, { dirt }) => dirt.name(person.name)],
  ['性别', ({ person }, { dirt }) => person.written?.sex ?? dirt.code(person.sex, SEX_WORDS)],
  ['证件号码', idCell],
  ['与户主关系', ({ person }, { random }) => person.written?.relation ?? relationWord(random, person, 0.06)],
  ['民族', ({ person }) => person.ethnicity],
  ['文化程度', ({ person }) => person.education],
  ['在校生状况', ({ person }, { random }) => schoolingWord(random, person)],
  ['健康状况', ({ person }, { random }) => person.written?.health ?? healthText(random, person.health)],
  ['劳动技能', ({ person }, { dirt }) => person.written?.labour ?? dirt.code(person.labour, LABOUR_WORDS)],
  ['务工状况', ({ person }) => person.work],
  ['务工时间（月）', ({ person }, { dirt }) => dirt.count(person.workMonths)],
  ['是否参加城乡居民基本医疗保险', ({ person }, { dirt }) => dirt.yes(person.insured)],
  ['是否参加城镇职工基本医疗保险', ({ person }, { dirt }) => dirt.yes(person.employeeInsured)],
  [
    '是否享受农村低保',
    ({ household, person }, { dirt }) => person.written?.dibao ?? dirt.yes(isOnDibao(household, person)),
  ],
  ['贫困户属性', ({ standing }) => categoryWord(standing.category, standing.exitStatus)],
  ['脱贫属性', exitWord],
  ['脱贫年度', ({ standing }, { dirt }) => dirt.date(yearText(standing.exitYear))],
  ['识别时间', ({ household }, { dirt }) => dirt.date(household.identified)],
  ['工资性收入', ({ household }, { dirt }) => dirt.money(household.income?.wage)],
  ['生产经营性收入', ({ household }, { dirt }) => dirt.money(household.income?.business)],
  ['财产性收入', ({ household }, { dirt }) => dirt.money(household.income?.property)],
  ['转移性收入', ({ household }, { dirt }) => dirt.money(household.income?.transfer)],
  ['生产经营性支出', ({ household }, { dirt }) => dirt.money(household.income?.cost)],
  ['家庭年收入（元）', ({ household }, { dirt }) => dirt.money(gross(household))],
  ['家庭纯收入（元）', ({ household }, { dirt }) => dirt.money(net(household))],
  [
    '人均纯收入（元）',
    ({ household, standing }, { dirt }) => dirt.money(plus(standing.perCapita, household.off?.perCapita)),
  ],
  ['人均稳定收入', ({ standing }, { dirt }) => dirt.money(standing.stable)],
  ['主要致贫原因', ({ household }, { dirt }) => dirt.code(household.cause, CAUSE_WORDS)],
  ['危房等级', ({ household }, { dirt }) => dirt.code(household.grade, GRADE_WORDS)],
  ['是否解决安全饮用水', ({ household }, { dirt }) => dirt.yes(household.safeWater)],
  ['人数', ({ members }, { dirt }) => dirt.count(members)],
  ['联系电话', ({ person }) => person.phone],
  ['人员状态', ({ person }) => (person.gone ? (person.relation === 'father' ? '死亡' : '自然减少') : '正常')],
];

/** The same columns under the names of another province's export. */
const otherNames: Readonly<Record<string, string>> = {
  户编号: '贫困户编号',
  人编号: '个人编号',
  '乡(镇)': '乡镇',
  行政村: '村',
  自然村: '村民小组',
  证件号码: '身份证/残疾证号码',
  与户主关系: '户主关系',
  在校生状况: '在校状况',
  劳动技能: '劳动能力',
  务工状况: '务工区域',
  脱贫属性: '户脱贫属性',
  贫困户属性: '户属性',
  脱贫年度: '脱贫年份',
  是否解决安全饮用水: '饮水是否安全',
  人数: '家庭人口',
  '人均纯收入（元）': '家庭人均\n纯收入(元)',
  人均稳定收入: '家庭人均稳定收入',
};

/** The second layout: other headers, the person first, the places later. */
export const otherRosterColumns: readonly Column<RosterRow>[] = (() => {
  const renamed = rosterColumns.map(
    ([header, cell]): Column<RosterRow> => [otherNames[header] ?? header, cell],
  );
  const places = renamed.splice(0, 6);
  return [...renamed.slice(0, 14), ...places, ...renamed.slice(14)];
})();

/** The household list: what the roster says of the household, once, with its head. */
export const householdColumns: readonly Column<Household>[] = [
  ['县(市、区、旗)', () => COUNTY],
  ['乡(镇)', ({ village }) => village.township.name],
  ['行政村', ({ village }) => village.name],
  ['行政村编码', ({ village }) => village.code],
  ['村民小组', ({ group }) => group],
  ['户编号', ({ no }) => no],
  ['户主姓名', (household, { dirt }) => dirt.name(head(household).name)],
  ['户主证件号码', (household, { dirt }) => dirt.id(writtenId(head(household)))],
  ['家庭人口数', (household) => String(household.memberCount ?? memberCount(household))],
  ['贫困户属性', ({ standing }) => categoryCode(standing.category, standing.exitStatus)],
  ['脱贫状态', ({ standing }, { dirt }) => dirt.code(standing.exitStatus, EXIT_CODES)],
  ['脱贫年度', ({ standing }, { dirt }) => dirt.date(yearText(standing.exitYear))],
  ['首次识别时间', ({ identified }, { dirt }) => dirt.date(identified)],
  ['主要致贫原因', ({ cause }, { dirt }) => dirt.code(cause, CAUSE_WORDS)],
  ['工资性收入', ({ income }, { dirt }) => dirt.money(income?.wage)],
  ['生产经营性收入', ({ income }, { dirt }) => dirt.money(income?.business)],
  ['财产性收入', ({ income }, { dirt }) => dirt.money(income?.property)],
  ['转移性收入', ({ income }, { dirt }) => dirt.money(income?.transfer)],
  ['生产经营性支出', ({ income }, { dirt }) => dirt.money(income?.cost)],
  ['家庭年收入', (household, { dirt }) => dirt.money(gross(household))],
  ['家庭纯收入', (household, { dirt }) => dirt.money(net(household))],
  ['人均纯收入', ({ standing, off }, { dirt }) => dirt.money(plus(standing.perCapita, off?.perCapita))],
  ['人均稳定收入', ({ standing }, { dirt }) => dirt.money(standing.stable)],
  ['危房级别', ({ grade }, { dirt }) => dirt.code(grade, GRADE_WORDS)],
  ['是否危房户', ({ unsafeDwelling }, { dirt }) => dirt.yes(unsafeDwelling)],
  ['是否有安全饮水', ({ safeWater }, { dirt }) => dirt.yes(safeWater)],
  ['是否搬迁户', ({ relocated }, { dirt }) => dirt.yes(relocated)],
  ['帮扶责任人', ({ helper }, { dirt }) => dirt.name(helper ?? '')],
  ['更新时间', ({ updated }, { dirt }) => dirt.date(updated)],
];

function head(household: Household): Person {
  const found = household.members.find((member) => member.relation === 'head');
  if (!found) throw new Error('a household without a head');
  return found;
}
