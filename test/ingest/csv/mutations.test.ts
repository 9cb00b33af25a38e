import { expect, it } from 'vitest';
import { HechaError } from '../../../src/errors.js';
import { encode, textBench } from './text-files.js';

const bench = textBench();

/** A small generator of the same numbers on every machine. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const rows = (delimiter: string, lineEnd: string): string =>
  [
    '某县贫困户名册',
    ['户编号', '姓名', '证件号码', '备注'].join(delimiter),
    ...Array.from({ length: 40 }, (_, row) =>
      [`62${row}`, '张三', '="620102199001011234"', row % 5 === 0 ? `"一,二${lineEnd}""三"""` : ''].join(
        delimiter,
      ),
    ),
    ['合计', '', '40', ''].join(delimiter),
    '',
  ].join(lineEnd);

const originals = [
  encode(rows(',', '\n'), 'utf-8'),
  encode(rows(',', '\r\n'), 'utf-8', true),
  encode(rows('\t', '\r\n'), 'gb18030'),
  encode(rows('|', '\n'), 'gb18030'),
  encode(rows(';', '\r'), 'utf-8'),
  encode(rows(',', '\r\n'), 'utf-16le', true),
];
const inserted = [
  '"',
  '""',
  '\n',
  '\r',
  '\r\n',
  ',',
  '\t',
  '\0',
  '"\n',
  '\n"',
  ',"',
  '"x',
  '=',
  '\xff',
  '\xe4',
];

function mutate(bytes: Buffer, random: (below: number) => number): Buffer {
  const at = random(bytes.length);
  const kind = random(6);
  if (kind === 0) {
    const changed = Buffer.from(bytes);
    changed[at] = random(256);
    return changed;
  }
  if (kind === 1) return bytes.subarray(0, at);
  const end = kind === 2 ? Math.min(bytes.length, at + 1 + random(30)) : at;
  const between =
    kind === 3 ? bytes.subarray(random(bytes.length)).subarray(0, 40) : inserted[random(inserted.length)];
  const middle = typeof between === 'string' ? Buffer.from(between, 'latin1') : (between ?? Buffer.alloc(0));
  return Buffer.concat([bytes.subarray(0, at), kind === 2 ? Buffer.alloc(0) : middle, bytes.subarray(end)]);
}

it('300 damaged files: an error with a code, or every counted record in the raw table', async () => {
  const outcomes = new Map<string, number>();
  const count = (outcome: string): void => {
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  };
  for (let seed = 1; seed <= 300; seed += 1) {
    const random = numbers(seed);
    let bytes = originals[seed % originals.length] ?? Buffer.alloc(0);
    for (let times = random(4); times >= 0; times -= 1) bytes = mutate(bytes, random);
    const path = bench.write(bytes);
    try {
      const { scan, rows: loaded, by } = await bench.load(path, 2);
      expect(
        loaded.map(([row]) => Number(row)),
        `seed ${seed}`,
      ).toEqual(Array.from({ length: scan.records - 2 }, (_, index) => index + 3));
      expect(await bench.loadByRecords(path, 2), `seed ${seed}`).toEqual(loaded);
      count(by);
    } catch (error) {
      if (!(error instanceof HechaError)) throw error;
      expect(['HC3006', 'HC3007', 'HC3010'], `seed ${seed}`).toContain(error.code);
      // Fewer records than the header needs is the only thing that does not add up.
      if (error.code === 'HC3006') expect(error.values.counted, `seed ${seed}`).toBeLessThan(2);
      count(error.code);
    }
  }
  expect([...outcomes.keys()]).toEqual(expect.arrayContaining(['engine', 'copy', 'HC3007']));
});
