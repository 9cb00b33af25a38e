import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, it } from 'vitest';

const part = (name: string) => import(new URL(`../../scripts/fuzz/${name}.mjs`, import.meta.url).href);
const folder = mkdtempSync(join(tmpdir(), 'hecha-oracles-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('the fuzzer knows UTF-16 by its zeros, though of the other byte order it would be sound as well', async () => {
  const { decodeText, encodeText, ENCODINGS } = await part('encode-text');
  const text = `<?xml version="1.0"?><html><body><table border="1"><tr><td>${'姓名'.repeat(50)}</td></tr></table>`;
  for (const encoding of ENCODINGS) expect(decodeText(encodeText(text, encoding)), encoding).toBe(text);
});

it('the reader of web pages takes a non-character for what it is, and nothing else for one', async () => {
  const { sheetsOfHtml } = await part('oracle-html');
  const { compareSheets } = await part('compare-sheets');
  const failuresOf = (given: string): string[] => {
    const said = sheetsOfHtml(Buffer.from('<table><tr><td>张\uffff三</td></tr></table>'));
    return compareSheets([{ name: '', rows: new Map([[1, [given]]]) }], said, { names: false }).failures;
  };
  expect(failuresOf('张\uffff三')).toEqual([]);
  for (const other of ['张三', '张\ufffd三', '张\uffff'])
    expect(failuresOf(other)).toEqual([expect.stringMatching(/R1C1/)]);
});

it('the reader of texts finds where a total stands, behind however many spaces', async () => {
  const { checkText } = await part('oracle-text');
  const cell = `a${' \u3000'.repeat(100_000)}b`;
  const failuresOf = (lead: string): string[] => {
    const rows = new Map([[2, { row: 2, problem: null, lead, cells: [` ${cell}\u00a0`, '2'] }]]);
    const read = { encoding: 'utf-8', delimiter: ',', headerRow: 1, headerHeight: 1, total: 2 };
    const text = Buffer.from(`x,y\n ${cell}\u00a0,2\n`);
    return checkText(text, { ...read, cap: 1 << 20, keep: [0, 1], rows }).failures;
  };
  const start = performance.now();
  expect(failuresOf(cell)).toEqual([]);
  expect(failuresOf('a')).toEqual([expect.stringMatching(/lead/)]);
  expect(performance.now() - start).toBeLessThan(3000);
});

it('the runner sees a mark without width that stands first in a cell', async () => {
  const { createRunner } = await part('run-case');
  const sample = resolve(import.meta.dirname, '../../samples/county/水务局农村饮水安全核查.csv');
  const lines = readFileSync(sample, 'utf8').split('\r\n').slice(0, 4);
  const cells = lines.map((line, at) => (at === 2 ? line.replace(/,(?=[^,]*$)/, ',\ufeff') : line));
  expect(cells).not.toEqual(lines);
  const runner = createRunner(folder);
  const made = { number: 0, format: 'csv', name: '数据.csv', sample: 'own', how: ['own'] };
  const result = await runner.run({ ...made, bytes: Buffer.from(cells.join('\r\n')) });
  await runner.close();
  const times = result.failures.filter((failure: string) => failure.startsWith('took'));
  expect(result).toMatchObject({ codes: [], isRead: true, rows: 2, failures: times });
}, 20_000);
