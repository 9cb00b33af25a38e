import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findConfig } from '../../src/config/load.js';
import { configSchema, filesSchema, limitsSchema } from '../../src/config/schema.js';
import { unitCodes } from '../../src/facts/unit-codes.js';
import { fileEntries } from '../../src/ingest/configured-files.js';
import { limitsOf } from '../../src/ingest/limit-settings.js';
import { defaultLimits } from '../../src/ingest/limits.js';
import { loadPack } from '../../src/policy/pack.js';
import { temporaryFolder } from '../run/temporary-folder.js';

const page = readFileSync('docs/configuration.md', 'utf8');
const [config = '', pack = ''] = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = '']) => text);

describe('docs/configuration.md', () => {
  it('has a row for every key', () => {
    for (const key of Object.keys(configSchema.shape)) expect(page).toContain(`\n| \`${key}\` | `);
  });

  it('has a row for every key of an entry of datasets and of limits, with its default', () => {
    for (const key of Object.keys(filesSchema.shape)) expect(page).toContain(`\n| \`${key}\` | `);
    for (const key of Object.keys(limitsSchema.shape)) expect(page).toContain(`\n| \`${key}\` | `);
    const { entries, ratio, sharedStrings, cellTextBytes } = defaultLimits;
    for (const number of [entries, ratio, sharedStrings, cellTextBytes]) {
      expect(page).toContain(` ${number.toLocaleString('en-US')} |`);
    }
  });

  it('shows a configuration and a pack that work', async () => {
    const folder = await temporaryFolder();
    for (const name of ['导出数据', '自定义规则']) mkdirSync(join(folder, name));
    writeFileSync(join(folder, '第二套数据.xlsx'), '');
    writeFileSync(join(folder, '县级标准.yaml'), pack);
    const path = join(folder, 'hecha.yaml');
    writeFileSync(path, config.replace('/mnt/share/', ''));
    const read = await findConfig(path, [], { packs: [] });
    expect(Object.keys(configSchema.shape).filter((key) => !config.includes(`\n${key}:`))).toEqual([]);
    expect(read && fileEntries(read)).toMatchObject([
      { settings: { headerRows: [3], encoding: 'gb18030', units: new Map([['price', 10_000]]) } },
    ]);
    expect(limitsOf(read?.limits ?? {}).recordBytes).toBe(2 ** 21);
    const { parameters } = await loadPack(read?.policy ?? '', {
      codesOf: unitCodes,
      overrides: { file: 'hecha.yaml', values: read?.parameters ?? {}, lineOf: () => 0 },
    });
    expect(parameters.business_capital?.value).toBe(50_000);
    expect(parameters.shared_phone_households?.value).toBe(3);
    expect(parameters.dual_gap?.value).toBe(0.03);
    expect(parameters.compulsory_age?.value).toEqual([6, 16]);
  });
});
