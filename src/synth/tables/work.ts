import { cadreSeat, employedInsurance, payrollPlace, residentInsurance } from '../jobs.js';
import { COUNTY } from '../places.js';
import type { Cadre, Insurance, Payroll } from '../records.js';
import { INSURANCE_WORDS, INSURED_WORDS, POST_WORDS, STAFF_WORDS } from '../words.js';
import type { Extract } from './extract.js';

/** 职工和机关养老保险: those who are insured through work. */
export const employedPension: Extract<Insurance> = {
  file: '人社局职工养老保险参保信息.csv',
  format: 'utf-8-bom',
  titles: [`${COUNTY}企业职工和机关事业单位养老保险参保信息`, '截止日期:2017-07-31'],
  style: { share: 0.015, date: 'iso', yes: ['是', '否'] },
  columns: [
    ['姓名', ({ name }, { dirt }) => dirt.name(name)],
    ['身份证号', ({ id }, { dirt }) => dirt.id(id)],
    ['险种', ({ kind }, { dirt }) => dirt.code(kind, INSURANCE_WORDS)],
    ['单位名称', ({ employer }) => employer],
    ['参保状态', ({ status }, { dirt }) => dirt.code(status, INSURED_WORDS)],
    ['用工性质', ({ post }) => post],
    ['月缴费基数', ({ base }, { dirt }) => dirt.money(base)],
    ['最近缴费年月', ({ lastPaid }, { dirt }) => dirt.date(lastPaid)],
    ['月养老金', ({ pension }, { dirt }) => dirt.money(pension)],
  ],
  idColumn: 1,
  rows: ({ insurance }) => insurance.filter((row) => row.kind !== 'resident'),
  perHousehold: 12,
  large: true,
  stride: 2,
  strange: (who, maker) => {
    const retired = maker.year - who.bornIn >= 60;
    const kind = maker.random.chance(0.22) ? 'public' : 'employee';
    return retired
      ? employedInsurance(maker, who, {
          kind,
          status: 'retired',
          pension: maker.random.between(150_000, 460_000) / 100,
        })
      : employedInsurance(maker, who, {
          kind,
          base: maker.random.between(2640, 8600),
          ...(maker.random.chance(0.2) && { status: 'suspended' as const }),
        });
  },
  rejects: ['malformed', 'missing'],
};

/** 城乡居民养老保险: a file of its own, under other headers. */
export const residentPension: Extract<Insurance> = {
  file: '城乡居民养老保险参保名单.csv',
  format: 'utf-8',
  titles: [],
  style: { share: 0.015, date: 'digits', yes: ['是', '否'] },
  columns: [
    ['人员姓名', ({ name }, { dirt }) => dirt.name(name)],
    ['公民身份号码', ({ id }, { dirt }) => dirt.id(id)],
    ['参保险种', ({ kind }, { dirt }) => dirt.code(kind, INSURANCE_WORDS)],
    ['人员参保状态', ({ status }, { dirt }) => dirt.code(status, INSURED_WORDS)],
    ['最后缴费年月', ({ lastPaid }, { dirt }) => dirt.date(lastPaid)],
    ['月待遇', ({ pension }, { dirt }) => dirt.money(pension)],
  ],
  idColumn: 1,
  rows: ({ insurance }) => insurance.filter((row) => row.kind === 'resident'),
  perHousehold: 28,
  large: true,
  strange: (who, maker) => residentInsurance(maker, who, maker.year - who.bornIn),
  rejects: ['malformed', 'precision-lost'],
};

export const payroll: Extract<Payroll> = {
  file: '财政供养人员信息.xlsx',
  format: 'workbook-shared',
  sheet: '财政供养人员',
  titles: [`${COUNTY}财政供养人员信息表`, '截止日期:2017-07-31'],
  style: { share: 0.03, date: 'iso', yes: ['是', '否'] },
  columns: [
    ['序号', () => undefined],
    ['工作单位', ({ employer }) => employer],
    ['姓名', ({ name }, { dirt }) => dirt.name(name)],
    ['证件号码', ({ id }, { dirt }) => dirt.id(id)],
    ['编制类型', ({ kind }) => kind],
    ['职务', ({ post }) => post],
    ['在职状态', ({ status }, { dirt }) => dirt.code(status, STAFF_WORDS)],
  ],
  idColumn: 3,
  rows: (records) => records.payroll,
  perHousehold: 0.28,
  stride: 13,
  strange: (who, maker) => payrollPlace(maker, who, maker.year - who.bornIn >= 60 ? 'retired' : 'serving'),
  rejects: ['malformed', 'precision-lost'],
};

const seats = [
  'secretary',
  'director',
  'clerk',
  'deputy-secretary',
  'deputy-director',
  'committee-member',
  'committee-member',
  'women',
  'supervisor',
];

export const cadre: Extract<Cadre> = {
  file: '村两委干部花名册.xlsx',
  format: 'workbook',
  sheet: '村干部',
  titles: [`${COUNTY}村两委干部花名册`],
  style: { share: 0.04, date: 'dot', yes: ['是', '否'] },
  columns: [
    ['乡镇', ({ village }) => village.township.name],
    ['行政村', ({ village }) => village.name],
    ['姓名', ({ name }, { dirt }) => dirt.name(name)],
    ['身份证号码', ({ id }, { dirt }) => dirt.id(id)],
    [
      '现任职务',
      ({ posts }, { dirt, random }) =>
        posts.map((post) => dirt.code(post, POST_WORDS)).join(random.pick(['、', '，', '/'])),
    ],
    ['任职时间', ({ started }, { dirt }) => dirt.date(started)],
    ['离任时间', ({ ended }, { dirt }) => dirt.date(ended)],
    ['是否现任', ({ serving }, { dirt }) => dirt.yes(serving)],
  ],
  idColumn: 3,
  rows: (records) => records.cadre,
  perHousehold: 0.16,
  stride: 17,
  strange: (who, maker, village) => cadreSeat(maker, who, village, [maker.random.pick(seats)]),
  rejects: ['malformed'],
};
