// Random numbers that are the same on every machine.

/** A source of random choices for a case of a run. */
export function randomOf(seed, number) {
  let state = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b)) | 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (limit) => (limit <= 1 ? 0 : next() % limit);
  return {
    below,
    /** From `least` to `most`, both included. */
    between: (least, most) => least + below(most - least + 1),
    /** True once in so many times. */
    oneIn: (times) => below(times) === 0,
    pick: (list) => list[below(list.length)],
    bytes: (count) => Buffer.from(Array.from({ length: count }, () => next() & 0xff)),
  };
}
