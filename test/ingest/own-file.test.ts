import { describe, expect, it } from 'vitest';
import { answerColumns, keyColumns } from '../../src/findings/worklist-columns.js';
import { isOwnTable } from '../../src/ingest/own-file.js';

describe('isOwnTable', () => {
  it.each([
    ['findings', ['finding_id', 'rule_id', 'family']],
    ['findings with a byte-order mark', ['\ufefffinding_id', 'rule_id', 'family']],
    ['the record of planted problems', ['rule', 'subject', 'household_no']],
    ['rejects', ['file', 'sheet', 'row', 'column']],
    ['a family’s findings', ['疑点编号', '规则编号', '规则名称']],
    ['the areas compared', ['级别', '县', '乡镇', '村', '统计年度', '贫困人口：统计监测']],
    ['the ledger of verdicts', ['finding_id', 'verdict', 'reason']],
    ['rejects, spaces around', [' file', 'sheet ', 'row']],
  ])('knows %s', (_, row) => {
    expect(isOwnTable([row])).toBe(true);
  });

  it.each([
    ['an extract', ['姓名', '身份证号']],
    ['nothing', []],
    ['a part of the names', ['file', 'sheet']],
    ['the names in another order', ['rule_id', 'finding_id']],
    ['one name of two', ['rule', '户编号']],
  ])('does not take %s for one', (_, row) => {
    expect(isOwnTable([row])).toBe(false);
  });

  it('knows a sheet of a report by the titles below its notes', () => {
    expect(
      isOwnTable([
        ['← 封面', '判断条件：……'],
        ['共3条', '核实要点：……'],
        ['疑点编号', '严重程度', '状态'],
      ]),
    ).toBe(true);
    expect(
      isOwnTable([
        ['← 封面', '……'],
        ['规则编号', '豁免理由', '县'],
      ]),
    ).toBe(true);
    expect(
      isOwnTable([
        ['← 封面', '……'],
        ['县', '乡镇'],
      ]),
    ).toBe(false);
  });

  it.each(['zh', 'en'] as const)(
    'knows a worklist by its titles, which are not in its first row (%s)',
    (lang) => {
      const titles = [keyColumns.finding_id, keyColumns.run_id, answerColumns.verdict].map(
        (title) => title[lang],
      );
      expect(isOwnTable([['识别疑点'], titles])).toBe(true);
      expect(isOwnTable([['识别疑点'], titles.slice(1)])).toBe(false);
    },
  );
});
