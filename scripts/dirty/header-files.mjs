import { lines, people } from './people.mjs';

/*
 * Kinds of headers, in text files.
 */
const roster = (at, ...more) => [`6299000${at}`, people[at].name, people[at].id, ...more];

const titled = [
  '安平县精准扶贫专项贷款台账,,,,',
  '单位：万元,,,,截止日期：2017年6月30日',
  '借款人,身份证号,贷款金额,发放日期,到期日期',
  ...people
    .slice(0, 6)
    .map(({ name, id }, at) => `${name},${id},${3 + at * 0.5},2016-03-1${at},2019-03-1${at}`),
];

const twoRows = [
  '户编号,姓名,证件号码,与户主关系,家庭收入,,,脱贫,',
  ',,,,工资性,生产经营性,人均纯收入,年度,属性',
  ...[0, 1, 2, 3, 4].map((at) =>
    roster(
      at,
      '户主',
      12000 + at * 500,
      3000,
      3150 + at,
      at < 3 ? '2016' : '',
      at < 3 ? '已脱贫' : '未脱贫',
    ).join(','),
  ),
];

const decorated = [
  '序号,"姓　名","身份证\r\n号　码","补贴 项目","金额\r\n（万元）",*发放日期：,〔备注〕',
  ...people
    .slice(0, 5)
    .map(
      ({ name, id }, at) =>
        `${at + 1},${name},${id},危房改造补助,${(1.15 + at * 0.1).toFixed(2)},2017-05-2${at},`,
    ),
];

const repeated = [
  '姓名,身份证号,死亡日期,注销日期,死亡日期,备注,备注',
  ...people
    .slice(5, 10)
    .map(({ name, id }, at) => `${name},${id},2016-05-0${at + 1},2016-06-01,2016/5/${at + 1},,`),
];

const blank = [
  ',姓名,,身份证号,死亡日期,',
  ...people
    .slice(0, 5)
    .map(({ name, id }, at) => `${at + 1},${name},${'男女'[at % 2]},${id},2016-07-0${at + 1},已核`),
];

const proto = [
  '__proto__,姓名,constructor,身份证号,死亡日期,toString,hasOwnProperty',
  ...people.slice(0, 5).map(({ name, id }, at) => `a${at},${name},b,${id},2016-08-0${at + 1},c,d`),
];

const unknown = [
  '所有人,身份证明号码,号牌号码,车辆类型,初次登计日期,网格员,是否走访,机动车状态',
  ...people
    .slice(6, 11)
    .map(({ name, id }, at) => `${name},${id},陇Z2000${at},小型轿车,2015-0${at + 1}-05,周某,是,正常`),
];

const nearMiss = [
  '所有人,身份证明号马,号牌号码,车辆类型,机动车状态',
  ...people.slice(0, 5).map(({ name, id }, at) => `${name},${id},陇Z3000${at},小型轿车,正常`),
];

const ambiguous = [
  '姓名,身份证号,乡镇,村',
  ...people.slice(0, 5).map(({ name, id }) => `${name},${id},城关镇,东村`),
];

const twoIds = [
  '户编号,户主,,成员,,与户主关系',
  ',姓名,证件号码,姓名,证件号码,',
  ...[0, 2, 4].flatMap((at) => [
    `6299100${at},${people[at].name},${people[at].id},${people[at].name},${people[at].id},户主`,
    `6299100${at},${people[at].name},${people[at].id},${people[at + 1].name},${people[at + 1].id},配偶`,
  ]),
];

const units = [
  '安平县到户补贴发放表',
  '单位：元、万元',
  '姓名,身份证号,项目,金额',
  ...people.slice(0, 5).map(({ name, id }, at) => `${name},${id},产业奖补,${at + 1}`),
];

const headless = people
  .slice(0, 6)
  .map(({ name, id }, at) => `${name},${id},陇Z4000${at},小型轿车,2016-01-0${at + 1},正常`);

export const headerFiles = {
  '标题单位日期行.csv': lines(titled),
  '两行表头.csv': lines(twoRows),
  '表头换行和单位.csv': lines(decorated),
  '表头重名.csv': lines(repeated),
  '表头空白.csv': lines(blank),
  '表头__proto__.csv': lines(proto),
  '不认识的列.csv': lines(unknown),
  '必需列写错.csv': lines(nearMiss),
  '表头含糊.csv': lines(ambiguous),
  '两列都像证件号.csv': lines(twoIds),
  '标题几种单位.csv': lines(units),
  '没有表头.csv': lines(headless),
};
