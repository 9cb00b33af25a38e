import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { datasetById, datasets } from '../../src/datasets/catalogue.js';
import type { Engine } from '../../src/engine/engine.js';
import { normalizePart } from '../../src/normalize/part.js';
import { tableColumns } from '../../src/normalize/tables.js';
import { AS_OF, emptyEngine, ID, normalizeRows } from './normalize-rows.js';
import { disguised, draw, validId } from './people.js';

let engine: Engine;
beforeAll(async () => {
  engine = await emptyEngine(2);
});
afterAll(() => engine.close());

describe('tables', () => {
  it.each(datasets)('$id has the columns of its fields, each once', async (dataset) => {
    const columns = tableColumns(dataset);
    expect(new Set(columns.map(({ name }) => name)).size).toBe(columns.length);
    const made = await engine.describe(`SELECT * FROM main.${dataset.id}`);
    expect(made).toEqual(columns.map(({ name, type }) => ({ name, type })));
  });

  it('have the columns of the types', () => {
    expect(tableColumns(datasetById('death'))).toEqual([
      { name: 'ref', type: 'BIGINT' },
      { name: 'name', type: 'VARCHAR', field: 'name' },
      { name: 'id_number', type: 'VARCHAR', field: 'id_number' },
      { name: 'id_number_state', type: 'VARCHAR', field: 'id_number' },
      { name: 'id_number_key', type: 'VARCHAR', field: 'id_number' },
      { name: 'id_number_cert', type: 'VARCHAR', field: 'id_number' },
      { name: 'died_on', type: 'DATE', field: 'died_on' },
      { name: 'died_on_precision', type: 'VARCHAR', field: 'died_on' },
      { name: 'cancelled_on', type: 'DATE', field: 'cancelled_on' },
      { name: 'cancelled_on_precision', type: 'VARCHAR', field: 'cancelled_on' },
    ]);
  });
});

describe('a part', () => {
  it('is read with all columns of its dataset, whichever it is', async () => {
    for (const dataset of datasets) {
      const fields = Object.keys(dataset.fields);
      const row = fields.map((field) => {
        const { type, codes } = dataset.fields[field] ?? {};
        const texts = {
          id: ID,
          name: '张三',
          date: '2017-07',
          money: '1.5万',
          int: '3',
          decimal: '2.5',
          yesno: '是',
          text: '文字',
        };
        return codes ? Object.values(codes)[0]?.variants[0] : texts[type as keyof typeof texts];
      });
      for (const typed of dataset.id === 'person' ? [false, true] : [false]) {
        const { account, rows } = await normalizeRows(engine, {
          dataset: dataset.id,
          fields,
          rows: [row],
          typed,
        });
        expect(account).toMatchObject({ accepted: 1, rejected: 0, skipped: 0, badCells: 0 });
        for (const field of fields) expect(rows[0]?.[field], `${dataset.id}.${field}`).not.toBeNull();
      }
    }
  });

  it('leaves columns that it does not have empty, but for their defaults', async () => {
    const { rows } = await normalizeRows(engine, { dataset: 'dibao', fields: ['id_number'], rows: [[ID]] });
    const { row_no, id_number, id_number_state, id_number_key, ...rest } = rows[0] ?? {};
    expect([row_no, id_number, id_number_state, id_number_key]).toEqual([2, ID, 'valid', ID]);
    expect(Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null))).toEqual({
      area: 'rural',
      status: 'active',
    });
  });

  it('is noted with its place and its columns, each column once', async () => {
    const own = await emptyEngine();
    await normalizeRows(own, { dataset: 'death', fields: ['id_number', 'died_on'], rows: [[ID, '2017']] });
    await normalizeRows(own, { dataset: 'death', fields: ['id_number', 'name'], rows: [] });
    await normalizeRows(own, {
      dataset: 'dibao',
      fields: ['class'],
      extra: 1,
      wide: [{ id_number: 1 }],
      rows: [['一类', ID]],
    });
    expect(await own.all('SELECT file, sheet FROM hecha.part')).toEqual([
      { file: 'file', sheet: null },
      { file: 'file', sheet: null },
      { file: 'file', sheet: null },
    ]);
    expect(await own.all('SELECT dataset, field FROM hecha.given ORDER BY ALL')).toEqual(
      [
        ['death', 'died_on'],
        ['death', 'id_number'],
        ['death', 'name'],
        ['dibao', 'class'],
        ['dibao', 'head_id'],
        ['dibao', 'id_number'],
      ].map(([dataset, field]) => ({ dataset, field })),
    );
    await own.close();
  });

  it('without rows has an empty account', async () => {
    const { account, rows } = await normalizeRows(engine, {
      dataset: 'death',
      fields: ['id_number'],
      rows: [],
    });
    expect(account).toMatchObject({ accepted: 0, rejected: 0, skipped: 0, badCells: 0 });
    expect(rows).toEqual([]);
  });

  it('whose rows do not add up stops the run', async () => {
    await engine.exec(
      `CREATE TABLE raw.twice AS SELECT 2::BIGINT AS row_no, NULL::VARCHAR AS problem, 'x' AS lead, 'x' AS c0 FROM range(2)`,
    );
    const dataset = datasetById('death');
    const part = {
      index: 9999,
      file: 'file',
      dataset,
      headerRow: 1,
      columns: [{ field: 'id_number', index: 0, header: '身份证号' }],
      typed: false,
      table: 'twice',
      rowsAbove: 1,
      rowsBelow: 2,
    };
    await expect(normalizePart({ engine, part, asOf: AS_OF })).rejects.toMatchObject({ code: 'HC9001' });
  });
});

describe('many rows', () => {
  const COUNT = 300_000;

  it('keep the order of the file over many row groups and threads, rejects too', async () => {
    await engine.exec(`CREATE TABLE raw.many AS
      SELECT i * 7 + 2 AS row_no, NULL::VARCHAR AS problem, 'x' AS lead,
        CASE WHEN i % 1000 = 0 THEN 'bad' ELSE '${ID}' END AS c0,
        CASE WHEN i % 1000 = 1 THEN 'bad' ELSE '2017-07-31' END AS c1
      FROM range(${COUNT}) t(i) ORDER BY i`);
    const part = {
      index: 8888,
      file: 'file',
      dataset: datasetById('death'),
      headerRow: 1,
      columns: [
        { field: 'id_number', index: 0, header: '身份证号' },
        { field: 'died_on', index: 1, header: '死亡日期' },
      ],
      typed: false,
      table: 'many',
      rowsAbove: 1,
      rowsBelow: COUNT,
    };
    const account = await normalizePart({ engine, part, asOf: AS_OF });
    expect(account).toMatchObject({
      accepted: COUNT * 0.999,
      rejected: COUNT / 1000,
      skipped: 0,
      badCells: COUNT / 1000,
    });
    const disorder = async (table: string, column: string, where: string): Promise<unknown> => {
      const [row] = await engine.all(`SELECT count(*)::INTEGER AS n FROM (
        SELECT ${column} AS v, lag(${column}) OVER (ORDER BY rowid) AS before FROM ${table} WHERE ${where}) WHERE v <= before`);
      return row?.n;
    };
    expect(await disorder('main.death', 'ref', 'ref >= 8888 * 4294967296::BIGINT')).toBe(0);
    expect(await disorder('hecha.reject', 'row_no', 'part = 8888')).toBe(0);
  });
});

describe('properties', () => {
  const cell = fc.oneof(
    fc.constant(undefined),
    fc.constantFrom(
      '合计',
      '填表人：',
      '备注',
      '户编号',
      '姓名',
      '证件号码',
      '无',
      '—',
      '#N/A',
      '8620000000001',
      '张三',
      '2017-07-31',
      '1.5万',
    ),
    fc.string({ unit: 'binary', maxLength: 12 }).map((text) => text.replaceAll('\u0000', '')),
    validId.chain(disguised),
  );
  const fields = [
    'household_no',
    'name',
    'id_number',
    'relation',
    'health',
    'exit_year',
    'income_per_capita',
    'member_count',
    'dibao',
  ];

  it('every row of any table is accepted, rejected or skipped, exactly once', async () => {
    const rows = draw(fc.array(cell, { minLength: fields.length, maxLength: fields.length }), 3000, 7);
    for (const typed of [false, true]) {
      const {
        account,
        rows: accepted,
        rejects,
      } = await normalizeRows(engine, { dataset: 'person', fields, rows, typed });
      expect(account.accepted + account.rejected + account.skipped).toBe(rows.length);
      const { blank, total, signature, header } = account.skippedBy;
      expect(blank + total + signature + header).toBe(account.skipped);
      const seen = [
        ...accepted.map(({ row_no }) => row_no),
        ...rejects.filter(({ level }) => level === 'row').map(({ row_no }) => row_no),
      ];
      expect(new Set(seen).size).toBe(account.accepted + account.rejected);
      expect(rejects.filter(({ level }) => level === 'cell')).toHaveLength(account.badCells);
      expect(account.accepted).toBeGreaterThan(100);
      expect(account.rejected).toBeGreaterThan(100);
    }
  });

  it('a row is read the same whatever rows stand beside it', async () => {
    const rows = draw(fc.array(cell, { minLength: fields.length, maxLength: fields.length }), 400, 11);
    const strip = (list: Record<string, unknown>[]): string[] =>
      list.map(({ row_no: _row, ...rest }) => JSON.stringify(rest)).sort();
    const one = await normalizeRows(engine, { dataset: 'person', fields, rows });
    const other = await normalizeRows(engine, { dataset: 'person', fields, rows: [...rows].reverse() });
    expect(strip(other.rows)).toEqual(strip(one.rows));
    expect(strip(other.rejects)).toEqual(strip(one.rejects));
    expect(other.account).toEqual(one.account);
  });
});
