import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.js';
import type { Engine } from '../../src/engine/engine.js';
import { loadRows } from '../../src/ingest/load-rows.js';
import { ERROR_MARK, NUMBER_MARK } from '../../src/ingest/raw.js';
import type { Workbook } from '../../src/ingest/workbook/workbook.js';
import { openWorkbook } from '../../src/ingest/xlsx/workbook.js';
import { fileOf, partsOf, zipOf } from './xlsx/build-workbook.js';

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckdb({ threads: 1 });
  await engine.exec('CREATE SCHEMA raw');
});
afterAll(() => engine.close());

const sheet = { name: '名册', index: 0, hidden: false };

async function load(workbook: Workbook, keep: readonly number[], headerRow = 0) {
  const columns = keep.map((_, position) => `, c${position} VARCHAR`).join('');
  await engine.exec(`CREATE OR REPLACE TABLE raw.t (row_no BIGINT, problem VARCHAR, lead VARCHAR${columns})`);
  const counts = await loadRows({ engine, workbook, sheet, table: 't', headerRow, keep });
  const rows = (await engine.all('SELECT * FROM raw.t')).map((row) => Object.values(row));
  return { counts, rows };
}

type Cells = readonly (string | undefined)[];

/** A workbook of some other format, which gives strings and no bytes. */
const workbookOf = (rows: readonly (readonly [row: number, cells: Cells])[]): Workbook => ({
  sheets: [sheet],
  read: async (_, onRow) => {
    for (const [row, cells] of rows) onRow(row, cells);
    return { rows: rows.length, emptyRows: 0, declaredRows: undefined, merges: [] };
  },
  close: () => undefined,
});

/** The same from an .xlsx file, whose cells are `<c>` elements without addresses. */
async function fileWith(...rows: string[]): Promise<Workbook> {
  const xml = rows.map((cells) => `<row>${cells}</row>`).join('');
  return openWorkbook(fileOf(await zipOf(partsOf({ rows: xml }))));
}
const inline = (text: string): string => `<c t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;

describe('loadRows', () => {
  it('loads the kept columns of the rows below the header, and counts those above', async () => {
    const workbook = await fileWith(
      inline('贫困人口信息表（截至2017年7月）'),
      inline('户编号') + inline('备注') + inline('姓名'),
      inline('H1') + inline('x') + inline('依明•热合曼'),
      '',
      `<c><v>12</v></c><c/>${inline('乙')}`,
    );
    expect(await load(workbook, [2, 0, 2], 2)).toEqual({
      counts: { above: 2, below: 3, merges: [] },
      rows: [
        ['3', null, 'H1', '依明•热合曼', 'H1', '依明•热合曼'],
        ['4', null, null, null, null, null],
        ['5', null, '12', '乙', `${NUMBER_MARK}12`, '乙'],
      ],
    });
    workbook.close();
  });

  it.each([
    ['spaces around it', [' 合计 ', undefined, undefined], '合计'],
    ['ideographic spaces around it', ['\u3000合计\u00a0', '甲', undefined], '合计'],
    ['nothing but spaces before it', [' ', '\u3000', '小计'], '小计'],
    ['a number before a text', [`${NUMBER_MARK}7`, '甲', undefined], '7'],
    ['an error', [undefined, `${ERROR_MARK}#N/A`, undefined], '#N/A'],
    ['an accent at its end', ['é', undefined, undefined], 'é'],
    ['nothing but spaces', [' ', undefined, '\u2003'], null],
    ['a text in the fourth column only', [undefined, undefined, undefined, '甲'], null],
  ] satisfies [string, Cells, string | null][])('finds the lead: %s', async (_, cells, lead) => {
    const { rows } = await load(workbookOf([[1, cells]]), [0]);
    expect(rows[0]?.[2]).toBe(lead);
  });

  it('finds the lead of cells that do not stand in their order', async () => {
    const rows = [
      `<c r="C1" t="str"><v>a text that is long</v></c><c r="A1" t="str"><v>甲</v></c>`,
      `<c r="B2" t="str"><v>乙</v></c><c r="A2" t="str"><v>another long text</v></c>`,
    ];
    const workbook = await fileWith(...rows);
    const loaded = await load(workbook, []);
    expect(loaded.rows.map(([, , lead]) => lead)).toEqual(['甲', 'another long text']);
    workbook.close();
  });

  it('makes the same of bytes and of strings', async () => {
    const text = fc.oneof(
      fc.constantFrom('', '是', ' ', '甲 乙', '620102199001011234', 'a_b', '汉'.repeat(9)),
      fc.stringMatching(/^[0-9A-Za-z一-龥 ]{0,30}$/),
    );
    const rows = fc.array(fc.array(text, { maxLength: 5 }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(rows, async (cells) => {
        const workbook = await fileWith(...cells.map((row) => row.map(inline).join('')));
        const ofBytes = await load(workbook, [3, 0, 1]);
        workbook.close();
        const { load: _, ...ofStrings } = await openWorkbook(
          fileOf(
            await zipOf(
              partsOf({ rows: cells.map((row) => `<row>${row.map(inline).join('')}</row>`).join('') }),
            ),
          ),
        );
        expect(await load(ofStrings, [3, 0, 1])).toEqual(ofBytes);
        ofStrings.close();
        const raw = cells.map((row, index): [number, Cells] => [
          index + 1,
          row.map((cell) => cell || undefined),
        ]);
        expect(await load(workbookOf(raw), [3, 0, 1])).toEqual(ofBytes);
      }),
      { numRuns: 40 },
    );
  });

  it('leaves the table empty when the sheet is damaged further down', async () => {
    const rows = Array.from({ length: 20_000 }, (_, row) => `${inline('H')}${inline(`第${row}行`)}`);
    const workbook = await fileWith(...rows, '<c t="x"><v>1</v></c>');
    await expect(load(workbook, [0, 1])).rejects.toMatchObject({ code: 'HC3003' });
    expect(await engine.all('SELECT * FROM raw.t')).toEqual([]);
    workbook.close();
  });
});
