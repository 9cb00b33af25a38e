import type { Field } from '../datasets/dataset.js';
import type { Engine } from '../engine/engine.js';
import type { Detected } from './detection.js';
import type { MergedRange } from './workbook/workbook.js';

/** An amount or a count that stands once for several rows is theirs together: repeated, it would be counted again. */
const SHARED_OUT: ReadonlySet<Field['type']> = new Set(['money', 'int', 'decimal']);
/** Of a roster each row is a person of its own. */
const OF_ONE_PERSON = ['name', 'id_number', 'person_no'];

/**
 * Gives the rows of a raw table what a cell merged over several of them says (户编号 over the members of a household), where they have
 * nothing of their own; only in rows that hold something else, for an empty row stays empty.
 * @param keep columns of the file, in the order of c0, c1 …
 * @returns how many rows were filled
 */
export async function fillMergedCells(
  engine: Engine,
  table: string,
  given: {
    readonly detected: Detected;
    readonly keep: readonly number[];
    readonly merges: readonly MergedRange[];
  },
): Promise<number> {
  const { detected, keep, merges } = given;
  const { fields, roster } = detected.dataset;
  const fieldOf = new Map(detected.columns.map(({ index, field }) => [index, field]));
  const fills = (index: number): boolean => {
    const field = fieldOf.get(index);
    const type = field === undefined ? undefined : fields[field]?.type;
    if (field === undefined || type === undefined || SHARED_OUT.has(type)) return false;
    return !(roster && OF_ONE_PERSON.includes(field));
  };
  const tall = merges.filter(
    ({ top, bottom, left }) => bottom > top && top > detected.headerRow && keep.includes(left) && fills(left),
  );
  if (tall.length === 0) return 0;
  await engine.exec(
    `CREATE OR REPLACE TABLE raw.${table}_merged (upper BIGINT, lower BIGINT, position BIGINT);
     CREATE OR REPLACE TABLE raw.${table}_filled (row_no BIGINT)`,
  );
  const writer = await engine.writer('raw', `${table}_merged`);
  for (const { top, bottom, left } of tall) writer.write([top, bottom, keep.indexOf(left)]);
  writer.close();
  const filled = `coalesce(${keep.map((_, position) => `c${position}`).join(', ')})`;
  await engine.exec(`CREATE OR REPLACE TABLE raw.${table}_held AS
    SELECT row_no FROM raw.${table} WHERE ${filled} IS NOT NULL`);
  for (const position of [...new Set(tall.map(({ left }) => keep.indexOf(left)))].sort((a, b) => a - b)) {
    await engine.exec(`CREATE OR REPLACE TABLE raw.${table}_said AS
      SELECT body.row_no, min(above.c${position}) AS said
      FROM raw.${table}_merged AS merged
      JOIN raw.${table} AS above ON above.row_no = merged.upper
      JOIN raw.${table} AS body ON body.row_no > merged.upper AND body.row_no <= merged.lower
      JOIN raw.${table}_held AS held ON held.row_no = body.row_no
      WHERE merged.position = ${position} AND above.c${position} IS NOT NULL AND body.c${position} IS NULL
      GROUP BY body.row_no;
      UPDATE raw.${table} SET c${position} = source.said
      FROM raw.${table}_said AS source WHERE source.row_no = raw.${table}.row_no;
      INSERT INTO raw.${table}_filled SELECT row_no FROM raw.${table}_said`);
  }
  const [count] = await engine.all(`SELECT count(DISTINCT row_no)::INTEGER AS rows FROM raw.${table}_filled`);
  return Number(count?.rows);
}
