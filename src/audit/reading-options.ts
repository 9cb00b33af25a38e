import type { FileEntry } from '../ingest/file-settings.js';
import type { InputPath } from '../ingest/inputs.js';
import type { InputLimits } from '../ingest/limits.js';

/** Which inputs are read, and how. */
export interface ReadingOptions {
  /** Files and folders to read. */
  readonly paths: readonly string[];
  /** The files themselves, as an earlier run named them, in place of `paths`; and what it passed over for its format. */
  readonly given?: { readonly inputs: readonly InputPath[]; readonly others: readonly string[] };
  /** Files and folders below the inputs that are no inputs: the runs, the configuration, own rules. */
  readonly notInputs: readonly string[];
  /** What the configuration says of files, and the folder from which they are named. */
  readonly files?: {
    readonly entries: readonly FileEntry[];
    readonly folder: string;
    readonly config: string;
  };
  readonly limits?: InputLimits;
  /** Further headers of the village extract that are exit indicators (yes or no). */
  readonly villageIndicators?: readonly string[];
  /** Reads what can be read and tells the rest, instead of stopping at the first input that cannot. */
  readonly keepGoing?: boolean;
  /** Rejected rows of one part that are too many: a count, or a share of its rows of data. */
  readonly maxRejects?: { readonly rows: number } | { readonly share: number };
}
