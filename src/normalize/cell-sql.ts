import type { Layer } from './sql-text.js';

/** How one cell becomes the typed columns of its field; all SQL over the layers below. */
export interface CellSql {
  /** Computed on top of the raw text, in this order. */
  readonly layers: readonly Layer[];
  /** Whether the cell holds anything at all. */
  readonly filled: string;
  /** Whether it holds something that cannot be read as its type. Never true of an ID, which has states instead. */
  readonly unreadable: string;
  /** Whether it can serve as a key: filled and read (for an ID: good enough to keep the row of an extract). */
  readonly usable: string;
  /** How it is written or in what state it is, as one word (see each type); NULL for an empty cell. */
  readonly form: string;
  /** Typed columns: suffix ('' for the value itself) and expression. */
  readonly values: readonly (readonly [suffix: string, expression: string])[];
  /** ID cells only: the column that holds the state. */
  readonly state?: string;
}
