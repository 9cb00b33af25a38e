const FREE = 0xffffffff;
const END = 0xfffffffe;
const TABLE = 0xfffffffd;
const LIST = 0xfffffffc;
const IN_HEADER = 109;
const MINI = 64;

export type Streams = readonly (readonly [name: string, content: Buffer])[];

export interface CompoundOptions {
  readonly sectorBytes?: 512 | 4096;
  /** Sectors lie in the file from the last to the first. */
  readonly isBackward?: boolean;
  /** Streams that lie in a storage within the root. */
  readonly within?: Streams;
}

/** A compound file of the streams ([MS-CFB]), those below 4,096 bytes in the mini stream. */
export function compoundOf(streams: Streams, options: CompoundOptions = {}): Buffer {
  const { sectorBytes = 512, isBackward = false, within = [] } = options;
  const chains: Buffer[] = [];
  const minis: Buffer[] = [];
  const miniTable: number[] = [];
  /** Where each stream begins: its chain, or its first mini sector. */
  const place = (content: Buffer): number => {
    if (content.length >= 4096) return chains.push(content) - 1;
    const first = miniTable.length;
    const count = Math.ceil(content.length / MINI);
    for (let i = 1; i <= count; i++) miniTable.push(i === count ? END : first + i);
    minis.push(padded(content, MINI));
    return count === 0 ? END : first;
  };
  const all = [...streams, ...within].map(([name, content]) => ({ name, content, start: place(content) }));

  const perSector = sectorBytes / 4;
  const directoryEntries = 1 + all.length + (within.length > 0 ? 1 : 0);
  const miniStream = chains.push(Buffer.concat(minis)) - 1;
  const miniTables = chains.push(words(miniTable)) - 1;
  const directory = chains.push(Buffer.alloc(directoryEntries * 128)) - 1;
  const counts = chains.map(({ length }) => Math.ceil(length / sectorBytes));
  const data = counts.reduce((sum, count) => sum + count, 0);
  let tables = 1;
  let lists = 0;
  while (data + tables + lists > tables * perSector) {
    tables++;
    lists = Math.ceil(Math.max(tables - IN_HEADER, 0) / (perSector - 1));
  }

  const table = new Array<number>(tables * perSector).fill(FREE);
  const sectorsAt = (index: number): number => (isBackward ? data - 1 - index : index);
  const firstOf: number[] = [];
  const body = Buffer.alloc((data + tables + lists) * sectorBytes);
  const write = (sector: number, content: Buffer): void => {
    content.copy(body, sector * sectorBytes);
  };
  let used = 0;
  for (const [chain, count] of counts.entries()) {
    firstOf.push(count === 0 ? END : sectorsAt(used));
    for (let i = 0; i < count; i++, used++) {
      table[sectorsAt(used)] = i === count - 1 ? END : sectorsAt(used + 1);
      if (chain !== directory)
        write(sectorsAt(used), (chains[chain] as Buffer).subarray(i * sectorBytes, (i + 1) * sectorBytes));
    }
  }
  const startOf = (content: Buffer, start: number): number =>
    content.length >= 4096 ? (firstOf[start] as number) : start;

  const storage = streams.length + 1;
  const entries = [
    entryOf({
      name: 'Root Entry',
      type: 5,
      child: all.length > 0 ? 1 : FREE,
      start: firstOf[miniStream] as number,
      size: minis.reduce((sum, { length }) => sum + length, 0),
    }),
    ...streams.map(([name, content], index) =>
      entryOf({
        name,
        type: 2,
        right: index + 1 < streams.length || within.length > 0 ? index + 2 : FREE,
        start: startOf(content, all[index]?.start ?? END),
        size: content.length,
      }),
    ),
    ...(within.length > 0
      ? [entryOf({ name: 'MBD00000001', type: 1, child: storage + 1, start: 0, size: 0 })]
      : []),
    ...within.map(([name, content], index) =>
      entryOf({
        name,
        type: 2,
        right: index + 1 < within.length ? storage + index + 2 : FREE,
        start: startOf(content, all[streams.length + index]?.start ?? END),
        size: content.length,
      }),
    ),
  ];
  const listing = Buffer.concat(entries);
  for (let i = 0; i < (counts[directory] as number); i++) {
    const sector = isBackward ? (firstOf[directory] as number) - i : (firstOf[directory] as number) + i;
    write(sector, listing.subarray(i * sectorBytes, (i + 1) * sectorBytes));
  }

  const tableSectors = Array.from({ length: tables }, (_, i) => data + i);
  for (const sector of tableSectors) table[sector] = TABLE;
  for (let i = 0; i < lists; i++) table[data + tables + i] = LIST;
  for (const [i, sector] of tableSectors.entries())
    write(sector, words(table.slice(i * perSector, (i + 1) * perSector)));
  for (let i = 0; i < lists; i++) {
    const from = IN_HEADER + i * (perSector - 1);
    const listed = tableSectors.slice(from, from + perSector - 1);
    while (listed.length < perSector - 1) listed.push(FREE);
    write(data + tables + i, words([...listed, i === lists - 1 ? END : data + tables + i + 1]));
  }

  const header = Buffer.alloc(sectorBytes);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header);
  header.writeUInt16LE(0x3e, 24);
  header.writeUInt16LE(sectorBytes === 512 ? 3 : 4, 26);
  header.writeUInt16LE(0xfffe, 28);
  header.writeUInt16LE(sectorBytes === 512 ? 9 : 12, 30);
  header.writeUInt16LE(6, 32);
  header.writeUInt32LE(sectorBytes === 512 ? 0 : (counts[directory] as number), 40);
  header.writeUInt32LE(tables, 44);
  header.writeUInt32LE(firstOf[directory] as number, 48);
  header.writeUInt32LE(4096, 56);
  header.writeUInt32LE(firstOf[miniTables] as number, 60);
  header.writeUInt32LE(counts[miniTables] as number, 64);
  header.writeUInt32LE(lists > 0 ? data + tables : END, 68);
  header.writeUInt32LE(lists, 72);
  for (let i = 0; i < IN_HEADER; i++) header.writeUInt32LE(tableSectors[i] ?? FREE, 76 + i * 4);
  return Buffer.concat([header, body]);
}

function entryOf(entry: {
  readonly name: string;
  readonly type: number;
  readonly right?: number;
  readonly child?: number;
  readonly start: number;
  readonly size: number;
}): Buffer {
  const bytes = Buffer.alloc(128);
  bytes.write(entry.name, 'utf16le');
  bytes.writeUInt16LE(entry.name.length * 2 + 2, 64);
  bytes[66] = entry.type;
  bytes[67] = 1;
  bytes.writeUInt32LE(FREE, 68);
  bytes.writeUInt32LE(entry.right ?? FREE, 72);
  bytes.writeUInt32LE(entry.child ?? FREE, 76);
  bytes.writeUInt32LE(entry.start, 116);
  bytes.writeUInt32LE(entry.size, 120);
  return bytes;
}

function words(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [i, value] of values.entries()) bytes.writeUInt32LE(value, i * 4);
  return bytes;
}

const padded = (content: Buffer, unit: number): Buffer =>
  Buffer.concat([content, Buffer.alloc((unit - (content.length % unit)) % unit)]);
