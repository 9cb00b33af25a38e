import type { Dataset } from '../datasets/dataset.js';
import type { Delimiter } from './csv/delimiter.js';
import type { TextEncoding } from './csv/utf8-chunks.js';

/** What the configuration says of some files, checked; what it leaves out is found out. */
export interface ReadSettings {
  readonly dataset: Dataset;
  /** Sheets that are read; all when none is named. */
  readonly sheets?: readonly string[];
  /** Row of the header, or its upper and lower row, from 1. */
  readonly headerRows?: readonly [number] | readonly [number, number];
  readonly encoding?: TextEncoding;
  readonly delimiter?: Delimiter;
  /** Field → the header of its column. */
  readonly columns: ReadonlyMap<string, string>;
  /** Field → how a value is written → the code (or 是, 否) that it means. */
  readonly codes: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Field → what one unit is worth in yuan. */
  readonly units: ReadonlyMap<string, number>;
}
