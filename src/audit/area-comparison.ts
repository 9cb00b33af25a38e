import type { Engine } from '../engine/engine.js';
import type { AreaComparison, AreaMeasure } from '../report/model.js';

/** Villages first, then townships, then the county, as the numbers add up. */
const ORDER = "CASE level WHEN 'village' THEN 1 WHEN 'township' THEN 2 ELSE 3 END";

/**
 * The two counts of every area that the statistics name, flagged or not, held against the limit of DD01 and DD02: a gap above
 * `dual_gap` of the larger number, and of at least `dual_gap_min` (clause (三)7).
 */
export async function compareAreas(
  engine: Engine,
  limits: { readonly gap: number; readonly least: number },
): Promise<AreaComparison[]> {
  const measure = (what: 'persons' | 'households'): string => `
    statistics_${what} AS ${what}_statistics, roster_${what} AS ${what}_roster,
    abs(statistics_${what} - roster_${what}) AS ${what}_difference,
    CAST(round(CAST(abs(statistics_${what} - roster_${what}) AS DECIMAL(18, 6)) * 100
      / nullif(greatest(statistics_${what}, roster_${what}), 0), 1) AS DECIMAL(9, 1)) AS ${what}_percent,
    abs(statistics_${what} - roster_${what}) >= $least
      AND abs(statistics_${what} - roster_${what}) > $gap * greatest(statistics_${what}, roster_${what}) AS ${what}_exceeds`;
  const rows = await engine.all(
    `SELECT level, county, township, village, year, unknown_name, ${measure('persons')}, ${measure('households')}
      FROM area_count
      ORDER BY county NULLS LAST, township NULLS LAST, ${ORDER}, village NULLS LAST`,
    limits,
  );
  const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value));
  return rows.map((row) => {
    const measured = (what: string): AreaMeasure | undefined =>
      row[`${what}_statistics`] === null
        ? undefined
        : {
            statistics: Number(row[`${what}_statistics`]),
            roster: Number(row[`${what}_roster`]),
            difference: Number(row[`${what}_difference`]),
            percent: Number(row[`${what}_percent`] ?? 0),
            exceeds: row[`${what}_exceeds`] === true,
          };
    return {
      level: String(row.level) as AreaComparison['level'],
      county: text(row.county),
      township: text(row.township),
      village: text(row.village),
      year: text(row.year),
      unknownName: row.unknown_name === true,
      persons: measured('persons'),
      households: measured('households'),
    };
  });
}
