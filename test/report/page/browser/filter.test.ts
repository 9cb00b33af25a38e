import { describe, expect, it } from 'vitest';
import { matching, noFilter, sorted } from '../../../../src/report/page/browser/filter.js';
import { createStore, textAt } from '../../../../src/report/page/browser/store.js';
import { blocks, data } from './store.js';

const store = createStore(data, [...blocks]);
const ids = (found: Uint32Array): string[] => Array.from(found, (index) => textAt(store, index, 'id'));
const found = (change: Partial<ReturnType<typeof noFilter>>): string[] =>
  ids(matching(store, Object.assign(noFilter(), change)));

describe('matching', () => {
  it('gives all that is open, the families in the order of the page', () => {
    expect(found({})).toEqual(['mi1', 'mi2', 'ex1']);
  });

  it('shows what a verdict closed only to who asks for it', () => {
    expect(found({ status: 'closed' })).toEqual(['ex2']);
    expect(found({ status: 'all' })).toEqual(['mi1', 'mi2', 'ex1', 'ex2']);
    expect(found({ status: 'changed' })).toEqual(['mi1']);
  });

  it('keeps villages of one name in two townships apart', () => {
    expect(found({ township: '甲县/东乡', village: '一村' })).toEqual(['ex1']);
    expect(found({ township: '甲县/西乡', village: '一村' })).toEqual(['mi2']);
  });

  it.each([
    [{ family: 'exit' }, ['ex1']],
    [{ rule: 'MI01' }, ['mi1', 'mi2']],
    [{ severity: 'medium' }, ['mi2', 'ex1']],
    [{ severity: 'medium', rule: 'MI01' }, ['mi2']],
    [{ rule: 'MI01', family: 'exit' }, []],
  ])('filters by %j', (change, expected) => {
    expect(found(change)).toEqual(expected);
  });

  it.each([
    ['甘x1', ['mi1']],
    ['1234', ['mi1']],
    ['正常', ['ex1']],
    ['  H2   王** ', ['ex1']],
    ['H2 张', []],
    ['mi2', ['mi2']],
    ['西乡', ['mi2']],
    ['原话', ['mi2']],
    ['(', []],
  ])('finds the words %j in names, places, messages and evidence', (text, expected) => {
    expect(found({ text })).toEqual(expected);
  });
});

describe('sorted', () => {
  const all = matching(store, Object.assign(noFilter(), { status: 'all' }));
  const order = (column: 'severity' | 'household' | 'village' | 'rule', descending = false): string[] =>
    ids(sorted(store, all, { column, descending }));

  it('sorts by a column both ways, equals staying in the order of the report', () => {
    expect(order('severity')).toEqual(['mi1', 'mi2', 'ex1', 'ex2']);
    expect(order('severity', true)).toEqual(['ex2', 'mi2', 'ex1', 'mi1']);
    expect(order('household')).toEqual(['mi1', 'ex1', 'mi2', 'ex2']);
    expect(order('rule')).toEqual(['ex1', 'ex2', 'mi1', 'mi2']);
  });

  it('leaves the order of the report when none is asked for', () => {
    expect(ids(sorted(store, all, undefined))).toEqual(ids(all));
  });
});
