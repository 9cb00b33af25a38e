import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepHeld, loadPrevious } from '../../src/audit/held.js';
import { previousTables } from '../../src/datasets/previous.js';
import { openDuckdb } from '../../src/engine/duckdb.js';
import type { Engine } from '../../src/engine/engine.js';
import { hashFile } from '../../src/ingest/hash-file.js';
import { createTables } from '../../src/normalize/tables.js';
import type { RunRecord } from '../../src/run/run-record.js';
import { temporaryFolder } from '../run/temporary-folder.js';

const nothing = new Map();
const vehiclesMissing = new Map([['vehicle', { zh: '车辆数据可能不全', en: 'vehicle may be incomplete' }]]);

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckdb({ threads: 1 });
  await createTables(engine);
  await engine.exec(
    `CREATE TABLE kept_household AS SELECT 'H1' AS household_no, DATE '2017-07-30' AS as_of, CAST(4000.5 AS DECIMAL(18,2)) AS income,
       FALSE AS education, TRUE AS housing, CAST(NULL AS BOOLEAN) AS medical, FALSE AS water, 'K1' AS breadwinner;
     CREATE TABLE kept_member AS SELECT 'H1' AS household_no, 'K1' AS member, FALSE AS severe;
     CREATE TABLE kept_asset AS SELECT * FROM (VALUES
       ('K1', 'vehicle', '甘A1', '小型轿车', DATE '2017-07-30', CAST(NULL AS DATE)),
       ('K1', 'property', '证1', NULL, DATE '2017-06-30', DATE '2017-07-01')
     ) AS a (owner, asset, asset_no, asset_detail, last_seen, missing_since)`,
  );
});
afterAll(() => engine.close());

interface Kept {
  readonly day: string;
  readonly masked?: boolean;
  readonly previous?: string;
}

/** A run of that day in a folder of runs, with what it kept. */
async function runOf(out: string, { day, masked = false, previous }: Kept): Promise<RunRecord> {
  const name = `${day}-0000000${day.slice(-1)}`;
  const folder = join(out, name);
  mkdirSync(folder);
  await keepHeld(engine, { folder, masked, incomplete: nothing, previous: {} });
  const held = masked ? [] : readdirSync(join(folder, 'held'));
  const outputs = await Promise.all(
    held.map(async (file) => ({ path: `held/${file}`, ...(await hashFile(join(folder, 'held', file))) })),
  );
  const manifest = {
    schema: 1,
    run_id: name,
    as_of: day,
    county: '',
    content: '',
    options: { lang: 'zh', mask: masked ? 'partial' : null },
    previous: previous === undefined ? null : { run_id: previous, content: '' },
    rules: [],
    coverage: { datasets: [] },
    outputs,
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  return { folder, out, manifest } as unknown as RunRecord;
}

const load = async (
  run: RunRecord | undefined,
  asOf: string,
  incomplete: Parameters<typeof loadPrevious>[1]['incomplete'] = nothing,
) => {
  for (const { id } of previousTables) await engine.exec(`DELETE FROM main.${id}`);
  await engine.exec('DELETE FROM hecha.given');
  const previous = await loadPrevious(engine, { run, asOf, incomplete });
  const rows = await engine.all(
    'SELECT asset_no, last_seen, missing_since FROM previous_asset ORDER BY asset_no',
  );
  const given = await engine.all('SELECT DISTINCT dataset FROM hecha.given ORDER BY dataset');
  return { previous, assets: rows, given: given.map(({ dataset }) => dataset) };
};

describe('what a run keeps for the next one', () => {
  it('is read back as it was, and its tables count as given', async () => {
    const run = await runOf(await temporaryFolder(), { day: '2017-07-30' });
    const { previous, assets, given } = await load(run, '2017-07-31');
    expect(previous.run).toBe(run);
    expect(assets).toEqual([
      { asset_no: '甘A1', last_seen: '2017-07-30', missing_since: null },
      { asset_no: '证1', last_seen: '2017-06-30', missing_since: '2017-07-01' },
    ]);
    expect(given).toEqual(previousTables.map(({ id }) => id).sort());
    expect(await engine.all('SELECT * FROM previous_household')).toEqual([
      {
        ref: '0',
        household_no: 'H1',
        as_of: '2017-07-30',
        as_of_precision: 'day',
        income: '4000.50',
        education: false,
        housing: true,
        medical: null,
        water: false,
        breadwinner: 'K1',
      },
    ]);
    expect(await engine.all('SELECT member, severe FROM previous_member')).toEqual([
      { member: 'K1', severe: false },
    ]);
  });

  it('is the same bytes again', async () => {
    const [one, two] = [
      await runOf(await temporaryFolder(), { day: '2017-07-30' }),
      await runOf(await temporaryFolder(), { day: '2017-07-30' }),
    ];
    expect(two.manifest.outputs).toEqual(one.manifest.outputs);
  });

  it('is nothing on a first night, and of a run that masked ID numbers', async () => {
    expect(await load(undefined, '2017-07-31')).toEqual({ previous: {}, assets: [], given: [] });
    const run = await runOf(await temporaryFolder(), { day: '2017-07-30', masked: true });
    expect(readdirSync(run.folder)).toEqual(['manifest.json']);
    const { previous, given } = await load(run, '2017-07-31');
    expect(previous.lack?.en).toBe(
      'run 2017-07-30-00000000 masked ID numbers (--mask) and kept nothing to compare with',
    );
    expect(given).toEqual([]);
  });

  it('is not used when a file of it is missing, was changed, or is none', async () => {
    const run = await runOf(await temporaryFolder(), { day: '2017-07-30' });
    const path = join(run.folder, 'held', 'asset.parquet');
    writeFileSync(path, readFileSync(path).subarray(10));
    expect((await load(run, '2017-07-31')).previous.lack?.en).toBe(
      'held/asset.parquet of run 2017-07-30-00000000 is missing or was changed',
    );
    const outputs = run.manifest.outputs.map((output) => ({ ...output }));
    for (const output of outputs) Object.assign(output, await hashFile(join(run.folder, output.path)));
    const published = { ...run, manifest: { ...run.manifest, outputs } };
    const { previous, given } = await load(published, '2017-07-31');
    expect(previous.lack?.en).toContain('cannot be read');
    expect(given).toEqual([]);
    expect(await engine.all('SELECT * FROM previous_household')).toEqual([]);
    const without = { ...run, manifest: { ...run.manifest, outputs: [] } };
    expect((await load(without, '2017-07-31')).previous.lack?.en).toBe(
      'run 2017-07-30-00000000 kept nothing to compare with',
    );
  });

  it('is that of an earlier day: a run of the same day goes by the one before it', async () => {
    const out = await temporaryFolder();
    const before = await runOf(out, { day: '2017-07-30' });
    const same = await runOf(out, { day: '2017-07-31', previous: before.manifest.run_id });
    expect((await load(same, '2017-07-31')).previous.run?.manifest.run_id).toBe(before.manifest.run_id);
    const alone = await runOf(await temporaryFolder(), {
      day: '2017-07-31',
      previous: before.manifest.run_id,
    });
    const { previous } = await load(alone, '2017-07-31');
    expect(previous.run).toBeUndefined();
    expect(previous.lack?.en).toBe(
      "run 2017-07-31-00000001 is of 2017-07-31, no day before tonight's 2017-07-31",
    );
  });

  it('leaves out the assets of an extract that was not read whole tonight, and is handed on as it was', async () => {
    const out = await temporaryFolder();
    const run = await runOf(out, { day: '2017-07-30' });
    const { previous, assets } = await load(run, '2017-07-31', vehiclesMissing);
    expect(assets.map(({ asset_no }) => asset_no)).toEqual(['证1']);
    const folder = join(out, 'tonight');
    mkdirSync(folder);
    await keepHeld(engine, { folder, masked: false, incomplete: vehiclesMissing, previous });
    for (const file of ['household', 'member', 'asset'])
      expect(readFileSync(join(folder, 'held', `${file}.parquet`))).toEqual(
        readFileSync(join(run.folder, 'held', `${file}.parquet`)),
      );
    const first = join(out, 'first');
    mkdirSync(first);
    await keepHeld(engine, { folder: first, masked: false, incomplete: vehiclesMissing, previous: {} });
    expect(readdirSync(first)).toEqual([]);
  });
});
