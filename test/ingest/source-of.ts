import type { FileKind } from '../../src/ingest/sniff.js';
import type { Source } from '../../src/ingest/source.js';

/** A file to be read, as it comes out of the search for inputs. */
export const sourceOf = (path: string, name: string, kind: FileKind): Source => ({
  path,
  name,
  kind,
  origin: path,
});
