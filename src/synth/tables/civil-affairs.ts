import type { Cell } from '../files/cell.js';
import { dayIn } from '../maker.js';
import { COUNTY } from '../places.js';
import type { Death, Dibao, Disability, Tekun } from '../records.js';
import {
  AREA_WORDS,
  CLASS_WORDS,
  DIBAO_LABOUR_WORDS,
  DISABILITY_WORDS,
  LEVEL_WORDS,
  MODE_WORDS,
} from '../words.js';
import type { Pen } from './columns.js';
import type { Extract } from './extract.js';

/** 农村低保: one row a person, in a workbook. */
export const ruralDibao: Extract<Dibao> = {
  file: '民政局农村低保对象花名册.xlsx',
  format: 'workbook-shared',
  sheet: '农村低保',
  titles: [`${COUNTY}农村最低生活保障对象花名册`, '单位：元'],
  style: { share: 0.04, date: 'dot', yes: ['是', '否'] },
  columns: [
    ['乡镇', ({ village }) => village.township.name],
    ['村', ({ village }) => village.name],
    ['姓名', ({ name }, { dirt }) => dirt.name(name)],
    ['身份证号码', ({ id }, { dirt }) => dirt.id(id)],
    ['户主身份证号', ({ head }, { dirt }) => (head === undefined ? undefined : dirt.id(head))],
    ['城乡类别', ({ area }, { dirt }) => dirt.code(area, AREA_WORDS)],
    ['保障类别', (row, { dirt }) => dirt.code(row.class, CLASS_WORDS)],
    ['劳动能力', ({ labour }, { dirt }) => dirt.code(labour, DIBAO_LABOUR_WORDS)],
    ['享受起始时间', ({ started }, { dirt }) => dirt.date(started)],
    ['月保障金', ({ amount }, { dirt }) => dirt.money(amount)],
    ['在保状态', ({ active }) => (active ? '在保' : '停保')],
  ],
  idColumn: 3,
  rows: ({ dibao }) => dibao.filter((row) => row.area === 'rural'),
  perHousehold: 0,
  rejects: ['malformed', 'precision-lost'],
};

/** Most persons of a household that a wide row holds. */
const WIDE = 4;

/** 城市低保: one row a household, its persons side by side, the head first. */
export const urbanDibao: Extract<readonly Dibao[]> = {
  file: '民政局城市低保家庭名单.csv',
  format: 'gb18030',
  titles: [`${COUNTY}城市低保家庭名单`],
  style: { share: 0.02, date: 'words', yes: ['是', '否'] },
  columns: [
    ['所属乡镇', ([first]) => first?.village.township.name],
    ['所属村', ([first]) => first?.village.name],
    ['城乡类型', ([first], { dirt }) => dirt.code(first?.area, AREA_WORDS)],
    ['低保类别', ([first], { dirt }) => dirt.code(first?.class, CLASS_WORDS)],
    ['保障状态', ([first]) => (first?.active === false ? '停保' : '在保')],
    ['保障金额(元)', ([first], { dirt }) => dirt.money(first?.amount)],
    ['起始年月', ([first], { dirt }) => dirt.date(first?.started.slice(0, 7))],
    ...Array.from({ length: WIDE }, (_, index) => wideColumns(index)).flat(),
  ],
  idColumn: 8,
  rows: ({ dibao }) => {
    const urban = dibao.filter((row) => row.area === 'urban');
    return urban.length === 0 ? [] : [urban];
  },
  perHousehold: 0,
  rejects: [],
};

function wideColumns(index: number): Extract<readonly Dibao[]>['columns'] {
  return [
    [
      `姓名${index + 1}`,
      (rows, { dirt }: Pen): Cell => (rows[index] ? dirt.name(rows[index].name) : undefined),
    ],
    [
      `身份证号码${index + 1}`,
      (rows, { dirt }: Pen): Cell => (rows[index] ? dirt.id(rows[index].id) : undefined),
    ],
  ];
}

export const tekun: Extract<Tekun> = {
  file: '特困供养人员名册.csv',
  format: 'gb18030',
  titles: [`${COUNTY}特困供养人员名册`, '填报单位：县民政局'],
  style: { share: 0.03, date: 'iso', yes: ['是', '否'] },
  columns: [
    ['姓名', ({ name }, { dirt }) => dirt.name(name)],
    ['公民身份证号码', ({ id }, { dirt }) => dirt.id(id)],
    ['供养方式', ({ mode }, { dirt }) => dirt.code(mode, MODE_WORDS)],
    ['城乡', ({ area }) => (area === 'rural' ? '农村' : '城市')],
    ['供养状态', ({ active }) => (active ? '在享' : '停保')],
    ['乡镇名称', ({ village }) => village.township.name],
    ['行政村名称', ({ village }) => village.name],
  ],
  idColumn: 1,
  rows: (records) => records.tekun,
  perHousehold: 0,
  rejects: ['malformed'],
};

/** 残疾人: known by the certificate, whose number is the ID with category and level behind it. */
export const disability: Extract<Disability> = {
  file: '残联持证残疾人信息.xlsx',
  format: 'workbook',
  sheet: 'Sheet1',
  titles: [],
  style: { share: 0.03, date: 'iso', yes: ['是', '否'] },
  columns: [
    ['序号', () => undefined],
    ['姓名', ({ name }, { dirt }) => dirt.name(name)],
    [
      '残疾证号',
      ({ id, category, level }, { dirt, random }) =>
        random.chance(0.88)
          ? dirt.id(id + category + level + (random.chance(0.02) ? random.pick(['B1', '补1']) : ''))
          : id,
    ],
    ['残疾类别', ({ category }, { dirt }) => dirt.code(category, DISABILITY_WORDS)],
    ['残疾等级', ({ level }, { dirt }) => dirt.code(level, LEVEL_WORDS)],
    ['乡(镇)', ({ village }) => village.township.name],
    ['村', ({ village }) => village.name],
  ],
  idColumn: 2,
  rows: (records) => records.disability,
  perHousehold: 0,
  rejects: ['malformed', 'precision-lost', 'missing'],
};

export const death: Extract<Death> = {
  file: '公安局死亡注销人员.csv',
  format: 'gb18030',
  titles: [],
  style: { share: 0.03, date: 'digits', yes: ['是', '否'] },
  columns: [
    ['人员姓名', ({ name }, { dirt }) => dirt.name(name)],
    ['居民身份证号码', ({ id }, { dirt }) => dirt.id(id)],
    ['死亡日期', ({ died }, { dirt }) => dirt.date(died)],
    ['户口注销日期', ({ cancelled }, { dirt }) => dirt.date(cancelled)],
  ],
  idColumn: 1,
  rows: (records) => records.death,
  perHousehold: 0.16,
  stride: 11,
  strange: (who, maker) => {
    const died = dayIn(maker, maker.year - maker.random.between(0, 3));
    return { id: who.id, name: who.name, died, cancelled: died };
  },
  rejects: ['malformed', 'missing'],
};
