import { datasetById } from '../../src/datasets/catalogue.js';
import { openDuckdb } from '../../src/engine/duckdb.js';
import type { Engine, SqlValue } from '../../src/engine/engine.js';
import { NUMBER_MARK, type RawPart, type RowProblem } from '../../src/ingest/raw.js';
import { normalizePart, type PartAccount } from '../../src/normalize/part.js';
import { createTables } from '../../src/normalize/tables.js';
import { withCheckDigit } from './people.js';

/** Valid IDs: no person's, their region is one that GB/T 2260 never gave out. */
export const ID = '629901199001011239';
export const OTHER_ID = withCheckDigit('62990119850505002');
/** The first of them with another check digit. */
export const BAD_CHECK = `${ID.slice(0, 17)}0`;
/** Somebody born on 30 February. */
export const BAD_DATE = withCheckDigit('62990119900230100');
export const AS_OF = '2017-07-31';

/** A number cell of a sheet. */
export const number = (text: string): string => NUMBER_MARK + text;

/** A raw row: its cells in the order of the fields; row numbers are given from 2 on. */
interface RawRow {
  readonly cells: readonly (string | undefined)[];
  readonly problem?: RowProblem;
  /** The first filled cell of the first three columns, unless given. */
  readonly lead?: string;
}

export type Rows = readonly (RawRow | readonly (string | undefined)[])[];

export interface Normalized {
  readonly account: PartAccount;
  readonly rows: Record<string, SqlValue>[];
  readonly rejects: Record<string, SqlValue>[];
}

/** Each reject as one line: `row level field reason value`. */
export const rejectLines = ({ rejects }: Normalized): string[] =>
  rejects.map(({ row_no, level, field, reason, value }) => `${row_no} ${level} ${field} ${reason} ${value}`);

export const rowNumbers = ({ rows }: Normalized): SqlValue[] => rows.map(({ row_no }) => row_no ?? null);

/** An engine with empty tables. */
export async function emptyEngine(threads = 1): Promise<Engine> {
  const engine = await openDuckdb({ threads });
  await createTables(engine);
  return engine;
}

let parts = 0;

/** Loads rows as a raw part, normalises it and returns what came of it. Fields take their usual headers unless `headers` says else. */
export async function normalizeRows(
  engine: Engine,
  given: {
    readonly dataset: string;
    readonly fields: readonly string[];
    readonly rows: Rows;
    readonly typed?: boolean;
    readonly date1904?: true;
    readonly headers?: Readonly<Record<string, string>>;
    readonly units?: Readonly<Record<string, number>>;
    /** Cells beyond those of the fields, for wide rows. */
    readonly extra?: number;
    readonly wide?: RawPart['wide'];
    /** Headers of yes/no columns that the dataset gathers, after those of the fields. */
    readonly gathered?: readonly string[];
    readonly asOf?: string;
  },
): Promise<Normalized> {
  const dataset = datasetById(given.dataset);
  const index = parts;
  parts += 1;
  const gathered = given.gathered ?? [];
  const width = given.fields.length + gathered.length + (given.extra ?? 0);
  const columns = Array.from({ length: width }, (_, position) => `, c${position} VARCHAR`).join('');
  const table = `part_${index}`;
  await engine.exec(`CREATE TABLE raw.${table} (row_no BIGINT, problem VARCHAR, lead VARCHAR${columns})`);
  const writer = await engine.writer('raw', table);
  for (const [place, row] of given.rows.entries()) {
    const { cells, problem, lead }: RawRow = 'cells' in row ? row : { cells: row };
    const first = cells.slice(0, 3).find((cell) => cell !== undefined && cell.trim() !== '');
    writer.write([place + 2, problem, lead ?? first?.trim(), ...cells]);
  }
  writer.close();
  const part: RawPart = {
    index,
    file: 'file',
    dataset,
    headerRow: 1,
    columns: [
      ...given.fields.map((field, position) => {
        const unit = given.units?.[field];
        return {
          field,
          index: position,
          header: given.headers?.[field] ?? dataset.fields[field]?.headers[0] ?? field,
          ...(unit && { unit }),
        };
      }),
      ...gathered.map((header, at) => ({
        field: dataset.gather?.field ?? '',
        index: given.fields.length + at,
        header,
        gathered: true as const,
      })),
    ],
    ...(given.wide && { wide: given.wide }),
    typed: given.typed ?? false,
    ...(given.date1904 && { date1904: true }),
    table,
    rowsAbove: 1,
    rowsBelow: given.rows.length,
  };
  const account = await normalizePart({ engine, part, asOf: given.asOf ?? AS_OF });
  const from = `${index} * 4294967296::BIGINT`;
  return {
    account,
    rows: await engine.all(
      `SELECT CAST(ref - ${from} AS INTEGER) AS row_no, * EXCLUDE ref FROM main.${given.dataset}
        WHERE ref >= ${from} AND ref < ${from} + 4294967296`,
    ),
    rejects: await engine.all(
      `SELECT CAST(row_no AS INTEGER) AS row_no, field, header, value, reason, level FROM hecha.reject WHERE part = ${index}`,
    ),
  };
}

/** What each cell became when it stood in `field`, beside keys that keep every row; `reason` is that of its reject, if any. */
export async function readValues(
  engine: Engine,
  given: {
    readonly dataset: string;
    readonly field: string;
    readonly cells: readonly (string | undefined)[];
    readonly typed?: boolean;
    readonly date1904?: true;
    readonly unit?: number;
    readonly asOf?: string;
  },
): Promise<{ row: Record<string, SqlValue>; value: SqlValue; reason: SqlValue }[]> {
  const { dataset, field, cells, unit, ...options } = given;
  const keys: Record<string, string> = {
    household_no: '8620000000001',
    name: '张三',
    id_number: ID,
    owner_id: ID,
    county: '某县',
    poor_persons: '1',
    grade: 'A',
    safe: '是',
    village: '某村',
    poor_village: '是',
    hukou_no: 'K1',
    helper: '李四',
    plan_year: '2016',
    amount: '1',
    item: '低保金',
    project: '道路',
    allocated: '1',
    balance: '1',
  };
  const others = datasetById(dataset)
    .keys.map(([key = '']) => key)
    .filter((key) => key !== field);
  const { rows, rejects } = await normalizeRows(engine, {
    dataset,
    fields: [...others, field],
    rows: cells.map((cell) => [...others.map((key) => keys[key]), cell]),
    ...(unit && { units: { [field]: unit } }),
    ...options,
  });
  const reasons = new Map(rejects.map((reject) => [reject.row_no, reject.reason]));
  const byRow = new Map(rows.map((row) => [row.row_no, row]));
  return cells.map((_, place) => {
    const row = byRow.get(place + 2) ?? {};
    return { row, value: row[field] ?? null, reason: reasons.get(place + 2) ?? null };
  });
}

const roster = ['household_no', 'name', 'id_number', 'relation', 'work'] as const;

/** Normalises rows of a roster (household number, name, ID number, relation, work) in the engine that is open by then. */
export const rosterReader =
  (engine: () => Engine) =>
  (rows: Rows, typed = false): Promise<Normalized> =>
    normalizeRows(engine(), { dataset: 'person', fields: roster, rows, typed });

/** Normalises rows of a death list (name, ID number, day) in the engine that is open by then. */
export const deathReader =
  (engine: () => Engine) =>
  (rows: Rows): Promise<Normalized> =>
    normalizeRows(engine(), { dataset: 'death', fields: ['name', 'id_number', 'died_on'], rows });
