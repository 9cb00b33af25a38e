import { describe, expect, it } from 'vitest';
import { messageOf, shownValue } from '../../src/rules/message.js';
import { parseRule } from './shipped.js';

const { header } = parseRule(`/*
id: CX01
title: { zh: 甲, en: a }
family: mis-identification
severity: high
clause: [(一)4]
subject: person
predicate: { zh: 甲, en: a }
needs: {}
message:
  zh: "{name}有{plate}（{status}）[[，{price}元]][[；{count}辆]][[!count|；一辆]]，现任：{serving}"
  en: "{name} has {plate} ({status})[[, {price} yuan]][[; {count} in all]][[!count|; one]], serving: {serving}"
evidence:
  plate: { zh: 号牌, en: Plate }
  status: { zh: 状态, en: Status, codes: vehicle.status }
  price: { zh: 价, en: Price }
  count: { zh: 辆数, en: Count }
  serving: { zh: 现任, en: Serving }
verify: { zh: 甲, en: a }
*/
SELECT 1`);

describe('shownValue', () => {
  it.each([
    ['a code', 'status', 'E', '注销', 'struck off'],
    ['several codes', 'status', 'G,Q', '违法未处理、逾期未检验', 'offence pending, inspection overdue'],
    ['a code that nobody knows', 'status', 'Z', 'Z', 'Z'],
    ['a word that every object has', 'status', 'constructor', 'constructor', 'constructor'],
    ['text', 'plate', 'E', 'E', 'E'],
    ['yes', 'serving', true, '是', 'yes'],
    ['no', 'serving', false, '否', 'no'],
    ['a number', 'price', 0, 0, 0],
    ['a number in a column of codes', 'status', 1, 1, 1],
    ['nothing', 'status', null, null, null],
    ['a column that is no evidence', 'name', 'E', 'E', 'E'],
  ] as const)('shows %s', (_, column, value, zh, en) => {
    expect(shownValue(header, column, value, 'zh')).toBe(zh);
    expect(shownValue(header, column, value, 'en')).toBe(en);
  });
});

describe('messageOf', () => {
  const row = { name: '甲', plate: '陇A1', status: 'E', price: 3500, count: 3, serving: true, other: 'x' };

  it('fills the places of either language', () => {
    expect(messageOf(header, row, 'zh')).toBe('甲有陇A1（注销），3500元；3辆，现任：是');
    expect(messageOf(header, row, 'en')).toBe('甲 has 陇A1 (struck off), 3500 yuan; 3 in all, serving: yes');
  });

  it('leaves out what is not there, or says so', () => {
    const bare = { name: '甲', plate: null, status: null, price: null, count: null, serving: false };
    expect(messageOf(header, bare, 'zh')).toBe('甲有（未填）（（未填））；一辆，现任：否');
    expect(messageOf(header, bare, 'en')).toBe('甲 has (not given) ((not given)); one, serving: no');
  });

  it('does not fill what a cell looks like', () => {
    expect(messageOf(header, { ...row, name: '{plate}', plate: '[[{name}]]' }, 'zh')).toMatch(
      /^\{plate\}有\[\[\{name\}\]\]/,
    );
  });
});
