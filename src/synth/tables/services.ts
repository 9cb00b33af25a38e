import { COUNTY } from '../places.js';
import type { Dwelling, Medical, Student, Suspect, Water } from '../records.js';
import { chronicRecord, dwellingRecord, seriousRecord, smallRecord, waterRecord } from '../services.js';
import { ACTION_WORDS, GRADE_WORDS, REASON_WORDS, RENOVATION_WORDS, STUDENT_WORDS } from '../words.js';
import type { Extract } from './extract.js';

const grades = '小学一年级 小学二年级 小学三年级 小学四年级 小学五年级 小学六年级 七年级 八年级 九年级'.split(
  ' ',
);

export const student: Extract<Student> = {
  file: '教育局义务教育学籍信息.csv',
  format: 'gb18030',
  titles: [],
  style: { share: 0.03, date: 'iso', yes: ['是', '否'] },
  columns: [
    ['姓名', ({ name }, { dirt }) => dirt.name(name)],
    ['身份证件号码', ({ id }, { dirt }) => dirt.id(id)],
    ['学校名称', ({ school }) => school],
    ['年级', ({ grade }) => grade],
    ['学籍状态', ({ status }, { dirt }) => dirt.code(status, STUDENT_WORDS)],
    ['辍学时间', ({ dropped }, { dirt }) => dirt.date(dropped?.slice(0, 7))],
    ['不在校原因', ({ reason }, { dirt }) => dirt.code(reason, REASON_WORDS)],
  ],
  idColumn: 1,
  rows: (records) => records.student,
  perHousehold: 1.9,
  pupils: true,
  strange: (who, maker, village) => {
    const age = maker.year - who.bornIn;
    return {
      id: who.id,
      name: who.name,
      school: `${village.township.name}${age < 12 ? '中心小学' : '初级中学'}`,
      grade: grades[Math.max(0, Math.min(8, age - 6))] ?? '',
      status: maker.random.chance(0.992) ? 'enrolled' : 'dropout',
    };
  },
  rejects: ['malformed', 'ragged'],
};

export const medical: Extract<Medical> = {
  file: '城乡居民医疗费用结算.csv',
  format: 'utf-8',
  titles: [],
  style: { share: 0.03, date: 'iso', yes: ['是', '否'] },
  columns: [
    ['结算年度', ({ year }, { dirt }) => dirt.date(String(year))],
    ['姓名', ({ name }, { dirt }) => dirt.name(name)],
    ['身份证号码', ({ id }, { dirt }) => dirt.id(id)],
    ['疾病诊断', ({ diagnosis }) => diagnosis],
    ['是否大病', ({ serious }, { dirt }) => dirt.yes(serious)],
    ['门诊慢特病', ({ chronic }, { dirt }) => dirt.yes(chronic)],
    ['是否治愈', ({ cured }, { dirt }) => dirt.yes(cured)],
    ['总费用(元)', ({ total }, { dirt }) => dirt.money(total)],
    ['个人自付合规费用', ({ selfPaid }, { dirt }) => dirt.money(selfPaid)],
    ['不合规费用', ({ nonCompliant }, { dirt }) => dirt.money(nonCompliant)],
  ],
  idColumn: 2,
  rows: (records) => records.medical,
  perHousehold: 3.1,
  stride: 5,
  strange: (who, maker) => {
    const roll = maker.random.next();
    if (roll < 0.05)
      return seriousRecord(maker, who, { selfPaid: maker.random.between(200_000, 2_600_000) / 100 });
    return roll < 0.35
      ? chronicRecord(maker, who, { selfPaid: maker.random.between(10_000, 480_000) / 100 })
      : smallRecord(maker, who);
  },
  rejects: ['malformed', 'ragged', 'missing'],
};

export const dwelling: Extract<Dwelling> = {
  file: '住建局农村住房安全鉴定.xlsx',
  format: 'workbook',
  sheet: '鉴定结果',
  titles: [`${COUNTY}农村住房安全性鉴定结果汇总表`, '截止日期:2017-05-31'],
  style: { share: 0.03, date: 'slash', yes: ['是', '否'] },
  columns: [
    ['序号', () => undefined],
    ['乡镇名称', ({ village }) => village.township.name],
    ['村名称', ({ village }) => village.name],
    // Fourteen digits fit a number cell, and Excel makes them one wherever somebody has typed them.
    [
      '贫困户编号',
      ({ household }, { random }) =>
        household !== undefined && random.chance(0.2) ? { number: household } : household,
    ],
    ['户主姓名', ({ name }, { dirt }) => dirt.name(name)],
    ['户主身份证号码', ({ id }, { dirt }) => dirt.id(id)],
    ['房屋鉴定等级', ({ grade }, { dirt }) => dirt.code(grade, GRADE_WORDS)],
    ['是否主要居住用房', ({ main }, { dirt }) => dirt.yes(main)],
    ['是否有人居住', ({ occupied }, { dirt }) => dirt.yes(occupied)],
    ['鉴定日期', ({ surveyed }, { dirt }) => dirt.date(surveyed)],
    ['改造情况', ({ renovation }, { dirt }) => dirt.code(renovation, RENOVATION_WORDS)],
    ['竣工时间', ({ completed }, { dirt }) => dirt.date(completed)],
  ],
  idColumn: 5,
  rows: (records) => records.dwelling,
  perHousehold: 0.9,
  stride: 19,
  strange: (who, maker, village) =>
    dwellingRecord(maker, { village, head: who }, maker.random.pick(['A', 'B', 'C', 'D']), {
      ...(maker.random.chance(0.5) && { renovation: 'done' }),
    }),
  rejects: [],
};

export const water: Extract<Water> = {
  file: '水务局农村饮水安全核查.csv',
  format: 'utf-8-bom',
  titles: [`${COUNTY}农村饮水安全核查台账`],
  style: { share: 0.02, date: 'words', yes: ['达标', '不达标'] },
  columns: [
    ['乡镇', ({ village }) => village.township.name],
    ['村名', ({ village }) => village.name],
    ['户编号', ({ household }) => household],
    ['户主', ({ name }, { dirt }) => dirt.name(name)],
    ['户主身份证号', ({ id }, { dirt }) => dirt.id(id)],
    ['饮水是否达标', ({ safe }, { dirt }) => dirt.yes(safe)],
    ['核查日期', ({ surveyed }, { dirt }) => dirt.date(surveyed)],
  ],
  idColumn: 4,
  rows: (records) => records.water,
  perHousehold: 0.9,
  stride: 23,
  strange: (who, maker, village) => waterRecord(maker, { village, head: who }, maker.random.chance(0.96)),
  rejects: [],
};

export const auditSuspect: Extract<Suspect> = {
  file: '2016年审计疑似问题名单.xlsx',
  format: 'workbook',
  sheet: '疑似名单',
  titles: ['2016年精准扶贫审计疑似问题名单'],
  style: { share: 0.04, date: 'dot', yes: ['是', '否'] },
  columns: [
    ['序号', () => undefined],
    ['乡镇', ({ village }) => village.township.name],
    ['村', ({ village }) => village.name],
    ['姓名', ({ name }, { dirt }) => dirt.name(name)],
    ['身份证号', ({ id }, { dirt }) => dirt.id(id)],
    ['户编号', ({ household }) => household],
    ['疑似问题类型', ({ problem }) => problem],
    ['处理结果', ({ action }, { dirt }) => dirt.code(action, ACTION_WORDS)],
    ['发现时间', ({ found }, { dirt }) => dirt.date(found)],
  ],
  idColumn: 4,
  rows: (records) => records.suspect,
  perHousehold: 0,
  rejects: ['malformed'],
};
