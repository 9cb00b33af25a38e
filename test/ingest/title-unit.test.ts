import { expect, it } from 'vitest';
import { titleUnit } from '../../src/ingest/title-unit.js';

it.each([
  [['安平县低保发放表', '单位：元'], 1],
  [['单位:万元'], 10_000],
  [['（单位：万元）'], 10_000],
  [['金额单位：人民币元'], 1],
  [['单位：户、人、万元'], 10_000],
  [['单位：千元'], 1000],
  [['计量单位: 亿元'], 100_000_000],
  [['填报单位：安平县民政局 单位：万元'], undefined],
  [['填报单位：安平县民政局', '单位：万元'], 10_000],
  [['填报单位:万元村委会'], undefined],
  [['单位：安平县扶贫办'], undefined],
  [['单位：人'], undefined],
  [['单位：万元 截止日期：2017-07-31'], 10_000],
  [['单位：元、万元'], 'several'],
  [['单位：元', '单位：万元'], 'several'],
  [[], undefined],
])('%j → %s', (titles, unit) => {
  expect(titleUnit(titles)).toBe(unit);
});
