import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bilingual } from '../bilingual.js';
import type { Dataset } from '../datasets/dataset.js';
import { previousTables } from '../datasets/previous.js';
import type { Engine } from '../engine/engine.js';
import { HechaError } from '../errors.js';
import { hashFile } from '../ingest/hash-file.js';
import { tableColumns } from '../normalize/tables.js';
import { type RunRecord, readRun } from '../run/run-record.js';
import type { Incomplete } from './incomplete.js';

/** The folder of a run that holds what the next one compares with. */
const HELD = 'held';

/** The facts that are kept, one for each table of the next run. */
export const KEPT_FACTS: readonly string[] = previousTables.map(({ id }) => id.replace('previous_', 'kept_'));

/** What came of the previous run's kept tables. */
export interface Previous {
  /** The run whose tables were read; that of an earlier day, which need not be the one that was named. */
  readonly run?: RunRecord;
  /** Why there is nothing to compare with, where a run was named all the same. */
  readonly lack?: Bilingual;
}

/** Assets vanish where rows are missing for another reason: those of an extract that was not read whole are not compared. */
const isWhole = (incomplete: Incomplete, asset: string): boolean => !incomplete.has(asset);

/**
 * Fills the `previous_…` tables from what the previous run kept, or, where that is of the same day, the run before it: today is held
 * against an earlier day. Call after the inputs are read and before facts are built.
 * @returns which run it was; without tables to read they stay empty, and `lack` says why
 */
export async function loadPrevious(
  engine: Engine,
  given: { readonly run: RunRecord | undefined; readonly asOf: string; readonly incomplete: Incomplete },
): Promise<Previous> {
  if (!given.run) return {};
  const earlier = await earlierRun(given.run, given.asOf);
  if ('lack' in earlier) return earlier;
  const { run } = earlier;
  const paths = await soundFiles(run);
  if ('lack' in paths) return paths;
  try {
    for (const table of previousTables) await load(engine, table, paths.of(table), given.incomplete);
  } catch {
    // Tables of another version of hecha, or bytes that are no Parquet though they are those that were published.
    for (const { id } of previousTables) {
      await engine.exec(`DELETE FROM main.${id}`);
      await engine.exec(`DELETE FROM hecha.given WHERE dataset = '${id}'`);
    }
    return {
      lack: {
        zh: `上一次核查 ${run.manifest.run_id} 留存的数据读不出来，可能是别的版本写的`,
        en: `what run ${run.manifest.run_id} kept cannot be read, another version may have written it`,
      },
    };
  }
  return { run };
}

/** The run itself, or of those that it went by the first of an earlier day. */
async function earlierRun(given: RunRecord, asOf: string): Promise<{ run: RunRecord } | { lack: Bilingual }> {
  let run = given;
  while (run.manifest.as_of >= asOf) {
    const before = run.manifest.previous?.run_id;
    const earlier = before === undefined ? undefined : await readOrNone(join(run.out, before));
    if (!earlier)
      return {
        lack: {
          zh: `上一次核查 ${run.manifest.run_id} 的核查日（${run.manifest.as_of}）不早于本次（${asOf}）`,
          en: `run ${run.manifest.run_id} is of ${run.manifest.as_of}, no day before tonight's ${asOf}`,
        },
      };
    run = earlier;
  }
  return { run };
}

async function readOrNone(path: string): Promise<RunRecord | undefined> {
  try {
    return await readRun(path);
  } catch (error) {
    if (error instanceof HechaError) return undefined;
    throw error;
  }
}

/** The files of the kept tables, once their bytes are found to be what was published. */
async function soundFiles(run: RunRecord): Promise<{ of(table: Dataset): string } | { lack: Bilingual }> {
  const { run_id, options, outputs } = run.manifest;
  const pathOf = (table: Dataset): string => join(run.folder, fileOf(table));
  for (const table of previousTables) {
    const published = outputs.find(({ path }) => path === fileOf(table));
    if (!published) {
      const isMasked = options.mask !== null && options.mask !== 'none';
      return {
        lack: isMasked
          ? {
              zh: `上一次核查 ${run_id} 隐去了证件号（--mask），没有留存可对照的数据`,
              en: `run ${run_id} masked ID numbers (--mask) and kept nothing to compare with`,
            }
          : {
              zh: `上一次核查 ${run_id} 没有留存可对照的数据`,
              en: `run ${run_id} kept nothing to compare with`,
            },
      };
    }
    const found = await hashFile(pathOf(table)).catch(() => undefined);
    if (found?.sha256 !== published.sha256)
      return {
        lack: {
          zh: `上一次核查 ${run_id} 的 ${fileOf(table)} 缺失或被改动`,
          en: `${fileOf(table)} of run ${run_id} is missing or was changed`,
        },
      };
  }
  return { of: pathOf };
}

/** Where a table lies in a run, named as the manifest names outputs. */
const fileOf = ({ id }: Dataset): string => `${HELD}/${id.replace('previous_', '')}.parquet`;

const quotedPath = (path: string): string => `'${path.replaceAll("'", "''")}'`;

async function load(engine: Engine, table: Dataset, path: string, incomplete: Incomplete): Promise<void> {
  const columns = tableColumns(table).map(({ name, field }) => {
    if (field === undefined) return 'CAST(0 AS BIGINT)';
    return name === field ? field : `CASE WHEN ${field} IS NOT NULL THEN 'day' END`;
  });
  const partial =
    'asset' in table.fields ? ['vehicle', 'property'].filter((id) => !isWhole(incomplete, id)) : [];
  const where =
    partial.length === 0 ? '' : ` WHERE asset NOT IN (${partial.map((id) => `'${id}'`).join(', ')})`;
  await engine.exec(
    `INSERT INTO main.${table.id} SELECT ${columns.join(', ')} FROM read_parquet(${quotedPath(path)})${where}`,
  );
  for (const field of Object.keys(table.fields))
    await engine.exec(`INSERT INTO hecha.given VALUES ('${table.id}', '${field}')`);
}

/**
 * Writes `held/` into a run: how each household and member stands, and the assets that count, for the next run to compare with. Rows are
 * sorted: the same audit gives the same bytes. They are known by their ID numbers, so a run that masks those keeps nothing; one that
 * could not read all its inputs knows less than the run before and keeps what that kept. The engine must not be sealed yet.
 */
export async function keepHeld(
  engine: Engine,
  kept: {
    readonly folder: string;
    readonly masked: boolean;
    readonly incomplete: Incomplete;
    readonly previous: Previous;
  },
): Promise<void> {
  const isWholeNight = kept.incomplete.size === 0;
  const { run } = kept.previous;
  if (kept.masked || (!isWholeNight && !run)) return;
  await mkdir(join(kept.folder, HELD), { recursive: true, mode: 0o700 });
  for (const table of previousTables) {
    const path = join(kept.folder, fileOf(table));
    if (!isWholeNight && run) await copyFile(join(run.folder, fileOf(table)), path);
    else
      await engine.exec(
        `COPY (SELECT ${Object.keys(table.fields).join(', ')} FROM main.${table.id.replace('previous_', 'kept_')} ORDER BY ALL) TO ${quotedPath(path)} (FORMAT parquet, COMPRESSION zstd)`,
      );
  }
}
