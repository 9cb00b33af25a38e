import { COUNTY } from '../places.js';
import type { HelperLink, Hukou, Relocation } from '../records.js';
import { HUKOU_STATUS_WORDS, relationWord } from '../words.js';
import type { Extract } from './extract.js';

/** 帮扶责任人: one row a helped household. */
export const helper: Extract<HelperLink> = {
  file: '帮扶责任人信息.xlsx',
  format: 'workbook-shared',
  sheet: '帮扶责任人',
  titles: [`${COUNTY}建档立卡贫困户帮扶责任人信息`],
  style: { share: 0.03, date: 'iso', yes: ['是', '否'] },
  columns: [
    ['序号', () => undefined],
    ['帮扶责任人', (row, { dirt }) => dirt.name(row.helper)],
    ['帮扶责任人身份证号', ({ helperId }, { dirt }) => dirt.id(helperId)],
    ['联系电话', ({ phone }) => phone],
    ['帮扶单位', ({ unit }) => unit],
    ['职务', ({ post }) => post],
    ['结对户编号', ({ household }) => household],
    ['户主姓名', ({ name }, { dirt }) => dirt.name(name)],
    ['户主证件号码', ({ id }, { dirt }) => dirt.id(id)],
    ['帮扶开始时间', ({ started }, { dirt }) => dirt.date(started)],
    ['帮扶结束时间', ({ ended }, { dirt }) => dirt.date(ended)],
  ],
  idColumn: 8,
  rows: (records) => records.helper,
  perHousehold: 0,
  rejects: [],
};

/** 户籍: whole registers, those of people who are not registered as poor among them. */
export const hukou: Extract<Hukou> = {
  file: '公安局户籍人口信息.csv',
  format: 'gb18030',
  titles: [],
  style: { share: 0.015, date: 'digits', yes: ['是', '否'] },
  columns: [
    ['户号', (row) => row.hukou],
    ['姓名', ({ name }, { dirt }) => dirt.name(name)],
    ['公民身份号码', ({ id }, { dirt }) => dirt.id(id)],
    ['与户主关系', (row, { random }) => relationWord(random, row, 0.6)],
    ['乡镇', ({ village }) => village.township.name],
    ['行政村', ({ village }) => village.name],
    ['户籍状态', ({ status }, { dirt }) => dirt.code(status, HUKOU_STATUS_WORDS)],
  ],
  idColumn: 2,
  rows: (records) => records.hukou,
  perHousehold: 9,
  large: true,
  stride: 29,
  strange: (who, maker, village) => ({
    id: who.id,
    name: who.name,
    relation: 'head',
    sex: who.sex,
    village,
    hukou: `62${who.id.slice(4, 17)}`,
    status: maker.random.chance(0.98) ? 'present' : 'gone',
  }),
  rejects: ['malformed', 'missing'],
};

/** 易地扶贫搬迁: one row a household that is to move. */
export const relocation: Extract<Relocation> = {
  file: '发改局易地扶贫搬迁台账.csv',
  format: 'utf-8-bom',
  titles: [`${COUNTY}易地扶贫搬迁建档立卡户台账`, '填报单位：县发展和改革局'],
  style: { share: 0.03, date: 'words', yes: ['是', '否'] },
  columns: [
    ['乡镇', ({ village }) => village.township.name],
    ['村', ({ village }) => village.name],
    ['户编号', ({ household }) => household],
    ['户主姓名', ({ name }, { dirt }) => dirt.name(name)],
    ['户主身份证号', ({ id }, { dirt }) => dirt.id(id)],
    ['计划搬迁年度', ({ planYear }, { dirt }) => dirt.date(String(planYear))],
    ['住房是否建成', ({ built }, { dirt }) => dirt.yes(built)],
    ['是否入住', ({ movedIn }, { dirt }) => dirt.yes(movedIn)],
    ['入住时间', ({ movedOn }, { dirt }) => dirt.date(movedOn)],
    ['旧房是否拆除', ({ oldHouseRemoved }, { dirt }) => dirt.yes(oldHouseRemoved)],
  ],
  idColumn: 4,
  rows: (records) => records.relocation,
  perHousehold: 0,
  rejects: [],
};
