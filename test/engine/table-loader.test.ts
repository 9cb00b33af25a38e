import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.js';
import { type Engine, type TableLoader, TEXT_SLACK } from '../../src/engine/engine.js';

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckdb({ threads: 1 });
  await engine.exec('CREATE SCHEMA w');
});
afterAll(() => engine.close());

/** Puts a text that stands among other bytes, as those of a file do. */
function put(loader: TableLoader, column: number, text: string): void {
  const bytes = Buffer.from(text);
  const view = new DataView(new ArrayBuffer(3 + bytes.length + TEXT_SLACK));
  const all = Buffer.from(view.buffer).fill(0xff);
  bytes.copy(all, 3);
  loader.put(column, view, 3, 3 + bytes.length);
}

type Row = readonly (string | null)[];

async function load(width: number, rows: readonly Row[]): Promise<Row[]> {
  const columns = Array.from({ length: width }, (_, index) => `, c${index} VARCHAR`).join('');
  await engine.exec(`CREATE OR REPLACE TABLE w.t (row_no BIGINT${columns})`);
  const loader = await engine.loader('w', 't');
  for (const [index, cells] of rows.entries()) {
    for (const [column, cell] of cells.entries()) if (cell !== null) put(loader, column, cell);
    loader.endRow(index);
  }
  await loader.close();
  const read = await engine.all('SELECT * FROM w.t ORDER BY rowid');
  expect(read.map(({ row_no }) => row_no)).toEqual(rows.map((_, index) => String(index)));
  return read.map(({ row_no, ...cells }) => Object.values(cells) as Row);
}

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 14 }),
  fc.string({ unit: fc.constantFrom('0', 'X', '汉', '𠮷', '\u0001', 'é'), maxLength: 40 }),
  fc.integer({ min: 0, max: 13 }).map((length) => 'a'.repeat(length)),
);

describe('the loader', () => {
  it('keeps every text as it is, short or long, and the rows in order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc
          .integer({ min: 1, max: 4 })
          .chain((width) =>
            fc.tuple(
              fc.constant(width),
              fc.array(fc.array(fc.option(text), { minLength: width, maxLength: width }), { maxLength: 30 }),
            ),
          ),
        async ([width, rows]) => {
          expect(await load(width, rows)).toEqual(rows);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('goes on from chunk to chunk and from flush to flush', async () => {
    const rows = Array.from(
      { length: 20_000 },
      (_, index): Row => [
        index % 3 === 0 ? null : `${index}`,
        index % 5 === 0 ? null : `第${index}行`.repeat(index % 4),
      ],
    );
    expect(await load(2, rows)).toEqual(rows);
  });

  it('takes texts of megabytes', async () => {
    const rows = Array.from({ length: 24 }, (_, index): Row => [String(index).repeat(500_000), null, 'x']);
    expect(await load(3, rows)).toEqual(rows);
  });

  it('forgets the row that is dropped, its long texts too', async () => {
    await engine.exec('CREATE OR REPLACE TABLE w.t (row_no BIGINT, a VARCHAR, b VARCHAR, c VARCHAR)');
    const loader = await engine.loader('w', 't');
    put(loader, 0, 'a title that is long');
    put(loader, 1, 'another title');
    put(loader, 2, 'unit');
    loader.dropRow();
    put(loader, 0, 'short');
    put(loader, 1, 'a text as long as the title');
    loader.endRow(2);
    await loader.close();
    expect(await engine.all('SELECT * FROM w.t')).toEqual([
      { row_no: '2', a: 'short', b: 'a text as long as the title', c: null },
    ]);
  });

  it('takes the last of the texts that are set in one place', async () => {
    await engine.exec('CREATE OR REPLACE TABLE w.t (row_no BIGINT, a VARCHAR, b VARCHAR, c VARCHAR)');
    const loader = await engine.loader('w', 't');
    const long = ['a text that is long', 'and another long text'] as const;
    for (const [column, texts] of [long, [long[0], 'short'], ['short', long[1]]].entries())
      for (const text of texts) put(loader, column, text);
    loader.endRow(1);
    await loader.close();
    expect(await engine.all('SELECT a, b, c FROM w.t')).toEqual([{ a: long[1], b: 'short', c: long[1] }]);
  });

  it('shows nothing before it is closed, while the engine does other work', async () => {
    await engine.exec('CREATE OR REPLACE TABLE w.t (row_no BIGINT, a VARCHAR)');
    const loader = await engine.loader('w', 't');
    for (let row = 0; row < 20_000; row += 1) {
      put(loader, 0, 'a text of some length');
      loader.endRow(row);
    }
    await engine.exec('CREATE OR REPLACE TABLE w.other AS SELECT 1 AS a');
    expect(await engine.all('SELECT * FROM w.t')).toEqual([]);
    await loader.close();
    expect(await engine.all('SELECT count(*)::INTEGER AS n FROM w.t')).toEqual([{ n: 20_000 }]);
  });

  it('leaves the table as it was when it is abandoned', async () => {
    await engine.exec('CREATE OR REPLACE TABLE w.t (row_no BIGINT, a VARCHAR)');
    const loader = await engine.loader('w', 't');
    for (let row = 0; row < 40_000; row += 1) loader.endRow(row);
    loader.abandon();
    expect(await engine.all('SELECT * FROM w.t')).toEqual([]);
    await engine.exec('DROP TABLE w.t');
  });

  it('takes no other table than one of a number and texts', async () => {
    await engine.exec('CREATE TABLE w.typed (row_no BIGINT, a DATE)');
    await expect(engine.loader('w', 'typed')).rejects.toMatchObject({ code: 'HC9001' });
    await expect(engine.loader('w', 'none')).rejects.toThrow();
    await engine.exec('DROP TABLE w.typed');
  });
});
