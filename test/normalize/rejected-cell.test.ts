import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.js';
import {
  BAD_CHECK,
  emptyEngine,
  ID,
  normalizeRows,
  number,
  OTHER_ID,
  rejectLines,
} from './normalize-rows.js';

let engine: Engine;
beforeAll(async () => {
  engine = await emptyEngine();
});
afterAll(() => engine.close());

describe('cells', () => {
  it('that cannot be read become empty and are listed, in the order of the file, with their header and value as it stood', async () => {
    const read = await normalizeRows(engine, {
      dataset: 'social_security',
      fields: ['id_number', 'base', 'last_paid', 'employer'],
      headers: { base: '缴费基数(元)' },
      typed: true,
      rows: [
        [ID, '约3500', '不详', '\u0002#REF!'],
        [ID, number('3500'), number('201707'), '某公司'],
        [ID, ' 3,50 ', number('99999'), number('1234567890123456')],
        [undefined, '约3500', '不详', undefined],
      ],
    });
    expect(read.account).toMatchObject({ accepted: 3, rejected: 1, badCells: 6 });
    expect(rejectLines(read)).toEqual([
      '2 cell base unreadable 约3500',
      '2 cell last_paid unreadable 不详',
      '2 cell employer error-cell #REF!',
      '4 cell base unreadable  3,50 ',
      '4 cell last_paid unreadable 99999',
      '4 cell employer precision-lost 1234567890123456',
      '5 row id_number missing null',
    ]);
    expect(read.rejects[0]?.header).toBe('缴费基数(元)');
    expect(read.rows.map(({ base, last_paid, employer }) => [base, last_paid, employer])).toEqual([
      [null, null, null],
      ['3500.00', '2017-07-01', '某公司'],
      [null, null, null],
    ]);
  });

  it('of a second ID: listed when they cannot match, never the reason to reject', async () => {
    const read = await normalizeRows(engine, {
      dataset: 'dibao',
      fields: ['id_number', 'head_id'],
      rows: [
        [ID, OTHER_ID],
        [ID, undefined],
        [ID, '1234'],
        [ID, BAD_CHECK],
        [ID, 'E12345678'],
      ],
    });
    expect(read.account).toMatchObject({ accepted: 5, badCells: 2 });
    expect(read.rows.map(({ head_id_state, head_id_key }) => [head_id_state, head_id_key])).toEqual([
      ['valid', OTHER_ID],
      ['missing', null],
      ['malformed', null],
      ['check-digit', null],
      ['other', null],
    ]);
    expect(rejectLines(read)).toEqual([
      '4 cell head_id malformed 1234',
      `5 cell head_id check-digit ${BAD_CHECK}`,
    ]);
  });
});
