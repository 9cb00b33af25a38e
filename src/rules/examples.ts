import type { Bilingual } from '../bilingual.js';
import { datasetById } from '../datasets/catalogue.js';
import type { Engine } from '../engine/engine.js';
import { buildFacts, buildLists, type Fact, type FactInputs, factsFor } from '../facts/facts.js';
import { shapeOf } from '../facts/sql-shape.js';
import { NUMBER_MARK, type RawPart } from '../ingest/raw.js';
import { normalizePart } from '../normalize/part.js';
import { createTables, ROWS_PER_PART } from '../normalize/tables.js';
import type { Pack } from '../policy/pack.js';
import type { Parameter } from '../policy/pack-schema.js';
import { policyValues } from '../policy/values.js';
import type { Example, ExampleFile, ExampleRow, ExampleRows } from './example-file.js';
import { withNumbers } from './example-people.js';
import type { Rule } from './load.js';
import { missingNeeds, readGiven } from './needs.js';
import { type RuleFinding, runRule } from './run.js';

/** What an example came to. */
export type ExampleOutcome =
  | { readonly status: 'not-run' }
  | {
      readonly status: 'run';
      readonly flagged: readonly RuleFinding[];
      readonly exempted: readonly RuleFinding[];
    };

/** Row numbers kept for one example: those of the next begin after them. */
const ROWS_EACH = 1000;

/**
 * Puts the cells of all examples of a file through the real normaliser, at once: planning its SQL costs more than running it. The
 * engine must be empty; `runExample` then takes each example's own rows.
 */
export async function prepareExamples(engine: Engine, file: ExampleFile): Promise<void> {
  await createTables(engine);
  await engine.exec('CREATE SCHEMA prepared');
  const groups = new Map<
    string,
    { asOf: string; dataset: string; columns: Set<string>; rows: [number, ExampleRow][] }
  >();
  for (const [index, example] of file.examples.entries()) {
    const asOf = example.as_of ?? file.as_of;
    for (const [dataset, { columns, rows }] of Object.entries(rowsOf(file, example))) {
      const name = `${dataset} ${asOf}`;
      const group = groups.get(name) ?? { asOf, dataset, columns: new Set(), rows: [] };
      groups.set(name, group);
      for (const column of columns) group.columns.add(column);
      for (const [at, row] of rows.entries()) group.rows.push([index * ROWS_EACH + at + 2, row]);
    }
  }
  for (const [part, { asOf, dataset, columns, rows }] of [...groups.values()].entries()) {
    await normalizePart({
      engine,
      asOf,
      part: await rawPart(engine, { file, dataset, columns: [...columns], rows, part }),
    });
    await engine.exec(
      `CREATE TABLE IF NOT EXISTS prepared.${dataset} AS SELECT * FROM main.${dataset} WHERE FALSE`,
    );
    await engine.exec(
      `INSERT INTO prepared.${dataset} SELECT * FROM main.${dataset}; DELETE FROM main.${dataset}`,
    );
  }
}

interface GivenExample {
  readonly file: ExampleFile;
  readonly example: Example;
  readonly rule: Rule;
  readonly facts: readonly Fact[];
  readonly pack: Pack;
}

/** Runs one example of a prepared file: facts are built from its rows, the rule is judged. */
export async function runExample(engine: Engine, given: GivenExample): Promise<ExampleOutcome> {
  const inputs = await arrangeExample(engine, given);
  return inputs ? judgeExample(engine, given.rule, inputs) : { status: 'not-run' };
}

/**
 * Puts an example's rows in place and builds the facts that its rule reads.
 * @returns what the rule is to be judged with; undefined when its needs are not met
 */
export async function arrangeExample(engine: Engine, given: GivenExample): Promise<FactInputs | undefined> {
  const { file, example, rule } = given;
  const asOf = example.as_of ?? file.as_of;
  const pack = overridden(given.pack, example.set ?? {});
  await takeRows(engine, file, example);
  if (missingNeeds(rule.header, await readGiven(engine))) return undefined;
  const inputs = { pack, asOf, scalars: policyValues(pack, asOf).scalars };
  await buildLists(engine, pack);
  const { tables } = await shapeOf(engine, rule.body);
  await buildFacts(engine, factsFor(given.facts, tables.keys()), inputs);
  return inputs;
}

/** Judges the rule over what `arrangeExample` has put in place. */
export async function judgeExample(engine: Engine, rule: Rule, inputs: FactInputs): Promise<ExampleOutcome> {
  const found = await runRule(engine, rule, inputs);
  return {
    status: 'run',
    flagged: found.filter(({ exemption }) => exemption === undefined),
    exempted: found.filter(({ exemption }) => exemption !== undefined),
  };
}

/** Fills the datasets' tables with the rows of one example and nothing else. */
async function takeRows(engine: Engine, file: ExampleFile, example: Example): Promise<void> {
  const first = file.examples.indexOf(example) * ROWS_EACH;
  await engine.exec('DELETE FROM hecha.given');
  const given = await engine.writer('hecha', 'given');
  const used = rowsOf(file, example);
  for (const [dataset, { columns }] of Object.entries(used)) {
    for (const column of columns) given.write([dataset, column]);
  }
  given.close();
  const prepared = await engine.all(
    "SELECT table_name FROM information_schema.tables WHERE table_schema = 'prepared'",
  );
  for (const { table_name: dataset } of prepared) {
    await engine.exec(`DELETE FROM main.${dataset}`);
    if (!used[String(dataset)]) continue;
    await engine.exec(
      `INSERT INTO main.${dataset} SELECT * FROM prepared.${dataset} WHERE ref % ${ROWS_PER_PART} BETWEEN ${first} AND ${first + ROWS_EACH - 1}`,
    );
  }
}

/** Where an example is not what its file expects, in words; empty when it is. */
export function differences(file: ExampleFile, example: Example, outcome: ExampleOutcome): Bilingual[] {
  if (example.not_run) {
    return outcome.status === 'not-run' ? [] : [{ zh: '应为不运行，却运行了', en: 'expected not to run' }];
  }
  if (outcome.status === 'not-run') return [{ zh: '没有运行（缺少所需的数据）', en: 'was not run' }];
  const wrong: Bilingual[] = [];
  const left = [...outcome.flagged];
  for (const expected of example.flags ?? []) {
    const at = left.findIndex((finding) => matches(file, expected, finding));
    if (at >= 0) left.splice(at, 1);
    else {
      const text = JSON.stringify(expected);
      wrong.push({ zh: `应列为疑点而没有：${text}`, en: `not flagged: ${text}` });
    }
  }
  for (const finding of left) {
    const text = JSON.stringify(shown(finding));
    wrong.push({ zh: `不应列为疑点而列了：${text}`, en: `flagged: ${text}` });
  }
  if (example.exempt) {
    const exempted = JSON.stringify(outcome.exempted.map(({ exemption }) => exemption).sort());
    const expected = JSON.stringify([...example.exempt].sort());
    if (exempted !== expected) {
      wrong.push({
        zh: `豁免了 ${exempted}，应为 ${expected}`,
        en: `exempted ${exempted}, expected ${expected}`,
      });
    }
  }
  return wrong;
}

function shown(finding: RuleFinding): Record<string, unknown> {
  const { refs: _refs, row, ...rest } = finding;
  return {
    ...Object.fromEntries(
      Object.entries(row).filter(([, value]) => value !== null && typeof value !== 'bigint'),
    ),
    ...rest,
    evidence: undefined,
  };
}

function matches(file: ExampleFile, expected: ExampleRow, finding: RuleFinding): boolean {
  return Object.entries(expected).every(([column, value]) => {
    const wanted = typeof value === 'string' ? withNumbers(value, file.people) : value;
    if (column === 'subject') return subjects(finding).includes(String(wanted));
    if (column === 'sources') return sourcesOf(file, finding) === String(wanted).split(' ').sort().join(' ');
    const actual = column in finding.row ? finding.row[column] : finding[column as keyof RuleFinding];
    if (wanted === null || wanted === '') return actual === null || actual === undefined || actual === '';
    const number = Number(wanted);
    return (
      String(actual) === String(wanted) ||
      (String(wanted) !== '' && !Number.isNaN(number) && Number(actual) === number)
    );
  });
}

/** The rows that a finding stands on, as `sources` of an example names them: `person#2` is the example's second row of `person`. */
function sourcesOf(file: ExampleFile, finding: RuleFinding): string {
  const parts = new Set(
    file.examples.flatMap((example) =>
      Object.keys(rowsOf(file, example)).map((dataset) => `${dataset} ${example.as_of ?? file.as_of}`),
    ),
  );
  const datasets = [...parts].map((part) => part.split(' ')[0]);
  const size = BigInt(ROWS_PER_PART);
  // Rows are numbered from 2, as below a line of headers.
  return finding.refs
    .map((ref) => `${datasets[Number(ref / size)]}#${(Number(ref % size) % ROWS_EACH) - 1}`)
    .sort()
    .join(' ');
}

/** What an example may call the subject: the ID number, the household, the area's name, or the rule's own. */
function subjects(finding: RuleFinding): string[] {
  const { row } = finding;
  return [
    row.subject,
    finding.id_number,
    finding.household_no,
    row.area,
    finding.village || finding.township || finding.county,
    finding.subject_name,
  ].map((value) => String(value ?? ''));
}

function rowsOf(
  file: ExampleFile,
  example: Example,
): Record<string, { columns: string[]; rows: ExampleRow[] }> {
  const merged: ExampleRows = { ...file.base, ...example.rows };
  for (const dataset of example.without ?? []) delete merged[dataset];
  const all: Record<string, { columns: string[]; rows: ExampleRow[] }> = {};
  for (const dataset of new Set([...Object.keys(merged), ...Object.keys(example.add ?? {})])) {
    const own = merged[dataset] ?? [];
    const rows = [...(Array.isArray(own) ? own : own.rows), ...(example.add?.[dataset] ?? [])];
    const declared = Array.isArray(own) ? [] : own.columns;
    all[dataset] = { rows, columns: [...new Set([...declared, ...rows.flatMap((row) => Object.keys(row))])] };
  }
  return all;
}

async function rawPart(
  engine: Engine,
  given: {
    readonly file: ExampleFile;
    readonly dataset: string;
    readonly columns: readonly string[];
    readonly rows: readonly (readonly [number, ExampleRow])[];
    readonly part: number;
  },
): Promise<RawPart> {
  const { columns, rows } = given;
  const dataset = datasetById(given.dataset);
  for (const column of columns) {
    if (!dataset.fields[column]) throw new Error(`${given.dataset} has no field ${column}`);
  }
  const table = `example_${given.part}`;
  const cells = columns.map((_, index) => `, c${index} VARCHAR`).join('');
  await engine.exec(`CREATE TABLE raw.${table} (row_no BIGINT, problem VARCHAR, lead VARCHAR${cells})`);
  const writer = await engine.writer('raw', table);
  for (const [row_no, row] of rows) {
    writer.write([row_no, null, null, ...columns.map((column) => cellText(row[column], given.file))]);
  }
  writer.close();
  return {
    index: given.part,
    file: given.dataset,
    dataset,
    headerRow: 1,
    columns: columns.map((field, index) => ({
      field,
      index,
      header: dataset.fields[field]?.headers[0] ?? field,
    })),
    typed: true,
    table,
    rowsAbove: 1,
    rowsBelow: rows.length,
  };
}

function cellText(cell: ExampleRow[string] | undefined, file: ExampleFile): string | null {
  if (cell === undefined || cell === null) return null;
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  const text = String(cell);
  // A number that lost its last digits can only have come out of a number cell.
  return (text.includes(':lost') ? NUMBER_MARK : '') + withNumbers(text, file.people);
}

/** The pack with an example's values in place of its own. */
function overridden(pack: Pack, values: Readonly<Record<string, unknown>>): Pack {
  const parameters: Record<string, Parameter> = { ...pack.parameters };
  for (const [name, value] of Object.entries(values)) {
    const known = parameters[name];
    if (!known) throw new Error(`the policy has no parameter ${name}`);
    const isPlain = known.kind === 'by-year' && typeof value === 'number';
    parameters[name] = (isPlain ? { ...known, kind: 'number', value } : { ...known, value }) as Parameter;
  }
  return { ...pack, parameters };
}
