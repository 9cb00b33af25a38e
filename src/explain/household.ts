import { gather } from '../audit/gather.js';
import { readingAgain } from '../audit/recorded-reading.js';
import type { Bilingual } from '../bilingual.js';
import { datasets } from '../datasets/catalogue.js';
import type { Dataset, Field } from '../datasets/dataset.js';
import { openDuckdb } from '../engine/duckdb.js';
import type { Engine, SqlValue } from '../engine/engine.js';
import { HechaError } from '../errors.js';
import type { Finding } from '../findings/finding.js';
import { type PartName, sourcesText } from '../findings/sources.js';
import { nearest } from '../nearest.js';
import { quoted } from '../normalize/sql-text.js';
import { type LocatedFile, locateInputs } from '../reproduce/locate-inputs.js';
import { type RecordedRun, readRecordedRun } from '../reproduce/recorded-run.js';
import { recordedOwnRules } from '../reproduce/replay.js';
import { loadRules, type Rule } from '../rules/load.js';
import { readFindings } from '../run/run-record.js';
import type { ExplainOptions } from './explain-finding.js';

/** A value of a row, as it was normalised. */
export interface HouseholdValue {
  readonly field: string;
  readonly definition: Field;
  readonly value: Exclude<SqlValue, null>;
  /** Of a date that is known to the month or the year only. */
  readonly precision?: string;
}

/** A row of some extract that is about the household or one of its members. */
export interface HouseholdRow {
  /** `vehicle.csv#1204` */
  readonly source: string;
  /** Why it belongs here: `household` when it names the household, else the field that has a member's ID number. */
  readonly by: string;
  /** The member whose number it has. */
  readonly member?: string;
  readonly values: readonly HouseholdValue[];
}

interface HouseholdMember {
  readonly name: string;
  readonly id: string;
  readonly key: string | null;
}

/** All that the inputs of a run say of one household. */
export interface Household {
  readonly run: RecordedRun;
  readonly number: string;
  readonly members: readonly HouseholdMember[];
  /** Datasets that have rows of it, in the order of the catalogue. */
  readonly datasets: readonly { readonly dataset: Dataset; readonly rows: readonly HouseholdRow[] }[];
  /** Datasets that were given and have none, and those that were not given. */
  readonly without: readonly { readonly id: string; readonly title: Bilingual }[];
  readonly notGiven: readonly { readonly id: string; readonly title: Bilingual }[];
  readonly findings: readonly Finding[];
  /** By which the findings are masked. */
  readonly rules: readonly Rule[];
  /** Inputs that are not what the run has read. */
  readonly otherInputs: readonly LocatedFile[];
}

/**
 * Reads the inputs of a run again and picks what they say of one household: its own rows, and those that have the ID number of a member.
 * @throws HechaError HC5005 or HC5020 for the run, HC5021 when an input is missing, HC5026 when there is no such household
 */
export async function readHousehold(
  path: string,
  household: string,
  options: ExplainOptions,
): Promise<Household> {
  const run = await readRecordedRun(path);
  const { recorded } = run;
  const located = await locateInputs(run, options.inputs);
  const missing = located.filter(({ state }) => state === 'missing');
  if (missing.length > 0)
    throw new HechaError('HC5021', {
      files: missing.map(({ name }) => name).join('、'),
      count: missing.length,
    });
  const { temporary, memory, progress } = options;
  const engine = await openDuckdb({ temporary, ...(memory && { memory }) });
  try {
    const gathered = await gather(
      engine,
      {
        ...readingAgain(
          recorded.reading,
          new Map(located.flatMap(({ name, path: at }) => (at === undefined ? [] : [[name, at]]))),
        ),
        keepGoing: true,
        asOf: recorded.as_of,
        asOfSource: recorded.as_of_source,
        today: recorded.as_of,
      },
      { temporary, progress },
    );
    const parts: PartName[] = [];
    for (const { part } of gathered.files.flatMap((file) => file.parts)) parts[part.index] = part;
    const given = new Set(gathered.files.flatMap((file) => file.parts.map(({ part }) => part.dataset.id)));
    const number = household.trim();
    const members = await membersOf(engine, number);
    const found = [];
    for (const dataset of datasets) {
      const rows = await rowsOf(engine, dataset, { number, members, parts });
      if (rows.length > 0) found.push({ dataset, rows });
    }
    if (found.length === 0) throw await unknownHousehold(engine, number);
    const has = new Set(found.map(({ dataset }) => dataset.id));
    return {
      run,
      number,
      members,
      datasets: found,
      without: datasets.filter(({ id }) => given.has(id) && !has.has(id)),
      notGiven: datasets.filter(({ id }) => !given.has(id)),
      rules: await loadRules(recordedOwnRules(run)),
      findings: await findingsOf(run, number, members),
      otherInputs: located.filter(({ state }) => state !== 'same'),
    };
  } finally {
    await engine.close();
  }
}

async function membersOf(engine: Engine, number: string): Promise<HouseholdMember[]> {
  const rows = await engine.all(
    'SELECT name, id_number, id_number_key FROM main.person WHERE household_no = $number ORDER BY ref',
    { number },
  );
  return rows.map(({ name, id_number, id_number_key }) => ({
    name: String(name ?? ''),
    id: String(id_number ?? ''),
    key: typeof id_number_key === 'string' ? id_number_key : null,
  }));
}

async function unknownHousehold(engine: Engine, number: string): Promise<HechaError> {
  const rows = await engine.all(
    'SELECT DISTINCT household_no FROM main.person WHERE household_no IS NOT NULL',
  );
  const near = nearest(
    number,
    rows.map(({ household_no }) => String(household_no)),
  );
  return new HechaError('HC5026', { household: number, ...(near !== undefined && { nearest: near }) });
}

interface Wanted {
  readonly number: string;
  readonly members: readonly HouseholdMember[];
  readonly parts: readonly PartName[];
}

async function rowsOf(engine: Engine, dataset: Dataset, wanted: Wanted): Promise<HouseholdRow[]> {
  const fields = Object.entries(dataset.fields);
  const ids = fields.flatMap(([name, { type }]) => (type === 'id' ? [name] : []));
  const keys = wanted.members.flatMap(({ key }) => (key === null ? [] : [key]));
  const hasNumber = dataset.fields.household_no !== undefined;
  const conditions = [
    ...(hasNumber ? ['household_no = $number'] : []),
    ...(keys.length > 0
      ? ids.map((name) => `${quoted(`${name}_key`)} IN (${keys.map((key) => `'${key}'`).join(', ')})`)
      : []),
  ];
  if (conditions.length === 0) return [];
  const rows = await engine.all(
    `SELECT * FROM main.${quoted(dataset.id)} WHERE ${conditions.join(' OR ')} ORDER BY ref`,
    hasNumber ? { number: wanted.number } : {},
  );
  return rows.map((row): HouseholdRow => {
    const matched = ids
      .map((name) => ({
        name,
        member: wanted.members.find(({ key }) => key !== null && key === row[`${name}_key`]),
      }))
      .find(({ member }) => member);
    const isOwn = hasNumber && row.household_no === wanted.number;
    return {
      source: sourcesText([BigInt(String(row.ref))], wanted.parts),
      by: isOwn || !matched ? 'household' : matched.name,
      ...(matched?.member && { member: matched.member.name }),
      values: fields.flatMap(([field, definition]): HouseholdValue[] => {
        const value = row[field];
        const precision = row[`${field}_precision`];
        return value === null || value === undefined
          ? []
          : [{ field, definition, value, ...(typeof precision === 'string' && { precision }) }];
      }),
    };
  });
}

/** Findings about the household or a member; a run that keeps none has none here. */
async function findingsOf(
  run: RecordedRun,
  number: string,
  members: readonly HouseholdMember[],
): Promise<Finding[]> {
  const ids = new Set(members.flatMap(({ key }) => (key === null ? [] : [key])));
  const found: Finding[] = [];
  if (!run.recorded.outputs.some(({ path }) => path === 'findings.jsonl')) return found;
  for await (const finding of readFindings(run)) {
    if (finding.household_no === number || (finding.id_number !== '' && ids.has(finding.id_number)))
      found.push(finding);
  }
  return found;
}
