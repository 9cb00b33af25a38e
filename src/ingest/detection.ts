import { datasets } from '../datasets/catalogue.js';
import type { Dataset } from '../datasets/dataset.js';
import { household } from '../datasets/household.js';
import { doubleRow, type HeaderRow, singleRow } from './header-row.js';
import { headerText, matchHeader } from './header-text.js';
import { holdsPerson } from './holds-person.js';
import {
  type Conflict,
  gatheredColumns,
  headerLabel,
  type Mapping,
  mapColumns,
  widePairs,
} from './map-columns.js';
import type { MappedColumn } from './raw.js';
import type { ReadSettings } from './settings.js';
import { titleUnit } from './title-unit.js';

/** Rows below which a header is not looked for. */
export const HEADER_ROWS = 20;

/** Why a part is taken for its dataset. */
export interface Reasons {
  /** Headers of its key columns. */
  readonly keys: readonly string[];
  /** Headers that only this dataset has. */
  readonly signatures: readonly string[];
  /** Words of it in title, sheet or file name. */
  readonly hints: readonly string[];
  /** The configuration says so. */
  readonly configured: boolean;
  /** The dataset that came next, when there was one. */
  readonly rival?: Dataset;
}

/** A column of the header that no field took. */
interface UnusedColumn {
  readonly index: number;
  readonly header: string;
  /** The field that it names too, for which another column was taken. */
  readonly passedOver?: string;
}

/** What the header of a part says. */
export interface Detected {
  readonly dataset: Dataset;
  /** Row of the header, from 1; the lower one of two. */
  readonly headerRow: number;
  /** Rows that the header takes. */
  readonly headerHeight: 1 | 2;
  /** Every header cell as people see it, by column. */
  readonly header: readonly string[];
  readonly columns: readonly MappedColumn[];
  readonly wide?: readonly { readonly name?: number; readonly id_number: number }[];
  readonly unknownColumns: readonly string[];
  readonly unused: readonly UnusedColumn[];
  readonly reasons: Reasons;
}

/** A header, or why there is none that can be used. */
export type Detection =
  | { readonly kind: 'found'; readonly detected: Detected }
  /** No row looks like a header at all: fewer than two known columns. */
  | { readonly kind: 'none' }
  | {
      readonly kind: 'missing-keys';
      readonly nearest: Dataset;
      /** The key columns that are not there, each by its usual names. */
      readonly missing: readonly (readonly string[])[];
      readonly missingFields: readonly string[];
      readonly headerRow: number;
      readonly header: readonly string[];
      readonly unused: readonly UnusedColumn[];
    }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly Dataset[]; readonly headerRow: number }
  | { readonly kind: 'conflict'; readonly dataset: Dataset; readonly conflict: Conflict }
  /** The titles name several units of money, and some amount says none itself. */
  | { readonly kind: 'units'; readonly dataset: Dataset }
  /** A column that the configuration names is not in the header. */
  | {
      readonly kind: 'no-column';
      readonly field: string;
      readonly header: string;
      readonly headers: readonly string[];
    };

interface Candidate {
  readonly dataset: Dataset;
  readonly header: HeaderRow;
  readonly mapping: Mapping;
  readonly signatures: readonly MappedColumn[];
  readonly missing: readonly (readonly string[])[];
  readonly hints: readonly string[];
  readonly score: number;
}

const SIGNATURE_WEIGHT = 3;
const HINT_WEIGHT = 3;
/** How many more columns a dataset without a signature must explain than the next one to be believed. */
const CLEAR_LEAD = 2;

export interface DetectOptions {
  /** Sheet and file name: never enough by themselves. */
  readonly surroundings: string;
  /** Headers that the county says are gathered columns (exit indicators of a village), besides those with the prefix. */
  readonly indicators?: readonly string[];
  readonly settings?: ReadSettings;
}

/**
 * Finds the header among the first rows of a part and the dataset that it fits best: every key column must be there, then the most
 * columns known and the columns that only this dataset has count; words in title, sheet or file name decide between equals.
 * @param rows the first rows, as text, from row 1
 */
export function findHeader(rows: readonly (readonly string[])[], options: DetectOptions): Detection {
  const { settings } = options;
  const candidates: Candidate[] = [];
  let lacking: Detection | undefined;
  for (const header of headersOf(rows, settings)) {
    const titles = rows
      .slice(0, header.row - header.height)
      .flat()
      .join(' ');
    const named = settings ? namedColumns(header, settings) : new Map<string, number>();
    if (!(named instanceof Map)) {
      lacking ??= named;
      continue;
    }
    for (const dataset of settings ? [settings.dataset] : datasets) {
      const words = `${titles} ${options.surroundings}`;
      const candidate = judge({ dataset, header, words, named, isTold: settings !== undefined });
      if (candidate) candidates.push(candidate);
    }
  }
  if (candidates.length === 0 && lacking) return lacking;
  return verdictOf(candidates, rows, options);
}

/** The rows that may be the header: each alone, and two where together they name more than either. */
function headersOf(
  rows: readonly (readonly string[])[],
  settings: ReadSettings | undefined,
): readonly HeaderRow[] {
  const told = settings?.headerRows;
  if (told) {
    const [first, second] = told;
    if (second === undefined) return [singleRow(first, rows[first - 1] ?? [])];
    const both = doubleRow(second, rows[first - 1] ?? [], rows[second - 1] ?? []);
    return [both ?? singleRow(second, rows[second - 1] ?? [])];
  }
  return rowsWithoutDataAbove(rows).flatMap((cells, index) => {
    if (isRepeated(rows, index)) return [];
    const above = rows[index - 1];
    const both = above && doubleRow(index + 1, above, cells);
    return [singleRow(index + 1, cells), ...(both ? [both] : [])];
  });
}

/** Rows of people are no titles: a header below them (of a second table, or one that each page repeats) would make them disappear. */
function rowsWithoutDataAbove(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const first = rows.findIndex(holdsPerson);
  return rows.slice(0, first < 0 ? HEADER_ROWS : Math.min(first, HEADER_ROWS));
}

/** Whether a row says what one above it has said: the header of the next page, with data between the two. */
function isRepeated(rows: readonly (readonly string[])[], index: number): boolean {
  const words = (row: readonly string[] | undefined): string =>
    (row ?? []).map(headerText).join('\n').trimEnd();
  const own = words(rows[index]);
  return own !== '' && rows.slice(0, index).some((row) => words(row) === own);
}

/** Where the columns stand that the configuration names; what says which of them is not there, when one is not. */
function namedColumns(header: HeaderRow, { columns }: ReadSettings): Map<string, number> | Detection {
  const found = new Map<string, number>();
  for (const [field, name] of columns) {
    const wanted = headerText(name);
    const index = header.cells.findIndex(
      (cell) => headerText(cell.text) === wanted || headerText(headerLabel(cell)) === wanted,
    );
    if (index < 0) {
      const headers = header.cells.map(headerLabel).filter(Boolean);
      return { kind: 'no-column', field, header: name, headers };
    }
    found.set(field, index);
  }
  return found;
}

function verdictOf(
  candidates: readonly Candidate[],
  rows: readonly (readonly string[])[],
  options: DetectOptions,
): Detection {
  const complete = candidates.filter(({ missing }) => missing.length === 0).sort(byScore);
  const [best] = complete;
  const nearest = candidates
    .filter(({ mapping, missing }) => mapping.columns.length >= 2 && missing.length > 0)
    .sort(byScore)[0];
  if (nearest && (!best || isMeant(nearest, best))) return missingKeys(nearest);
  if (!best) return { kind: 'none' };
  const rival = complete.find(({ dataset }) => dataset !== best.dataset);
  if (rival && !isClear(best, rival)) {
    const alike = complete.filter(
      ({ score, header }) => score > best.score - CLEAR_LEAD && header.row === best.header.row,
    );
    return {
      kind: 'ambiguous',
      candidates: [...new Set(alike.map(({ dataset }) => dataset))],
      headerRow: best.header.row,
    };
  }
  const conflict = best.mapping.conflicts.find(({ field }) =>
    /^(?:id|name)$/.test(best.dataset.fields[field]?.type ?? ''),
  );
  if (conflict) return { kind: 'conflict', dataset: best.dataset, conflict };
  const titles = rows.slice(0, best.header.row - best.header.height).flat();
  const amount = titleUnit(titles);
  const detected = detectedOf(best, rival, options);
  if (amount === undefined) return { kind: 'found', detected };
  const isOpen = ({ field, unit }: MappedColumn): boolean =>
    unit === undefined && best.dataset.fields[field]?.type === 'money';
  if (amount !== 'several') {
    const columns = detected.columns.map((column) => (isOpen(column) ? { ...column, unit: amount } : column));
    return { kind: 'found', detected: { ...detected, columns } };
  }
  return detected.columns.some(isOpen)
    ? { kind: 'units', dataset: best.dataset }
    : { kind: 'found', detected };
}

function detectedOf(best: Candidate, rival: Candidate | undefined, options: DetectOptions): Detected {
  const { dataset, header, mapping } = best;
  const { settings } = options;
  const wide = widePairs(dataset, header.cells, mapping.columns);
  const columns = [
    ...mapping.columns,
    ...gatheredColumns(dataset, header.cells, mapping.columns, options.indicators ?? []),
  ].map((column) => {
    const unit = settings?.units.get(column.field) ?? column.unit;
    const spellings = settings?.codes.get(column.field);
    return { ...column, ...(unit !== undefined && { unit }), ...(spellings && { spellings }) };
  });
  const used = new Set([
    ...columns.map(({ index }) => index),
    ...wide.flatMap((pair) => [pair.id_number, pair.name ?? -1]),
  ]);
  const unused = unusedOf(best, used);
  const keyFields = new Set(dataset.keys.flat());
  return {
    dataset,
    headerRow: header.row,
    headerHeight: header.height,
    header: header.cells.map(headerLabel),
    columns,
    ...(wide.length > 0 && { wide }),
    unknownColumns: unused.map(({ header: name }) => name),
    unused,
    reasons: {
      keys: columns.filter(({ field }) => keyFields.has(field)).map((column) => column.header),
      signatures: best.signatures.map((column) => column.header),
      hints: best.hints,
      configured: settings !== undefined,
      ...(rival && { rival: rival.dataset }),
    },
  };
}

function missingKeys({ dataset, header, mapping, missing }: Candidate): Detection {
  const used = new Set(mapping.columns.map(({ index }) => index));
  return {
    kind: 'missing-keys',
    nearest: dataset,
    missing: missing.map((fields) => fields.map((field) => dataset.fields[field]?.headers[0] ?? field)),
    missingFields: missing.flat(),
    headerRow: header.row,
    header: header.cells.map(headerLabel),
    unused: unusedOf({ header, mapping }, used),
  };
}

function unusedOf(
  { header, mapping }: Pick<Candidate, 'header' | 'mapping'>,
  used: ReadonlySet<number>,
): UnusedColumn[] {
  const passedOver = new Map(mapping.passedOver.map(({ index, field }) => [index, field]));
  return header.cells.flatMap((cell, index): UnusedColumn[] => {
    if (cell.text.trim() === '' || used.has(index)) return [];
    const field = passedOver.get(index);
    return [{ index, header: headerLabel(cell), ...(field !== undefined && { passedOver: field }) }];
  });
}

const byScore = (a: Candidate, b: Candidate): number =>
  b.score - a.score || a.header.height - b.header.height || a.header.row - b.header.row;

/** A column that only this dataset has makes it clear; without one the lead must be. */
const isClear = (best: Candidate, rival: Candidate): boolean =>
  best.score - rival.score >= (best.signatures.length > 0 && rival.signatures.length === 0 ? 1 : CLEAR_LEAD);

/** Columns of its own and a clear lead: the file is that dataset with a key missing, not one that asks for less. */
const isMeant = (nearest: Candidate, best: Candidate): boolean =>
  nearest.signatures.length > 0 && best.signatures.length === 0 && nearest.score - best.score >= CLEAR_LEAD;

function judge(given: {
  readonly dataset: Dataset;
  readonly header: HeaderRow;
  readonly words: string;
  readonly named: ReadonlyMap<string, number>;
  readonly isTold: boolean;
}): Candidate | undefined {
  const { dataset, header, words, named, isTold } = given;
  const mapping = mapColumns(dataset, header.cells, named);
  const { columns } = mapping;
  if (columns.length === 0) return undefined;
  const has = new Set(columns.map(({ field }) => field));
  const isWide = dataset.wide !== undefined && widePairs(dataset, header.cells, columns).length > 0;
  const missing = dataset.keys.filter(
    (alternatives) => !alternatives.some((field) => has.has(field) || (isWide && field === 'id_number')),
  );
  const hints = dataset.hints.filter((hint) => words.includes(hint));
  // The second roster has the roster's own header: only a title, sheet or file name can say that it is the second.
  if (dataset.id === 'second_roster' && hints.length === 0 && !isTold) return undefined;
  // Beside household numbers, a column that the roster has as well (危房等级) tells nothing.
  const signatures = columns.filter(
    ({ field, header: name }) =>
      dataset.fields[field]?.signature && !(has.has('household_no') && matchHeader(household, name)),
  );
  return {
    dataset,
    header,
    mapping,
    signatures,
    missing,
    hints,
    score: columns.length + signatures.length * SIGNATURE_WEIGHT + (hints.length > 0 ? HINT_WEIGHT : 0),
  };
}
