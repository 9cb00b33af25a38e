import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findConfig } from '../../src/config/load.js';
import { configSchema } from '../../src/config/schema.js';
import { unitCodes } from '../../src/facts/unit-codes.js';
import { loadPack } from '../../src/policy/pack.js';
import { temporaryFolder } from '../run/temporary-folder.js';

const page = readFileSync('docs/configuration.md', 'utf8');
const [config = '', pack = ''] = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = '']) => text);

describe('docs/configuration.md', () => {
  it('has a row for every key', () => {
    for (const key of Object.keys(configSchema.shape)) expect(page).toContain(`\n| \`${key}\` | `);
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
