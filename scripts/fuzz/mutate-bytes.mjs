// Damage to bytes, whatever they are.

/** Numbers at which counts, sizes and offsets go wrong. */
export const EXTREMES = [
  0, 1, 2, 0x7f, 0x80, 0xff, 0x100, 0x7fff, 0x8000, 0xfffe, 0xffff, 0x10000, 0xffffff, 0x7fffffff, 0x80000000,
  0xfffffffe, 0xffffffff,
];

/** Replaces `length` bytes from `at`. */
export const splice = (bytes, at, length, put) =>
  Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(Math.min(bytes.length, at + length))]);

/** Some bytes of the file: mostly few. */
function chunkOf(random, bytes) {
  const length = random.pick([1, 2, 4, 16, 64, 512, 4096]);
  const at = random.below(bytes.length + 1);
  return { at, length: Math.min(1 + random.below(length), bytes.length - at) };
}

function flipped(random, bytes, mask) {
  const copy = Buffer.from(bytes);
  if (copy.length > 0) copy[random.below(copy.length)] ^= mask;
  return copy;
}

/** An integer of two, four or eight bytes put to one of EXTREMES. */
function withExtreme(random, bytes) {
  const size = random.pick([1, 2, 4, 8]);
  if (bytes.length < size) return bytes;
  const value = Buffer.alloc(8);
  value.writeUInt32LE(random.pick(EXTREMES), 0);
  if (size === 8) value.writeUInt32LE(random.pick(EXTREMES), 4);
  const number = value.subarray(0, size);
  return splice(
    bytes,
    random.below(bytes.length - size + 1),
    size,
    random.oneIn(4) ? number.reverse() : number,
  );
}

/** Ways to damage bytes: (random, bytes, other) → bytes; `other` are those of another sample. */
export const byteMutators = {
  'flip bit': (random, bytes) => flipped(random, bytes, 1 << random.below(8)),
  'change byte': (random, bytes) => flipped(random, bytes, 1 + random.below(255)),
  'extreme number': withExtreme,
  'insert bytes': (random, bytes) =>
    splice(bytes, random.below(bytes.length + 1), 0, random.bytes(random.pick([1, 2, 3, 8, 40]))),
  'insert NULs': (random, bytes) =>
    splice(bytes, random.below(bytes.length + 1), 0, Buffer.alloc(random.pick([1, 2, 100, 5000]))),
  'delete chunk'(random, bytes) {
    const { at, length } = chunkOf(random, bytes);
    return splice(bytes, at, length, Buffer.alloc(0));
  },
  'double chunk'(random, bytes) {
    const { at, length } = chunkOf(random, bytes);
    return splice(bytes, at, 0, bytes.subarray(at, at + length));
  },
  'swap chunks'(random, bytes) {
    const first = chunkOf(random, bytes);
    const second = chunkOf(random, bytes);
    const [a, b] = first.at < second.at ? [first, second] : [second, first];
    if (a.at + a.length > b.at) return bytes;
    const swapped = splice(bytes, b.at, b.length, bytes.subarray(a.at, a.at + a.length));
    return splice(swapped, a.at, a.length, bytes.subarray(b.at, b.at + b.length));
  },
  'copy chunk over'(random, bytes) {
    const { at, length } = chunkOf(random, bytes);
    const copy = Buffer.from(bytes);
    bytes.copy(copy, random.below(bytes.length), at, at + length);
    return copy;
  },
  truncate: (random, bytes) => bytes.subarray(0, random.below(bytes.length + 1)),
  'cut the end': (random, bytes) => bytes.subarray(0, Math.max(0, bytes.length - 1 - random.below(64))),
  'cut the start': (random, bytes) => bytes.subarray(1 + random.below(8)),
  'splice with another': (random, bytes, other) =>
    Buffer.concat([
      bytes.subarray(0, random.below(bytes.length + 1)),
      other.subarray(random.below(other.length + 1)),
    ]),
  'fill chunk'(random, bytes) {
    const { at, length } = chunkOf(random, bytes);
    return splice(bytes, at, length, Buffer.alloc(length, random.pick([0, 0xff, 0x20, 0x22])));
  },
};

/** Applies one of the mutators; returns its name with the result. */
export function mutate(random, mutators, ...given) {
  const name = random.pick(Object.keys(mutators));
  return { name, result: mutators[name](random, ...given) };
}
