import { writeFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ERROR_MARK, NUMBER_MARK } from '../../../src/ingest/raw.js';
import { DATE } from '../../../src/ingest/workbook/number-format.js';
import { serialText } from '../../../src/ingest/workbook/serial-date.js';
import { fileOf, partsOf, readFileOf, readParts, sheetXml } from './build-workbook.js';

/** What the reader should give for a value that exceljs wrote or read; exceljs tells dates in UTC. */
function rawOf(value: ExcelJS.CellValue): string | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return NUMBER_MARK + value;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (value instanceof Date) return serialText(value.getTime() / 86_400_000 + 25_569, DATE, false);
  if ('error' in value) return ERROR_MARK + value.error;
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('text' in value) return value.text;
  if ('result' in value) return rawOf(value.result);
  return undefined;
}

/** The rows that exceljs itself reads from a file, as the reader should give them. */
async function readByExceljs(path: string): Promise<unknown[]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  return workbook.worksheets.map((sheet) => {
    const rows: unknown[] = [];
    sheet.eachRow((row, number) => {
      const cells = (row.values as ExcelJS.CellValue[]).slice(1);
      rows.push([number, ...Array.from(cells, rawOf)]);
    });
    return { name: sheet.name, rows };
  });
}

const filled = (sheets: Awaited<ReturnType<typeof readFileOf>>): unknown[] =>
  sheets.map(({ name, rows }) => ({ name, rows: rows.filter((row) => row.length > 1) }));

describe('workbooks that exceljs writes', () => {
  it('are read as exceljs reads them, type by type', async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('贫困人口信息');
    sheet.addRow(['户编号', '姓名', '证件号码', '出生日期', '收入', '备注']);
    sheet.addRow([
      '6204210001',
      ' 张三 ',
      '620421199001011234',
      new Date(Date.UTC(2017, 6, 31)),
      3500.5,
      null,
    ]);
    sheet.addRow([
      undefined,
      { richText: [{ text: '李' }, { font: { bold: true }, text: '四' }] },
      12,
      true,
      false,
      { error: '#N/A' },
    ]);
    sheet.addRow([
      { formula: 'A1&"x"', result: '户编号x' },
      { formula: '1+1', result: 2 },
      { formula: '1=1', result: true },
    ]);
    sheet.addRow([
      { text: '链接', hyperlink: 'https://example.com/?a=1&b=2' },
      'a & b < c > "d" \'e\'',
      '一\n二',
      null,
      -0.000001,
      1e21,
    ]);
    sheet.addRow([]);
    sheet.addRow([new Date(Date.UTC(2017, 6, 31, 8, 30)), new Date(Date.UTC(1950, 1, 28)), '尾']);
    sheet.getColumn(4).numFmt = 'yyyy"年"m"月"d"日"';
    sheet.getRow(7).getCell(1).numFmt = 'yyyy-mm-dd hh:mm:ss';
    sheet.getRow(7).getCell(2).numFmt = 'yyyy/m/d';
    sheet.mergeCells('A8:C9');
    sheet.getCell('A8').value = '合计';
    const hidden = workbook.addWorksheet('隐藏', { state: 'hidden' });
    hidden.addRow(['一', 1]);
    const path = fileOf(Buffer.from(await workbook.xlsx.writeBuffer()));
    const sheets = await readFileOf(path);
    expect(sheets.map(({ name, hidden: isHidden }) => [name, isHidden])).toEqual([
      ['贫困人口信息', false],
      ['隐藏', true],
    ]);
    expect(sheets[0]?.rows.slice(0, 3)).toEqual([
      [1, '户编号', '姓名', '证件号码', '出生日期', '收入', '备注'],
      [2, '6204210001', ' 张三 ', '620421199001011234', '2017-07-31', `${NUMBER_MARK}3500.5`],
      [3, undefined, '李四', `${NUMBER_MARK}12`, 'TRUE', 'FALSE', `${ERROR_MARK}#N/A`],
    ]);
    expect(sheets[0]?.rows.find(([row]) => row === 7)).toEqual([
      7,
      '2017-07-31 08:30:00',
      '1950-02-28',
      '尾',
    ]);
    // exceljs repeats the text of merged cells in each of them; the file has it once.
    const merged = (row: unknown): boolean => (row as unknown[])[0] === 8 || (row as unknown[])[0] === 9;
    const unmerged = (all: unknown[]): unknown[] =>
      all.map((one) => ({
        ...(one as object),
        rows: (one as { rows: unknown[] }).rows.filter((row) => !merged(row)),
      }));
    expect(unmerged(filled(sheets))).toEqual(unmerged(await readByExceljs(path)));
    expect(sheets[0]?.rows.find(([row]) => row === 8)).toEqual([8, '合计']);
  });

  it('come through when exceljs streams them, with shared strings and without', async () => {
    for (const useSharedStrings of [true, false]) {
      const path = fileOf(Buffer.alloc(0));
      const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
        filename: path,
        useSharedStrings,
        useStyles: true,
      });
      const sheet = workbook.addWorksheet('一');
      const expected: unknown[] = [];
      for (let i = 1; i <= 1000; i++) {
        sheet.addRow([`第${i}户`, i, '620421199001011234', i % 7 === 0 ? null : '是', i / 4]).commit();
        expected.push([
          i,
          `第${i}户`,
          NUMBER_MARK + i,
          '620421199001011234',
          i % 7 === 0 ? undefined : '是',
          NUMBER_MARK + i / 4,
        ]);
      }
      await workbook.commit();
      expect((await readFileOf(path))[0]?.rows).toEqual(expected);
    }
  });

  it('keep eighteen digits in a number cell, which exceljs does not', async () => {
    const sheets = await readParts(
      partsOf({ sheet: sheetXml('<row r="1"><c r="A1"><v>620102199001011234</v></c></row>') }),
    );
    expect(sheets[0]?.rows).toEqual([[1, `${NUMBER_MARK}620102199001011234`]]);
    expect(String(Number('620102199001011234'))).not.toBe('620102199001011234');
  });
});

// exceljs neither writes nor reads escapes like _x000D_, and loses control characters.
const text = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.string({
      unit: fc.constantFrom(
        '<',
        '&',
        '>',
        '"',
        "'",
        '_',
        'x',
        ']',
        ' ',
        '\n',
        '\t',
        '张',
        '𠮷',
        ';',
        '#',
        '0',
      ),
    }),
    fc.constantFrom('620421199001011234', '2017-07-31', '=1+1', ' 张三 ', '#N/A', 'TRUE', '1e5', '__proto__'),
  )
  .filter((value) => !/[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]|_x[0-9a-f]{4}_/i.test(value));

describe('random workbooks', () => {
  it('come back equal, and equal to what exceljs reads', async () => {
    const value = fc.oneof(
      text,
      fc
        .double({ noNaN: true, noDefaultInfinity: true })
        .map((number) => (Object.is(number, -0) ? 0 : number)),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.constant<ExcelJS.CellValue>({ error: '#DIV/0!' }),
      fc.integer({ min: 61, max: 73_000 }).map((day) => new Date((day - 25_569) * 86_400_000)),
    );
    const matrix = fc.array(fc.array(value, { maxLength: 8 }), { maxLength: 10 });
    await fc.assert(
      fc.asyncProperty(matrix, fc.constantFrom('deflate', 'store'), async (rows, compression) => {
        const workbook = new ExcelJS.Workbook();
        const sheet = workbook.addWorksheet('一');
        for (const row of rows) sheet.addRow(row);
        sheet.eachRow((row) => {
          row.eachCell((cell) => {
            if (cell.value instanceof Date) cell.numFmt = 'yyyy-mm-dd';
          });
        });
        const path = fileOf(Buffer.alloc(0));
        const zip = { compression: compression === 'store' ? 'STORE' : 'DEFLATE' } as const;
        writeFileSync(path, Buffer.from(await workbook.xlsx.writeBuffer({ zip } as never)));
        const read = filled(await readFileOf(path));
        const expected = rows
          .map((row, index) => {
            const cells = row.map(rawOf);
            while (cells.length > 0 && cells.at(-1) === undefined) cells.pop();
            return [index + 1, ...cells];
          })
          .filter((row) => row.length > 1);
        expect(read).toEqual([{ name: '一', rows: expected }]);
        expect(trimmed(await readByExceljs(path))).toEqual(trimmed(read));
      }),
      { numRuns: 40 },
    );
  });

  it('come back equal in every way that XML has to write them', async () => {
    const encode = (value: string, references: boolean): string =>
      [...value]
        .map((char) => {
          if (char === '\r' || (char < ' ' && char !== '\t' && char !== '\n')) {
            return `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
          }
          if (char === '_') return '_x005F_';
          if (references || '<&>'.includes(char)) return `&#x${char.codePointAt(0)?.toString(16)};`;
          return char;
        })
        .join('');
    const written = fc.record({
      value: fc.oneof(
        text,
        fc.string({ unit: fc.constantFrom('a', '\r', '\u0003', '\u001f', '_', 'x000D', '中') }),
      ),
      kind: fc.constantFrom('shared', 'inline', 'result', 'runs', 'absent'),
      references: fc.boolean(),
      address: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(written, { maxLength: 6 }), { maxLength: 8 }),
        fc.constantFrom('', 'x:'),
        async (rows, p) => {
          const items: string[] = [];
          const xml = rows.map((row, r) => {
            const cells = row.map(({ value, kind, references, address }, c) => {
              const place = address ? ` r="${String.fromCharCode(65 + c)}${r + 1}"` : '';
              const content = encode(value, references);
              const chars = [...value];
              const half = chars.length >> 1;
              if (kind === 'shared') {
                items.push(`<si><t xml:space="preserve">${content}</t></si>`);
                return `<${p}c${place} t="s"><${p}v>${items.length - 1}</${p}v></${p}c>`;
              }
              if (kind === 'inline')
                return `<${p}c${place} t="inlineStr"><${p}is><${p}t>${content}</${p}t></${p}is></${p}c>`;
              if (kind === 'result') return `<${p}c${place} t="str"><${p}v>${content}</${p}v></${p}c>`;
              if (kind === 'absent') return `<${p}c${place} s="0"/>`;
              const runs = [chars.slice(0, half).join(''), chars.slice(half).join('')];
              return `<${p}c${place} t="inlineStr"><${p}is>${runs
                .map((run) => `<${p}r><${p}t>${encode(run, references)}</${p}t></${p}r>`)
                .join('')}</${p}is></${p}c>`;
            });
            return `<${p}row>${cells.join('')}</${p}row>`;
          });
          const expected = rows.map((row, r) => {
            const cells = row.map(({ value, kind }) =>
              kind === 'absent' || value === '' ? undefined : value,
            );
            while (cells.length > 0 && cells.at(-1) === undefined) cells.pop();
            return [r + 1, ...cells];
          });
          const sheet = `<${p}worksheet xmlns:x="y"><${p}sheetData>${xml.join('')}</${p}sheetData></${p}worksheet>`;
          expect((await readParts(partsOf({ sheet, strings: items.join('') })))[0]?.rows).toEqual(expected);
        },
      ),
      { numRuns: 100 },
    );
  });
});

/** Without the empty cells at the ends of rows, which exceljs counts. */
function trimmed(sheets: unknown[]): unknown[] {
  return sheets.map((sheet) => {
    const { name, rows } = sheet as { name: string; rows: unknown[][] };
    const kept = rows.map((row) => {
      const cells = [...row];
      while (cells.length > 1 && cells.at(-1) === undefined) cells.pop();
      return cells;
    });
    return { name, rows: kept.filter((row) => row.length > 1) };
  });
}
