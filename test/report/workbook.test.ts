import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/findings/finding.js';
import { openFamilyWorkbook } from '../../src/report/family-workbook.js';
import { findingsOfRule } from '../../src/report/finding-rows.js';
import { familyTotals } from '../../src/report/totals.js';
import { cellText, rowXml } from '../../src/report/workbook/row-xml.js';
import { sheetName } from '../../src/report/workbook/sheet-name.js';
import { filledEngine, reportModel, vehicleFinding } from './fixture.js';
import { readWorkbook, sheetOf, temporaryFolder, valuesOf, writtenReports } from './written.js';
import { partsOf } from './zip-parts.js';

const misIdentification = async (change = {}): Promise<Awaited<ReturnType<typeof readWorkbook>>> =>
  readWorkbook(join(await writtenReports(change, { formats: ['xlsx'] }), 'mis-identification.xlsx'));

describe('a family’s workbook', () => {
  it('has cover, summary, a sheet for each rule that flagged, exempted records and coverage', async () => {
    const book = await misIdentification();
    expect(book.worksheets.map((sheet) => sheet.name)).toEqual([
      '封面',
      '汇总',
      'MI01 名下有在用车辆',
      '豁免',
      '覆盖情况',
    ]);
  });

  it('shows the rule’s findings in order, with the rule’s own evidence columns', async () => {
    const sheet = sheetOf(await misIdentification(), 'MI01 名下有在用车辆');
    const [condition, check, header, ...rows] = valuesOf(sheet);
    expect(condition?.slice(0, 2)).toEqual(['← 封面', '判断条件：甲（政策条款：(一)4）']);
    expect(check?.[0]).toBe('共3条');
    expect(check?.[1]).toMatch(/^核实要点：核实是否本人/);
    expect(header).toEqual([
      '疑点编号',
      '严重程度',
      '状态',
      '县',
      '乡镇',
      '村',
      '户编号',
      '姓名',
      '证件号码',
      '疑点说明',
      '号牌号码',
      '车辆类型',
      '机动车状态',
      '初次登记日期',
      '车价（元）',
      '登记的所有人',
      '是否逾期未检验',
      '本人计入车辆数',
      '可信程度',
      '政策条款',
      '数据来源',
    ]);
    expect(rows.map(([id]) => id)).toEqual(['AAAAAAAAAAA3', 'AAAAAAAAAAA2', 'AAAAAAAAAAA1']);
    expect(rows[2]).toEqual([
      'AAAAAAAAAAA1',
      '高',
      '新增',
      '清水县',
      '白沙镇',
      '柳湾村',
      '0000000001',
      '欧阳建国',
      '000000196003021234',
      vehicleFinding().message,
      '甘X00001',
      '小型轿车',
      '正常、逾期未检验',
      new Date('2015-06-01T00:00:00Z'),
      85_000.5,
      '欧阳建国',
      '是',
      null,
      '证件号一致',
      '(一)4',
      '机动车.csv#12; 名册.xlsx!Sheet1#87',
    ]);
  });

  it('keeps ID and household numbers as text, amounts as numbers, days as dates', async () => {
    const sheet = sheetOf(await misIdentification(), 'MI01 名下有在用车辆');
    expect(typeof sheet.getCell('I6').value).toBe('string');
    expect(sheet.getCell('I6').numFmt).toBe('@');
    expect(sheet.getCell('G6').numFmt).toBe('@');
    expect(sheet.getCell('O6').numFmt).toBe('#,##0.00');
    expect(sheet.getCell('N6').numFmt).toBe('yyyy-mm-dd');
    // Excel counts the days before March 1900 wrongly, so they stay text.
    expect(sheet.getCell('N5').value).toBe('1899-01-01');
  });

  it('holds hostile texts as plain texts, never as formulas or links', async () => {
    const book = await misIdentification();
    const row = valuesOf(sheetOf(book, 'MI01 名下有在用车辆'))[4] ?? [];
    expect(row[7]).toBe('=HYPERLINK("http://x.invalid","王")');
    expect(row[9]).toBe('\t=cmd|calc 名下疑似有<script>alert(1)</script>');
    expect(row.slice(10, 13)).toEqual(['＝1+1', '@SUM(A1)', 'no-such-code']);
    for (const sheet of book.worksheets) {
      for (const value of valuesOf(sheet).flat()) {
        expect(value === null || ['string', 'number'].includes(typeof value) || value instanceof Date).toBe(
          true,
        );
      }
    }
  });

  it('freezes and filters the header, prints it on every page of landscape A4, and colours severities', async () => {
    const sheet = sheetOf(await misIdentification(), 'MI01 名下有在用车辆');
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 3, xSplit: 1 });
    expect(sheet.autoFilter).toBe('A3:U6');
    expect(sheet.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', fitToHeight: 0 });
    expect(sheet.pageSetup.printTitlesRow).toBe('1:3');
    const cover = sheetOf(await misIdentification(), '封面');
    expect(cover.pageSetup).toMatchObject({ orientation: 'portrait', fitToWidth: 1, fitToHeight: 1 });
    const fills = ['B4', 'B5', 'B6'].map((address) => JSON.stringify(sheet.getCell(address).fill));
    expect(new Set(fills).size).toBe(3);
    const width = (letter: string): number => sheet.getColumn(letter).width ?? 0;
    // 18 digits, and eight Chinese characters at two columns each, must fit.
    expect(width('I')).toBeGreaterThanOrEqual(20);
    expect(width('M')).toBeGreaterThanOrEqual(18);
    // 车价（元） on one line: its bracket alone on a second would look lost.
    expect(width('O')).toBeGreaterThanOrEqual(12);
  });

  it('counts by township and rule, with totals, and shows what was not run as such', async () => {
    const rows = valuesOf(sheetOf(await misIdentification(), '汇总'));
    expect(rows[0]?.slice(0, 2)).toEqual(['← 封面', expect.stringContaining('“—”是没有核查')]);
    expect(rows.slice(1)).toEqual([
      [null, 'MI01', 'MI03', null, null],
      ['乡镇', '名下有在用车辆', '家中有现任村干部（未运行）', '合计', '其中：高'],
      ['（全县或未填乡镇）', 1, '—', 1, 0],
      ['安平乡', 1, '—', 1, 0],
      ['白沙镇', 1, '—', 1, 1],
      ['合计', 3, '—', 3, 1],
    ]);
  });

  it('names the counties in the summary when there are several, and takes no name for the only one', async () => {
    const other = vehicleFinding({ finding_id: 'N1', county: '丙县' });
    const nameless = vehicleFinding({ finding_id: 'N2', county: '' });
    const summaryOf = async (more: Finding[]): Promise<unknown[][]> => {
      const folder = await writtenReports({}, { more, formats: ['xlsx'] });
      const book = await readWorkbook(join(folder, 'mis-identification.xlsx'));
      return valuesOf(sheetOf(book, '汇总')).map((row) => row.slice(0, 3));
    };
    expect((await summaryOf([nameless])).slice(3)).toEqual([
      ['（全县或未填乡镇）', 1, '—'],
      ['安平乡', 1, '—'],
      ['白沙镇', 2, '—'],
      ['合计', 4, '—'],
    ]);
    expect((await summaryOf([nameless, other])).slice(3)).toEqual([
      [null, '白沙镇', 1],
      ['丙县', '白沙镇', 1],
      ['清水县', '（全县或未填乡镇）', 1],
      ['清水县', '安平乡', 1],
      ['清水县', '白沙镇', 1],
      ['合计', null, 5],
    ]);
  });

  it('says on the cover what it is, that all is suspected, and what was not checked', async () => {
    const text = valuesOf(sheetOf(await misIdentification(), '封面'))
      .flat()
      .join('\n');
    for (const part of [
      '清水县识别疑点核查结果',
      '疑似问题',
      '2017-07-31（数据中声明的最新日期）',
      'gansu-2017',
      '2017-07-31-0123abcd',
      'hecha 0.1.0',
      '共3条：高1条、中1条、低1条；另有1条按规定豁免',
      '1条规则缺少数据未运行（MI03）',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('leads from the cover and the summary to every sheet and back, within the workbook alone', async () => {
    const folder = await writtenReports({}, { formats: ['xlsx'] });
    const path = join(folder, 'mis-identification.xlsx');
    const parts = await partsOf(path);
    const names = (await readWorkbook(path)).worksheets.map((sheet) => sheet.name);
    const linksOf = (number: number): string[] =>
      [
        ...(parts.get(`xl/worksheets/sheet${number}.xml`) ?? '').matchAll(
          /<hyperlink ref="([A-Z]+\d+)" location="'([^']*)'!A1"/g,
        ),
      ].map(([, ref, to]) => `${ref} ${to}`);
    const cover = linksOf(1);
    expect(cover.map((link) => link.replace(/^A\d+ /, ''))).toEqual(names.slice(1));
    expect(linksOf(2)).toEqual(['A1 封面', 'B2 MI01 名下有在用车辆']);
    for (const number of [3, 4, 5]) expect(linksOf(number)).toEqual(['A1 封面']);
    // Where the schema of sheets allows them, or Excel calls the file damaged.
    expect(parts.get('xl/worksheets/sheet2.xml')).toMatch(
      /<\/conditionalFormatting><hyperlinks>.*<\/hyperlinks><pageMargins /,
    );
    expect([...parts.keys()].filter((name) => name.includes('worksheets/_rels'))).toEqual([]);
  });

  it('lets what is new or changed stand out once there is a previous run', async () => {
    const previous = { runId: '2017-07-30-00000000', asOf: '2017-07-30', content: '' };
    const fillsIn = async (change: object): Promise<unknown[]> => {
      const sheet = sheetOf(await misIdentification(change), 'MI01 名下有在用车辆');
      return ['C4', 'C5', 'C6'].map((address) => sheet.getCell(address).fill);
    };
    const [first, persisting, last] = await fillsIn({ previous });
    expect(first).toEqual(last);
    expect(first).not.toEqual(persisting);
    expect(new Set((await fillsIn({})).map((fill) => JSON.stringify(fill))).size).toBe(1);
    const cover = valuesOf(sheetOf(await misIdentification({ previous }), '封面'));
    expect(cover).toContainEqual(['工作表', '内容', '高', '中', '低', '合计', '新增变化', '运行结果']);
  });

  it('lists the exempted records with their reason', async () => {
    const rows = valuesOf(sheetOf(await misIdentification(), '豁免'));
    expect(rows[2]?.slice(0, 2)).toEqual(['MI01', '摩托车']);
    expect(rows[2]).toContain('赵小妹');
    const none = await readWorkbook(join(await writtenReports(), 'dual-dataset.xlsx'));
    expect(valuesOf(sheetOf(none, '豁免'))[2]?.[0]).toBe('没有按规定豁免的记录。');
  });

  it('covers datasets, rows, rules, unknown facts, exemptions and thresholds', async () => {
    const rows = valuesOf(sheetOf(await misIdentification(), '覆盖情况')).map((row) => row.join('|'));
    for (const part of [
      '村干部|未提供|—',
      '名册.xlsx|Sheet1|贫困人口信息|1012|1000|2|10|3|5行证件号码有误，已保留但无法比对\n未使用的列：备注、序号\n隐藏工作表\n恰好65535行，可能被截断',
      'MI03 家中有现任村干部|未运行|—|缺少数据：村干部（职务）',
      '饮水缺口|321',
      'MI01 名下有在用车辆|(一)4|1|摩托车',
      '老旧车辆年限|10年|(一)4|MI01',
      '不计入的车辆|摩托车、三轮汽车|(一)4|MI01',
    ]) {
      expect(
        rows.some((row) => row.startsWith(part)),
        part,
      ).toBe(true);
    }
  });

  it('masks every sheet under --mask partial', async () => {
    const book = await misIdentification({ mask: 'partial' });
    const text = book.worksheets.flatMap((sheet) => valuesOf(sheet).flat()).join('\n');
    for (const secret of ['建国', '小妹', '000000196003021234', '000000198001010027', '8613900000000']) {
      expect(text).not.toContain(secret);
    }
    expect(text).toContain('姓名、证件号码已部分隐藏');
  });

  it('leaves out the columns of households for areas', async () => {
    const book = await readWorkbook(join(await writtenReports(), 'dual-dataset.xlsx'));
    const [, , header, row] = valuesOf(sheetOf(book, 'DD01 贫困人口数与统计监测相差较大'));
    expect(header).not.toContain('户编号');
    expect(header).toContain('对象');
    expect(row?.slice(8, 11)).toEqual([1000, 1250, 0.2]);
  });

  it('says nothing in English but ids, names of files and of the policy', async () => {
    const book = await misIdentification();
    const allowed = /MI\d\d|gansu-2017|[\w.]*\.(csv|xlsx)|Sheet1|hecha [\d.]+|0123abcd|[A-C]{11}\d|\.csv/g;
    const hostile = /HYPERLINK|script|cmd|SUM|no-such-code|\d{17}X|甘X\d+/;
    for (const sheet of book.worksheets) {
      for (const value of valuesOf(sheet).flat()) {
        if (typeof value !== 'string' || hostile.test(value)) continue;
        expect(value.replace(allowed, ''), `${sheet.name}: ${value}`).not.toMatch(/[A-Za-z]/);
      }
    }
  });

  it('is English throughout under --lang en', async () => {
    const book = await misIdentification({ lang: 'en' });
    expect(book.worksheets.map((sheet) => sheet.name)).toEqual([
      'Cover',
      'Summary',
      'MI01 Registered household owns',
      'Exempted',
      'Coverage',
    ]);
    const text = valuesOf(sheetOf(book, 'Coverage')).flat().join('\n');
    expect(text).toContain('old');
    expect(valuesOf(sheetOf(book, 'Cover')).flat().join('\n')).not.toMatch(/核查|疑|[（），。：；]/);
  });

  it('goes on to a further sheet when one is full, and loses no row', async () => {
    const path = join(await temporaryFolder(), 'family.xlsx');
    const more = Array.from({ length: 1203 }, (_, index) => vehicleFinding({ finding_id: `N${index}` }));
    const engine = await filledEngine(more);
    const model = reportModel(engine);
    const [family] = familyTotals(model.rules);
    if (!family) throw new Error('no family');
    const sink = await openFamilyWorkbook(path, {
      model,
      family: family.family,
      rules: family.rules,
      sheetRows: 501,
    });
    const [rule] = family.rules;
    if (!rule) throw new Error('no rule');
    for await (const page of findingsOfRule(engine, 'MI01')) await sink.write(page, rule);
    await sink.close();
    await engine.close();
    const book = await readWorkbook(path);
    const parts = book.worksheets.filter((sheet) => sheet.name.startsWith('MI01'));
    expect(parts.map((sheet) => sheet.name)).toEqual([
      'MI01 名下有在用车辆',
      'MI01 名下有在用车辆(2)',
      'MI01 名下有在用车辆(3)',
    ]);
    expect(parts.map((sheet) => sheet.rowCount)).toEqual([501, 501, 213]);
    const ids = parts.flatMap((sheet) =>
      valuesOf(sheet)
        .slice(3)
        .map(([id]) => id),
    );
    expect(new Set(ids).size).toBe(1206);
    expect(parts[2]?.views[0]).toMatchObject({ state: 'frozen' });
  });
});

describe('sheetName', () => {
  it.each([
    ['MI01 名下/有:车*?[x]\\', 'MI01 名下 有 车 x'],
    ["'quoted'", '’quoted’'],
    ['', '-'],
    ['History', 'History(2)'],
    ['DD03 On the roster of the platform but not ours', 'DD03 On the roster of the'],
    [
      'MI01 一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十',
      'MI01 一二三四五六七八九十一二三四五六七八九十一二三四五六',
    ],
  ])('%j becomes %j', (wanted, name) => {
    expect(sheetName(wanted, new Set())).toBe(name);
  });

  it('is always one that Excel takes, and never twice the same', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { maxLength: 8 }), (wanted) => {
        const taken = new Set<string>();
        const names = wanted.map((each) => sheetName(each, taken));
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
        for (const name of names) {
          expect(name.length).toBeGreaterThan(0);
          expect(name.length).toBeLessThanOrEqual(31);
          expect(name).not.toMatch(/[[\]:*?/\\]|^'|'$/);
        }
      }),
    );
  });
});

describe('cellText', () => {
  it('takes out what XML forbids and Excel would decode or refuse', () => {
    expect(cellText('a\u0000b\u0008c\ufffe')).toBe('abc');
    expect(cellText('_x0041_')).toBe('_x005F_x0041_');
    expect(cellText('a\r\nb\rc\td')).toBe('a\nb\nc\td');
    expect(cellText('\ud800x')).toBe('\ufffdx');
    expect(cellText('字'.repeat(40_000))).toHaveLength(32_767);
    expect(cellText('x'.repeat(32_764) + '😀😀')).toHaveLength(32_766);
  });
});

describe('rowXml', () => {
  it('names columns past Z, escapes, and leaves empty cells empty', () => {
    const style = {};
    const cells = Array.from({ length: 29 }, (_, index) => ({ value: index === 28 ? '<&>' : null, style }));
    const xml = rowXml({ number: 7, cells, styleId: () => 3, height: 20 });
    expect(xml).toMatch(/^<row r="7" ht="20" customHeight="1"><c r="A7" s="3"\/>/);
    expect(xml).toContain('<c r="Z7" s="3"/><c r="AA7" s="3"/>');
    expect(xml).toContain(
      '<c r="AC7" s="3" t="inlineStr"><is><t xml:space="preserve">&lt;&amp;&gt;</t></is></c></row>',
    );
  });
});
