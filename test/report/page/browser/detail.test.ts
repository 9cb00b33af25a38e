import { expect, it } from 'vitest';
import { readAddress, writeAddress } from '../../../../src/report/page/browser/address.js';
import { createStore, evidenceAt, messageAt, sourcesAt } from '../../../../src/report/page/browser/store.js';
import { blocks, data } from './store.js';

const store = createStore(data, [...blocks]);

it('makes the message from the rule, or takes the one that was kept', () => {
  expect([0, 1, 2, 3].map((index) => messageAt(store, index))).toEqual([
    '张**名下有甘X1',
    '原话{plate}',
    '王**已脱贫，状态正常、转出',
    '李*已脱贫，状态不明',
  ]);
});

it('shows evidence with labels, codes in words, and what no list knows as it stands', () => {
  expect(evidenceAt(store, 0)).toEqual([
    ['号牌', '甘X1'],
    ['状态', 'Z'],
  ]);
  expect(evidenceAt(store, 1)).toEqual([
    ['号牌', '是'],
    ['状态', ''],
  ]);
});

it('writes sources as findings.csv does', () => {
  expect(sourcesAt(store, 0)).toEqual(['车辆.csv#12', '车辆.csv#13', '名册.xlsx!一#5']);
  expect(sourcesAt(store, 1)).toEqual([]);
});

it('reads back the address that it writes, whatever the names', () => {
  const values = { township: '甲县/东&乡=?#', text: '100% <b>', family: '' };
  const address = readAddress(writeAddress('findings', values));
  expect(address.view).toBe('findings');
  expect(address.values).toEqual({ township: values.township, text: values.text });
  expect(readAddress('#findings?text=%E4&__proto__=x').values.text).toBe('%E4');
});
