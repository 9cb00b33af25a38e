/** A small generator of numbers from a seed (mulberry32), so that a failure can be had again. */
export function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** One to four changes: a byte set, a piece cut out, doubled, overwritten or put in, or the end cut off. */
export function mutated(
  content: Buffer,
  next: (below: number) => number,
  inserted: readonly string[] = ['<'],
): Buffer {
  let result = Buffer.from(content);
  for (let changes = 1 + next(4); changes > 0 && result.length > 0; changes--) {
    const at = next(result.length);
    const end = Math.min(result.length, at + 1 + next(60));
    const kind = next(8);
    if (kind === 0) result[at] = next(256);
    else if (kind === 1) result[at] = (result[at] ?? 0) ^ (1 << next(8));
    else if (kind === 2) result = Buffer.concat([result.subarray(0, at), result.subarray(end)]);
    else if (kind === 3) result = Buffer.concat([result.subarray(0, end), result.subarray(at)]);
    else if (kind === 4) result.copy(result, next(result.length), at, end);
    else if (kind === 5 && next(4) === 0) result = result.subarray(0, at);
    else {
      const piece = Buffer.from(inserted[next(inserted.length)] ?? '', 'latin1');
      result = Buffer.concat([result.subarray(0, at), piece, result.subarray(kind === 6 ? at : end)]);
    }
  }
  return result;
}
