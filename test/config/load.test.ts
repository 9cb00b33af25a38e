import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { findConfig } from '../../src/config/load.js';
import { temporaryFolder } from '../run/temporary-folder.js';

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder();
  for (const name of ['data', 'rules']) mkdirSync(join(folder, name));
  writeFileSync(join(folder, 'data', 'a.csv'), 'x\n');
  writeFileSync(join(folder, 'county.yaml'), 'name: county\n');
});

const write = (text: string, name = 'hecha.yaml'): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const known = { packs: ['gansu-2017'] };
const load = (text: string) => findConfig(write(text), [], known);

describe('hecha.yaml', () => {
  it('says what to audit and how, from its own folder', async () => {
    const config = await load(`inputs: [data, data/a.csv]
out: runs
as_of: 2017-07-31
policy: county.yaml
parameters:
  dual_gap: 0.1
  exempt_posts: [护林员]
rules: [exit, '!EX06']
own_rules: rules
village_indicators: [有卫生室, 通客车]
`);
    expect(config).toMatchObject({
      path: join(folder, 'hecha.yaml'),
      file: 'hecha.yaml',
      inputs: [join(folder, 'data'), join(folder, 'data/a.csv')],
      out: join(folder, 'runs'),
      asOf: '2017-07-31',
      policy: join(folder, 'county.yaml'),
      parameters: { dual_gap: 0.1, exempt_posts: ['护林员'] },
      rules: ['exit', '!EX06'],
      ownRules: join(folder, 'rules'),
      villageIndicators: ['有卫生室', '通客车'],
    });
    expect(config?.lineOf(['rules', 1])).toBe(8);
    expect(config?.lineOf(['parameters', 'exempt_posts', 0])).toBe(7);
  });

  it('may say nothing: then its folder is audited', async () => {
    for (const text of ['', '# nothing yet\n', '{}\n']) {
      const config = await load(text);
      expect(config).toMatchObject({ inputs: [folder], parameters: {}, rules: [], villageIndicators: [] });
      expect(config).not.toHaveProperty('out');
      expect(config).not.toHaveProperty('asOf');
    }
  });

  it('may name a pack that ships, and files by their whole path', async () => {
    const config = await load(`policy: gansu-2017\ninputs: ['${join(folder, 'data')}']\n`);
    expect(config).toMatchObject({ policy: 'gansu-2017', inputs: [join(folder, 'data')] });
  });

  it.each<[what: string, text: string, line: number, problem: RegExp]>([
    [
      'a key with a slip',
      'out: x\nparamters: { dual_gap: 1 }\n',
      2,
      /paramters: is not known, did you mean parameters\?/,
    ],
    ['a key of the command line', 'as-of: 2017-07-31\n', 1, /did you mean as_of\?/],
    ['one path that is no list', 'inputs: data\n', 1, /inputs: must be a list/],
    ['no paths', 'inputs: []\n', 1, /inputs: at least 1 items/],
    ['a day that there is not', '\nas_of: 2017-02-30\n', 2, /as_of: must be a date/],
    ['a rule without quotes', 'rules:\n  - exit\n  - !EX06\n', 3, /in quotes: '!EX06'/],
    ['a list of parameters', 'parameters: [dual_gap]\n', 1, /parameters: must be a mapping/],
    [
      'an input that is not there',
      'inputs:\n  - data\n  - none.csv\n',
      3,
      /inputs: nothing is at "none\.csv"/,
    ],
    ['own rules that are not there', 'own_rules: none\n', 1, /own_rules: nothing is at "none"/],
    ['own rules that are a file', 'own_rules: county.yaml\n', 1, /own_rules: "county\.yaml" is no folder/],
    ['a policy that is not there', 'out: x\npolicy: none.yaml\n', 2, /policy: nothing is at "none\.yaml"/],
    [
      'a pack that there is not',
      'policy: gansu\n',
      1,
      /policy: there is no pack "gansu"; there are gansu-2017/,
    ],
    ['YAML that is none', 'inputs: [data\nout: x\n', 2, /./],
    ['a key twice', 'out: x\nout: y\n', 2, /unique/],
  ])('is refused for %s, naming the line', async (_, text, line, problem) => {
    await expect(load(text)).rejects.toMatchObject({
      code: 'HC2003',
      values: { file: 'hecha.yaml', line, problem: expect.stringMatching(problem) },
    });
  });

  it('is refused in another encoding', async () => {
    writeFileSync(join(folder, 'hecha.yaml'), Buffer.from([0x6f, 0x75, 0x74, 0x3a, 0x20, 0xbd, 0xe1]));
    await expect(findConfig(join(folder, 'hecha.yaml'), [], known)).rejects.toMatchObject({ code: 'HC2003' });
  });
});

describe('findConfig', () => {
  it('takes the file that is named, whatever its name, and must find it', async () => {
    write('out: x\n', '核查.yaml');
    write('out: y\n');
    expect((await findConfig(join(folder, '核查.yaml'), [folder], known))?.out).toBe(join(folder, 'x'));
    await expect(findConfig(join(folder, 'none.yaml'), [], known)).rejects.toMatchObject({ code: 'HC1001' });
  });

  it('takes that of the one folder given', async () => {
    write('out: x\n');
    expect((await findConfig(undefined, [folder], known))?.out).toBe(join(folder, 'x'));
    expect(await findConfig(undefined, [folder, join(folder, 'data')], known)).toBeUndefined();
    expect(await findConfig(undefined, [join(folder, 'data')], known)).toBeUndefined();
    expect(await findConfig(undefined, [join(folder, 'data', 'a.csv')], known)).toBeUndefined();
  });

  it('finds none where there is none', async () => {
    expect(await findConfig(undefined, [], known)).toBeUndefined();
    mkdirSync(join(folder, 'hecha.yaml'));
    expect(await findConfig(undefined, [folder], known)).toBeUndefined();
  });
});
