/** A stream of numbers that is the same on every machine for the same seeds. */
export interface Random {
  /** In [0, 1). */
  next(): number;
  /** Whole number in [0, count). */
  below(count: number): number;
  /** Whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  chance(share: number): boolean;
  pick<T>(values: readonly T[]): T;
}

/** 32-bit finalizer of MurmurHash3: spreads seeds that lie close together. */
function mix(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** One 32-bit number out of several, in which each of them counts. */
function hash(...seeds: readonly number[]): number {
  let h = 0x9e3779b9;
  for (const seed of seeds) {
    h = mix(h ^ (seed % 4_294_967_296));
    h = mix(h ^ Math.floor(seed / 4_294_967_296));
  }
  return h;
}

/** xoshiro128** (Blackman and Vigna), seeded from any number of whole numbers. */
export function random(...seeds: readonly number[]): Random {
  const start = hash(...seeds);
  let a = mix(start + 1);
  let b = mix(start + 2);
  let c = mix(start + 3);
  let d = mix(start + 4) | 1;
  const next = (): number => {
    const product = Math.imul(b, 5);
    const result = Math.imul((product << 7) | (product >>> 25), 9);
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return (result >>> 0) / 4_294_967_296;
  };
  return {
    next,
    below: (count) => Math.floor(next() * count),
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (share) => next() < share,
    pick: <T>(values: readonly T[]): T => {
      if (values.length === 0) throw new Error('nothing to pick from');
      return values[Math.floor(next() * values.length)] as T;
    },
  };
}

/** A picker of values by weight; the weights need not add up to anything. */
export function weighted<T>(entries: readonly (readonly [T, number])[]): (random: Random) => T {
  let total = 0;
  const limits = entries.map(([, weight]) => {
    total += weight;
    return total;
  });
  return (from) => {
    const at = from.next() * total;
    let index = 0;
    while (index < limits.length - 1 && at >= (limits[index] ?? 0)) index += 1;
    const entry = entries[index];
    if (!entry) throw new Error('nothing to pick from');
    return entry[0];
  };
}

/** The numbers 0 … count − 1 in a random order (Fisher and Yates). */
export function shuffled(count: number, from: Random): number[] {
  const order = Array.from({ length: count }, (_, index) => index);
  for (let index = count - 1; index > 0; index -= 1) {
    const other = from.below(index + 1);
    const held = order[index] ?? 0;
    order[index] = order[other] ?? 0;
    order[other] = held;
  }
  return order;
}
