import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Worksheet } from 'exceljs';
import { describe, expect, it } from 'vitest';
import { answerColumns } from '../../../src/findings/worklist-columns.js';
import { evidenceText } from '../../../src/report/worklist/evidence-text.js';
import { writeWorklist } from '../../../src/report/worklist/write.js';
import { ids, openedWorklist, rules, tasks, worklist } from '../../findings/feedback/worklists.js';
import { vehicleFinding } from '../fixture.js';
import { sheetOf, temporaryFolder, valuesOf } from '../written.js';
import { partsOf } from '../zip-parts.js';

const opened = async (change = {}): Promise<Awaited<ReturnType<typeof openedWorklist>>> =>
  openedWorklist(await temporaryFolder(), change);

/** The titles of the columns whose cells in that row are free. */
function freeIn(sheet: Worksheet, row: number): unknown[] {
  const free: unknown[] = [];
  sheet.getRow(row).eachCell({ includeEmpty: true }, (cell, column) => {
    if (cell.protection?.locked === false) free.push(sheet.getCell(2, column).value);
  });
  return free;
}

describe('a worklist', () => {
  it('has a cover that says whose it is and how to fill it in, and a sheet a family', async () => {
    const more = [
      ...tasks,
      {
        finding: vehicleFinding({ finding_id: 'eeeeeeeeeeee', family: 'dual-dataset', rule_id: 'DD01' }),
        fingerprint: 'f',
      },
    ];
    const { book } = await opened({ tasks: more });
    expect(book.worksheets.map(({ name }) => name)).toEqual(['封面', '识别疑点', '两套数据差异']);
    const cover = valuesOf(sheetOf(book, '封面')).flat().filter(Boolean).join('\n');
    for (const text of [
      '清水县白沙镇疑点核实清单',
      '2017-07-31-0123abcd',
      '共5条：高5条、中0条、低0条',
      '新增5条',
    ])
      expect(cover).toContain(text);
    for (const text of ['不属实', '已卖未过户', '转部门', '怎么填', '不得转发'])
      expect(cover).toContain(text);
  });

  it('shows who, what was found, what to verify and from where, a row a finding', async () => {
    const finding = { ...vehicleFinding({ finding_id: ids[0], status: 'changed:不属实' }) };
    const { sheet } = await opened({ tasks: [{ finding, fingerprint: 'fp', verdict: 'refuted' }] });
    const [, titles = [], row = []] = valuesOf(sheet);
    const shown = Object.fromEntries(titles.map((title, index) => [title, row[index] ?? null]));
    expect(shown).toEqual({
      序号: 1,
      状态: '有变化（曾核实：不属实）',
      等级: '高',
      规则: 'MI01 名下有在用车辆',
      政策条款: '(一)4',
      村: '柳湾村',
      户编号: '0000000001',
      对象: '欧阳建国',
      证件号码: '000000196003021234',
      疑点说明: finding.message,
      核实要点: expect.stringContaining('核实是否本人'),
      依据: '号牌号码：甘X00001；车辆类型：小型轿车；机动车状态：正常、逾期未检验；初次登记日期：2015-06-01；车价（元）：85000.5；登记的所有人：欧阳建国；是否逾期未检验：是',
      疑点编号: ids[0],
      依据指纹: 'fp',
      运行编号: '2017-07-31-0123abcd',
      ...Object.fromEntries(Object.values(answerColumns).map(({ zh }) => [zh, null])),
      数据来源: '机动车.csv#12; 名册.xlsx!Sheet1#87',
    });
    expect(sheet.getCell('I3').numFmt).toBe('@');
  });

  it('says of one that goes on what was said of it', async () => {
    const finding = vehicleFinding({ finding_id: ids[0], status: 'persisting' });
    const { sheet, column } = await opened({ tasks: [{ finding, fingerprint: 'fp', verdict: 'confirmed' }] });
    expect(sheet.getCell(3, column('状态')).value).toBe('持续（已核实：属实）');
  });

  it('locks all but the answers, without a password, and still lets people filter and widen', async () => {
    const { sheet } = await opened();
    const answers = Object.values(answerColumns).map(({ zh }) => zh);
    for (const row of [3, 4, 5, 6]) expect(freeIn(sheet, row)).toEqual(answers);
    expect([...freeIn(sheet, 1), ...freeIn(sheet, 2)]).toEqual([]);
    const { sheetProtection } = sheet as unknown as { sheetProtection: Record<string, unknown> };
    expect(sheetProtection).toMatchObject({ sheet: true, autoFilter: true, sort: true, formatColumns: true });
    expect(sheetProtection.hashValue).toBeUndefined();
  });

  it('offers the words in lists and takes days only, in every row', async () => {
    const { sheet, column } = await opened();
    for (const row of [3, 6]) {
      const rule = (title: string) => sheet.getCell(row, column(title)).dataValidation;
      expect(rule('核实结果')).toMatchObject({ type: 'list', formulae: ['"属实,不属实,部分属实,无法核实"'] });
      expect(rule('原因').formulae[0]).toContain('已卖未过户,报废未注销');
      expect(rule('处理意见').formulae[0]).toContain('转部门');
      for (const title of ['核实日期', '整改完成日期']) expect(rule(title)).toMatchObject({ type: 'date' });
      expect(rule('情况说明')).toBeUndefined();
    }
  });

  it('turns red what feedback would refuse', async () => {
    const { sheet } = await opened();
    const { conditionalFormattings } = sheet as unknown as {
      conditionalFormattings: { ref: string; rules: { formulae: string[] }[] }[];
    };
    expect(conditionalFormattings.map(({ ref, rules: [rule] }) => [ref, rule?.formulae[0]])).toEqual([
      ['P3:P6', 'AND($P3="",COUNTA($Q3:$W3)>0)'],
      ['Q3:Q6', 'AND($P3="不属实",$Q3="")'],
      ['V3:V6', 'AND($P3<>"",$V3="")'],
    ]);
  });

  it('keeps lists that are too long, or have commas in their words, on a hidden sheet', async () => {
    const { book, sheet, column } = await opened({ lang: 'en' });
    expect(book.worksheets.map(({ name, state }) => [name, state])).toEqual([
      ['Cover', 'visible'],
      ['Mis-identification', 'visible'],
      ['Choices', 'hidden'],
    ]);
    expect(sheet.getCell(3, column('Reason')).dataValidation.formulae).toEqual(["'Choices'!$B$1:$B$18"]);
    expect(sheetOf(book, 'Choices').getCell('B3').value).toBe('sold, not transferred');
  });

  it('hides what leads back to the finding in the midst of the row', async () => {
    const { sheet, column } = await opened();
    const hidden = ['疑点编号', '依据指纹', '运行编号'].map(column);
    for (const at of hidden) expect(sheet.getColumn(at).hidden).toBe(true);
    expect(Math.min(...hidden)).toBeGreaterThan(column('依据'));
    expect(Math.max(...hidden)).toBeLessThan(column('核实结果'));
    expect(sheet.getColumn(column('核实结果')).hidden).toBe(false);
  });

  it('prints on A4 across, one page wide, its heading on each, without the desk columns', async () => {
    const { sheet } = await opened();
    expect(sheet.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '1:2',
      printArea: 'A1:W6',
    });
    expect(sheet.headerFooter.oddHeader).toContain('清水县白沙镇疑点核实清单（识别疑点）');
    expect(sheet.autoFilter).toBe('A2:W6');
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 2 });
  });

  it('gives every row the height that its texts need', async () => {
    const long = vehicleFinding({ finding_id: ids[1], message: '长'.repeat(120) });
    const { sheet } = await opened({ tasks: [...tasks.slice(0, 1), { finding: long, fingerprint: 'f' }] });
    const [short = 0, tall = 0] = [sheet.getRow(3).height, sheet.getRow(4).height];
    expect(short).toBeGreaterThanOrEqual(36);
    expect(tall).toBeGreaterThan(10 * 16);
  });

  it('stands in the order that the schema of sheets asks for, without which Excel calls it damaged', async () => {
    const folder = await temporaryFolder();
    const path = join(folder, 'a.xlsx');
    await writeWorklist(path, worklist());
    const parts = await partsOf(path);
    const xml = parts.get('xl/worksheets/sheet2.xml') ?? '';
    const order = [
      '<cols>',
      '</sheetData>',
      '<sheetProtection',
      '<autoFilter',
      '<mergeCells',
      '<conditionalFormatting',
      '<dataValidations',
      '<pageMargins',
      '<pageSetup',
      '<headerFooter',
      '<ignoredErrors',
    ];
    const places = order.map((tag) => xml.indexOf(tag));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
  });

  it('is the same bytes for the same findings', async () => {
    const folder = await temporaryFolder();
    const [one, two] = [join(folder, '1.xlsx'), join(folder, '2.xlsx')];
    await writeWorklist(one, worklist());
    await writeWorklist(two, worklist());
    expect((await readFile(one)).equals(await readFile(two))).toBe(true);
  });

  it('holds hostile texts as plain texts', async () => {
    const finding = vehicleFinding({
      finding_id: ids[0],
      subject_name: '=1+1',
      message: '@SUM(A1)',
      village: '\t=cmd',
    });
    const { sheet, column } = await opened({ tasks: [{ finding, fingerprint: 'f' }] });
    expect(sheet.getCell(3, column('对象')).value).toBe('=1+1');
    expect(sheet.getCell(3, column('疑点说明')).value).toBe('@SUM(A1)');
  });
});

describe('evidenceText', () => {
  it('shows the bare columns of a rule that is not known', () => {
    expect(evidenceText({ evidence: { plate: '甘X1', count: 2, none: null } }, undefined, 'zh')).toBe(
      'plate：甘X1；count：2',
    );
  });

  it('is English in English', () => {
    expect(evidenceText({ evidence: { plate: 'X1', overdue: false } }, rules.get('MI01'), 'en')).toBe(
      'Plate: X1; Overdue for inspection: no',
    );
  });
});
