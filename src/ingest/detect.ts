import { datasets } from '../datasets/catalogue.js';
import type { Dataset } from '../datasets/dataset.js';
import { household } from '../datasets/household.js';
import { HechaError } from '../errors.js';
import { headerText, matchHeader } from './header-text.js';
import type { MappedColumn } from './raw.js';

/** Rows below which a header is not looked for. */
export const HEADER_ROWS = 20;

/** What the header of a part says. */
export interface Detected {
  readonly dataset: Dataset;
  /** Row of the header, from 1. */
  readonly headerRow: number;
  readonly columns: readonly MappedColumn[];
  readonly wide?: readonly { readonly name?: number; readonly id_number: number }[];
  readonly unknownColumns: readonly string[];
}

interface Candidate {
  readonly dataset: Dataset;
  readonly row: number;
  readonly columns: readonly MappedColumn[];
  readonly signatures: number;
  readonly missing: readonly (readonly string[])[];
  readonly score: number;
}

const SIGNATURE_WEIGHT = 3;
const HINT_WEIGHT = 3;
/** How many more columns a dataset without a signature must explain than the next one to be believed. */
const CLEAR_LEAD = 2;

/**
 * Finds the header among the first rows of a part and the dataset that it fits best: every key column must be there, then the most
 * columns known and the columns that only this dataset has count; words in title, sheet or file name decide between equals.
 * @param rows the first rows, as text, from row 1
 * @param surroundings sheet and file name: never enough by themselves
 * @param indicators headers that the county says are gathered columns (exit indicators of a village), besides those with the prefix
 * @returns undefined when no row looks like a header at all (fewer than two known columns)
 * @throws HechaError HC3001 when a header lacks key columns, HC3002 when two datasets fit alike
 */
export function detect(
  place: string,
  rows: readonly (readonly string[])[],
  surroundings: string,
  indicators: readonly string[] = [],
): Detected | undefined {
  const candidates: Candidate[] = [];
  for (const [index, cells] of rows.slice(0, HEADER_ROWS).entries()) {
    const titles = rows.slice(0, index).flat().join(' ');
    for (const dataset of datasets) {
      const candidate = judge(dataset, index + 1, cells, `${titles} ${surroundings}`);
      if (candidate) candidates.push(candidate);
    }
  }
  const complete = candidates.filter(({ missing }) => missing.length === 0).sort(byScore);
  const [best, second] = complete;
  const nearest = candidates
    .filter(({ columns, missing }) => columns.length >= 2 && missing.length > 0)
    .sort(byScore)[0];
  if (!best && !nearest) return undefined;
  if (nearest && (!best || isMeant(nearest, best))) {
    throw new HechaError('HC3001', {
      place,
      nearest: nearest.dataset.title.zh,
      missing: nearest.missing.map((names) => names.join('/')).join('、'),
    });
  }
  if (!best) return undefined;
  const rival = complete.find(({ dataset }) => dataset !== best.dataset);
  if (second && rival && !isClear(best, rival)) {
    const alike = complete.filter(({ score, row }) => score > best.score - CLEAR_LEAD && row === best.row);
    throw new HechaError('HC3002', {
      place,
      candidates: [...new Set(alike.map(({ dataset }) => dataset.title.zh))].join('、'),
    });
  }
  const header = rows[best.row - 1] ?? [];
  const wide = widePairs(best.dataset, header, best.columns);
  const columns = [...best.columns, ...gatheredColumns(best.dataset, header, best.columns, indicators)];
  const used = new Set([
    ...columns.map(({ index }) => index),
    ...wide.flatMap((pair) => [pair.id_number, pair.name ?? -1]),
  ]);
  return {
    dataset: best.dataset,
    headerRow: best.row,
    columns,
    ...(wide.length > 0 && { wide }),
    unknownColumns: header.filter((cell, index) => cell.trim() !== '' && !used.has(index)),
  };
}

const byScore = (a: Candidate, b: Candidate): number => b.score - a.score || a.row - b.row;

/** A column that only this dataset has makes it clear; without one the lead must be. */
const isClear = (best: Candidate, rival: Candidate): boolean =>
  best.score - rival.score >= (best.signatures > 0 && rival.signatures === 0 ? 1 : CLEAR_LEAD);

/** Columns of its own and a clear lead: the file is that dataset with a key missing, not one that asks for less. */
const isMeant = (nearest: Candidate, best: Candidate): boolean =>
  nearest.signatures > 0 && best.signatures === 0 && nearest.score - best.score >= CLEAR_LEAD;

function judge(
  dataset: Dataset,
  row: number,
  cells: readonly string[],
  words: string,
): Candidate | undefined {
  const columns = mapColumns(dataset, cells);
  if (columns.length === 0) return undefined;
  const has = new Set(columns.map(({ field }) => field));
  const isWide = dataset.wide !== undefined && widePairs(dataset, cells, columns).length > 0;
  const missing = dataset.keys
    .filter(
      (alternatives) => !alternatives.some((field) => has.has(field) || (isWide && field === 'id_number')),
    )
    .map((alternatives) => alternatives.map((field) => dataset.fields[field]?.headers[0] ?? field));
  const hinted = dataset.hints.some((hint) => words.includes(hint));
  // The second roster has the roster's own header: only a title, sheet or file name can say that it is the second.
  if (dataset.id === 'second_roster' && !hinted) return undefined;
  // Beside household numbers, a column that the roster has as well (危房等级) tells nothing.
  const signatures = columns.filter(
    ({ field, header }) =>
      dataset.fields[field]?.signature && !(has.has('household_no') && matchHeader(household, header)),
  ).length;
  return {
    dataset,
    row,
    columns,
    signatures,
    missing,
    score: columns.length + signatures * SIGNATURE_WEIGHT + (hinted ? HINT_WEIGHT : 0),
  };
}

/** The columns that a header names; where two name one field, the one with the usual name, else the first. */
function mapColumns(dataset: Dataset, cells: readonly string[]): MappedColumn[] {
  const chosen = new Map<string, MappedColumn & { readonly rank: number }>();
  for (const [index, header] of cells.entries()) {
    const match = matchHeader(dataset, header);
    if (!match) continue;
    const known = chosen.get(match.field);
    if (known && known.rank <= match.rank) continue;
    chosen.set(match.field, {
      field: match.field,
      index,
      header: header.trim(),
      rank: match.rank,
      ...(match.unit && { unit: match.unit }),
    });
  }
  return [...chosen.values()].sort((a, b) => a.index - b.index).map(({ rank: _rank, ...column }) => column);
}

/** The yes/no columns that one field gathers: those with the dataset's prefix and those that the county names. */
function gatheredColumns(
  dataset: Dataset,
  cells: readonly string[],
  mapped: readonly MappedColumn[],
  named: readonly string[],
): MappedColumn[] {
  const { gather } = dataset;
  if (!gather) return [];
  const wanted = new Set(named.map(headerText));
  return cells.flatMap((cell, index): MappedColumn[] => {
    const header = headerText(cell);
    const isGathered = header.startsWith(gather.prefix) || wanted.has(header);
    return header !== '' && isGathered && !mapped.some((column) => column.index === index)
      ? [{ field: gather.field, index, header: cell.trim(), gathered: true }]
      : [];
  });
}

/** Numbered pairs (姓名1, 身份证1, 姓名2 …) as column indexes, by number. */
function widePairs(
  dataset: Dataset,
  cells: readonly string[],
  columns: readonly MappedColumn[],
): { name?: number; id_number: number }[] {
  if (!dataset.wide || columns.some(({ field }) => field === 'id_number')) return [];
  const numbered = (names: readonly string[]): Map<number, number> => {
    const wanted = new Set(names.map(headerText));
    const found = new Map<number, number>();
    for (const [index, cell] of cells.entries()) {
      const match = /^(.+?)(\d{1,2})$/.exec(headerText(cell));
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
