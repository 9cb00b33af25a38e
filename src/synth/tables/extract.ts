import type { DirtStyle } from '../dirt.js';
import type { TextEncoding } from '../files/csv-file.js';
import type { Maker } from '../maker.js';
import type { Village } from '../places.js';
import type { Records } from '../records.js';
import type { Stranger } from '../strangers.js';
import type { Column } from './columns.js';

/** Why a row of an extract cannot be used. */
export type RejectReason = 'malformed' | 'missing' | 'precision-lost' | 'ragged';

/** How a department's extract is made: which file, how it looks, whom it lists. Rows of a kind `T`. */
export interface Extract<T> {
  readonly file: string;
  readonly format: TextEncoding | 'workbook' | 'workbook-shared';
  readonly sheet?: string;
  /** Lines above the header. */
  readonly titles: readonly string[];
  readonly style: Omit<DirtStyle, 'typed'>;
  readonly columns: readonly Column<T>[];
  /** Number of the column that says who it is. */
  readonly idColumn: number;
  readonly rows: (records: Records) => readonly T[];
  /** Rows for each registered household in a large county, those about its own people included. */
  readonly perHousehold: number;
  /** Grows with the county: a small one has few rows about strangers. */
  readonly large?: true;
  /** What the extract says of somebody who is no person of the model; without it, it lists nobody else. */
  readonly strange?: (who: Stranger, maker: Maker, village: Village) => T;
  /** Strangers are pupils. */
  readonly pupils?: true;
  /** Every how many strangers one is listed: extracts overlap. */
  readonly stride?: number;
  /** Unusable rows of each block. */
  readonly rejects: readonly RejectReason[];
}
