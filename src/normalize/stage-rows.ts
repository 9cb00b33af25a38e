import type { Field } from '../datasets/dataset.js';
import type { RawPart } from '../ingest/raw.js';
import type { ReadCell } from './part-cells.js';
import { pairsOf, unmatchedState } from './row-verdict.js';
import { literal, quoted } from './sql-text.js';
import { ROWS_PER_PART, tableColumns } from './tables.js';

/** Where rows lie between reading and their place: every row of the raw table, judged, with its values. */
export const STAGE = 'hecha_stage';

const defaultOf = (field: Field): string =>
  field.default === undefined ? 'NULL' : field.type === 'yesno' ? field.default : literal(field.default);

const valueName = (cell: ReadCell, suffix: string): string => `v${cell.bit}${suffix}`;

/** The state in which a staged ID matches nobody. */
export const unmatchedName = (cell: ReadCell): string => `u${cell.bit}`;

/** The IDs whose unmatched states are counted. */
export const countedIds = (part: RawPart, cells: readonly ReadCell[]): ReadCell[] =>
  cells.filter((cell) => unmatchedState(cell, cells, part.dataset) !== undefined);

/** The columns of the stage, over the layers of cells and verdict. */
export function stagedColumns(part: RawPart, cells: readonly ReadCell[]): string {
  const values = cells.flatMap((cell) =>
    cell.values.map(([suffix, expression]) => {
      const value =
        suffix === '' && cell.field.default !== undefined
          ? `CASE WHEN ${cell.filled} THEN ${expression} ELSE ${defaultOf(cell.field)} END`
          : expression;
      return `${value} AS ${valueName(cell, suffix)}`;
    }),
  );
  const unmatched = countedIds(part, cells).map(
    (cell) => `${unmatchedState(cell, cells, part.dataset)} AS ${unmatchedName(cell)}`,
  );
  return ['row_no', 'skip', 'fault', 'fault_bit', 'bad', ...values, ...unmatched].join(', ');
}

/** The text of the field's own column and the headers of the gathered columns that say no, in the order of the file. */
function gatheredValue(field: string, cells: readonly ReadCell[]): string {
  const parts = cells
    .filter((cell) => cell.name === field)
    .map((cell) =>
      cell.gathered
        ? `CASE WHEN ${valueName(cell, '')} = FALSE THEN ${literal(cell.header)} END`
        : valueName(cell, ''),
    );
  return parts.length === 0 ? 'NULL' : `nullif(concat_ws('、', ${parts.join(', ')}), '')`;
}

/** Moves the accepted rows from the stage into the table of their dataset: of a wide row, each person with a usable ID. */
export function insertAccepted(part: RawPart, cells: readonly ReadCell[]): string {
  const { dataset } = part;
  const columns = tableColumns(dataset);
  const pairs = pairsOf(cells);
  const shared = cells.filter((cell) => cell.pair === undefined);
  const head = pairs[0]?.id;
  const hasHead = shared.some((cell) => cell.name === 'head_id');
  const select = (own: readonly ReadCell[]): string =>
    columns
      .map(({ name, field }) => {
        if (field === undefined) return `${part.index} * ${ROWS_PER_PART}::BIGINT + row_no AS ref`;
        const suffix = name.slice(field.length);
        if (field === dataset.gather?.field) return `${gatheredValue(field, shared)} AS ${quoted(name)}`;
        const cell =
          [...own, ...shared].find((known) => known.name === field) ??
          (field === 'head_id' && !hasHead ? head : undefined);
        const type = dataset.fields[field];
        const value = cell ? valueName(cell, suffix) : suffix === '' && type ? defaultOf(type) : 'NULL';
        return `${value} AS ${quoted(name)}`;
      })
      .join(', ');
  const accepted = `FROM ${STAGE} WHERE skip IS NULL AND fault IS NULL`;
  const names = columns.map(({ name }) => quoted(name)).join(', ');
  const target = `INSERT INTO main.${quoted(dataset.id)} (${names})`;
  if (pairs.length === 0) return `${target} SELECT ${select([])} ${accepted}`;
  const persons = pairs.map(
    ({ pair, name, id }) =>
      `SELECT ${select(name ? [name, id] : [id])}, ${pair} AS pair ${accepted} AND ${valueName(id, '_state')} NOT IN ('missing', 'malformed', 'precision-lost')`,
  );
  return `${target} SELECT ${names} FROM (${persons.join(' UNION ALL ')}) ORDER BY ref, pair`;
}
