import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { writeReports } from '../../src/report/write-reports.js';
import { filledEngine, findings, rejects, reportModel, vehicleFinding } from './fixture.js';
import { temporaryFolder, writtenReports } from './written.js';

const read = async (folder: string, name: string): Promise<{ text: string; rows: string[][] }> => {
  const text = await readFile(join(folder, name), 'utf8');
  return { text, rows: parse(text, { bom: true, relax_column_count: false }) as string[][] };
};

describe('findings.csv', () => {
  it('has the columns of the contract, a BOM, CR LF, and every finding in the order of all reports', async () => {
    const { text, rows } = await read(await writtenReports({}, { formats: ['csv'] }), 'findings.csv');
    expect(text.startsWith('\ufefffinding_id,')).toBe(true);
    expect(text.endsWith('\r\n')).toBe(true);
    expect(rows[0]?.join()).toBe(
      'finding_id,rule_id,family,severity,confidence,status,clause,county,township,village,household_no,' +
        'subject_type,subject_name,id_number,message,evidence,sources,parameters',
    );
    expect(rows.slice(1).map(([id]) => id)).toEqual([
      'BBBBBBBBBBB1',
      'AAAAAAAAAAA3',
      'AAAAAAAAAAA2',
      'AAAAAAAAAAA1',
    ]);
  });

  it('keeps evidence and parameters as JSON, codes and all', async () => {
    const { rows } = await read(await writtenReports({}, { formats: ['csv'] }), 'findings.csv');
    const row = rows.find(([id]) => id === 'AAAAAAAAAAA1') ?? [];
    expect(JSON.parse(row[15] ?? '')).toEqual(vehicleFinding().evidence);
    expect(JSON.parse(row[17] ?? '')).toEqual(vehicleFinding().parameters);
    expect(row[13]).toBe('000000196003021234');
  });

  it('holds no cell that a spreadsheet would run', async () => {
    const folder = await writtenReports({}, { formats: ['csv'] });
    for (const name of ['findings.csv', 'mis-identification.csv', 'dual-dataset.csv', 'rejects.csv']) {
      const { rows } = await read(folder, name);
      for (const cell of rows.flat()) {
        expect(/^\s*[=+@＝＋－＠]/.test(cell), `${name}: ${cell}`).toBe(false);
        expect(/^\s*-/.test(cell) && !/^-\d+(\.\d+)?$/.test(cell), `${name}: ${cell}`).toBe(false);
      }
    }
    const { rows } = await read(folder, 'findings.csv');
    expect(rows.flat()).toContain(`'=HYPERLINK("http://x.invalid","王")`);
  });

  it('sorts texts byte by byte, rule after rule', async () => {
    const more = ['Z镇', 'a镇', '一镇', '𠀀镇', ''].map((township, index) =>
      vehicleFinding({ finding_id: `D${index}`, township, household_no: '1' }),
    );
    const { rows } = await read(await writtenReports({}, { more, formats: ['csv'] }), 'findings.csv');
    const townships = rows.slice(2).map((row) => row[8] ?? '');
    const bytewise = [...townships].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    expect(townships).toEqual(bytewise);
    expect(new Set(townships).size).toBe(7);
  });
});

describe('findings.jsonl', () => {
  it('nests the evidence, one object a line, without a BOM', async () => {
    const folder = await writtenReports({}, { formats: ['json'] });
    const text = await readFile(join(folder, 'findings.jsonl'), 'utf8');
    const objects = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(objects).toHaveLength(findings.length);
    expect(objects.find((object) => object.finding_id === 'AAAAAAAAAAA1')).toEqual(vehicleFinding());
    expect(Object.keys(objects[0] ?? {})[15]).toBe('evidence');
  });
});

describe('a family’s CSV file', () => {
  it('is in words, in the language of the run', async () => {
    const { rows } = await read(await writtenReports({}, { formats: ['csv'] }), 'mis-identification.csv');
    expect(rows[0]?.slice(0, 6)).toEqual([
      '疑点编号',
      '规则编号',
      '规则名称',
      '严重程度',
      '可信程度',
      '状态',
    ]);
    const row = rows.find(([id]) => id === 'AAAAAAAAAAA1') ?? [];
    expect(row.slice(1, 6)).toEqual(['MI01', '名下有在用车辆', '高', '证件号一致', '新增']);
    expect(row[14]).toBe(
      '号牌号码：甘X00001；车辆类型：小型轿车；机动车状态：正常、逾期未检验；初次登记日期：2015-06-01；车价（元）：85000.5；登记的所有人：欧阳建国；是否逾期未检验：是',
    );
    expect(row[15]).toContain('已卖未过户');
  });

  it('is in English under --lang en', async () => {
    const folder = await writtenReports({ lang: 'en' }, { formats: ['csv'] });
    const { rows } = await read(folder, 'mis-identification.csv');
    expect(rows[0]?.[3]).toBe('Severity');
    expect(rows[3]?.[3]).toBe('high');
  });
});

describe('rejects.csv', () => {
  it('lists every reject with its place and a reason in words, in the order of file and row', async () => {
    const { rows } = await read(await writtenReports({}, { formats: [] }), 'rejects.csv');
    expect(rows[0]?.join()).toBe('file,sheet,row,column,level,value,reason,code');
    expect(rows).toHaveLength(rejects.length + 1);
    expect(rows.slice(1).map((row) => row.slice(0, 5).join('|'))).toEqual([
      '机动车.csv||15|身份证明号码|row',
      '机动车.csv||16|初次登记日期|cell',
      '机动车.csv||17||row',
      '名册.xlsx|Sheet1|9|姓名|cell',
      '名册.xlsx|Sheet1|10|联系电话|cell',
      '名册.xlsx|Sheet1|11|文化程度|cell',
    ]);
    expect(rows[1]?.[6]).toBe(
      '该列被存成了数字，号码末几位已丢失（变成 0 或科学计数），请在源系统把该列设为文本后重新导出',
    );
    expect(rows[4]?.slice(5)).toEqual(["'=***", '未能采用（some-new-code），请核对源数据', 'some-new-code']);
  });

  it('never shows a number or a name, even when the run masks nothing', async () => {
    const folder = await writtenReports({ mask: 'none' }, { formats: [] });
    const text = await readFile(join(folder, 'rejects.csv'), 'utf8');
    for (const secret of ['000000196003021000', '19600302', '张三', '四光', '1234567']) {
      expect(text).not.toContain(secret);
    }
  });
});

describe('masking', () => {
  it('reaches every file that has findings', async () => {
    const folder = await writtenReports({ mask: 'partial' }, { formats: ['csv', 'json'] });
    for (const name of ['findings.csv', 'findings.jsonl', 'mis-identification.csv']) {
      const text = await readFile(join(folder, name), 'utf8');
      expect(text, name).not.toContain('000000196003021234');
      expect(text, name).not.toContain('建国');
      expect(text, name).toContain('000000********1234');
      expect(text, name).toContain('欧阳**');
    }
  });
});

it('writes private files, of the formats asked for, and of the families that have rules', async () => {
  const folder = await writtenReports();
  expect((await readdir(folder)).sort()).toEqual([
    'dual-dataset.csv',
    'dual-dataset.xlsx',
    'findings.csv',
    'findings.jsonl',
    'mis-identification.csv',
    'mis-identification.xlsx',
    'rejects.csv',
    'state.jsonl',
  ]);
  for (const name of await readdir(folder)) expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600);
  expect(await readdir(await writtenReports({}, { formats: ['json'] }))).toEqual([
    'findings.jsonl',
    'rejects.csv',
    'state.jsonl',
  ]);
});

it('fails when a finding would be left out of the reports', async () => {
  const stray = vehicleFinding({ finding_id: 'X', rule_id: 'ZZ99' });
  await expect(writtenReports({}, { more: [stray], formats: ['csv'] })).rejects.toThrow(
    /HC9001.*4 findings written of 5/,
  );
});

it.each(['findings.csv', 'mis-identification.xlsx', 'rejects.csv'])(
  'says in one sentence that %s cannot be written',
  async (name) => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, name), 'already there');
    const engine = await filledEngine();
    const writing = writeReports(reportModel(engine), folder, new Set(['xlsx', 'csv']));
    await expect(writing).rejects.toThrow(/HC5002 Cannot write to .*\(EEXIST\)/);
    await engine.close();
  },
);
