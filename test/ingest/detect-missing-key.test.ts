import { expect, it } from 'vitest';
import { HechaError } from '../../src/errors.js';
import { detect } from './verdict.js';

it.each([
  // A roster without 户编号 is no dibao, medical … extract because it has an ID number.
  ['乡镇 村 姓名 证件号码 户主身份证号 与户主关系 劳动能力 脱贫属性', 'HC3001'],
  ['姓名 证件号码 与户主关系 脱贫属性 人均纯收入', 'HC3001'],
  // Numbered pairs are dibao's only: a wide tekun list is not dibao.
  ['供养方式 城乡类别 姓名1 身份证1', 'HC3001'],
])('%s → %s', (header, code) => {
  let verdict: string | undefined;
  try {
    verdict = detect('f', [header.split(' ')], '')?.dataset.id;
  } catch (error) {
    if (error instanceof HechaError) verdict = error.code;
  }
  expect(verdict).toBe(code);
});
