import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.js';
import type { Engine, SqlValue } from '../../src/engine/engine.js';
import { findHeader } from '../../src/ingest/detection.js';
import { fillMergedCells } from '../../src/ingest/merged-cells.js';
import type { MergedRange } from '../../src/ingest/workbook/workbook.js';

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckdb({ threads: 1 });
});
afterAll(() => engine.close());

type Row = readonly [row: number, ...cells: (string | null)[]];

async function filled(
  header: readonly string[],
  rows: readonly Row[],
  merges: readonly MergedRange[],
): Promise<{ count: number; rows: SqlValue[][] }> {
  const detection = findHeader([header], { surroundings: '' });
  if (detection.kind !== 'found') throw new Error(detection.kind);
  const { detected } = detection;
  const keep = detected.columns.map(({ index }) => index);
  await engine.exec('DROP SCHEMA IF EXISTS raw CASCADE; CREATE SCHEMA raw');
  await engine.exec(
    `CREATE TABLE raw.part_0 (row_no BIGINT, problem VARCHAR, lead VARCHAR${keep.map((_, at) => `, c${at} VARCHAR`).join('')})`,
  );
  const writer = await engine.writer('raw', 'part_0');
  for (const [row, ...cells] of rows) writer.write([row, null, null, ...keep.map((index) => cells[index])]);
  writer.close();
  const count = await fillMergedCells(engine, 'part_0', { detected, keep, merges });
  const read = await engine.all('SELECT * EXCLUDE (problem, lead) FROM raw.part_0 ORDER BY row_no');
  return { count, rows: read.map((row) => Object.values(row)) };
}
const down = (left: number, top: number, bottom: number, right = left): MergedRange => ({
  top,
  bottom,
  left,
  right,
});

const roster = ['户编号', '姓名', '证件号码', '与户主关系', '人均纯收入', '乡镇'];

it('gives the rows below a merged cell what it says, text by text', async () => {
  const rows: Row[] = [
    [2, 'H1', '甲', '1', '户主', '3000', '城关镇'],
    [3, null, '乙', '2', '配偶', null, null],
    [4, null, '丙', '3', '之子', null, null],
    [5, 'H2', '丁', '4', '户主', '1000', null],
  ];
  const merges = [down(0, 2, 4), down(5, 2, 5), down(4, 2, 4)];
  expect(await filled(roster, rows, merges)).toEqual({
    count: 3,
    rows: [
      ['2', 'H1', '甲', '1', '户主', '3000', '城关镇'],
      ['3', 'H1', '乙', '2', '配偶', null, '城关镇'],
      ['4', 'H1', '丙', '3', '之子', null, '城关镇'],
      ['5', 'H2', '丁', '4', '户主', '1000', '城关镇'],
    ],
  });
});

it('repeats no amount, no person of a roster, and nothing into an empty row', async () => {
  const rows: Row[] = [
    [2, 'H1', '甲', '1', '户主', '3000', '城关镇'],
    [3, null, null, null, '配偶', null, null],
    [4, null, null, null, null, null, null],
  ];
  const merges = [down(0, 2, 4), down(1, 2, 4), down(2, 2, 4), down(4, 2, 4)];
  expect((await filled(roster, rows, merges)).rows).toEqual([
    ['2', 'H1', '甲', '1', '户主', '3000', '城关镇'],
    ['3', 'H1', null, null, '配偶', null, null],
    ['4', null, null, null, null, null, null],
  ]);
});

it('repeats the owner of an extract, and leaves what a row says itself', async () => {
  const rows: Row[] = [
    [2, '甲', '1', '陇A1'],
    [3, null, null, '陇A2'],
    [4, null, '9', '陇A3'],
  ];
  const merges = [down(0, 2, 4), down(1, 2, 4)];
  expect((await filled(['所有人', '身份证明号码', '号牌号码'], rows, merges)).rows).toEqual([
    ['2', '甲', '1', '陇A1'],
    ['3', '甲', '1', '陇A2'],
    ['4', '甲', '9', '陇A3'],
  ]);
});

it('leaves the header, ranges within one row and columns of no field alone', async () => {
  const rows: Row[] = [
    [2, 'H1', '甲', '1', '户主', '3000', '城关镇'],
    [3, null, '乙', '2', '配偶', null, null],
  ];
  expect((await filled(roster, rows, [down(0, 1, 3), down(0, 2, 2, 5), down(40, 2, 3)])).count).toBe(0);
});
