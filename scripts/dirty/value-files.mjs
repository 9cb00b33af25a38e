import { fifteenDigits, lines, people, withCheckDigit, withX } from './people.mjs';

/*
 * Kinds of values and of rows, in text files.
 */
const FULL_WIDTH = 0xfee0;
const wide = (text) =>
  text.replace(/[0-9A-Z]/g, (found) => String.fromCharCode(found.charCodeAt(0) + FULL_WIDTH));
const spaced = (id) => `${id.slice(0, 6)} ${id.slice(6, 14)} ${id.slice(14)}`;
const wrongCheckDigit = (id) => id.slice(0, 17) + ((Number(id[17].replace('X', '0')) + 1) % 10);
const id = (at) => people[at].id;

/** One ID in each state, and how it came to be. */
const writtenIds = [
  [id(0), '规范'],
  [withX.id.toLowerCase(), '小写x'],
  [wide(id(1)), '全角'],
  [spaced(id(2)), '中间有空格'],
  [`'${id(3)}`, '前有单引号'],
  [`\u200b${id(4)}\u00a0`, '有看不见的字符'],
  [fifteenDigits(id(5)), '15位旧号'],
  [`${id(6)}43`, '残疾证号'],
  [`${id(7)}12B1`, '补办的残疾证号'],
  [wrongCheckDigit(id(8)), '末位写错'],
  [withCheckDigit('62990519951308010'), '月份写成13'],
  [withCheckDigit('62990620171222012'), '生日晚于核查日'],
  [id(12).slice(0, 17), '少一位'],
  [`9${id(13).slice(1)}`, '没有这个省'],
  [
    `${Number(id(14).slice(0, 17) + '0')
      .toExponential(5)
      .toUpperCase()}`,
    '被存成数字',
  ],
  ['E12345678', '护照'],
  ['', '没填'],
  ['无', '写“无”'],
];
const nameOf = (at) => people[at]?.name ?? withX.name;

const rosterIds = [
  '户编号,姓名,证件号码,与户主关系,备注',
  ...writtenIds.map(
    ([written, remark], at) => `629920${String(at).padStart(2, '0')},${nameOf(at)},${written},户主,${remark}`,
  ),
];
const extractIds = [
  '姓名,残疾证号,残疾类别,残疾等级,备注',
  ...writtenIds.map(([written, remark], at) => `${nameOf(at)},${written},肢体,三级,${remark}`),
];

const writtenDates = [
  '2016-07-31',
  '2016/7/31',
  '2016.7.31',
  '20160731',
  '2016年7月31日',
  '２０１６年７月３１日',
  '2016-07-31 08:30:00',
  '2016/7/31 8:30',
  '2016-07',
  '201607',
  '2016年7月',
  '2016',
  '2016-02-30',
  '31/7/2016',
  '去年腊月',
  '42582',
  '16.7.31',
  '',
];
const dates = ['姓名,身份证号,死亡日期', ...writtenDates.map((day, at) => `${nameOf(at)},${id(at)},${day}`)];

const writtenAmounts = [
  '3500',
  '3500.5',
  '"3,500.00"',
  '3500元',
  '￥3500',
  '3500.00 元',
  '1.2万',
  '1.2万元',
  '３５００',
  '—',
  '-',
  '/',
  '无',
  '',
  '"3,50,0"',
  '约3500',
  '三千五百',
  '3500-4000',
  '#VALUE!',
  '-120',
];
const amounts = [
  '姓名,身份证号,车牌号,车辆类型,车价(元)',
  ...writtenAmounts.map(
    (amount, at) => `${nameOf(at)},${id(at)},陇Z5${String(at).padStart(4, '0')},小型轿车,${amount}`,
  ),
];

const codes = [
  '户编号,姓名,证件号码,与户主关系,健康状况,劳动技能,脱贫属性,主要致贫原因',
  ...[
    ['户主', '健康', '普通劳动力', '未脱贫', '因病'],
    ['妻', '长期慢性病、残疾', '弱劳动力或半劳动力', '未脱贫', '因病'],
    ['长子', '健康', '普通劳动力', '1', '因学'],
    ['干亲', '健康,感冒', '普通劳动力', '已脱贫（享受政策）', '懒惰'],
    ['之女 ', '健 康', '无劳动力', '待定', '因病致贫'],
    ['户主', '残疾/长期慢性病', '部分丧失劳动能力', '返贫', '其他'],
  ].map((values, at) =>
    [
      `6299300${at}`,
      nameOf(at),
      id(at),
      ...values.map((value) => (value.includes(',') ? `"${value}"` : value)),
    ].join(','),
  ),
];

const answers = [
  '户编号,身份证号,是否达标,调查日期',
  ...['是', '否', '√', '×', 'Y', 'N', '1', '0', '达标', '不达标', '有', '无', '基本达标', ''].map(
    (answer, at) => `6299400${at.toString(16).toUpperCase()},${id(at)},${answer},2017-04-1${at % 10}`,
  ),
];

const paid = (at, amount) => `${at + 1},城关镇,${nameOf(at)},${id(at)},耕地地力保护补贴,${amount}`;
const totals = [
  '序号,乡镇,姓名,身份证号,项目,金额',
  paid(0, 310),
  paid(1, 290.5),
  paid(2, 120),
  '小计,,,,,720.5',
  paid(3, 88).replace('城关镇', '南川乡'),
  paid(4, 96).replace('城关镇', '南川乡'),
  ',南川乡小计,,,,184',
  '合　计,,5人,,,904.5',
];

const signed = [
  '姓名,身份证号,死亡日期',
  ...[0, 1, 2, 3, 4].map((at) => `${nameOf(at)},${id(at)},2016-10-0${at + 1}`),
  '',
  ',,',
  '　, ,',
  '填表人：周某,审核人：郑某,2017年7月31日',
  '单位（盖章）：安平县公安局,,',
  '注：本表一式两份,,',
];

const pages = [
  '姓名,身份证号,死亡日期',
  ...[0, 1, 2].map((at) => `${nameOf(at)},${id(at)},2016-11-0${at + 1}`),
  '第1页,,',
  '姓名,身份证号,死亡日期',
  ...[3, 4, 5].map((at) => `${nameOf(at)},${id(at)},2016-11-0${at + 1}`),
  '第2页 共2页,,',
];

export const valueFiles = {
  '证件号各种写法-名册.csv': lines(rosterIds),
  '证件号各种写法-部门.csv': lines(extractIds),
  '日期各种写法.csv': lines(dates),
  '金额各种写法.csv': lines(amounts),
  '代码表外的值.csv': lines(codes),
  '是否各种写法.csv': lines(answers),
  '合计小计.csv': lines(totals),
  '空行和落款.csv': lines(signed),
  '中间重复表头.csv': lines(pages),
};
