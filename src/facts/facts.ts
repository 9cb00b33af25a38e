import { readdir } from 'node:fs/promises';
import { z } from 'zod';
import { datasets, ruleTables } from '../datasets/catalogue.js';
import type { Engine, SqlParameter } from '../engine/engine.js';
import type { Pack } from '../policy/pack.js';
import { scalarNames } from '../policy/values.js';
import { readSqlFile, type SqlFile } from './sql-file.js';
import { shapeOf } from './sql-shape.js';

const factHeader = z.strictObject({
  name: z.string().regex(/^[a-z_]+$/),
  doc: z.strictObject({ zh: z.string(), en: z.string() }),
  params: z.array(z.string()).default([]),
  /** List parameters, read as one-column tables of that name. */
  lists: z.array(z.string()).default([]),
});

/** A derived fact of docs/data: built once a run, read by every rule. */
export interface Fact extends FactFile {
  /** Datasets and facts that it reads. */
  readonly reads: readonly string[];
  /** Datasets that it stands on, through other facts too. */
  readonly datasets: ReadonlySet<string>;
}

const isDataset = new Set(ruleTables.map((dataset) => dataset.id));

/** A fact as its file says, without what only the engine's parser can tell. */
export type FactFile = SqlFile<z.infer<typeof factHeader>>;

/** The files of all facts, by name. @throws HechaError HC4001 for a file whose header is wrong. */
export async function readFactFiles(): Promise<FactFile[]> {
  const folder = new URL('./', import.meta.url);
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(names.map((name) => readSqlFile(new URL(name, folder), factHeader)));
}

/**
 * All facts, each after those that it reads.
 * @throws HechaError HC4001 for a file whose header is wrong; Error when facts read each other in a circle.
 */
export async function loadFacts(engine: Engine): Promise<Fact[]> {
  const files = await readFactFiles();
  const reads = new Map<string, string[]>();
  for (const file of files) {
    const shape = await shapeOf(engine, file.body);
    reads.set(file.header.name, [...shape.tables.keys()]);
  }
  const ordered: Fact[] = [];
  const place = (file: (typeof files)[number], above: readonly string[]): void => {
    const { name, lists } = file.header;
    if (above.includes(name)) throw new Error(`facts read each other: ${[...above, name].join(' → ')}`);
    if (ordered.some((fact) => fact.header.name === name)) return;
    const own = (reads.get(name) ?? []).filter(
      (table) => !lists.includes(table) && table !== 'given' && table !== 'known_code',
    );
    for (const table of own) {
      const source = files.find((other) => other.header.name === table);
      if (source) place(source, [...above, name]);
      else if (!isDataset.has(table))
        throw new Error(`${file.file} reads ${table}, which is neither dataset nor fact`);
    }
    const stands = own.flatMap((table) =>
      isDataset.has(table)
        ? [table]
        : [...(ordered.find((fact) => fact.header.name === table)?.datasets ?? [])],
    );
    ordered.push({ ...file, reads: own, datasets: new Set(stands) });
  };
  for (const file of files) place(file, []);
  return ordered;
}

/** What facts and rules are computed with. */
export interface FactInputs {
  readonly pack: Pack;
  readonly asOf: string;
  readonly scalars: Readonly<Record<string, number>>;
}

/**
 * Values for the declared parameters: those of the policy pack, and `as_of` as a date. Of a SELECT that is given only those that stand
 * in it, for it may use one end of a range, and the engine takes no value that it has no place for.
 */
export function bindParameters(
  inputs: FactInputs,
  declared: readonly string[],
  sql?: string,
): Record<string, SqlParameter> {
  const bound: Record<string, SqlParameter> = {};
  const isUsed = (name: string): boolean => sql === undefined || new RegExp(`\\$${name}\\b`).test(sql);
  for (const parameter of declared) {
    if (parameter === 'as_of' && isUsed('as_of')) bound.as_of = { date: inputs.asOf };
    for (const name of scalarNames(inputs.pack, parameter)) {
      const value = inputs.scalars[name];
      if (value !== undefined && isUsed(name)) bound[name] = value;
    }
  }
  return bound;
}

/** Makes a one-column table of each list parameter, by its name. */
export async function buildLists(engine: Engine, pack: Pack): Promise<void> {
  for (const [name, parameter] of Object.entries(pack.parameters)) {
    if (parameter.kind !== 'list') continue;
    await engine.exec(`CREATE OR REPLACE TABLE ${name} (value VARCHAR)`);
    const writer = await engine.writer('main', name);
    for (const value of parameter.value) writer.write([value]);
    writer.close();
  }
}

/** Makes the tables of the facts, in order. Call once the datasets and lists are in. */
export async function buildFacts(engine: Engine, facts: readonly Fact[], inputs: FactInputs): Promise<void> {
  await engine.exec('CREATE OR REPLACE VIEW given AS SELECT dataset, field FROM hecha.given');
  await buildKnownCodes(engine);
  for (const fact of facts) {
    await engine.exec(
      `CREATE OR REPLACE TABLE ${fact.header.name} AS ${fact.body}`,
      bindParameters(inputs, fact.header.params, fact.body),
    );
  }
}

/** Makes `known_code`, every canonical code of every code column: what a column holds besides was kept as it was written. */
async function buildKnownCodes(engine: Engine): Promise<void> {
  await engine.exec('CREATE OR REPLACE TABLE known_code (dataset VARCHAR, field VARCHAR, code VARCHAR)');
  const writer = await engine.writer('main', 'known_code');
  for (const dataset of datasets) {
    for (const [field, { codes = {} }] of Object.entries(dataset.fields)) {
      for (const code of Object.keys(codes)) writer.write([dataset.id, field, code]);
    }
  }
  writer.close();
}

/** The facts that a SELECT reading `tables` needs, with those that they read, in order. */
export function factsFor(facts: readonly Fact[], tables: Iterable<string>): Fact[] {
  const wanted = new Set(tables);
  for (const fact of [...facts].reverse()) {
    if (wanted.has(fact.header.name)) for (const table of fact.reads) wanted.add(table);
  }
  return facts.filter((fact) => wanted.has(fact.header.name));
}
