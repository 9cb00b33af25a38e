import type { FileKind } from './sniff.js';

/** A file to be read as tables: one that was given, or a member of an archive, inflated. */
export interface Source {
  readonly path: string;
  /** How reports name it: its path below the folder that was given, or below the archive. */
  readonly name: string;
  /** Where it stands, as the configuration may name it (see InputPath). */
  readonly origin: string;
  readonly kind: FileKind;
}
