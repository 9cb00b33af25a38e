import type { Engine } from '../engine/engine.js';

/** The findings of one township: by rule, and how many of them are severe. */
export interface TownshipCount {
  readonly county: string;
  /** Empty for findings about a whole county, or of rows that name no township. */
  readonly township: string;
  readonly byRule: ReadonlyMap<string, number>;
  readonly high: number;
  readonly total: number;
}

/** A source without a county's name means the only county that there is. */
const ONLY_COUNTY =
  "SELECT min(county) AS county FROM hecha.finding WHERE county <> '' HAVING count(DISTINCT county) = 1";

/** The county that a finding without one lies in; empty when there are several, or none. */
export async function onlyCounty(engine: Engine): Promise<string> {
  const [row] = await engine.all(ONLY_COUNTY);
  return String(row?.county ?? '');
}

/** Open findings by township, in the order of county and township; of one family, or of all. */
export async function countByTownship(engine: Engine, family?: string): Promise<TownshipCount[]> {
  const rows = await engine.all(
    `WITH only_county AS (${ONLY_COUNTY})
     SELECT coalesce(nullif(f.county, ''), o.county, '') AS county, coalesce(f.township, '') AS township, f.rule_id,
       CAST(count(*) AS INTEGER) AS findings, CAST(count(*) FILTER (WHERE f.severity = 'high') AS INTEGER) AS high
     FROM hecha.finding f LEFT JOIN only_county o ON true
     WHERE ($family = '' OR f.family = $family) AND f.status NOT LIKE 'closed%'
     GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
    { family: family ?? '' },
  );
  const counts = new Map<
    string,
    TownshipCount & { byRule: Map<string, number>; high: number; total: number }
  >();
  for (const row of rows) {
    const [county, township] = [String(row.county), String(row.township)];
    const key = JSON.stringify([county, township]);
    const count = counts.get(key) ?? { county, township, byRule: new Map(), high: 0, total: 0 };
    counts.set(key, {
      ...count,
      byRule: count.byRule.set(String(row.rule_id), Number(row.findings)),
      high: count.high + Number(row.high),
      total: count.total + Number(row.findings),
    });
  }
  return [...counts.values()];
}
