import type { Engine, SqlValue } from '../engine/engine.js';
import { HechaError } from '../errors.js';
import type { RawPart } from '../ingest/raw.js';
import { KEPT_UNMATCHED } from './id-number.js';
import { type ReadCell, rawColumns, readCells } from './part-cells.js';
import { insertRejects } from './reject-rows.js';
import { pairsOf, verdictLayers } from './row-verdict.js';
import { layered, literal, quoted } from './sql-text.js';
import { countedIds, insertAccepted, STAGE, stagedColumns, unmatchedName } from './stage-rows.js';
import { ROWS_PER_PART } from './tables.js';

/** Why a row below the header is no row of data. */
const SKIPS = ['blank', 'total', 'signature', 'header'] as const;

/** What became of a part's rows below its header: accepted + rejected + skipped is all of them. */
export interface PartAccount {
  readonly accepted: number;
  readonly rejected: number;
  readonly skipped: number;
  readonly skippedBy: Readonly<Record<(typeof SKIPS)[number], number>>;
  /** Cells of accepted rows that could not be used; each is listed in hecha.reject. */
  readonly badCells: number;
  /** Persons of an extract whose ID matches nobody, by the ID's state. */
  readonly unmatched: Readonly<Record<(typeof KEPT_UNMATCHED)[number], number>>;
  /** Set when the part was refused for its rejected rows: the first of them. Nothing of it is in any table then. */
  readonly refused?: { readonly row: number; readonly reason: string };
}

/** Row numbers normalised at a time, a sheet's worth: what is staged stays small beside the tables. */
const STEP = 1_048_576;

/**
 * Normalises a part: its usable rows go into the table of its dataset, what cannot be used into `hecha.reject`, its columns into
 * `hecha.given`, its place into `hecha.part`. Rows keep the file's order. Needs `createTables` before.
 * @param options.asOf YYYY-MM-DD: nobody is born after that day
 * @throws HechaError HC9001 when a row of the raw table is neither in the table, nor rejected, nor skipped
 */
export async function normalizePart(options: {
  readonly engine: Engine;
  readonly part: RawPart;
  readonly asOf: string;
  /** Whether so many rejected rows are a wrong file rather than wrong rows: then nothing of it is kept. */
  readonly isTooMany?: (account: PartAccount) => boolean;
}): Promise<PartAccount> {
  const { engine, part, asOf } = options;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(asOf)) throw new HechaError('HC9001', { detail: 'no as-of day' });
  const { cells, layers } = readCells(part, asOf);
  const verdict = verdictLayers(part, cells);
  const outputs = stagedColumns(part, cells);
  const raw = `raw.${quoted(part.table)}`;
  const [held] = await engine.all(
    `SELECT count(*) AS rows, coalesce(min(row_no), 0) AS first, coalesce(max(row_no), -1) AS last FROM ${raw}`,
  );
  const accounts: PartAccount[] = [];
  for (let from = Number(held?.first); from <= Number(held?.last); from += STEP) {
    const rows = `(SELECT * FROM ${raw} WHERE row_no BETWEEN ${from} AND ${from + STEP - 1})`;
    const read = layered({ from: rows, columns: rawColumns(cells) }, [...layers, ...verdict], outputs);
    await engine.exec(`CREATE OR REPLACE TEMP TABLE ${STAGE} AS ${read}`);
    const account = await accountOf(engine, part, cells);
    await engine.exec(insertAccepted(part, cells));
    if (account.rejected + account.badCells > 0) await engine.exec(insertRejects(part, cells));
    accounts.push(account);
  }
  await engine.exec(`DROP TABLE IF EXISTS ${STAGE}`);
  const account = sum(accounts);
  await holdAgainst(engine, part, account, Number(held?.rows));
  if (options.isTooMany?.(account)) return { ...account, refused: await takeBack(engine, part) };
  await describePart(engine, part, cells);
  return account;
}

/** Removes what was written of a part. @returns its first rejected row and why it was */
async function takeBack(engine: Engine, part: RawPart): Promise<{ row: number; reason: string }> {
  const [first] = await engine.all(
    `SELECT row_no, reason FROM hecha.reject WHERE part = ${part.index} AND level = 'row' ORDER BY row_no LIMIT 1`,
  );
  await engine.exec(`DELETE FROM main.${quoted(part.dataset.id)} WHERE ${refsOf(part)};
    DELETE FROM hecha.reject WHERE part = ${part.index}`);
  return { row: Number(first?.row_no), reason: String(first?.reason) };
}

/** The rows of a table that come from a part. */
const refsOf = ({ index }: RawPart): string => {
  const from = `${index} * ${ROWS_PER_PART}::BIGINT`;
  return `ref >= ${from} AND ref < ${from} + ${ROWS_PER_PART}`;
};

/** Counts what the stage holds. */
async function accountOf(engine: Engine, part: RawPart, cells: readonly ReadCell[]): Promise<PartAccount> {
  const count = (condition: string): string => `count(*) FILTER (WHERE ${condition})`;
  const isAccepted = 'skip IS NULL AND fault IS NULL';
  const ids = countedIds(part, cells).map(unmatchedName);
  const unmatched = KEPT_UNMATCHED.map((state) => {
    const counts = ids.map((id) => count(`${isAccepted} AND ${id} = ${literal(state)}`));
    return `${counts.join(' + ') || '0'} AS ${quoted(state)}`;
  });
  const [row = {}] = await engine.all(`SELECT
    ${count(isAccepted)} AS accepted, ${count('fault IS NOT NULL')} AS rejected, ${count('skip IS NOT NULL')} AS skipped,
    ${SKIPS.map((reason) => `${count(`skip = ${literal(reason)}`)} AS ${reason}`).join(', ')},
    coalesce(sum(bit_count(bad)), 0) AS bad_cells, ${unmatched.join(', ')}
    FROM ${STAGE}`);
  return {
    accepted: Number(row.accepted),
    rejected: Number(row.rejected),
    skipped: Number(row.skipped),
    skippedBy: pick(SKIPS, row),
    badCells: Number(row.bad_cells),
    unmatched: pick(KEPT_UNMATCHED, row),
  };
}

const pick = <Name extends string>(
  names: readonly Name[],
  row: Readonly<Record<string, SqlValue>>,
): Record<Name, number> =>
  Object.fromEntries(names.map((name) => [name, Number(row[name])])) as Record<Name, number>;

function sum(accounts: readonly PartAccount[]): PartAccount {
  const of = (count: (account: PartAccount) => number): number =>
    accounts.reduce((total, account) => total + count(account), 0);
  const each = <Name extends string>(
    names: readonly Name[],
    counts: (account: PartAccount) => Readonly<Record<Name, number>>,
  ): Record<Name, number> =>
    Object.fromEntries(names.map((name) => [name, of((account) => counts(account)[name])])) as Record<
      Name,
      number
    >;
  return {
    accepted: of(({ accepted }) => accepted),
    rejected: of(({ rejected }) => rejected),
    skipped: of(({ skipped }) => skipped),
    skippedBy: each(SKIPS, ({ skippedBy }) => skippedBy),
    badCells: of(({ badCells }) => badCells),
    unmatched: each(KEPT_UNMATCHED, ({ unmatched }) => unmatched),
  };
}

/** Notes the part's place and the fields that it has; of a wide extract also those that its pairs give. */
async function describePart(engine: Engine, part: RawPart, cells: readonly ReadCell[]): Promise<void> {
  await engine.exec('INSERT INTO hecha.part VALUES ($part, $file, $sheet)', {
    part: part.index,
    file: part.file,
    sheet: part.sheet ?? null,
  });
  const given = new Set(cells.map(({ name }) => name));
  if (pairsOf(cells).length > 0 && part.dataset.fields.head_id) given.add('head_id');
  if (given.size === 0) return;
  const fields = [...given].map((field) => `(${literal(field)})`).join(', ');
  await engine.exec(
    `INSERT INTO hecha.given SELECT $dataset, field FROM (VALUES ${fields}) AS own(field)
      WHERE NOT EXISTS (SELECT 1 FROM hecha.given AS known WHERE known.dataset = $dataset AND known.field = own.field)`,
    { dataset: part.dataset.id },
  );
}

/** Counts again, in the tables that were written, and compares. */
async function holdAgainst(
  engine: Engine,
  part: RawPart,
  account: PartAccount,
  rowsHeld: number,
): Promise<void> {
  const table = `main.${quoted(part.dataset.id)}`;
  const [written] = await engine.all(`SELECT
    (SELECT count(${part.wide ? 'DISTINCT ' : ''}ref) FROM ${table} WHERE ${refsOf(part)}) AS accepted,
    (SELECT count(*) FROM hecha.reject WHERE part = ${part.index} AND level = 'row') AS rejected,
    (SELECT count(*) FROM hecha.reject WHERE part = ${part.index} AND level = 'cell') AS bad_cells`);
  const { accepted, rejected, skipped, badCells } = account;
  const addsUp =
    accepted + rejected + skipped === rowsHeld &&
    Number(written?.accepted) === accepted &&
    Number(written?.rejected) === rejected &&
    Number(written?.bad_cells) === badCells;
  if (!addsUp) throw new HechaError('HC9001', { detail: `the rows of part ${part.index} do not add up` });
}
