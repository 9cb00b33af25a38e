import type { Dataset } from '../datasets/dataset.js';
import type { RawPart } from '../ingest/raw.js';
import { KEPT_UNMATCHED } from './id-number.js';
import type { ReadCell } from './part-cells.js';
import { skipLayers } from './skipped-row.js';
import { type Layer, literal } from './sql-text.js';
import { hasLostDigits } from './text-value.js';

/** IDs that cannot be read as such; in an extract's key they reject the row, for nobody can be found by them. */
const UNREADABLE_ID = "('malformed', 'precision-lost')";
const NO_MATCH = `(${KEPT_UNMATCHED.map(literal).join(', ')})`;

/** Key columns whose absence removes a row: in a roster, neither ID nor name. */
function decidingKeys(dataset: Dataset): (readonly string[])[] {
  if (!dataset.roster) return [...dataset.keys];
  return dataset.keys.filter((alternatives) =>
    alternatives.some((name) => !/^(id|name)$/.test(dataset.fields[name]?.type ?? '')),
  );
}

const or = (conditions: readonly string[]): string => conditions.join(' OR ') || 'FALSE';

/** When a key serves, and what is wrong, with which cell, when it does not; all SQL. */
interface KeyFault {
  readonly usable: string;
  readonly reason: string;
  readonly bit: string;
}

/** A CASE that is a constant when it has no branch. */
const caseOf = (
  branches: readonly (readonly [condition: string, value: string])[],
  otherwise: string,
): string =>
  branches.length === 0
    ? otherwise
    : `CASE ${branches.map(([condition, value]) => `WHEN ${condition} THEN ${value}`).join(' ')} ELSE ${otherwise} END`;

/** A text cell is unreadable for an error in it, or for a number that has lost its digits. */
const unreadableKey = (cell: ReadCell): string =>
  cell.field.type === 'text'
    ? `CASE WHEN ${hasLostDigits(cell.text, cell.isNumber)} THEN 'precision-lost' ELSE 'unreadable-key' END`
    : "'unreadable-key'";

/** A key for which one of `cells` must be filled and readable. */
function keyFault(alternatives: readonly string[], cells: readonly ReadCell[]): KeyFault {
  const faults = cells.map((cell) =>
    cell.state === undefined
      ? { condition: cell.filled, reason: unreadableKey(cell), bit: `${cell.bit}` }
      : { condition: `${cell.state} IN ${UNREADABLE_ID}`, reason: cell.state, bit: `${cell.bit}` },
  );
  const onlyId = alternatives.length === 1 && cells[0]?.state !== undefined;
  return {
    usable: `(${or(cells.map((cell) => cell.usable))})`,
    reason: caseOf(
      faults.map(({ condition, reason }) => [condition, reason]),
      onlyId ? "'missing'" : "'missing-key'",
    ),
    bit: caseOf(
      faults.map(({ condition, bit }) => [condition, bit]),
      `${cells[0]?.bit ?? 'NULL'}`,
    ),
  };
}

/** The IDs of a wide row: one person must have a usable one; else the first person's is at fault. */
function wideFault(pairs: readonly Pair[]): KeyFault {
  return {
    usable: `(${or(pairs.map(({ id }) => id.usable))})`,
    reason: caseOf(
      pairs.map((pair) => [isPairFilled(pair), `${pair.id.state}`]),
      "'missing'",
    ),
    bit: caseOf(
      pairs.map((pair) => [isPairFilled(pair), `${pair.id.bit}`]),
      `${pairs[0]?.id.bit ?? 'NULL'}`,
    ),
  };
}

/** The cells of one person of a wide row. */
export interface Pair {
  readonly pair: number;
  readonly name?: ReadCell;
  readonly id: ReadCell;
}

/** The persons of a wide row, in the order of their columns. */
export function pairsOf(cells: readonly ReadCell[]): Pair[] {
  return cells.flatMap((id) => {
    if (id.pair === undefined || id.name !== 'id_number') return [];
    const name = cells.find((cell) => cell.pair === id.pair && cell.name === 'name');
    return [{ pair: id.pair, id, ...(name && { name }) }];
  });
}

/** Whether a wide row's pair holds anybody. */
const isPairFilled = ({ name, id }: Pick<Pair, 'name' | 'id'>): string =>
  `(${or([...(name ? [name.filled] : []), id.filled])})`;

/** Whether an ID is to be listed in the rejects although its row is kept. */
function isBadId(cell: ReadCell, cells: readonly ReadCell[], dataset: Dataset): string {
  const { state } = cell;
  if (cell.pair !== undefined) {
    const name = cells.find((other) => other.pair === cell.pair && other.name === 'name');
    return `(${isPairFilled({ id: cell, ...(name && { name }) })} AND NOT ${cell.usable})`;
  }
  const alternatives = dataset.keys.find((names) => names.includes(cell.name));
  if (!alternatives) return `(${state} IN ${UNREADABLE_ID} OR ${state} IN ('check-digit', 'bad-date'))`;
  if (dataset.roster) {
    const fine = alternatives.length === 1 ? "('valid', 'upgraded')" : "('valid', 'upgraded', 'missing')";
    return `(${state} NOT IN ${fine})`;
  }
  // By another key the row is found all the same; without one its ID is counted as unmatched.
  return `(${state} IN ${UNREADABLE_ID} OR (${state} IN ('check-digit', 'bad-date') AND ${hasOtherKey(cell, cells, alternatives)}))`;
}

const hasOtherKey = (cell: ReadCell, cells: readonly ReadCell[], alternatives: readonly string[]): string =>
  `(${or(
    cells
      .filter((other) => other.name !== cell.name && alternatives.includes(other.name))
      .map((other) => other.usable),
  )})`;

/** The ID by which the rows of an extract are matched, and in which state it is that matches nobody; NULL where it does. */
export function unmatchedState(
  cell: ReadCell,
  cells: readonly ReadCell[],
  dataset: Dataset,
): string | undefined {
  const alternatives = dataset.keys.find((names) => names.includes(cell.name));
  if (dataset.roster || cell.state === undefined || !alternatives) return undefined;
  return `CASE WHEN ${cell.state} IN ${NO_MATCH} AND NOT ${hasOtherKey(cell, cells, alternatives)} THEN ${cell.state} END`;
}

/**
 * The columns that judge a row, on top of those that read its cells: `skip` (why it is no row of data), `fault` (why it is rejected) with
 * `fault_bit` (the cell at fault, NULL for the row as a whole), and `bad`: the cells of an accepted row that are listed in the rejects,
 * a bit for each.
 */
export function verdictLayers(part: RawPart, cells: readonly ReadCell[]): Layer[] {
  const { dataset } = part;
  const pairs = pairsOf(cells);
  const keys = decidingKeys(dataset).map((alternatives) =>
    pairs.length > 0 && alternatives.includes('id_number')
      ? wideFault(pairs)
      : keyFault(
          alternatives,
          cells.filter((cell) => alternatives.includes(cell.name)),
        ),
  );
  const branches = (pick: (key: KeyFault) => string): string =>
    keys.map((key) => `WHEN NOT ${key.usable} THEN ${pick(key)}`).join(' ');
  const bits = cells.map((cell) => {
    const bad = cell.state === undefined ? cell.unreadable : isBadId(cell, cells, dataset);
    return `CASE WHEN ${bad} THEN ${2n ** BigInt(cell.bit)}::BIGINT ELSE 0 END`;
  });
  return [
    ...skipLayers(part, cells),
    [
      [
        'fault',
        `CASE WHEN skip IS NOT NULL THEN NULL WHEN problem IS NOT NULL THEN problem ${branches(({ reason }) => reason)} END`,
      ],
      [
        'fault_bit',
        `CASE WHEN skip IS NOT NULL OR problem IS NOT NULL THEN NULL ${branches(({ bit }) => bit)} END`,
      ],
    ],
    [['bad', `CASE WHEN skip IS NULL AND fault IS NULL THEN ${bits.join(' + ') || '0::BIGINT'} ELSE 0 END`]],
  ];
}
