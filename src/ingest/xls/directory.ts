import { damaged, overLimit } from '../failure.js';
import type { InputLimits } from '../limits.js';
import type { CompoundHeader } from './compound-header.js';
import type { FileBytes } from './file-bytes.js';
import type { SectorTable } from './sector-table.js';

/** A stream of the compound file, or its root, which holds the small streams. */
export interface StreamEntry {
  readonly firstSector: number;
  readonly size: number;
}

export interface Directory {
  readonly root: StreamEntry;
  /** Streams that lie in the root itself, not in a storage within it, by their name in capitals. */
  readonly streams: ReadonlyMap<string, StreamEntry>;
}

interface Node extends StreamEntry {
  readonly name: string;
  readonly type: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
}

const ENTRY_BYTES = 128;
const NAME_BYTES = 64;
const STORAGE = 1;
const STREAM = 2;
const ROOT = 5;
const NONE = 0xffffffff;

/**
 * Reads the directory ([MS-CFB] 2.6). Throws HC3003 when it is no sound one, HC3008 when it has more entries than an archive may have.
 */
export async function readDirectory(
  file: FileBytes,
  header: CompoundHeader,
  table: SectorTable,
  limits: InputLimits,
): Promise<Directory> {
  const where = { place: file.place, part: 'ole' };
  const { sectorBytes } = header;
  const offsets = table.chain(header.firstDirectorySector);
  if ((offsets.length - 1) * (sectorBytes / ENTRY_BYTES) > limits.entries)
    throw overLimit(where, `entries ≤ ${limits.entries}`, 'directory');
  const sector = Buffer.alloc(sectorBytes);
  const nodes: Node[] = [];
  for (const offset of offsets) {
    await file.fill(sector, offset);
    for (let at = 0; at < sectorBytes; at += ENTRY_BYTES)
      nodes.push(nodeOf(sector.subarray(at, at + ENTRY_BYTES), sectorBytes));
  }
  const root = nodes[0];
  if (root?.type !== ROOT) throw damaged(where, 'directory');

  const streams = new Map<string, StreamEntry>();
  for (const { type, name, firstSector, size } of inRoot(nodes, root)) {
    if (type !== STREAM) continue;
    if (streams.has(name)) throw damaged(where, 'directory: 2 × name');
    streams.set(name, { firstSector, size });
  }
  return { root, streams };

  function inRoot(all: readonly Node[], top: Node): readonly Node[] {
    // Without storages every stream lies in the root, whatever the links say; some writers get them wrong.
    if (!all.some(({ type }) => type === STORAGE)) return all;
    const found: Node[] = [];
    const seen = new Set<number>();
    const waiting = [top.child];
    for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
      if (index === NONE) continue;
      const node = all[index];
      if (!node || seen.has(index)) throw damaged(where, 'directory');
      seen.add(index);
      found.push(node);
      waiting.push(node.left, node.right);
    }
    return found;
  }
}

function nodeOf(entry: Buffer, sectorBytes: number): Node {
  const nameBytes = Math.min(Math.max(entry.readUInt16LE(NAME_BYTES) - 2, 0), NAME_BYTES) & ~1;
  // Files of small sectors have sizes of 32 bits, with anything at all above them.
  const high = sectorBytes === 512 ? 0 : entry.readUInt32LE(124);
  return {
    name: entry.toString('utf16le', 0, nameBytes).toUpperCase(),
    type: entry.readUInt8(66),
    left: entry.readUInt32LE(68),
    right: entry.readUInt32LE(72),
    child: entry.readUInt32LE(76),
    firstSector: entry.readUInt32LE(116),
    size: high * 2 ** 32 + entry.readUInt32LE(120),
  };
}
