import { VILLAGE_EXIT } from './codes.js';
import type { Dataset } from './dataset.js';
import { code, date, decimal, int, money, text, yesno } from './fields.js';
import { personFields } from './person.js';

const { county, township, village: name, village_code } = personFields;

export const village: Dataset = {
  id: 'village',
  title: { zh: '贫困村信息', en: 'Villages' },
  department: { zh: '扶贫', en: 'Poverty alleviation' },
  fields: {
    ...(county && { county }),
    ...(township && { township }),
    ...(name && { village: name }),
    ...(village_code && { village_code }),
    poor_village: yesno('Poor village', ['是否贫困村', '贫困村', '是否建档立卡贫困村', '是否重点村'], {
      signature: true,
    }),
    exit_status: code(
      'Exit status',
      ['退出状态', '是否退出', '村退出状态', '出列状态', '是否出列'],
      VILLAGE_EXIT,
      { signature: true },
    ),
    exit_year: date('Exit year', ['退出年度', '退出年份', '出列年度', '出列年份', '退出时间']),
    households: int('Households', ['总户数', '农户数', '全村户数']),
    population: int('Population', ['总人口数', '户籍人口', '总人口', '户籍人口数', '全村人口']),
    poor_households: int('Poor households', ['贫困户数', '建档立卡户数', '建档立卡贫困户数']),
    poor_persons: int('Poor persons', [
      '贫困人口数',
      '建档立卡人数',
      '贫困人口',
      '建档立卡人口数',
      '建档立卡贫困人口数',
    ]),
    remaining_households: int('Households still poor', ['剩余贫困户数', '未脱贫户数', '剩余户数'], {
      signature: true,
    }),
    remaining_persons: int(
      'Persons still poor',
      ['剩余贫困人口数', '未脱贫人口数', '剩余贫困人口', '剩余人数'],
      {
        signature: true,
      },
    ),
    incidence: decimal('Poverty incidence (%)', ['贫困发生率', '贫困发生率(%)', '发生率', '发生率(%)'], {
      signature: true,
    }),
    collective_income: money(
      'Collective income',
      ['村集体经济收入', '集体经济收入', '村集体收入', '集体收入'],
      {
        signature: true,
      },
    ),
    indicators_unmet: text('Exit indicators not met', ['未达标指标', '未达标项', '不达标指标']),
  },
  keys: [
    ['village'],
    [
      'poor_village',
      'exit_status',
      'households',
      'population',
      'poor_households',
      'poor_persons',
      'remaining_persons',
      'incidence',
      'collective_income',
      'indicators_unmet',
    ],
  ],
  gather: { field: 'indicators_unmet', prefix: '指标' },
  hints: ['贫困村', '村信息', '村基本情况'],
};
