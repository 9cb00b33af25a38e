import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cell, record, rowsOf, sheetFile, text, u8, u16, u32 } from './build-xls.js';

const SST = 0x00fc;
const CONTINUE = 0x003c;

interface Piece {
  readonly text: string;
  /** Formatting runs and bytes of phonetic text that stand behind the characters. */
  readonly runs: number;
  readonly phonetic: number;
  /** Characters before which another record begins, and whether those behind it come in one byte where they can. */
  readonly breaks: readonly number[];
  readonly narrow: readonly boolean[];
}

/** Bodies of the SST record and of those that go on with it. */
function bodiesOf(pieces: readonly Piece[], breakBehind: readonly boolean[]): Buffer[] {
  const bodies: Buffer[][] = [[u32(9, pieces.length)]];
  const append = (bytes: Buffer): void => {
    bodies.at(-1)?.push(bytes);
  };
  for (const [index, piece] of pieces.entries()) {
    const cuts = [...new Set(piece.breaks.map((at) => at % (piece.text.length + 1)))]
      .filter((at) => at < piece.text.length)
      .sort((a, b) => a - b);
    const segments = [0, ...cuts].map((from, i) => piece.text.slice(from, cuts[i] ?? piece.text.length));
    segments.forEach((segment, i) => {
      const isWide = !(piece.narrow[i % piece.narrow.length] && /^[\0-\xff]*$/.test(segment));
      const flags = isWide ? 1 : 0;
      if (i > 0) {
        bodies.push([]);
        append(u8(flags));
      } else {
        append(u16(piece.text.length));
        append(u8(flags | (piece.runs > 0 ? 8 : 0) | (piece.phonetic > 0 ? 4 : 0)));
        if (piece.runs > 0) append(u16(piece.runs));
        if (piece.phonetic > 0) append(u32(piece.phonetic));
      }
      append(Buffer.from(segment, isWide ? 'utf16le' : 'latin1'));
    });
    append(Buffer.alloc(piece.runs * 4, 0x41));
    // What is left out may go on in another record too, and there nothing stands in front of it.
    const half = piece.phonetic >> 1;
    append(Buffer.alloc(half, 0x42));
    if (half > 0) bodies.push([]);
    append(Buffer.alloc(piece.phonetic - half, 0x43));
    if (breakBehind[index % breakBehind.length]) bodies.push([]);
  }
  return bodies.map((parts) => Buffer.concat(parts));
}

const units = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'aé张三𠮷ÿ\u0100 \n'), maxLength: 12 }),
  fc.string({ maxLength: 8 }),
);
const pieces = fc.array(
  fc.record({
    text: units,
    runs: fc.integer({ min: 0, max: 2 }),
    phonetic: fc.integer({ min: 0, max: 5 }),
    breaks: fc.array(fc.nat(20), { maxLength: 3 }),
    narrow: fc.array(fc.boolean(), { minLength: 1, maxLength: 3 }),
  }),
  { minLength: 1, maxLength: 6 },
);

it('joins shared strings that break anywhere, with characters of another width behind the break', async () => {
  await fc.assert(
    fc.asyncProperty(
      pieces,
      fc.array(fc.boolean(), { minLength: 1, maxLength: 4 }),
      async (list, breakBehind) => {
        const [first = Buffer.alloc(0), ...rest] = bodiesOf(list, breakBehind);
        const globals = [record(SST, first), ...rest.map((body) => record(CONTINUE, body))];
        const rows = await rowsOf(
          sheetFile(
            list.map((_, row) => cell.shared(row, 0, row)),
            globals,
          ),
        );
        const expected = list.map((piece, row) => {
          const shown = piece.text.replace(/^[\u0001\u0002]+/, '');
          return shown === '' ? [row + 1] : [row + 1, shown];
        });
        expect(rows).toEqual(expected);
      },
    ),
    { numRuns: 300 },
  );
});

it('reads a string whose head, runs or phonetic text lie in two records', async () => {
  const body = Buffer.concat([
    u16(2),
    u8(1 | 4 | 8),
    u16(1),
    u32(3),
    Buffer.from('甲乙', 'utf16le'),
    Buffer.alloc(4 + 3),
  ]);
  for (let at = 0; at <= body.length; at++) {
    const isInText = at >= 9 && at < 13;
    if (isInText && at % 2 === 0) continue;
    const tail = Buffer.concat([...(isInText ? [u8(1)] : []), body.subarray(at), text('丙')]);
    const globals = [record(SST, u32(2, 2), body.subarray(0, at)), record(CONTINUE, tail)];
    const rows = await rowsOf(sheetFile([cell.shared(0, 0, 0), cell.shared(0, 1, 1)], globals));
    expect(rows, `${at}`).toEqual([[1, '甲乙', '丙']]);
  }
});

it('takes half a pair of UTF-16 for no character, also at the edge of a record', async () => {
  const lone = Buffer.concat([u16(3), u8(1), Buffer.from([0x42, 0xd8, 0x41, 0x00, 0x00, 0xdc])]);
  const pair = Buffer.concat([u16(2), u8(1), Buffer.from([0x42, 0xd8])]);
  const globals = [
    record(SST, u32(3, 3), lone, pair),
    record(CONTINUE, u8(1), Buffer.from([0xb7, 0xdf]), u16(1), u8(1), Buffer.from([0x42, 0xd8])),
  ];
  const rows = await rowsOf(
    sheetFile(
      [0, 1, 2].map((index) => cell.shared(0, index, index)),
      globals,
    ),
  );
  expect(rows).toEqual([[1, '\ufffdA\ufffd', '𠮷', '\ufffd']]);
});

it('is not led astray by the number of strings that the file declares', async () => {
  for (const declared of [2, 3, 0xffffffff]) {
    const globals = [record(SST, u32(0, declared), text('甲'), text('乙'))];
    expect(await rowsOf(sheetFile([cell.shared(0, 0, 1)], globals))).toEqual([[1, '乙']]);
  }
});
