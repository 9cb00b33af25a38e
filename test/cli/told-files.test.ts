import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hecha } from './fake-io.js';
import { number, writeCounty } from './small-county.js';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'told-files-'));
  writeCounty(join(home, 'in'));
  rmSync(join(home, 'in', 'vehicle.csv'));
});
afterEach(() => {
  rmSync(home, { recursive: true, force: true });
});

const put = (name: string, text: string | Buffer): void => {
  mkdirSync(join(home, 'in', name, '..'), { recursive: true });
  writeFileSync(join(home, 'in', name), text);
};
const audit = (...argv: string[]) =>
  hecha('audit', join(home, 'in'), '-o', join(home, 'out'), '-q', '--rules', 'MI01,AS09', ...argv);
const findings = (): Record<string, unknown>[] =>
  readFileSync(join(home, 'out', 'latest', 'findings.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
const told = (...entry: string[]): void =>
  put(
    'hecha.yaml',
    ['datasets:', ...entry.map((line, at) => (at === 0 ? `  - ${line}` : `    ${line}`))].join('\n'),
  );

const CAR = `甲大山|${number('$甲')}|陇A10001|在路上|2015-03-01|小型轿车`;

describe('files that the configuration tells', () => {
  it('are read by its dataset, row, delimiter, columns and spellings, wherever they lie', async () => {
    put('公安/cars_1.dat', `说明\n车主|号码|牌照|情况|日期|类型\n${CAR}\n`);
    expect((await audit()).code).toBe(0);
    expect(findings()).toEqual([]);
    told(
      'dataset: 机动车',
      'files: 公安/cars_*.dat',
      'header_row: 2',
      "delimiter: '|'",
      'columns: { owner: 车主, owner_id: 号码, plate: 牌照, status: 情况, registered_on: 日期, vehicle_type: 类型 }',
      'codes: { status: { 在路上: A } }',
    );
    expect(await audit()).toMatchObject({ code: 0, err: '' });
    expect(findings()).toMatchObject([
      {
        rule_id: 'MI01',
        sources: expect.stringContaining('公安/cars_1.dat#3'),
        evidence: { plate: '陇A10001' },
      },
    ]);
  });

  it('may spell a code as the county does: what it means decides', async () => {
    put(
      '车.csv',
      `${`所有人|身份证明号码|号牌号码|机动车状态|初次登记日期|车辆类型\n${CAR}`.replaceAll('|', ',')}\n`,
    );
    const entry = (code: string): void =>
      told('dataset: vehicle', 'files: 车.csv', `codes: { status: { 在路上: ${code} } }`);
    entry('A');
    await audit();
    expect(findings()).toHaveLength(1);
    entry('注销');
    await audit();
    expect(findings()).toHaveLength(0);
  });

  it('have amounts in the unit that is told', async () => {
    put(
      '贷款.csv',
      `姓名,身份证号,贷款金额,贷款银行,发放日期\n甲大山,${number('$甲')},6,农商行,2016-05-01\n`,
    );
    await audit();
    expect(findings()).toEqual([]);
    told('dataset: loan', 'files: [贷款.csv]', 'units: { amount: 万元 }');
    await audit();
    expect(findings()).toMatchObject([{ rule_id: 'AS09' }]);
  });

  it('give only the sheets that are named', async () => {
    const workbook = new ExcelJS.Workbook();
    for (const name of ['今年', '去年']) {
      workbook.addWorksheet(name).addRows([
        ['所有人', '身份证明号码', '号牌号码', '机动车状态', '车辆类型'],
        ['甲大山', number('$甲'), `陇A${name}`, '正常', '小型轿车'],
      ]);
    }
    await workbook.xlsx.writeFile(join(home, 'in', '车.xlsx'));
    await audit();
    expect(findings()).toHaveLength(2);
    told('dataset: vehicle', 'files: 车.xlsx', 'sheet: 今年');
    const { err } = await audit();
    expect(err).toContain('车.xlsx!去年');
    expect(findings()).toMatchObject([{ evidence: { plate: '陇A今年' } }]);
    told('dataset: vehicle', 'files: 车.xlsx', 'sheet: 今天');
    expect((await audit()).err).toMatch(/HC3018 “车.xlsx”里没有名为“今天”的工作表.*你是否想写“今年”/);
  });

  it('are decoded as is told, or refused', async () => {
    put('车.csv', Buffer.from([0xff, 0xfe, ...Buffer.from('所有人\t身份证明号码\t号牌号码\n', 'utf16le')]));
    told('dataset: vehicle', 'files: 车.csv', 'encoding: gbk');
    expect((await audit()).err).toMatch(/HC3017 “车.csv”不能按 hecha.yaml 中指定的编码 gb18030/);
    told('dataset: vehicle', 'files: 车.csv', 'encoding: utf-16le');
    expect((await audit()).code).toBe(0);
  });

  it.each([
    ['dataset: vehicel', '没有数据集“vehicel”，你是否想写 vehicle', 2],
    ['columns: { owner_idd: 证件号 }', 'columns.owner_idd：机动车没有这个字段，你是否想写 owner_id', 4],
    ['units: { plate: 万元 }', 'units.plate：不是金额列', 4],
    ['units: { price: 万美元 }', 'units.price：不认识单位“万美元”', 4],
    ['codes: { status: { 好: Y } }', 'codes.status：没有代码“Y”', 4],
    ['codes: { plate: { 好: Y } }', 'codes.plate：这一列没有代码', 4],
    ['header_row: [1, 3]', 'header_row：两行表头应是相邻的两行', 4],
    ['encoding: latin1', 'encoding', 4],
    ['sheets: 今年', 'sheets', 4],
  ])('are refused with the line for %s', async (line, message, at) => {
    put('车.csv', 'x\n');
    told(
      line.startsWith('dataset') ? line : 'dataset: vehicle',
      'files: 车.csv',
      ...(at === 4 ? [line] : []),
    );
    const { code, err } = await audit();
    expect(code).toBe(2);
    expect(err).toMatch(/^HC2003 配置文件“hecha.yaml”第 \d 行/);
    expect(err).toContain(`第 ${at} 行`);
    expect(err).toContain(message);
  });

  it('must be there, unless the audit is to go on without', async () => {
    told('dataset: vehicle', 'files: 车*.csv');
    const { code, err } = await audit();
    expect(code).toBe(2);
    expect(err).toMatch(/HC2003 .*第 3 行：datasets：没有文件符合“.*车\*.csv”（机动车）.*--keep-going/);
    expect((await audit('--keep-going')).err).toContain('未能读取，没有核查：HC2003');
  });

  it('obey the caps that are told, which the message names', async () => {
    put('车.csv', `所有人,身份证明号码,号牌号码\n甲,${number('$甲')},${'长'.repeat(400)}\n`);
    put('hecha.yaml', 'limits: { record_bytes: 1KB }\n');
    await audit();
    const rejects = readFileSync(join(home, 'out', 'latest', 'rejects.csv'), 'utf8');
    expect(rejects).toMatch(/车.csv,,2,.*too-long/);
    put('hecha.yaml', 'limits: { record_byte: 1KB }\n');
    expect((await audit()).err).toContain('record_byte');
  });

  it('name the county of the reports', async () => {
    put('hecha.yaml', 'area: 某某县\n');
    await audit();
    const manifest = JSON.parse(readFileSync(join(home, 'out', 'latest', 'manifest.json'), 'utf8'));
    expect(manifest.county).toBe('某某县');
  });
});
