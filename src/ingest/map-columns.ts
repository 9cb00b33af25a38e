import type { Dataset } from '../datasets/dataset.js';
import type { HeaderCell } from './header-row.js';
import { type HeaderMatch, headerText, LONGEST_HEADER, matchHeader, REMARKED } from './header-text.js';
import type { MappedColumn } from './raw.js';

/** Two columns that claim one field, of which nothing says which one is meant. */
export interface Conflict {
  readonly field: string;
  readonly headers: readonly [string, string];
}

export interface Mapping {
  readonly columns: readonly MappedColumn[];
  /** Columns that name a field for which another column was taken. */
  readonly passedOver: readonly { readonly index: number; readonly field: string }[];
  readonly conflicts: readonly Conflict[];
}

/** A header as people see it, its group in front, on one line; of a note no more than its beginning. */
export function headerLabel({ text, group }: HeaderCell): string {
  const words = group === undefined ? text.trim() : `${group}/${text.trim()}`;
  // Line by line: a pattern for the spaces around a break would look through each run of them from each of its characters.
  const label = words
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ');
  return label.length > LONGEST_HEADER ? `${label.slice(0, LONGEST_HEADER)}…` : label;
}

/** The field that a header names: with the words of its group in front (脱贫 + 年度), else by its own words. */
function matchCell(dataset: Dataset, { text, group }: HeaderCell): HeaderMatch | undefined {
  if (group === undefined) return matchHeader(dataset, text);
  const whole = matchHeader(dataset, group + text);
  if (whole && whole.rank < REMARKED) return whole;
  // The group may say whose the column is (户主: 姓名), so a column without one goes before it.
  const own = matchHeader(dataset, text);
  return own && { ...own, rank: own.rank + REMARKED };
}

/**
 * The columns that a header names; where two name one field, the one with the usual name, else the first. Of columns of one name under
 * different groups (户主: 证件号码, 成员: 证件号码) none may be taken silently: they are told as a conflict.
 * @param named field → header, as the configuration has it; those columns are taken whatever else is there
 */
export function mapColumns(
  dataset: Dataset,
  cells: readonly HeaderCell[],
  named: ReadonlyMap<string, number> = new Map(),
): Mapping {
  const chosen = new Map<string, MappedColumn & { readonly rank: number; readonly group: string }>();
  const passedOver: { index: number; field: string }[] = [];
  const conflicts: Conflict[] = [];
  const taken = new Set(named.values());
  for (const [field, index] of named) {
    const cell = cells[index];
    const { unit } = (cell && matchHeader(dataset, cell.text)) ?? {};
    const header = cell ? headerLabel(cell) : '';
    chosen.set(field, { field, index, header, rank: -1, group: '', ...(unit !== undefined && { unit }) });
  }
  for (const [index, cell] of cells.entries()) {
    if (taken.has(index)) continue;
    const match = matchCell(dataset, cell);
    if (!match) continue;
    const { field, rank, unit } = match;
    const known = chosen.get(field);
    const group = cell.group ?? '';
    const column = {
      field,
      index,
      header: headerLabel(cell),
      rank,
      group,
      ...(unit !== undefined && { unit }),
    };
    if (known && known.rank <= rank) {
      passedOver.push({ index, field });
      if (known.rank === rank && known.group !== group)
        conflicts.push({ field, headers: [known.header, column.header] });
      continue;
    }
    if (known) passedOver.push({ index: known.index, field });
    chosen.set(field, column);
  }
  const standing = conflicts.filter(({ field, headers }) => chosen.get(field)?.header === headers[0]);
  return {
    columns: [...chosen.values()]
      .sort((a, b) => a.index - b.index)
      .map(({ rank: _rank, group: _group, ...column }) => column),
    passedOver,
    conflicts: standing,
  };
}

/** The yes/no columns that one field gathers: those with the dataset's prefix and those that the county names. */
export function gatheredColumns(
  dataset: Dataset,
  cells: readonly HeaderCell[],
  mapped: readonly MappedColumn[],
  named: readonly string[],
): MappedColumn[] {
  const { gather } = dataset;
  if (!gather) return [];
  const wanted = new Set(named.map(headerText));
  return cells.flatMap((cell, index): MappedColumn[] => {
    const header = headerText(cell.text);
    const isGathered =
      header.startsWith(gather.prefix) ||
      wanted.has(header) ||
      (header !== '' && headerText(cell.group ?? '').startsWith(gather.prefix));
    return header !== '' && isGathered && !mapped.some((column) => column.index === index)
      ? [{ field: gather.field, index, header: cell.text.trim(), gathered: true }]
      : [];
  });
}

/** Numbered pairs (姓名1, 身份证1, 姓名2 …) as column indexes, by number. */
export function widePairs(
  dataset: Dataset,
  cells: readonly HeaderCell[],
  columns: readonly MappedColumn[],
): { name?: number; id_number: number }[] {
  if (!dataset.wide || columns.some(({ field }) => field === 'id_number')) return [];
  const numbered = (names: readonly string[]): Map<number, number> => {
    const wanted = new Set(names.map(headerText));
    const found = new Map<number, number>();
    for (const [index, cell] of cells.entries()) {
      const match = /^(.+?)(\d{1,2})$/.exec(headerText(cell.text));
      if (match?.[1] && wanted.has(match[1])) found.set(Number(match[2]), index);
    }
    return found;
  };
  const names = numbered(dataset.wide.name);
  return [...numbered(dataset.wide.id_number)]
    .sort(([a], [b]) => a - b)
    .map(([number, id_number]) => {
      const name = names.get(number);
      return name === undefined ? { id_number } : { name, id_number };
    });
}
