import type { PartPlace } from '../failure.js';
import { damaged } from '../failure.js';
import type { InputLimits } from '../limits.js';
import type { Binding } from './xml-namespaces.js';
import { XmlScanner } from './xml-scanner.js';
import { END, MORE, OPEN } from './xml-tokens.js';

/** A part to be read: its inflated bytes, and where it is for errors. */
export interface PartSource {
  readonly chunks: AsyncIterable<Buffer>;
  readonly where: PartPlace;
  readonly limits: InputLimits;
  /** Namespaces that are declared around it, where it is a part of a larger one. */
  readonly namespaces?: readonly Binding[];
}

/**
 * Runs a scanner over a part. `take` takes the tokens that the scanner has, up to MORE or END, and returns whether to go
 * on; resolves to false when it said no.
 */
export async function scanPart(source: PartSource, take: (scanner: XmlScanner) => boolean): Promise<boolean> {
  // A character of a cell's text may take ten bytes as a reference (`&#x10FFFF;`) and four decoded.
  const scanner = new XmlScanner(source.where, 8 * source.limits.cellTextBytes + 4096, source.namespaces);
  for await (const chunk of source.chunks) {
    scanner.window.feed(chunk);
    if (!take(scanner)) return false;
  }
  scanner.window.finish();
  return take(scanner);
}

/** Calls `onOpen` for every element of a part whose root is named so (as a hash); `parent` is the hash of the name around it. */
export async function readElements(
  source: PartSource,
  root: number,
  onOpen: (scanner: XmlScanner, parent: number) => void,
): Promise<void> {
  await scanPart(source, (scanner) => {
    for (;;) {
      const token = scanner.next();
      if (token === MORE || token === END) return true;
      if (token !== OPEN) continue;
      if (scanner.depth === 1) requireRoot(scanner, root, source.where);
      else onOpen(scanner, scanner.parent);
    }
  });
}

/** Throws HC3003 unless the element just opened, the root, is the one that such a part has. */
export function requireRoot(scanner: XmlScanner, root: number, where: PartPlace): void {
  if (scanner.name !== root) throw damaged(where, 'XML root');
}
