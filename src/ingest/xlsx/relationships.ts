import { type PartSource, readElements } from './part.js';
import { nameHash } from './xml-bytes.js';

const RELATIONSHIPS = nameHash('Relationships');
const RELATIONSHIP = nameHash('Relationship');
const ID = nameHash('Id');
const TYPE = nameHash('Type');
const TARGET = nameHash('Target');
const MODE = nameHash('TargetMode');

/** What a part of the package refers to. */
export interface Relationship {
  readonly id: string;
  /** Last word of the type's address (`worksheet`), which is the same in strict and transitional files. */
  readonly kind: string;
  /** Name of the part in the archive; `undefined` when the target lies outside the file. */
  readonly part: string | undefined;
}

/** Reads a relationships part; `base` is the name of the part that it belongs to, from which targets are counted. */
export async function readRelationships(source: PartSource, base: string): Promise<Relationship[]> {
  const relationships: Relationship[] = [];
  await readElements(source, RELATIONSHIPS, (scanner) => {
    if (scanner.depth !== 2 || scanner.name !== RELATIONSHIP) return;
    scanner.requireOwn();
    const target = scanner.valueOf(TARGET) ?? '';
    relationships.push({
      id: scanner.valueOf(ID) ?? '',
      kind: (scanner.valueOf(TYPE) ?? '').replace(/^.*\//, ''),
      part: scanner.valueOf(MODE) === 'External' ? undefined : partName(base, target),
    });
  });
  return relationships;
}

/** Name of the relationships part of a part. */
export const relationshipsOf = (part: string): string =>
  `${folderOf(part)}_rels/${part.slice(folderOf(part).length)}.rels`;

/** The folder in which a part is, with its `/`. */
export const folderOf = (part: string): string => part.slice(0, part.lastIndexOf('/') + 1);

/** Resolves a target against the part that names it; only a name to look up, never a path. */
function partName(base: string, target: string): string {
  const [path = ''] = target.replaceAll('\\', '/').split(/[?#]/, 1);
  const steps = path.startsWith('/') ? [] : base.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(unescaped(step));
  }
  return steps.join('/');
}

function unescaped(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}
