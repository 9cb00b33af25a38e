import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.js';
import { buildFacts, type Fact, factsFor } from '../../src/facts/facts.js';
import type { Pack } from '../../src/policy/pack.js';
import { policyValues } from '../../src/policy/values.js';
import { emptyCounty } from '../rules/shipped.js';

const asOf = '2017-07-31';
let engine: Engine;
let facts: Fact[];
let pack: Pack;
beforeAll(async () => {
  ({ engine, facts, pack } = await emptyCounty());
});
afterAll(() => engine.close());
beforeEach(async () => {
  for (const table of 'person death disability vehicle property previous_household previous_member previous_asset'.split(
    ' ',
  ))
    await engine.exec(`DELETE FROM ${table}`);
  await engine.exec('DELETE FROM hecha.given');
});

/** Builds the facts that stand on what was inserted, and gives the rows of one. */
async function rowsOf(select: string): Promise<unknown[]> {
  const kept = ['kept_household', 'kept_member', 'kept_asset', 'vanished_asset'];
  await buildFacts(engine, factsFor(facts, kept), { pack, asOf, scalars: policyValues(pack, asOf).scalars });
  return engine.all(select);
}

const member = (household: string, key: string, details = ''): string =>
  `INSERT INTO person BY NAME SELECT 1 AS ref, '${household}' AS household_no, '${key}' AS id_number, '${key}' AS id_number_key,
     'able' AS labour, 'healthy' AS health, 4000 AS stable_income_per_capita ${details}`;
const give = (dataset: string, field: string): Promise<void> =>
  engine.exec(`INSERT INTO hecha.given VALUES ('${dataset}', '${field}')`);

// Born in 1970 and 1972, 1955.
const [MAN, WOMAN, OLD] = ['629999197005011013', '629999197208111046', '629999195501011013'];

describe('the only member able to work', () => {
  const breadwinners = (): Promise<unknown[]> =>
    rowsOf('SELECT household_no, breadwinner FROM kept_household ORDER BY household_no');

  it('is told where the others are known not to be able, and deaths were given', async () => {
    await engine.exec(member('H1', MAN));
    await engine.exec(member('H1', OLD));
    expect(await breadwinners()).toEqual([{ household_no: 'H1', breadwinner: null }]);
    await give('death', 'id_number');
    expect(await breadwinners()).toEqual([{ household_no: 'H1', breadwinner: MAN }]);
    await engine.exec(`INSERT INTO death BY NAME SELECT 1 AS ref, '${MAN}' AS id_number_key`);
    expect(await breadwinners()).toEqual([{ household_no: 'H1', breadwinner: null }]);
  });

  it('is nobody where there are two, or where somebody may be able for all that is known', async () => {
    await give('death', 'id_number');
    await engine.exec(member('H1', MAN));
    await engine.exec(member('H1', WOMAN));
    await engine.exec(member('H2', MAN.replace('1013', '1033')));
    await engine.exec(
      "INSERT INTO person BY NAME SELECT 2 AS ref, 'H2' AS household_no, 'x' AS id_number, 'able' AS labour, 'healthy' AS health",
    );
    await engine.exec(member('H3', MAN.replace('1013', '1053')));
    await engine.exec(
      `INSERT INTO person BY NAME SELECT 3 AS ref, 'H3' AS household_no, '${WOMAN}' AS id_number, '${WOMAN}' AS id_number_key, 'healthy' AS health`,
    );
    expect(await breadwinners()).toEqual(
      ['H1', 'H2', 'H3'].map((household_no) => ({ household_no, breadwinner: null })),
    );
  });
});

describe('how a household is kept', () => {
  it('is how it stands today, and while a misfortune lasts how it stood before', async () => {
    await engine.exec(member('H1', MAN));
    await engine.exec(member('H2', WOMAN));
    await engine.exec(
      `INSERT INTO previous_household BY NAME
         SELECT 'H1' AS household_no, DATE '2017-07-01' AS as_of, 9000 AS income
         UNION ALL SELECT 'H2', DATE '2017-07-01', 4100`,
    );
    expect(
      await rowsOf('SELECT household_no, as_of, income FROM kept_household ORDER BY household_no'),
    ).toEqual([
      { household_no: 'H1', as_of: '2017-07-01', income: '9000.00' },
      { household_no: 'H2', as_of: asOf, income: '4000.00' },
    ]);
  });

  it('goes for what is known of disabilities, too', async () => {
    await give('disability', 'id_number');
    await engine.exec(member('H1', MAN));
    await engine.exec(member('H2', WOMAN));
    await engine.exec(
      `INSERT INTO disability BY NAME SELECT 1 AS ref, '${MAN}' AS id_number_key, '1' AS level UNION ALL SELECT 2, '${WOMAN}', '3'`,
    );
    const kept = 'SELECT household_no, severe FROM kept_member ORDER BY household_no';
    expect(await rowsOf(kept)).toEqual([
      { household_no: 'H1', severe: true },
      { household_no: 'H2', severe: false },
    ]);
    await engine.exec(
      `INSERT INTO previous_household BY NAME SELECT 'H1' AS household_no, DATE '2017-07-01' AS as_of;
       INSERT INTO previous_member BY NAME SELECT 'H1' AS household_no, '${MAN}' AS member, FALSE AS severe`,
    );
    expect(await rowsOf(kept)).toEqual([
      { household_no: 'H1', severe: false },
      { household_no: 'H2', severe: false },
    ]);
  });
});

describe('how assets are kept', () => {
  const previous = (owner: string, number: string, missing: string | null): string =>
    `INSERT INTO previous_asset BY NAME SELECT '${owner}' AS owner, 'vehicle' AS asset, '${number}' AS asset_no,
       DATE '2016-01-01' AS last_seen, ${missing === null ? 'NULL' : `DATE '${missing}'`} AS missing_since`;
  const kept = 'SELECT asset_no, last_seen, missing_since FROM kept_asset ORDER BY asset_no';

  it('those of today with the day, those that vanished since with the first day without them', async () => {
    await give('vehicle', 'plate');
    await engine.exec(
      `INSERT INTO vehicle BY NAME SELECT 1 AS ref, '${MAN}' AS owner_id_key, '甘A1' AS plate, '小型轿车' AS vehicle_type, 'A' AS status
         UNION ALL SELECT 2, '${MAN}', '甘A2', '二轮摩托车', 'A'`,
    );
    await engine.exec(previous(MAN, '甘A1', null));
    await engine.exec(previous(WOMAN, '甘A3', null));
    expect(await rowsOf(kept)).toEqual([
      { asset_no: '甘A1', last_seen: asOf, missing_since: null },
      { asset_no: '甘A3', last_seen: '2016-01-01', missing_since: asOf },
    ]);
  });

  it('no longer than the months that count, but for an owner on the roster', async () => {
    await give('vehicle', 'plate');
    await engine.exec(member('H1', MAN));
    await engine.exec(previous(MAN, '甘A1', '2016-07-30'));
    await engine.exec(previous(WOMAN, '甘A2', '2016-07-30'));
    await engine.exec(previous(WOMAN, '甘A3', '2016-07-31'));
    expect(await rowsOf(kept)).toEqual([
      { asset_no: '甘A1', last_seen: '2016-01-01', missing_since: '2016-07-30' },
      { asset_no: '甘A3', last_seen: '2016-01-01', missing_since: '2016-07-31' },
    ]);
  });

  it('as they were where no such data are given today', async () => {
    await engine.exec(previous(MAN, '甘A1', null));
    expect(await rowsOf(kept)).toEqual([{ asset_no: '甘A1', last_seen: '2016-01-01', missing_since: null }]);
    expect(await engine.all('SELECT * FROM vanished_asset')).toEqual([]);
  });
});
