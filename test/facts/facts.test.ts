import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ruleTables } from '../../src/datasets/catalogue.js';
import { openDuckdb } from '../../src/engine/duckdb.js';
import type { Engine } from '../../src/engine/engine.js';
import {
  bindParameters,
  buildFacts,
  buildLists,
  type Fact,
  factsFor,
  loadFacts,
} from '../../src/facts/facts.js';
import { shapeOf } from '../../src/facts/sql-shape.js';
import { createTables } from '../../src/normalize/tables.js';
import { loadPack, type Pack } from '../../src/policy/pack.js';
import { policyValues, scalarNames } from '../../src/policy/values.js';

let engine: Engine;
let facts: Fact[];
let pack: Pack;
const asOf = '2017-07-31';
const inputs = () => ({ pack, asOf, scalars: policyValues(pack, asOf).scalars });
beforeAll(async () => {
  engine = await openDuckdb({ threads: 1 });
  facts = await loadFacts(engine);
  pack = await loadPack('gansu-2017');
  await createTables(engine);
  await buildLists(engine, pack);
  await buildFacts(engine, facts, inputs());
});
afterAll(() => engine.close());

const nameOf = (fact: Fact): string => fact.header.name;
const find = (name: string): Fact => {
  const fact = facts.find(({ header }) => header.name === name);
  if (!fact) throw new Error(`no fact ${name}`);
  return fact;
};

describe('the facts that ship', () => {
  it('are one a file, named by it', () => {
    const files = readdirSync(new URL('../../src/facts/', import.meta.url)).filter((name) =>
      name.endsWith('.sql'),
    );
    expect(facts.map(({ file }) => file).sort()).toEqual(files.sort());
    for (const { file, header } of facts) expect(`${header.name.replaceAll('_', '-')}.sql`).toBe(file);
  });

  it('have names that nothing else has', () => {
    const names = facts.map(nameOf);
    expect(new Set(names).size).toBe(names.length);
    const taken = [...ruleTables.map(({ id }) => id), ...Object.keys(pack.parameters), 'given'];
    expect(names.filter((name) => taken.includes(name))).toEqual([]);
  });

  it('are documented in both languages', () => {
    for (const { header } of facts) {
      expect(header.doc.zh, header.name).toMatch(/\p{Script=Han}.*。$/u);
      expect(header.doc.en, header.name).toMatch(/^[^\p{Script=Han}]{10,}\.$/u);
    }
  });

  it('are one portable SELECT each', async () => {
    for (const fact of facts) expect((await shapeOf(engine, fact.body)).problems, fact.file).toEqual([]);
  });

  it('use the parameters and lists that they declare, and no others', async () => {
    for (const { file, body, header } of facts) {
      const { parameters, tables } = await shapeOf(engine, body);
      const bound = Object.keys(bindParameters(inputs(), header.params));
      expect(
        [...parameters].filter((name) => !bound.includes(name)),
        file,
      ).toEqual([]);
      for (const name of header.params) {
        const names = name === 'as_of' ? ['as_of'] : scalarNames(pack, name);
        expect(
          names.some((each) => parameters.has(each)),
          `${file} ${name}`,
        ).toBe(true);
      }
      for (const name of header.lists) {
        expect(pack.parameters[name]?.kind, `${file} ${name}`).toBe('list');
        expect(tables.has(name), `${file} ${name}`).toBe(true);
      }
    }
  });

  it('come after those that they read', () => {
    const before = new Set<string>();
    for (const { header, reads, file } of facts) {
      for (const table of reads) {
        if (!ruleTables.some(({ id }) => id === table))
          expect(before.has(table), `${file} ${table}`).toBe(true);
      }
      before.add(header.name);
    }
  });

  it('stand on the datasets of all that they read', () => {
    expect([...find('counted_vehicle').datasets]).toEqual(['vehicle']);
    expect([...find('asset').datasets].sort()).toEqual(['payroll', 'property', 'vehicle']);
    for (const { reads, datasets: stands, file } of facts) {
      for (const table of reads) {
        const below = ruleTables.some(({ id }) => id === table) ? [table] : [...find(table).datasets];
        for (const id of below) expect(stands.has(id), `${file} ${id}`).toBe(true);
      }
    }
  });

  it('are tables with no rows where the datasets have none, and no floating-point columns', async () => {
    for (const { header } of facts) {
      const [row] = await engine.all(`SELECT count(*) AS n FROM ${header.name}`);
      expect(Number(row?.n), header.name).toBe(0);
      const types = (await engine.describe(`SELECT * FROM ${header.name}`)).map(({ type }) => type);
      expect(
        types.filter((type) => /FLOAT|DOUBLE|STRUCT|\[/.test(type)),
        header.name,
      ).toEqual([]);
    }
  });
});

describe('bindParameters', () => {
  it('gives the declared parameters and no others', () => {
    expect(bindParameters(inputs(), [])).toEqual({});
    expect(bindParameters(inputs(), ['as_of', 'stable_income_line', 'exit_window', 'poverty_line'])).toEqual({
      as_of: { date: '2017-07-31' },
      stable_income_line: 3500,
      exit_window_from: 2014,
      exit_window_to: 2017,
      poverty_line: 2952,
    });
  });

  it('has nothing for lists and unknown names', () => {
    expect(bindParameters(inputs(), ['cadre_posts', 'no_such'])).toEqual({});
  });
});

describe('buildLists', () => {
  it('makes a one-column table of each list, and again with other values', async () => {
    const values = async (): Promise<unknown[]> =>
      (await engine.all('SELECT value FROM main.cadre_posts ORDER BY value')).map(({ value }) => value);
    const posts = ['clerk', 'deputy-director', 'deputy-secretary', 'director', 'secretary'];
    expect(await values()).toEqual(posts);
    const parameter = pack.parameters.cadre_posts;
    if (parameter?.kind !== 'list') throw new Error('no list');
    const other = { ...pack, parameters: { cadre_posts: { ...parameter, value: ["o'clerk", '主任'] } } };
    await buildLists(engine, other);
    expect(await values()).toEqual(["o'clerk", '主任']);
    await buildLists(engine, pack);
    expect(await values()).toEqual(posts);
  });
});

describe('factsFor', () => {
  it('gives what is read and what that reads, in order', () => {
    const names = factsFor(facts, ['barred_person']).map(nameOf);
    expect(names).toContain('counted_vehicle');
    expect(names).toContain('owned_vehicle');
    expect(names.at(-1)).toBe('barred_person');
    expect(names).not.toContain('member');
    expect(names).toEqual(facts.map(nameOf).filter((name) => names.includes(name)));
  });

  it('gives nothing for datasets and unknown names', () => {
    expect(factsFor(facts, ['person', 'no_such'])).toEqual([]);
    expect(factsFor(facts, [])).toEqual([]);
  });

  it('is complete: a database with nothing else builds them', async () => {
    const bare = await openDuckdb({ threads: 1 });
    await createTables(bare);
    await buildLists(bare, pack);
    const needed = factsFor(facts, ['household_gap']);
    await buildFacts(bare, needed, inputs());
    expect(await bare.all('SELECT * FROM household_gap')).toEqual([]);
    await bare.close();
  });
});

describe('given', () => {
  it('shows the facts which columns some file had', async () => {
    await engine.exec("INSERT INTO hecha.given VALUES ('vehicle', 'plate')");
    expect(await engine.all('SELECT * FROM given')).toEqual([{ dataset: 'vehicle', field: 'plate' }]);
    await engine.exec('DELETE FROM hecha.given');
  });
});
