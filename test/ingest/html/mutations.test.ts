import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { HechaError } from '../../../src/errors.js';
import { encode } from '../csv/text-files.js';
import { mutated, random } from './mutate.js';
import { readPage } from './pages.js';

const pages = [
  readFileSync(new URL('libreoffice.xls', import.meta.url)),
  encode(
    `<html><head><meta charset=gb2312><!--[if gte mso 9]><xml><x:ExcelWorksheet><x:Name>名册</x:Name></x:ExcelWorksheet></xml><![endif]--></head><body><table><thead><tr><th rowspan=2>姓名<th colspan=2>收入</tr><tr><th>甲<th>乙</thead>${'<tr><td x:num="3.5">3.50<td style="mso-number-format:\'\\@\'">620421<td>&nbsp;&lt;<br>三'.repeat(30)}</table></body></html>`,
    'gb18030',
  ),
  encode(
    `<table><caption>名册</caption>${'<tr><td>张三<td>李<b>四</b>'.repeat(30)}</table>`,
    'utf-16le',
    true,
  ),
];
const inserted = [
  '<',
  '>',
  '"',
  "'",
  '&',
  '&#',
  '</td>',
  '<td',
  '<tr>',
  '</table>',
  '<table>',
  '<!--',
  '-->',
  '<script>',
  '<title>',
  '<textarea>',
  '<![CDATA[',
  '<plaintext>',
  ' colspan=999',
  ' rowspan="70000"',
  ' x:num="1e400"',
  '\0',
  '\xff',
  '\xe4',
  '</html>',
  '<tbody>',
  '<caption>',
  '<?',
  '</',
];

it('1,500 damaged pages are read or refused within two seconds, and nothing else', async () => {
  const outcomes = new Map<string, number>();
  for (let seed = 1; seed <= 1500; seed++) {
    const next = random(seed);
    const page = mutated(pages[seed % pages.length] ?? Buffer.alloc(0), next, inserted);
    const start = performance.now();
    let outcome = 'read';
    try {
      for (const { rows, counts } of await readPage(page)) {
        expect(rows.length, `seed ${seed}`).toBe(counts.rows + counts.emptyRows);
        expect(
          rows.map(([row]) => row),
          `seed ${seed}`,
        ).toEqual(rows.map((_, index) => index + 1));
      }
    } catch (error) {
      if (!(error instanceof HechaError)) throw error;
      outcome = error.code;
    }
    expect(performance.now() - start, `seed ${seed}`).toBeLessThan(2000);
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  }
  expect([...outcomes.keys()].sort()).toEqual(expect.arrayContaining(['HC3003', 'HC3007', 'HC3012', 'read']));
  expect(outcomes.get('read')).toBeGreaterThan(300);
});
