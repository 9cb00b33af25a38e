import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openDuckdb } from '../../../src/engine/duckdb.js';
import type { Engine } from '../../../src/engine/engine.js';
import { loadText } from '../../../src/ingest/csv/load.js';
import { scanText } from '../../../src/ingest/csv/scan.js';
import { cellsOf, encode, problemsOf, textBench } from './text-files.js';

const bench = textBench();
const load = (content: string | Buffer, headerRow = 1, options = {}) =>
  bench.load(bench.write(content), headerRow, options);

const lines = (count: number, line: (row: number) => string): string =>
  Array.from({ length: count }, (_, index) => `${line(index + 1)}\n`).join('');

describe('the raw table', () => {
  it('has row_no, problem, lead and the kept columns in their order; an empty cell is NULL', async () => {
    const { rows, loaded, read, by } = await load('a,b,c,d\n1,"",x,\n, 合计 ,y,2\n,,,9\n', 1, {
      keep: [3, 0, 2],
    });
    expect({ loaded, read, by }).toEqual({ loaded: 3, read: 4, by: 'engine' });
    expect(rows).toEqual([
      ['2', null, '1', null, '1', 'x'],
      ['3', null, '合计', '2', null, 'y'],
      ['4', null, null, '9', null, null],
    ]);
  });

  it('numbers the rows by their records, titles and blank lines counted', async () => {
    const { rows, by } = await load('贫困户名册\n\n单位:元,,\na,b,c\n1,2,3\n4,5,6\n', 4);
    expect(by).toBe('engine');
    expect(rows.map(([row]) => row)).toEqual(['5', '6']);
  });

  it('is empty below a header alone', async () => {
    for (const text of ['a,b,c\n', 'a,b,c', 'a,b,c\r\n', '"a\nx",b,c\n']) {
      expect(await load(text)).toMatchObject({ loaded: 0, read: 1, rows: [] });
    }
  });

  it('has the first record too where there is no header', async () => {
    expect(cellsOf((await load('a,b\n1,2\n', 0)).rows)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });
});

describe('a file that the engine reads as it is', () => {
  it.each([
    ['LF', 'a,b\n1,2\n3,4\n'],
    ['CRLF', 'a,b\r\n1,2\r\n3,4\r\n'],
    ['CR', 'a,b\r1,2\r3,4\r'],
    ['no line end at the end', 'a,b\n1,2\n3,4'],
    ['a byte order mark', '\ufeffa,b\n1,2\n3,4\n'],
    ['tabs', 'a\tb\n1\t2\n3\t4\n'],
    ['semicolons', 'a;b\n1;2\n3;4\n'],
    ['bars', 'a|b\n1|2\n3|4\n'],
    ['quotes', '"a","b"\n"1","2"\n"3","4"\n'],
    ['a line break in the header', '"a\nx",b\n1,2\n3,4\n'],
  ])('%s', async (_, text) => {
    const { rows, by } = await load(text);
    expect(cellsOf(rows)).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(by).toBe('engine');
  });

  it('with quoted delimiters, quotes and line breaks', async () => {
    const { rows, by } = await load('a,b,c\n1,"x, ""y""\r\nz",\n"=""6""",="6",""""\n');
    expect(by).toBe('engine');
    expect(cellsOf(rows)).toEqual([
      ['1', 'x, "y"\r\nz', null],
      ['="6"', '="6"', '"'],
    ]);
  });

  it('with ="…" cells and no quotes else', async () => {
    const { rows, by } = await load('a,b\n="620102199001011234",2\n');
    expect(by).toBe('engine');
    expect(cellsOf(rows)).toEqual([['="620102199001011234"', '2']]);
  });
});

describe('a file that the engine reads from a copy', () => {
  it.each([
    ['GB18030', encode('甲,乙\n䶮,𠮷\n', 'gb18030')],
    ['UTF-16 LE', encode('甲,乙\n䶮,𠮷\n', 'utf-16le', true)],
    ['UTF-16 BE', encode('甲,乙\r\n䶮,𠮷\r\n', 'utf-16be', true)],
    ['one CRLF row in an LF file', '甲,乙\n䶮,𠮷\r\n'],
  ])('%s', async (_, content) => {
    const { rows, by } = await load(content);
    expect(cellsOf(rows)).toEqual([['䶮', '𠮷']]);
    expect(by).toBe('copy');
    expect(readdirSync(bench.temporary())).toEqual([]);
  });

  it('LF inside quotes in a CRLF file', async () => {
    const { rows, by } = await load('a,b\r\n1,"x\ny"\r\n2,"p\r\nq"\r\n');
    expect(by).toBe('copy');
    expect(cellsOf(rows)).toEqual([
      ['1', 'x\ny'],
      ['2', 'p\r\nq'],
    ]);
  });

  it('blank lines and a short signature below the data', async () => {
    const { rows, by, loaded } = await load(`a,b,c\n${lines(9, (row) => `${row},x,y`)}\n制表人:某某\n\n`);
    expect({ by, loaded }).toEqual({ by: 'copy', loaded: 12 });
    expect(rows.slice(8)).toEqual([
      ['10', null, '9', '9', 'x', 'y'],
      ['11', null, null, null, null, null],
      ['12', 'ragged', '制表人:某某', '制表人:某某', null, null],
      ['13', null, null, null, null, null],
    ]);
  });

  it('is not left behind when the copy cannot be made', async () => {
    const path = bench.write(encode('甲,乙\n丙,丁\n', 'gb18030'));
    const engine = await openDuckdb();
    const temporary = `${bench.temporary()}/none`;
    const scan = await scanText(path);
    await expect(
      loadText({ engine, path, scan, headerRow: 1, keep: [0], table: 'part_0', temporary }),
    ).rejects.toMatchObject({ code: 'HC5002', values: { detail: 'ENOENT' } });
    expect(await engine.all("SELECT * FROM duckdb_tables() WHERE schema_name = 'raw'")).toEqual([]);
    await engine.close();
  });
});

describe('one damaged record', () => {
  const damages: [string, string, string, (string | null)[]][] = [
    ['a stray quote', '3,王"五,z', 'quote', ['3', '王"五', 'z']],
    ['an unclosed quote', '3,"王五,z', 'quote', ['3', '"王五', 'z']],
    ['a field missing', '3,王五', 'ragged', ['3', '王五', null]],
    ['a field too many', '3,王五,z,w', 'ragged', ['3', '王五', 'z']],
    ['a NUL byte', '3,王\0五,z\0', 'nul', ['3', '王五', 'z']],
    ['a megabyte of text', `3,${'王'.repeat(400_000)},z`, 'too-long', [null, null, null]],
  ];

  it.each(damages)(
    '%s at row 3 of 10: all other rows are as if it were not there',
    async (_, line, problem, cells) => {
      const text = `编号,姓名,备注\n${lines(10, (row) => (row === 3 ? line : `${row},"张\n三${row}",y`))}`;
      const { rows, scan, by } = await load(text);
      expect(scan.records).toBe(11);
      expect(by).toBe('copy');
      expect(problemsOf(rows)).toEqual([[4, problem]]);
      expect(cellsOf(rows)).toEqual(
        Array.from({ length: 10 }, (_, index) =>
          index === 2 ? cells : [String(index + 1), `张\n三${index + 1}`, 'y'],
        ),
      );
    },
  );

  it.each(damages.slice(0, 3))('%s at row 3 of 200,000', async (_, line, problem) => {
    const text = `编号,姓名,备注\n${lines(200_000, (row) => (row === 3 ? line : `${row},张三${row},y`))}`;
    const { table, loaded } = await load(text, 1, { withRows: false });
    expect(loaded).toBe(200_000);
    const sound = `row_no = c0::INTEGER + 1 AND c1 = '张三' || c0 AND c2 = 'y' AND lead = c0`;
    const [counts] = await bench.all(`
      SELECT count(*)::INTEGER AS rows, count(DISTINCT row_no)::INTEGER AS numbers,
        count(*) FILTER (problem IS NULL AND ${sound})::INTEGER AS sound,
        count(*) FILTER (problem = '${problem}' AND row_no = 4)::INTEGER AS damaged
      FROM raw.${table}`);
    expect(counts).toEqual({ rows: 200_000, numbers: 200_000, sound: 199_999, damaged: 1 });
  });

  it('an unclosed quote in the last line, and one whose rest of the file has no quote', async () => {
    const { rows } = await load(`a,b,c\n1,2,3\n4,"5,6\n${lines(300, () => '7,8,9')}1,2,"3`);
    expect(problemsOf(rows)).toEqual([
      [3, 'quote'],
      [304, 'quote'],
    ]);
    expect(rows).toHaveLength(303);
  });
});

describe('rows of another length', () => {
  it('may have empty cells beyond the header, none that are filled', async () => {
    const { rows } = await load('a,b,c\n1,2,3,,\n4,5,6,, \n7,8,9,,x\n');
    expect(problemsOf(rows)).toEqual([[4, 'ragged']]);
    expect(cellsOf(rows).slice(0, 2)).toEqual([
      ['1', '2', '3', null, null],
      ['4', '5', '6', null, ' '],
    ]);
  });

  it('may lack the cells of columns without a name, no other', async () => {
    const { rows } = await load('a,b,c,,\n1,2,3\n4,5,6,7,8\n7,8\n');
    expect(problemsOf(rows)).toEqual([[4, 'ragged']]);
  });

  it('are measured by both rows of a header, not by a title that reaches beyond the table', async () => {
    const header = '户,收入,,备注\n,工资,经营\n';
    expect(problemsOf((await load(`${header}1,2,3,4\n1,2,3\n`, 2)).rows)).toEqual([[4, 'ragged']]);
    const title = await load('名册,,,2017\na,b,c\n1,2,3\n4,5,6\n7,8\n', 2);
    expect(problemsOf(title.rows)).toEqual([[5, 'ragged']]);
  });

  it('are blank without a filled cell, whatever their length', async () => {
    const { rows } = await load('a,b,c\n,\n , ,\t\n\n1,2,3\n,,,,\n');
    expect(problemsOf(rows)).toEqual([]);
    expect(rows).toHaveLength(5);
  });
});

describe('read record by record', () => {
  it('a file of one column', async () => {
    const { rows, by } = await load('姓名\n张三\n\n"李\n四"\n');
    expect(by).toBe('records');
    expect(cellsOf(rows)).toEqual([['张三'], [null], ['李\n四']]);
  });

  it('a file of blank lines only', async () => {
    expect(await load('\n\n\n')).toMatchObject({ by: 'records', loaded: 2, read: 3 });
  });

  it('a file of which most is damaged', async () => {
    const { by, rows } = await load(`a,b,c\n${lines(5, (row) => `${row},"x`)}1,2,3\n`);
    expect(by).toBe('records');
    expect(problemsOf(rows)).toEqual([2, 3, 4, 5, 6].map((row) => [row, 'quote']));
  });

  const pretending = (engine: Engine, loadCsv: Engine['loadCsv']): Engine => ({
    exec: engine.exec.bind(engine),
    all: engine.all.bind(engine),
    stream: engine.stream.bind(engine),
    describe: engine.describe.bind(engine),
    writer: engine.writer.bind(engine),
    loader: engine.loader.bind(engine),
    dropRaw: engine.dropRaw.bind(engine),
    seal: engine.seal.bind(engine),
    version: engine.version.bind(engine),
    close: engine.close.bind(engine),
    loadCsv,
  });

  it.each([
    ['loses a record', async (real: number) => real - 1],
    [
      'refuses the file',
      async () => {
        throw new Error('refused');
      },
    ],
  ])('a file of which the engine %s', async (_, answer) => {
    for (const content of ['a,b\n1,2\n3,4\n', encode('甲,乙\n1,2\n3,4\n', 'gb18030'), 'a,b\n1,2\n3,4\n\n']) {
      const path = bench.write(content);
      const scan = await scanText(path);
      const engine = await openDuckdb();
      const faulty = pretending(engine, async (...call) => answer(await engine.loadCsv(...call)));
      const loaded = await loadText({
        engine: faulty,
        path,
        scan,
        headerRow: 1,
        keep: [0, 1],
        table: 'part_0',
        temporary: bench.temporary(),
      });
      expect(loaded).toEqual({ loaded: scan.records - 1, read: scan.records, by: 'records' });
      const rows = await engine.all('SELECT c0, c1 FROM raw.part_0 ORDER BY row_no LIMIT 2');
      expect(rows).toEqual([
        { c0: '1', c1: '2' },
        { c0: '3', c1: '4' },
      ]);
      await engine.close();
    }
  });

  it('a file that has changed since the scan is an error', async () => {
    const path = bench.write('a,b\n1,2\n3,4\n');
    const scan = await scanText(path);
    writeFileSync(path, 'a,b\n1,2\n');
    const engine = await openDuckdb();
    const temporary = bench.temporary();
    const call = { engine, path, scan, headerRow: 1, keep: [0, 1], table: 'part_0', temporary };
    await expect(loadText(call)).rejects.toMatchObject({ code: 'HC3006', values: { counted: 3, read: 2 } });
    rmSync(path);
    await expect(loadText(call)).rejects.toMatchObject({ code: 'HC3011' });
    await engine.close();
  });
});
