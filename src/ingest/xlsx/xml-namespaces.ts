import { overLimit, type PartPlace } from '../failure.js';
import { nameHash } from './xml-bytes.js';

/** What a prefix stands for; both are known by their hashes, no prefix is 0, no namespace is 0. */
export interface Binding {
  readonly prefix: number;
  readonly namespace: number;
  /** Depth of the element that declares it; 0 when that lies around what is read. */
  readonly depth: number;
}

export const XMLNS = nameHash('xmlns');
const XML = nameHash('xml');

/** Writers declare some thirty; each may be looked for with every element. */
const MAX_BINDINGS = 256;

/** The namespaces that are declared at a place of a part (Namespaces in XML 1.0). */
export class XmlNamespaces {
  /** Namespace of names without a prefix. */
  default = 0;
  /** Depth of the innermost element that declares any. */
  depth = 0;
  private readonly where: PartPlace;
  private readonly bindings: Binding[] = [];

  constructor(where: PartPlace, outer: readonly Binding[]) {
    this.where = where;
    for (const binding of outer) this.declare(binding);
  }

  /** Of the prefix; `undefined` when it is not declared. */
  of(prefix: number): number | undefined {
    if (prefix === 0) return this.default;
    return prefix === XML ? XML : this.bindings.findLast((each) => each.prefix === prefix)?.namespace;
  }

  /** Throws HC3008 for more than any writer declares. */
  declare(binding: Binding): void {
    if (this.bindings.length === MAX_BINDINGS) throw overLimit(this.where, `xmlns ≤ ${MAX_BINDINGS}`, 'XML');
    this.bindings.push(binding);
    this.depth = binding.depth;
    if (binding.prefix === 0) this.default = binding.namespace;
  }

  /** Forgets what elements deeper than that have declared. */
  leave(depth: number): void {
    const { bindings } = this;
    while ((bindings.at(-1)?.depth ?? 0) > depth) bindings.pop();
    this.depth = bindings.at(-1)?.depth ?? 0;
    this.default = bindings.findLast(({ prefix }) => prefix === 0)?.namespace ?? 0;
  }

  /** All that are declared, for reading on from the middle of a part. */
  outer(): readonly Binding[] {
    return this.bindings.map((binding) => ({ ...binding, depth: 0 }));
  }
}
