import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { hecha } from './fake-io.js';
import { writeCounty } from './small-county.js';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'init-test-'));
  writeCounty(join(home, 'in'));
});
afterEach(() => {
  rmSync(home, { recursive: true, force: true });
});

const folder = (): string => join(home, 'in');
const config = (): string => readFileSync(join(folder(), 'hecha.yaml'), 'utf8');
async function findings(out: string): Promise<string> {
  const { code, err } = await hecha('audit', folder(), '-o', join(home, out), '-q');
  expect([code, err]).toEqual([0, '']);
  return readFileSync(join(home, out, 'latest', 'findings.csv'), 'utf8');
}

describe('hecha init', () => {
  it('writes a configuration with which the files give what they give without it', async () => {
    const without = await findings('without');
    expect(await hecha('init', folder())).toMatchObject({ code: 0, err: '' });
    expect(parse(config())).toMatchObject({
      area: '安平县',
      inputs: ['.'],
      datasets: [
        { dataset: 'person', files: ['roster.csv'] },
        { dataset: 'vehicle', files: ['vehicle.csv'] },
      ],
    });
    expect(await findings('with')).toBe(without);
  });

  it('gives with every setting that it comments out what it gives without them', async () => {
    const without = await findings('without');
    await hecha('init', folder());
    const uncommented = config().replace(/^ {4}# ((?: {2})?\S+:.*)$/gm, '    $1');
    expect(uncommented).not.toBe(config());
    expect(parse(uncommented).datasets[1]).toMatchObject({
      header_row: 1,
      encoding: 'utf-8',
      columns: { owner: '机动车所有人', owner_id: '身份证明号码' },
    });
    writeFileSync(join(folder(), 'hecha.yaml'), uncommented);
    expect(await findings('with')).toBe(without);
  });

  it('leaves a configuration alone that is there, unless it is told to overwrite it', async () => {
    writeFileSync(join(folder(), 'hecha.yaml'), 'rules: [MI01]\n');
    expect(await hecha('init', folder())).toMatchObject({ code: 2, err: expect.stringContaining('HC1007') });
    expect(config()).toBe('rules: [MI01]\n');
    expect(await hecha('init', folder(), '--force')).toMatchObject({ code: 0 });
    expect(config()).toContain('dataset: person');
  });

  it('asks about a file that it does not know, and takes tomorrow’s date in a name', async () => {
    writeFileSync(join(folder(), '不明.csv'), '甲,乙\n1,2\n');
    writeFileSync(join(folder(), '死亡_20170731.csv'), '姓名,身份证号,死亡日期\n甲,1,2017-01-01\n');
    await hecha('init', folder());
    expect(config()).toContain('# 没有识别：不明.csv');
    const { datasets } = parse(config());
    expect(datasets.find(({ dataset }: { dataset: string }) => dataset === 'death').files).toEqual([
      `死亡_${'[0-9]'.repeat(8)}.csv`,
    ]);
    expect(await hecha('check', folder(), '-q')).toMatchObject({ code: 1, err: '' });
  });
});
