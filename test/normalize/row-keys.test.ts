import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.js';
import {
  BAD_CHECK,
  BAD_DATE,
  deathReader,
  emptyEngine,
  ID,
  type Normalized,
  normalizeRows,
  number,
  type Rows,
  rejectLines,
  rosterReader,
} from './normalize-rows.js';

let engine: Engine;
beforeAll(async () => {
  engine = await emptyEngine();
});
afterAll(() => engine.close());

const readRoster = rosterReader(() => engine);
const readDeaths = deathReader(() => engine);

describe('keys of a roster', () => {
  it('a bad ID or an empty name removes nobody; each such ID is listed with its state', async () => {
    const ids = [BAD_CHECK, BAD_DATE, '6.29901E+17', '12345', 'E12345678', undefined, '无', '#N/A'];
    const states = [
      'check-digit',
      'bad-date',
      'precision-lost',
      'malformed',
      'other',
      'missing',
      'missing',
      'malformed',
    ];
    const read = await readRoster(
      ids.map((id, at) => ['8620000000001', at === 0 ? undefined : '张三', id, '之子', undefined]),
    );
    expect(read.account).toMatchObject({
      accepted: 8,
      rejected: 0,
      skipped: 0,
      badCells: 8,
      unmatched: { 'check-digit': 0, 'bad-date': 0, other: 0 },
    });
    expect(read.rows.map(({ id_number_state }) => id_number_state)).toEqual(states);
    expect(read.rows.every(({ id_number_key }) => id_number_key === null)).toBe(true);
    expect(rejectLines(read)).toEqual(
      states.map((state, at) => `${at + 2} cell id_number ${state} ${ids[at] ?? null}`),
    );
  });

  it('a missing or unreadable household number does', async () => {
    const read = await readRoster(
      [
        [undefined, '张三', ID, '户主', undefined],
        ['—', '张三', ID, '户主', undefined],
        ['\u0002#REF!', '张三', ID, '户主', undefined],
        [number('8.62000000000012E17'), '张三', ID, '户主', undefined],
        [number('8.620000000001E12'), '张三', ID, '户主', undefined],
      ],
      true,
    );
    expect(read.account).toMatchObject({ accepted: 1, rejected: 4 });
    expect(rejectLines(read)).toEqual([
      '2 row household_no missing-key null',
      '3 row household_no missing-key —',
      '4 row household_no unreadable-key #REF!',
      '5 row household_no precision-lost 8.62000000000012E17',
    ]);
    expect(read.rows[0]?.household_no).toBe('8620000000001');
  });

  it('a household number that a spreadsheet shortened does, for it would join strangers', async () => {
    const read = await readRoster([['8.62E+13', '张三', ID, '户主', undefined]]);
    expect(read.account).toMatchObject({ accepted: 0, rejected: 1 });
    expect(rejectLines(read)).toEqual(['2 row household_no precision-lost 8.62E+13']);
  });

  it('the household sheet needs its number only', async () => {
    const read = await normalizeRows(engine, {
      dataset: 'household',
      fields: ['household_no', 'head_name', 'head_id'],
      rows: [
        ['1001', '张三', undefined],
        ['1002', undefined, BAD_CHECK],
        ['1003', undefined, undefined],
        [undefined, '张三', ID],
      ],
    });
    expect(read.account).toMatchObject({ accepted: 3, rejected: 1, badCells: 1 });
    expect(rejectLines(read)).toEqual([
      '3 cell head_id check-digit ' + BAD_CHECK,
      '5 row household_no missing-key null',
    ]);
  });
});

describe('keys of an extract', () => {
  it('missing, malformed and rounded IDs reject the row; others that match nobody keep it, counted', async () => {
    const read = await readDeaths([
      ['张三', ID, '2017-01-01'],
      ['张三', BAD_CHECK, '2017-01-01'],
      ['张三', BAD_CHECK, '2017-01-01'],
      ['张三', BAD_DATE, '2017-01-01'],
      ['张三', 'E12345678', '2017-01-01'],
      ['张三', undefined, '2017-01-01'],
      ['张三', '1234', '2017-01-01'],
      ['张三', '6.29901E+17', '2017-01-01'],
    ]);
    expect(read.account).toEqual({
      accepted: 5,
      rejected: 3,
      skipped: 0,
      skippedBy: { blank: 0, total: 0, signature: 0, header: 0 },
      badCells: 0,
      unmatched: { 'check-digit': 2, 'bad-date': 1, other: 1 },
    });
    expect(read.rows.map(({ id_number_key }) => id_number_key)).toEqual([ID, null, null, null, null]);
    expect(rejectLines(read)).toEqual([
      '7 row id_number missing null',
      '8 row id_number malformed 1234',
      '9 row id_number precision-lost 6.29901E+17',
    ]);
  });

  const water = (rows: Rows): Promise<Normalized> =>
    normalizeRows(engine, {
      dataset: 'water',
      fields: ['household_no', 'id_number', 'safe'],
      rows,
      typed: true,
    });

  it('one of several alternatives is enough; a bad one beside it is listed', async () => {
    const read = await water([
      ['1001', ID, '达标'],
      ['1001', undefined, '达标'],
      [undefined, ID, '达标'],
      ['1001', '1234', '达标'],
      ['1001', BAD_CHECK, '达标'],
      ['1001', 'E12345678', '达标'],
      ['\u0002#REF!', ID, '达标'],
      [undefined, BAD_CHECK, '达标'],
    ]);
    expect(read.account).toMatchObject({
      accepted: 8,
      rejected: 0,
      badCells: 3,
      unmatched: { 'check-digit': 1, 'bad-date': 0, other: 0 },
    });
    expect(rejectLines(read)).toEqual([
      '5 cell id_number malformed 1234',
      `6 cell id_number check-digit ${BAD_CHECK}`,
      '8 cell household_no error-cell #REF!',
    ]);
  });

  it('without any the row is rejected, and each key must be there and readable', async () => {
    const read = await water([
      [undefined, undefined, '达标'],
      [undefined, '1234', '达标'],
      ['\u0002#REF!', undefined, '达标'],
      ['1001', ID, undefined],
      ['1001', ID, '不清楚'],
    ]);
    expect(read.account).toMatchObject({ accepted: 0, rejected: 5 });
    expect(rejectLines(read)).toEqual([
      '2 row household_no missing-key null',
      '3 row id_number malformed 1234',
      '4 row household_no unreadable-key #REF!',
      '5 row safe missing-key null',
      '6 row safe unreadable-key 不清楚',
    ]);
  });

  it('an unknown code in a key column rejects the row, elsewhere it is kept as written', async () => {
    const read = await normalizeRows(engine, {
      dataset: 'dwelling',
      fields: ['household_no', 'grade', 'renovation'],
      rows: [
        ['1001', 'C级', '改了一半'],
        ['1001', 'E级', '已竣工'],
        ['1001', undefined, '已竣工'],
      ],
    });
    expect(read.account).toMatchObject({ accepted: 1, rejected: 2, badCells: 0 });
    expect(read.rows[0]).toMatchObject({
      grade: 'C',
      renovation: '改了一半',
      main: true,
      occupied: true,
      id_number_state: null,
    });
    expect(rejectLines(read)).toEqual(['3 row grade unreadable-key E级', '4 row grade missing-key null']);
  });
});
