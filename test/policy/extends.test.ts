import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { unitCodes } from '../../src/facts/unit-codes.js';
import { loadPack } from '../../src/policy/pack.js';
import { temporaryFolder } from '../run/temporary-folder.js';

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder();
});

const write = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const head = (base: string, name = 'county'): string =>
  `name: ${name}\ntitle: { zh: 县, en: County }\nextends: ${base}\nparameters:\n`;
const child = (parameters: string, base = 'gansu-2017'): string =>
  write('county.yaml', head(base) + parameters);
const load = (path: string) => loadPack(path, { codesOf: unitCodes });

const full = 'unit: yuan a month, clause: (一)4, source: s, label: { zh: 甲, en: a }';

describe('a pack that extends another', () => {
  it('has what it says and, of the rest, what the other has', async () => {
    const base = await loadPack('gansu-2017');
    const pack = await load(
      child(`  stable_income_line: { value: 4000, source: 县发 1 号 }
  exempt_posts: { value: [护林员] }
  poverty_line: { value: { 2018: 3335, 2017: 3000 } }
  wage_base_extra: { value: 6000, ${full} }
`),
    );
    expect(pack).toMatchObject({ name: 'county', title: { zh: '县', en: 'County' } });
    expect(Object.keys(pack.parameters)).toEqual([...Object.keys(base.parameters), 'wage_base_extra']);
    expect(pack.parameters.stable_income_line).toEqual({
      ...base.parameters.stable_income_line,
      value: 4000,
      source: '县发 1 号',
    });
    expect(pack.parameters.exempt_posts?.value).toEqual(['护林员']);
    // Years that it does not name keep their values: none of them may fall to another year's.
    expect(pack.parameters.poverty_line?.value).toEqual({
      2014: 2800,
      2015: 2855,
      2016: 2952,
      2017: 3000,
      2018: 3335,
    });
    expect(pack.parameters.wage_base_extra).toMatchObject({ kind: 'number', value: 6000 });
    expect(pack.parameters.dual_gap).toEqual(base.parameters.dual_gap);
  });

  it('does not give the old source for a new value', async () => {
    const pack = await load(child('  stable_income_line: { value: 4000 }\n'));
    expect(pack.parameters.stable_income_line?.source).toBe('set by the pack county; it gives no source');
  });

  it('says who gave each value', async () => {
    write('prefecture.yaml', `${head('gansu-2017', 'prefecture')}  dual_gap: { value: 0.1 }\n`);
    const { origins, parameters } = await load(child('  dual_gap_min: { value: 5 }\n', 'prefecture.yaml'));
    expect(origins.dual_gap_min).toEqual({ by: 'child', name: 'county' });
    expect(origins.dual_gap).toEqual({ by: 'child', name: 'prefecture' });
    expect(origins.stable_income_line).toEqual({ by: 'pack', name: 'gansu-2017' });
    expect(Object.keys(origins)).toEqual(Object.keys(parameters));
  });

  it('is another pack when one below it changes', async () => {
    const below = (value: number): string =>
      write('prefecture.yaml', `${head('gansu-2017', 'prefecture')}  dual_gap: { value: ${value} }\n`);
    below(0.1);
    const path = child('  dual_gap_min: { value: 5 }\n', 'prefecture.yaml');
    const before = (await load(path)).sha256;
    expect((await load(path)).sha256).toBe(before);
    below(0.2);
    expect((await load(path)).sha256).not.toBe(before);
  });

  it('looks for the other from its own folder', async () => {
    mkdirSync(join(folder, 'packs'));
    write('packs/a.yaml', `${head('gansu-2017', 'a')}  dual_gap: { value: 0.1 }\n`);
    expect(
      (await load(child('  dual_gap_min: { value: 5 }\n', 'packs/a.yaml'))).parameters.dual_gap?.value,
    ).toBe(0.1);
  });

  it('extends neither itself nor one that extends it', async () => {
    await expect(load(child('  dual_gap: { value: 0.1 }\n', 'county.yaml'))).rejects.toMatchObject({
      code: 'HC2001',
      values: { line: 3, problem: 'extends: packs extend each other (county.yaml → county.yaml)' },
    });
    write('a.yaml', `${head('b.yaml', 'a')}  dual_gap: { value: 0.1 }\n`);
    const b = write('b.yaml', `${head('a.yaml', 'b')}  dual_gap: { value: 0.1 }\n`);
    await expect(load(b)).rejects.toMatchObject({
      code: 'HC2001',
      values: {
        file: 'a.yaml',
        line: 3,
        problem: 'extends: packs extend each other (b.yaml → a.yaml → b.yaml)',
      },
    });
  });
});

describe('a fault of a pack that extends another names file, line and what was meant', () => {
  it.each<[what: string, text: string, line: number, problem: RegExp]>([
    [
      'a parameter that there is not',
      '  dual_gap: { value: 0.1 }\n  stable_incme_line: { value: 1 }\n',
      6,
      /no parameter stable_incme_line, did you mean stable_income_line\?/,
    ],
    [
      'a key that there is not',
      '  dual_gap:\n    vaule: 0.1\n',
      6,
      /dual_gap: vaule: is not known, did you mean value\?/,
    ],
    ['no value', '  dual_gap: { source: s }\n', 5, /dual_gap: value: missing/],
    ['nothing', '  dual_gap:\n', 5, /dual_gap: value: missing/],
    ['the value alone', '  dual_gap: 0.1\n', 5, /dual_gap: must be a mapping/],
    [
      'text for a number',
      '  dual_gap:\n    source: s\n    value: much\n',
      7,
      /dual_gap: value: must be a number/,
    ],
    ['a number in quotes', '  dual_gap: { value: "0.1" }\n', 5, /must be a number/],
    ['infinity', '  stable_income_line: { value: .inf }\n', 5, /must be a number/],
    ['a negative amount', '  stable_income_line: { value: -1 }\n', 5, /from 0 to/],
    ['a share above 1', '  dual_gap: { value: 1.5 }\n', 5, /from 0 to 1 /],
    ['a percentage above 100', '  village_incidence: { value: 101 }\n', 5, /from 0 to 100 /],
    ['half a household', '  cliff_min: { value: 2.5 }\n', 5, /whole number/],
    ['a fraction that would be rounded', '  dual_gap: { value: 0.0500001 }\n', 5, /decimals/],
    ['a range the wrong way round', '  exit_window: { value: [2017, 2014] }\n', 5, /reversed/],
    ['a range of one', '  exit_window: { value: [2017] }\n', 5, /two whole numbers/],
    [
      'a range of fractions',
      '  compulsory_age:\n    value:\n      - 6\n      - 15.5\n',
      8,
      /value\.1: must be a whole number/,
    ],
    ['a year of another age', '  exit_window: { value: [14, 17] }\n', 5, /from 1949/],
    ['a number for a list', '  exempt_posts: { value: 3 }\n', 5, /must be a list/],
    [
      'numbers in a list',
      '  exempt_posts:\n    value:\n      - 护林员\n      - 3\n',
      8,
      /value\.1: each item of the list must be text/,
    ],
    ['an item twice', '  exempt_posts: { value: [护林员, 护林员] }\n', 5, /twice/],
    ['an empty item', '  exempt_posts: { value: ["", 护林员] }\n', 5, /empty/],
    [
      'a code that there is not',
      '  cadre_posts:\n    value:\n      - secretary\n      - chairman\n',
      8,
      /no code "chairman"; there are .*secretary/,
    ],
    [
      'a vehicle class that there is not',
      '  exempt_vehicle_types: { value: [bicycle] }\n',
      5,
      /no code "bicycle".*motorcycle/,
    ],
    ['a single value for years', '  poverty_line: { value: 3000 }\n', 5, /for each year/],
    ['no year', '  poverty_line: { value: {} }\n', 5, /for each year/],
    ['a year that is none', '  poverty_line: { value: { 17: 3000 } }\n', 5, /value\.17: is no year/],
    [
      'a year without a number',
      '  poverty_line: { value: { 2017: x } }\n',
      5,
      /value\.2017: must be a number/,
    ],
    [
      'another unit',
      '  dual_gap:\n    value: 0.1\n    unit: percent\n',
      7,
      /unit: differs .* share of the larger number/,
    ],
    ['another kind', '  dual_gap:\n    value: 0.1\n    kind: list\n', 7, /kind: differs .* number/],
    ['a kind that there is not', '  dual_gap: { value: 0.1, kind: nubmer }\n', 5, /did you mean number\?/],
    [
      'a new one without its clause',
      '  extra: { value: 1, unit: yuan, source: s, label: { zh: 甲, en: a } }\n',
      5,
      /extra: clause: missing/,
    ],
    [
      'a new one of a unit that nobody knows',
      '  extra:\n    { value: 1, unit: dollars, clause: c, source: s, label: { zh: 甲, en: a } }\n',
      6,
      /extra: unit: is not known/,
    ],
    [
      'a new one whose value does not fit',
      `  extra: { value: -5, ${full} }\n`,
      5,
      /extra: value: must be from 0/,
    ],
    [
      'a new one of codes that there are not',
      '  extra: { value: [x], kind: list, unit: business.kind codes, clause: c, source: s, label: { zh: 甲, en: a } }\n',
      5,
      /no code "x"/,
    ],
    ['a name that SQL keeps for itself', `  select: { value: 5, ${full} }\n`, 5, /select: this name/],
    [
      'a name that a range gives',
      `  exit_window_from: { value: 5, ${full} }\n`,
      5,
      /name of the range exit_window/,
    ],
    ['a name in capitals', '  Dual_gap: { value: 1 }\n', 5, /the name must match/],
  ])('%s', async (_, text, line, problem) => {
    await expect(load(child(text))).rejects.toMatchObject({
      code: 'HC2001',
      values: { file: 'county.yaml', line, problem: expect.stringMatching(problem) },
    });
    const error = await load(child(text)).catch((thrown: { sentence(lang: string): string }) => thrown);
    const sentence = 'sentence' in error ? error.sentence('zh') : '';
    expect(sentence).toMatch(
      new RegExp(`^HC2001 政策包“county\\.yaml”第 ${line} 行：.*\\p{Script=Han}`, 'u'),
    );
  });

  it.each([
    ['gansu-2071', /did you mean gansu-2017/],
    ['none.yaml', /nothing is at "none\.yaml"/],
  ])('extends: %s', async (base, problem) => {
    await expect(load(child('  dual_gap: { value: 0.1 }\n', base))).rejects.toMatchObject({
      code: 'HC2001',
      values: { file: 'county.yaml', line: 3, problem: expect.stringMatching(problem) },
    });
  });

  it('names the file below when the fault is there', async () => {
    write('below.yaml', `${head('gansu-2017', 'below')}  dual_gap: { value: 2 }\n`);
    await expect(load(child('  dual_gap: { value: 0.1 }\n', 'below.yaml'))).rejects.toMatchObject({
      values: { file: 'below.yaml', line: 5 },
    });
  });

  it('is refused in another encoding', async () => {
    writeFileSync(join(folder, 'gbk.yaml'), Buffer.from([0x6e, 0x3a, 0x20, 0xcf, 0xd8]));
    await expect(load(join(folder, 'gbk.yaml'))).rejects.toMatchObject({
      code: 'HC2001',
      values: { line: 1, problem: expect.stringContaining('UTF-8') },
    });
  });
});

describe('values that hecha.yaml sets', () => {
  const overrides = (values: Record<string, unknown>) => ({
    file: 'hecha.yaml',
    values,
    lineOf: (place: readonly (string | number)[]) => 10 + place.length,
  });

  it('stand above the pack’s, and the pack says so', async () => {
    const base = await loadPack('gansu-2017');
    const pack = await loadPack('gansu-2017', {
      overrides: overrides({ dual_gap: 0.1, poverty_line: { 2017: 3000 } }),
    });
    expect(pack.parameters.dual_gap).toEqual({
      ...base.parameters.dual_gap,
      value: 0.1,
      source: 'set in hecha.yaml',
    });
    expect(pack.parameters.poverty_line?.value).toMatchObject({ 2016: 2952, 2017: 3000 });
    expect(pack.origins.dual_gap).toEqual({ by: 'config', name: 'hecha.yaml' });
    expect(pack.origins.dual_gap_min).toEqual({ by: 'pack', name: 'gansu-2017' });
    expect(pack.sha256).not.toBe(base.sha256);
    expect((await loadPack('gansu-2017', { overrides: overrides({}) })).sha256).toBe(base.sha256);
  });

  it('make the same pack in whatever order they are written', async () => {
    const hash = async (values: Record<string, unknown>): Promise<string> =>
      (await loadPack('gansu-2017', { overrides: overrides(values) })).sha256;
    expect(await hash({ dual_gap: 0.1, cliff_min: 5 })).toBe(await hash({ cliff_min: 5, dual_gap: 0.1 }));
    expect(await hash({ dual_gap: 0.1 })).not.toBe(await hash({ dual_gap: 0.2 }));
  });

  it.each<[Record<string, unknown>, number, RegExp]>([
    [{ dual_gpa: 0.1 }, 11, /^there is no parameter dual_gpa, did you mean dual_gap\?$/],
    [{ dual_gap: 'x' }, 11, /^dual_gap: must be a number/],
    [{ dual_gap: null }, 11, /^dual_gap: has no value/],
    [{ exit_window: [2014, 2017.5] }, 12, /^exit_window: 1: must be a whole number/],
    [{ cadre_posts: ['secretary', 'boss'] }, 12, /^cadre_posts: 1: there is no code "boss"/],
  ])('are refused when they are wrong: %o', async (values, line, problem) => {
    await expect(
      loadPack('gansu-2017', { overrides: overrides(values), codesOf: unitCodes }),
    ).rejects.toMatchObject({
      code: 'HC2003',
      values: { file: 'hecha.yaml', line, problem: expect.stringMatching(problem) },
    });
  });
});
