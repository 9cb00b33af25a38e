import { datasetById } from '../datasets/catalogue.js';
import type { Engine } from '../engine/engine.js';
import { buildFacts, buildLists, type Fact } from '../facts/facts.js';
import { NUMBER_MARK, type RawPart } from '../ingest/raw.js';
import { normalizePart } from '../normalize/normalize-part.js';
import { createTables } from '../normalize/tables.js';
import type { Pack, Parameter } from '../policy/pack.js';
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

/**
 * Runs one example of a rule through the real pipeline: cells as exports have them are normalised, facts are built, the rule is
 * judged. The engine must be empty and is left filled.
 */
export async function runExample(
  engine: Engine,
  given: {
    readonly file: ExampleFile;
    readonly example: Example;
    readonly rule: Rule;
    readonly facts: readonly Fact[];
    readonly pack: Pack;
  },
): Promise<ExampleOutcome> {
  const { file, example, rule } = given;
  const asOf = example.as_of ?? file.as_of;
  const pack = overridden(given.pack, example.set ?? {});
  await createTables(engine);
  let index = 0;
  for (const [dataset, rows] of Object.entries(rowsOf(file, example))) {
    const part = await rawPart(engine, { file, dataset, rows, index });
    await normalizePart({ engine, part, asOf });
    index += 1;
  }
  if (missingNeeds(rule.header, await readGiven(engine))) return { status: 'not-run' };
  const inputs = { pack, asOf, scalars: policyValues(pack, asOf).scalars };
  await buildLists(engine, pack);
  await buildFacts(engine, given.facts, inputs);
  const found = await runRule(engine, rule, inputs);
  return {
    status: 'run',
    flagged: found.filter(({ exemption }) => exemption === undefined),
    exempted: found.filter(({ exemption }) => exemption !== undefined),
  };
}

/** Where an example is not what its file expects, in words; empty when it is. */
export function differences(file: ExampleFile, example: Example, outcome: ExampleOutcome): string[] {
  if (example.not_run) return outcome.status === 'not-run' ? [] : ['expected not to run'];
  if (outcome.status === 'not-run') return ['was not run'];
  const wrong: string[] = [];
  const left = [...outcome.flagged];
  for (const expected of example.flags ?? []) {
    const at = left.findIndex((finding) => matches(file, expected, finding));
    if (at >= 0) left.splice(at, 1);
    else wrong.push(`not flagged: ${JSON.stringify(expected)}`);
  }
  wrong.push(...left.map((finding) => `flagged: ${JSON.stringify(shown(finding))}`));
  if (example.exempt) {
    const exempted = outcome.exempted.map(({ exemption }) => exemption).sort();
    if (JSON.stringify(exempted) !== JSON.stringify([...example.exempt].sort())) {
      wrong.push(`exempted ${JSON.stringify(exempted)}, expected ${JSON.stringify(example.exempt)}`);
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
    const actual = column in finding.row ? finding.row[column] : finding[column as keyof RuleFinding];
    if (wanted === null || wanted === '') return actual === null || actual === undefined || actual === '';
    const number = Number(wanted);
    return (
      String(actual) === String(wanted) ||
      (String(wanted) !== '' && !Number.isNaN(number) && Number(actual) === number)
    );
  });
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
    readonly rows: { columns: string[]; rows: ExampleRow[] };
    readonly index: number;
  },
): Promise<RawPart> {
  const dataset = datasetById(given.dataset);
  const { columns, rows } = given.rows;
  for (const column of columns) {
    if (!dataset.fields[column]) throw new Error(`${given.dataset} has no field ${column}`);
  }
  const table = `example_${given.index}`;
  await engine.exec(
    `CREATE OR REPLACE TABLE raw.${table} (row_no BIGINT, problem VARCHAR, lead VARCHAR${columns.map((_, i) => `, c${i} VARCHAR`).join('')})`,
  );
  const writer = await engine.writer('raw', table);
  for (const [index, row] of rows.entries()) {
    writer.write([index + 2, null, null, ...columns.map((column) => cellText(row[column], given.file))]);
  }
  writer.close();
  return {
    index: given.index,
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
