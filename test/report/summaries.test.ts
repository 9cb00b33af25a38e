import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.js';
import { displayWidth } from '../../src/report/display-width.js';
import { manifestText } from '../../src/report/manifest.js';
import type { ReportModel } from '../../src/report/model.js';
import { summaryJson } from '../../src/report/summary-json.js';
import { printSummary } from '../../src/report/terminal-summary.js';
import { filledEngine, reportModel, vehicleFinding } from './fixture.js';

let engine: Engine;
beforeAll(async () => {
  engine = await filledEngine([vehicleFinding({ finding_id: 'N1', township: '红土梁乡' })]);
});
afterAll(() => engine.close());

const reports = {
  folder: 'hecha-out/2017-07-31-0123abcd',
  files: ['findings.csv', 'mis-identification.xlsx', 'dual-dataset.csv', 'rejects.csv', 'manifest.json'],
};

async function printed(change: Partial<ReportModel> = {}, colour = false): Promise<string> {
  let text = '';
  const stdout = { write: (piece: string) => (text += piece) };
  await printSummary(reportModel(engine, change), reports, { stdout, columns: 80, colour });
  return text;
}

describe('the terminal summary', () => {
  it('says what was read, not checked, found, and which report to open first', async () => {
    const text = await printed();
    for (const part of [
      '核查完成：清水县（2017-07-31）',
      '核查日 2017-07-31（数据中声明的最新日期）',
      '未提供的数据：村干部',
      'MI03 家中有现任村干部\n       缺少数据：村干部（职务）',
      '有 4 行未采用、4 个单元格无法读取，逐条列在 rejects.csv。',
      '注意 名册.xlsx!Sheet1：恰好65535行，可能被截断',
      '饮水缺口：321 户',
      '均为疑似',
      'hecha-out/2017-07-31-0123abcd',
      '先看 mis-identification.xlsx（高的最多；其余每类一个文件）',
      '再看 findings.csv（全部疑点一张表）',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).toMatch(/贫困人口信息 +1 +1,012 +1,000 +2 +10\n/);
    expect(text).toMatch(/MI01 名下有在用车辆 +1 +1 +1 +3 +1\n/);
    expect(text).toMatch(/识别疑点 +1 +1 +1 +3 +mis-identification\.xlsx\n/);
    expect(text).toMatch(/疑点最多的乡镇：.*红土梁乡 1（高 1）/);
  });

  it.each(['zh', 'en'] as const)('fits 80 columns with its numbers aligned (%s)', async (lang) => {
    const lines = (await printed({ lang })).split('\n');
    for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(80);
    const table = lines.filter((line) => /^ {4}\w\w\d\d /.test(line));
    expect(table.map((line) => displayWidth(line))).toEqual([80, 80]);
  });

  it('names nobody and shows no number of a person', async () => {
    const text = await printed({ mask: 'none' });
    for (const secret of ['欧阳', '建国', '小妹', '00000019']) expect(text).not.toContain(secret);
  });

  it('uses colours only when asked to', async () => {
    expect(await printed()).not.toContain('\u001b[');
    expect(await printed({}, true)).toContain('\u001b[');
  });

  it('says that a run with a failed rule is not whole', async () => {
    const { rules } = reportModel(engine);
    const failed = rules.map((rule) => ({
      ...rule,
      status: 'failed' as const,
      reason: { zh: '运行出错', en: 'it failed' },
    }));
    const text = await printed({ rules: failed });
    expect(text).toContain('核查未完整');
    expect(text).toContain('运行失败的规则（3 条）');
    expect(text).toContain('运行出错');
  });

  it('tells when the link to the newest run could not be changed', async () => {
    let text = '';
    const stdout = { write: (piece: string) => (text += piece) };
    await printSummary(
      reportModel(engine),
      { ...reports, latestFailed: 'EPERM' },
      { stdout, columns: 80, colour: false },
    );
    expect(text).toContain('EPERM');
  });
});

describe('the JSON summary', () => {
  it('has counts, accounts, what was not run, and the outputs', () => {
    const outputs = [{ path: 'findings.csv', size: 10, sha256: 'c'.repeat(64) }];
    const summary = summaryJson(reportModel(engine), { folder: 'out/x', outputs });
    expect(summary).toMatchObject({
      run_id: '2017-07-31-0123abcd',
      run_dir: 'out/x',
      as_of: '2017-07-31',
      county: '清水县',
      counts: {
        total: 4,
        by_severity: { high: 2, medium: 1, low: 1 },
        by_family: { 'mis-identification': 3, 'dual-dataset': 1 },
        by_rule: { MI01: { total: 3, high: 1, medium: 1, low: 1, exempted: 1 }, DD01: { total: 1 } },
      },
      inputs: [
        {
          path: '机动车.csv',
          parts: [{ dataset: 'vehicle', sheet: null, read: 23, accepted: 20, rejected: 2, skipped: 1 }],
        },
        { path: '名册.xlsx', parts: [{ sheet: 'Sheet1', read: 1012 }] },
      ],
      datasets_missing: ['cadre'],
      not_run: [{ rule: 'MI03', reason: '缺少数据：村干部（职务）' }],
      failed: [],
      outputs,
    });
    expect(JSON.stringify(Object.keys(summary))).toMatch(/^\["[a-z_",]+"\]$/);
  });
});

describe('the manifest', () => {
  const text = (change: Partial<ReportModel> = {}, timings: Record<string, number> = { read: 1 }): string =>
    manifestText({
      model: reportModel(engine, change),
      engineVersion: 'v1.5.6',
      formats: ['xlsx', 'csv'],
      outputs: [{ path: 'findings.csv', size: 10, sha256: 'c'.repeat(64) }],
      record: {
        reading: { files: [] },
        area: undefined,
        pack: {
          name: 'p',
          title: { zh: '一', en: 'p' },
          parameters: {},
          origins: {},
          sha256: 'd'.repeat(64),
        },
        facts: [{ name: 'member', sql: 'SELECT 1' }],
        keepTables: false,
      },
      located: { inputs: [] },
      timings,
    });

  it('records what a later run needs to reproduce and compare this one', () => {
    const manifest = JSON.parse(text()) as Record<string, unknown>;
    expect(manifest).toMatchObject({
      run_id: '2017-07-31-0123abcd',
      tool: { name: 'hecha', version: '0.1.0' },
      engine: { name: 'duckdb', version: 'v1.5.6' },
      as_of: '2017-07-31',
      as_of_source: 'inputs',
      options: { lang: 'zh', mask: null, formats: ['csv', 'xlsx'] },
      policy: { name: 'gansu-2017', values: { old_vehicle_years: { value: 10, clause: '(一)4' } } },
      rules: [
        {
          id: 'MI01',
          status: 'flagged',
          findings: 3,
          exempted: { motorcycle: 1 },
          sql_sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        },
        { id: 'DD01' },
      ],
      rules_not_run: [{ id: 'MI03', status: 'not-run', reason: { zh: '缺少数据：村干部（职务）' } }],
      inputs: [
        {
          path: '机动车.csv',
          size: 1234,
          sha256: 'a'.repeat(64),
          parts: [
            { encoding: 'GB18030', header_row: 1, rows: { read: 23, accepted: 20, rejected: 2, skipped: 1 } },
          ],
        },
        { path: '名册.xlsx', parts: [{ sheet: 'Sheet1', hidden: true, dataset: 'person' }] },
      ],
      outputs: [{ path: 'findings.csv', size: 10, sha256: 'c'.repeat(64) }],
      timings: { read: 1 },
    });
    expect(text()).toMatch(/^\{\n {2}"schema": 1,\n[\s\S]*\n\}\n$/);
  });

  it('has a content hash that only the timings do not change', () => {
    const content = (made: string): unknown => (JSON.parse(made) as { content: unknown }).content;
    expect(content(text({}, { read: 2, rules: 3 }))).toBe(content(text()));
    expect(content(text({ asOf: '2017-08-01' }))).not.toBe(content(text()));
    expect(content(text({ lang: 'en' }))).not.toBe(content(text()));
  });
});
