// Damage to what an archive says of its entries.
import { deflateRawSync } from 'node:zlib';
import { EXTREMES } from './mutate-bytes.mjs';

const onEntry = (random, entries, change) => {
  const index = random.below(entries.length);
  return entries.map((entry, at) => (at === index ? change(entry) : entry));
};

const names = [
  '../../etc/passwd',
  '/xl/workbook.xml',
  'XL/WORKBOOK.XML',
  'xl\\workbook.xml',
  '',
  'a/',
  '~$a.csv',
  '.hidden',
  '甲.csv',
  'x'.repeat(60_000),
];

/** Ways to damage entries: (random, entries, other) → entries, for `writeZip`. */
export const zipMutators = {
  'drop entry': (random, entries) =>
    entries.filter((_, at) => at !== random.below(entries.length) || entries.length === 1),
  'double entry': (random, entries) => [...entries, random.pick(entries)],
  'other of one name': (random, entries, other) => [
    ...entries,
    { ...random.pick(other), name: random.pick(entries).name },
  ],
  'swap data'(random, entries) {
    const { data } = random.pick(entries);
    return onEntry(random, entries, (entry) => ({ ...entry, data }));
  },
  'reverse entries': (_random, entries) => entries.toReversed(),
  'store entry': (random, entries) => onEntry(random, entries, (entry) => ({ ...entry, method: 0 })),
  'other method': (random, entries) =>
    onEntry(random, entries, (entry) => ({
      ...entry,
      packed: deflateRawSync(entry.data),
      method: random.pick([0, 1, 9, 12, 99]),
    })),
  'wrong checksum': (random, entries) =>
    onEntry(random, entries, (entry) => ({ ...entry, crc: random.pick(EXTREMES) })),
  'wrong size': (random, entries) =>
    onEntry(random, entries, (entry) => ({
      ...entry,
      size: random.pick([...EXTREMES, entry.data.length - 1, entry.data.length + 1]),
    })),
  'wrong packed size': (random, entries) =>
    onEntry(random, entries, (entry) => ({ ...entry, packedSize: random.pick(EXTREMES) })),
  'wrong offset': (random, entries) =>
    onEntry(random, entries, (entry) => ({ ...entry, offset: random.pick(EXTREMES) })),
  flags: (random, entries) =>
    onEntry(random, entries, (entry) => ({
      ...entry,
      flags: random.pick([1, 8, 0x41, 0x800, 0x2000, 0xffff]),
    })),
  'other name': (random, entries) =>
    onEntry(random, entries, (entry) => ({ ...entry, name: random.pick(names), rawName: undefined })),
  'name of other bytes': (random, entries) =>
    onEntry(random, entries, (entry) => ({ ...entry, rawName: random.bytes(6) })),
  'other local header': (random, entries) =>
    onEntry(random, entries, (entry) => ({
      ...entry,
      local: { size: random.pick(EXTREMES), crc: random.pick(EXTREMES), name: Buffer.from('b') },
    })),
  'extra field': (random, entries) =>
    onEntry(random, entries, (entry) => ({
      ...entry,
      extra: Buffer.concat([
        random.pick([Buffer.from([1, 0, 16, 0]), Buffer.from([0x75, 0x70, 9, 0])]),
        random.bytes(16),
      ]),
    })),
  'zip64 sizes': (random, entries) =>
    onEntry(random, entries, (entry) => {
      const extra = Buffer.alloc(28);
      extra.writeUInt16LE(1, 0);
      extra.writeUInt16LE(24, 2);
      extra.writeBigUInt64LE(BigInt(random.oneIn(2) ? entry.data.length : random.pick(EXTREMES)), 4);
      extra.writeBigUInt64LE(
        random.oneIn(2) ? BigInt(deflateRawSync(entry.data, { level: 1 }).length) : 2n ** 60n,
        12,
      );
      return { ...entry, size: 0xffffffff, packedSize: 0xffffffff, extra };
    }),
  bomb: (random, entries) =>
    onEntry(random, entries, (entry) => ({
      ...entry,
      data: Buffer.alloc(random.pick([1 << 20, 12 << 20]), 0x20),
    })),
};
