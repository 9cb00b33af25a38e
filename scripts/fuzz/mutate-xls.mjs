// Damage to the records of .xls workbooks (BIFF8), inside a sound compound file.
import { CFB } from '@e965/xlsx';
import { EXTREMES, splice } from './mutate-bytes.mjs';

const MULRK = 0x00bd;
const SST = 0x00fc;
const LABELSST = 0x00fd;
const FORMULA = 0x0006;
const NUMBER = 0x0203;
const LABEL = 0x0204;
const BOOLERR = 0x0205;
const RK = 0x027e;

/** Of each record of a cell: where the value begins behind the record's head. */
const VALUE_AT = new Map([
  [NUMBER, 6],
  [RK, 6],
  [BOOLERR, 6],
  [MULRK, 6],
]);

/** The stream of the workbook within a compound file, and how to put another in its place. */
export function workbookStream(bytes) {
  const container = CFB.read(bytes, { type: 'buffer' });
  const entry = CFB.find(container, '/Workbook');
  if (!entry) return undefined;
  return {
    stream: Buffer.from(entry.content),
    withStream(stream) {
      entry.content = stream;
      entry.size = stream.length;
      return Buffer.from(CFB.write(container, { type: 'buffer' }));
    },
  };
}

function recordsOf(stream) {
  const records = [];
  for (let at = 0; at + 4 <= stream.length; ) {
    const type = stream.readUInt16LE(at);
    const end = at + 4 + stream.readUInt16LE(at + 2);
    if (end > stream.length) break;
    records.push({ type, at, end });
    at = end;
  }
  return records;
}

/** Changes what a cell holds, or a character of a shared string; nothing else of the file. `undefined` when it holds no such thing. */
export function mutatePayload(random, stream) {
  const records = recordsOf(stream).filter(
    ({ type }) => VALUE_AT.has(type) || type === SST || type === LABELSST,
  );
  if (records.length === 0) return undefined;
  const { type, at, end } = random.pick(records);
  const copy = Buffer.from(stream);
  if (type === SST) return withOtherCharacter(random, copy, at + 4, end);
  if (type === LABELSST) copy.writeUInt32LE(random.below(20), at + 10);
  else if (type === BOOLERR)
    copy[at + 10] = random.pick(copy[at + 11] ? [0x00, 0x07, 0x0f, 0x17, 0x1d, 0x24, 0x2a] : [0, 1]);
  else if (type === NUMBER)
    copy.writeDoubleLE(
      random.pick([0, -0.5, 1e15, 6.20102199001011e17, 1e-7, 42947, 0.1 + 0.2, 123456.789, 2 ** 53 + 2]),
      at + 10,
    );
  else {
    // MULRK: the number in front of its last column, else the only one.
    const value = type === MULRK ? at + 4 + 6 + 6 * random.below((end - at - 10) / 6) : at + 10;
    copy.writeUInt32LE((random.below(2 ** 32) & ~random.pick([0, 1, 2, 3])) >>> 0, value);
  }
  return copy;
}

/** Puts another character into the first text of the shared strings that has one of two bytes. */
function withOtherCharacter(random, stream, start, end) {
  for (let at = start + 8, tries = 0; at + 4 < end && tries < 200; tries += 1) {
    const length = stream.readUInt16LE(at);
    const flags = stream[at + 2];
    // Only plain texts: no runs, no phonetic part.
    if ((flags & ~1) !== 0) return undefined;
    const bytes = flags === 1 ? 2 * length : length;
    if (at + 3 + bytes > end) return undefined;
    if (length > 0 && random.oneIn(3)) {
      const place = at + 3 + (flags === 1 ? 2 : 1) * random.below(length);
      if (flags === 1) stream.writeUInt16LE(random.pick([0x7532, 0x4e59, 0x41, 0x3000, 0xff10]), place);
      else stream[place] = random.pick([0x41, 0x7a, 0x20, 0xe9, 0x31]);
      return stream;
    }
    at += 3 + bytes;
  }
  return undefined;
}

const onRecord = (random, stream, change) => {
  const records = recordsOf(stream);
  if (records.length === 0) return stream;
  // Half of the damage goes to records of which there are few: those of the whole book.
  const types = new Map(records.map((record) => [record.type, record]));
  return change(random.oneIn(2) ? random.pick([...types.values()]) : random.pick(records), records);
};

/** Ways to damage the records: (random, stream, other) → stream. */
export const recordMutators = {
  'change record byte': (random, stream) =>
    onRecord(random, stream, ({ at, end }) => {
      const copy = Buffer.from(stream);
      if (end > at + 4) copy[at + 4 + random.below(end - at - 4)] ^= 1 + random.below(255);
      return copy;
    }),
  'extreme in record': (random, stream) =>
    onRecord(random, stream, ({ at, end }) => {
      const size = random.pick([2, 4]);
      if (end - at - 4 < size) return stream;
      const number = Buffer.alloc(4);
      number.writeUInt32LE(random.pick(EXTREMES), 0);
      return splice(stream, at + 4 + random.below(end - at - 4 - size + 1), size, number.subarray(0, size));
    }),
  'wrong record length': (random, stream) =>
    onRecord(random, stream, ({ at }) => {
      const copy = Buffer.from(stream);
      copy.writeUInt16LE(random.pick([0, 1, 2, 5, 6, 8224, 8225, 0xffff]), at + 2);
      return copy;
    }),
  'other record type': (random, stream) =>
    onRecord(random, stream, ({ at }) => {
      const copy = Buffer.from(stream);
      copy.writeUInt16LE(
        random.pick([
          FORMULA,
          0x0a,
          0x3c,
          0x85,
          LABEL,
          MULRK,
          NUMBER,
          0x0207,
          0x0208,
          SST,
          LABELSST,
          0x809,
          0x2f,
          0xe5,
          0,
        ]),
        at,
      );
      return copy;
    }),
  'delete record': (random, stream) =>
    onRecord(random, stream, ({ at, end }) => splice(stream, at, end - at, Buffer.alloc(0))),
  'double record': (random, stream) =>
    onRecord(random, stream, ({ at, end }) => splice(stream, at, 0, stream.subarray(at, end))),
  'swap records': (random, stream) =>
    onRecord(random, stream, (a, records) => {
      const [first, second] = [a, random.pick(records)].sort((one, two) => one.at - two.at);
      if (first.end > second.at) return stream;
      const swapped = splice(stream, second.at, second.end - second.at, stream.subarray(first.at, first.end));
      return splice(swapped, first.at, first.end - first.at, stream.subarray(second.at, second.end));
    }),
  'split record': (random, stream) =>
    onRecord(random, stream, ({ at, end }) => {
      const cut = random.below(end - at - 3);
      const head = Buffer.from(stream.subarray(at, at + 4 + cut));
      head.writeUInt16LE(cut, 2);
      const rest = Buffer.alloc(4);
      rest.writeUInt16LE(0x3c, 0);
      rest.writeUInt16LE(end - at - 4 - cut, 2);
      return Buffer.concat([stream.subarray(0, at), head, rest, stream.subarray(at + 4 + cut)]);
    }),
  'cut the stream': (random, stream) => stream.subarray(0, random.below(stream.length)),
  'splice records': (random, stream, other) =>
    onRecord(random, stream, ({ at }) =>
      Buffer.concat([stream.subarray(0, at), other.subarray(random.below(other.length))]),
    ),
};
