import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.js';
import {
  BAD_CHECK,
  emptyEngine,
  ID,
  type Normalized,
  normalizeRows,
  OTHER_ID,
  type Rows,
  rejectLines,
} from './normalize-rows.js';

let engine: Engine;
beforeAll(async () => {
  engine = await emptyEngine();
});
afterAll(() => engine.close());

describe('wide rows', () => {
  const wide = (rows: Rows, fields: readonly string[] = ['class', 'township']): Promise<Normalized> =>
    normalizeRows(engine, {
      dataset: 'dibao',
      fields,
      extra: 6,
      wide: [0, 1, 2].map((pair) => ({
        name: fields.length + 2 * pair,
        id_number: fields.length + 2 * pair + 1,
      })),
      rows,
    });

  it('give one row a person; the first is the head of all', async () => {
    const read = await wide([
      ['一类', '甲镇', '张三', ID, '李四', OTHER_ID, undefined, undefined],
      ['二类', '乙镇', '王五', OTHER_ID, undefined, undefined, undefined, undefined],
    ]);
    expect(read.account).toMatchObject({ accepted: 2, rejected: 0, skipped: 0, badCells: 0 });
    expect(
      read.rows.map((row) => [
        row.row_no,
        row.name,
        row.id_number,
        row.head_id,
        row.head_id_key,
        row.head_id_state,
        row.class,
        row.township,
        row.status,
      ]),
    ).toEqual([
      [2, '张三', ID, ID, ID, 'valid', '1', '甲镇', 'active'],
      [2, '李四', OTHER_ID, ID, ID, 'valid', '1', '甲镇', 'active'],
      [3, '王五', OTHER_ID, OTHER_ID, OTHER_ID, 'valid', '2', '乙镇', 'active'],
    ]);
  });

  it('keep their own head where a column names one', async () => {
    const read = await wide(
      [[OTHER_ID, '张三', ID, undefined, undefined, undefined, undefined]],
      ['head_id'],
    );
    expect(read.rows.map(({ head_id, id_number }) => [head_id, id_number])).toEqual([[OTHER_ID, ID]]);
  });

  it('list a person who cannot be found, and are rejected when that is everybody', async () => {
    const read = await wide([
      ['一类', '甲镇', '张三', ID, '李四', undefined, '王五', '1234'],
      ['一类', '甲镇', '张三', '1234', '李四', OTHER_ID, undefined, undefined],
      ['一类', '甲镇', '张三', '1234', '李四', undefined, undefined, undefined],
      ['一类', '甲镇', undefined, undefined, undefined, undefined, undefined, undefined],
      ['一类', '甲镇', '张三', BAD_CHECK, '李四', BAD_CHECK, undefined, undefined],
    ]);
    expect(read.account).toEqual({
      accepted: 3,
      rejected: 2,
      skipped: 0,
      skippedBy: { blank: 0, total: 0, signature: 0, header: 0 },
      badCells: 3,
      unmatched: { 'check-digit': 2, 'bad-date': 0, other: 0 },
    });
    expect(read.rows.map(({ row_no, name }) => [row_no, name])).toEqual([
      [2, '张三'],
      [3, '李四'],
      [6, '张三'],
      [6, '李四'],
    ]);
    expect(rejectLines(read)).toEqual([
      '2 cell id_number missing null',
      '2 cell id_number malformed 1234',
      '3 cell id_number malformed 1234',
      '4 row id_number malformed 1234',
      '5 row id_number missing null',
    ]);
    expect(read.rejects.map(({ header }) => header)).toEqual([
      '身份证号2',
      '身份证号3',
      '身份证号1',
      '身份证号1',
      '身份证号1',
    ]);
  });

  it('are skipped like others', async () => {
    const read = await wide([
      [undefined, undefined, undefined, undefined, undefined, undefined, undefined, undefined],
      ['合计', undefined, undefined, undefined, undefined, undefined, undefined, undefined],
      [undefined, '甲镇小计', undefined, undefined, undefined, undefined, undefined, undefined],
      ['填表人：', '张三', undefined, undefined, undefined, undefined, undefined, undefined],
      ['一类', '甲镇', undefined, undefined, undefined, undefined, '合计', ID],
    ]);
    expect(read.account).toMatchObject({
      accepted: 1,
      rejected: 0,
      skipped: 4,
      skippedBy: { blank: 1, total: 2, signature: 1 },
    });
  });

  it('may begin with columns that have no number', async () => {
    const read = await normalizeRows(engine, {
      dataset: 'dibao',
      fields: ['name', 'id_number'],
      extra: 2,
      wide: [{ name: 2, id_number: 3 }],
      rows: [['张三', ID, '李四', OTHER_ID]],
    });
    expect(read.rows.map(({ name, id_number, head_id }) => [name, id_number, head_id])).toEqual([
      ['张三', ID, ID],
      ['李四', OTHER_ID, ID],
    ]);
  });
});
