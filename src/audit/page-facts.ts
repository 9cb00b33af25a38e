import { datasetById } from '../datasets/catalogue.js';
import type { Engine, SqlValue } from '../engine/engine.js';
import type { IncomeStep, PageFacts, VillageExits, VillageFacts } from '../report/model.js';

/** Facts that the page asks for, beside those of all reports. */
export const PAGE_FACTS = ['village_exit', 'household_gap', 'village_sheet'];

const GUARANTEES = ['education', 'housing', 'medical', 'water'] as const;
/** Steps on each side of the income line. */
const STEPS = 10;

/** The fields of a village's sheet that its page shows, with those of the place left out. */
const SHEET_FIELDS = Object.keys(datasetById('village').fields).filter(
  (field) => !['county', 'township', 'village', 'village_code'].includes(field),
);

/**
 * What only the page shows. Makes the view `hecha.household_sheet`, one row a household in a village, for the page to stream.
 * @param policy the income line in yuan, and the width of a step as a share of it
 */
export async function measurePageFacts(
  engine: Engine,
  { asOf, line, band }: { readonly asOf: string; readonly line: number; readonly band: number },
): Promise<PageFacts> {
  await engine.exec(HOUSEHOLD_SHEET);
  const incomeStep = Math.max(1, Math.round(line * band));
  return {
    year: asOf.slice(0, 4),
    exits: await exitsOf(engine, Number(asOf.slice(0, 4))),
    incomes: await incomesAround(engine, line, incomeStep),
    incomeStep,
    villages: await villagesOf(engine),
  };
}

const sums = (table: string): string => `
  SELECT x.household_no, CAST(sum(DISTINCT CASE x.gap ${GUARANTEES.map((gap, at) => `WHEN '${gap}' THEN ${2 ** at}`).join(' ')} ELSE 0 END) AS INTEGER) AS guarantees
  FROM ${table} x
  GROUP BY x.household_no`;

const HOUSEHOLD_SHEET = `
  CREATE VIEW hecha.household_sheet AS
  SELECT
    coalesce(h.county, '') AS county, coalesce(h.township, '') AS township, h.village, h.household_no, h.head_name,
    CAST(h.members AS INTEGER) AS members, h.category, h.exit_status, h.exit_year, h.income, h.active, h.exited,
    coalesce(g.guarantees, 0) AS gaps, coalesce(k.guarantees, 0) AS known
  FROM roster_household h
  LEFT JOIN (${sums('household_gap')}) g ON g.household_no = h.household_no
  LEFT JOIN (${sums('known_guarantee')}) k ON k.household_no = h.household_no
  WHERE h.village IS NOT NULL`;

const text = (value: SqlValue | undefined): string =>
  value === null || value === undefined ? '' : String(value);

async function exitsOf(engine: Engine, year: number): Promise<VillageExits[]> {
  const rows = await engine.all(
    `SELECT coalesce(county, '') AS county, coalesce(township, '') AS township, village,
       CAST(at_start AS INTEGER) AS at_start, CAST(exited AS INTEGER) AS exited
     FROM village_exit WHERE year = $year AND at_start > 0 ORDER BY 1, 2, 3`,
    { year },
  );
  return rows.map((row) => ({
    county: text(row.county),
    township: text(row.township),
    village: text(row.village),
    atStart: Number(row.at_start),
    exited: Number(row.exited),
  }));
}

async function incomesAround(engine: Engine, line: number, step: number): Promise<IncomeStep[]> {
  const rows = await engine.all(
    `SELECT CAST(floor((income - $line) / $step) AS INTEGER) AS at,
       CAST(count(*) FILTER (WHERE exited) AS INTEGER) AS exited, CAST(count(*) FILTER (WHERE active) AS INTEGER) AS active
     FROM roster_household
     WHERE income >= $line - ${STEPS} * $step AND income < $line + ${STEPS} * $step
     GROUP BY 1`,
    { line, step },
  );
  if (rows.length === 0) return [];
  const counts = new Map(rows.map((row) => [Number(row.at), row]));
  return Array.from({ length: 2 * STEPS }, (_, index) => {
    const at = index - STEPS;
    const row = counts.get(at);
    return { from: line + at * step, exited: Number(row?.exited ?? 0), active: Number(row?.active ?? 0) };
  });
}

async function villagesOf(engine: Engine): Promise<VillageFacts[]> {
  const gaps = GUARANTEES.map(
    (_, at) => `CAST(count(*) FILTER (WHERE gaps & ${2 ** at} > 0) AS INTEGER) AS gap_${at},
      CAST(count(*) FILTER (WHERE (known | gaps) & ${2 ** at} > 0) AS INTEGER) AS known_${at}`,
  );
  const rows = await engine.all(
    `WITH roster AS (
       SELECT county, township, village, CAST(count(*) AS INTEGER) AS households, CAST(sum(members) AS INTEGER) AS persons,
         CAST(count(*) FILTER (WHERE active) AS INTEGER) AS active_households,
         CAST(coalesce(sum(members) FILTER (WHERE active), 0) AS INTEGER) AS active_persons,
         CAST(count(*) FILTER (WHERE exited) AS INTEGER) AS exited_households, ${gaps.join(', ')}
       FROM hecha.household_sheet GROUP BY county, township, village
     ),
     sheet AS (
       SELECT coalesce(home_county, '') AS in_county, coalesce(home_township, '') AS in_township, village AS in_village,
         ${SHEET_FIELDS.map((field) => `${field} AS sheet_${field}`).join(', ')},
         row_number() OVER (PARTITION BY home_county, home_township, village ORDER BY ref) AS place
       FROM village_sheet WHERE village IS NOT NULL
     )
     SELECT coalesce(r.county, s.in_county) AS at_county, coalesce(r.township, s.in_township) AS at_township,
       coalesce(r.village, s.in_village) AS at_village, r.*, s.*
     FROM roster r FULL JOIN (SELECT * FROM sheet WHERE place = 1) s
       ON s.in_county = r.county AND s.in_township = r.township AND s.in_village = r.village
     ORDER BY 1, 2, 3`,
  );
  return rows.map((row) => ({
    county: text(row.at_county),
    township: text(row.at_township),
    village: text(row.at_village),
    households: Number(row.households ?? 0),
    persons: Number(row.persons ?? 0),
    activeHouseholds: Number(row.active_households ?? 0),
    activePersons: Number(row.active_persons ?? 0),
    exitedHouseholds: Number(row.exited_households ?? 0),
    gaps: GUARANTEES.map((guarantee, at) => ({
      guarantee,
      households: Number(row[`gap_${at}`] ?? 0),
      known: Number(row[`known_${at}`] ?? 0),
    })),
    sheet: Object.fromEntries(
      SHEET_FIELDS.flatMap((field) =>
        text(row[`sheet_${field}`]) === '' ? [] : [[field, text(row[`sheet_${field}`])]],
      ),
    ),
  }));
}
