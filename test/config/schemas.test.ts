import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ruleTables } from '../../src/datasets/catalogue.js';
import { loadPack } from '../../src/policy/pack.js';

interface JsonSchema {
  readonly $schema: string;
  readonly properties: Record<string, JsonSchema>;
  readonly additionalProperties?: unknown;
  readonly required?: readonly string[];
  readonly description?: string;
  readonly maximum?: number;
  readonly items?: { readonly enum?: readonly string[]; readonly examples?: readonly string[] };
}
const read = (name: string): JsonSchema =>
  JSON.parse(
    readFileSync(new URL(`../../schemas/${name}.schema.json`, import.meta.url), 'utf8'),
  ) as JsonSchema;

describe('the JSON Schemas for editors', () => {
  it('are what the code says today', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/generate-schemas.mjs', '--check'], {
      encoding: 'utf8',
    });
    // What it says names the command that renews them.
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  it('complete the parameters of the pack that ships, within the bounds of their units', async () => {
    const names = Object.keys((await loadPack('gansu-2017')).parameters);
    const properties: Record<string, JsonSchema> = read('hecha').properties.parameters?.properties ?? {};
    expect(Object.keys(properties)).toEqual(names);
    expect(properties.dual_gap).toMatchObject({ minimum: 0, maximum: 1, type: 'number' });
    expect(properties.dual_gap?.description).toContain('两套数据允许差距');
    expect(properties.exit_window).toMatchObject({ type: 'array', minItems: 2, maxItems: 2 });
    expect(Object.keys(read('policy-pack').properties.parameters?.properties ?? {})).toEqual(names);
  });

  it('know no key besides those that are read', () => {
    const config = read('hecha');
    expect(config.additionalProperties).toBe(false);
    expect(Object.keys(config.properties)).toEqual([
      'inputs',
      'area',
      'datasets',
      'limits',
      'out',
      'previous',
      'as_of',
      'policy',
      'parameters',
      'rules',
      'own_rules',
      'village_indicators',
    ]);
    expect(read('policy-pack').additionalProperties).toBe(false);
    expect(read('policy-pack').required).toEqual(['name', 'title', 'parameters']);
  });

  it('complete datasets, columns, clauses and parameters in a rule’s header', () => {
    const { properties, required } = read('rule-header');
    expect(Object.keys(properties.needs?.properties ?? {})).toEqual(
      ruleTables.flatMap(({ id }) => [id, `${id}?`]),
    );
    expect(properties.needs?.properties.vehicle?.items?.enum).toContain('plate?');
    expect(properties.clause?.items?.enum).toContain('(一)4');
    expect(properties.params?.items?.examples).toContain('as_of');
    expect(required).toContain('predicate');
    expect(required).not.toContain('personal');
  });
});
