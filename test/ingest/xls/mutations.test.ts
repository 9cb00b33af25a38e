import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { HechaError } from '../../../src/errors.js';
import { compoundOf } from './build-compound.js';
import { cell, fileOf, readXls, record, result, streamOf, text, u16, u32 } from './build-xls.js';

const fixtures = new URL('../../fixtures/xls/', import.meta.url);
const strings = record(0x00fc, u32(2, 2), text('甲乙'), text('丙'));
const made = streamOf(
  [
    { records: Array.from({ length: 200 }, (_, row) => cell.label(row, row % 7, `户${row}`)) },
    { name: '乱序', records: Array.from({ length: 200 }, (_, row) => cell.shared(200 - row, 0, row % 2)) },
    {
      name: '公式',
      records: [
        cell.formula(0, 0, result(0)),
        record(0x0207, text('值')),
        record(0x00e5, u16(1, 0, 3, 0, 1)),
      ],
    },
  ],
  [strings],
);
const originals = [
  ...readdirSync(fixtures)
    .filter((name) => name.endsWith('.xls'))
    .map((name) => readFileSync(new URL(name, fixtures))),
  compoundOf([['Workbook', made]], { sectorBytes: 4096 }),
  compoundOf([['Workbook', made.subarray(0, -1)]], { isBackward: true }),
];
/** Numbers that sizes, sectors and counts are put to. */
const telling = [
  0, 1, 2, 0x7f, 0xff, 0x100, 0x7fff, 0xffff, 0x10000, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff,
];

/** One piece of damage: what it is, where it is (as a share of the file), and what it does with. */
const damage = fc.tuple(
  fc.constantFrom('bit', 'byte', 'word', 'cut', 'insert', 'remove', 'splice'),
  fc.nat(0xffffff),
  fc.nat(0xffffff),
);

function damagedBy(bytes: Buffer, [kind, where, how]: readonly [string, number, number]): Buffer {
  if (bytes.length === 0) return bytes;
  // Half of the damage goes where headers, the directory and the records of the workbook mostly are.
  const at = where % 2 === 0 ? where % bytes.length : where % Math.min(bytes.length, 3000);
  const copy = Buffer.from(bytes);
  const length = how % 700;
  switch (kind) {
    case 'bit':
      copy[at] = (copy[at] as number) ^ (1 << (how & 7));
      return copy;
    case 'byte':
      copy[at] = how & 0xff;
      return copy;
    case 'word':
      if (at + 4 <= copy.length) copy.writeUInt32LE(telling[how % telling.length] as number, at);
      return copy;
    case 'cut':
      return copy.subarray(0, at);
    case 'insert':
      return Buffer.concat([copy.subarray(0, at), Buffer.alloc(length, how & 0xff), copy.subarray(at)]);
    case 'remove':
      return Buffer.concat([copy.subarray(0, at), copy.subarray(at + length)]);
    default:
      copy.copy(copy, at, how % copy.length, (how % copy.length) + length);
      return copy;
  }
}

it('2,000 damaged files: cells or an error with a code, soon and in little memory', async () => {
  const outcomes = new Map<string, number>();
  const path = fileOf(Buffer.alloc(0));
  const before = process.memoryUsage().rss;
  await fc.assert(
    fc.asyncProperty(
      fc.nat(originals.length - 1),
      fc.array(damage, { minLength: 1, maxLength: 4 }),
      async (index, damages) => {
        writeFileSync(path, damages.reduce(damagedBy, originals[index] as Buffer));
        const start = performance.now();
        let outcome = 'read';
        try {
          const sheets = await readXls(path);
          for (const { rows } of sheets)
            expect(rows.map(([row]) => row)).toEqual(
              [...new Set(rows.map(([row]) => Number(row)))].sort((a, b) => a - b),
            );
        } catch (error) {
          if (!(error instanceof HechaError)) throw error;
          outcome = error.code;
        }
        expect(['read', 'HC3003', 'HC3008', 'HC3013']).toContain(outcome);
        expect(performance.now() - start).toBeLessThan(2000);
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      },
    ),
    { numRuns: 2000, seed: 4 },
  );
  expect([...outcomes.keys()]).toEqual(expect.arrayContaining(['read', 'HC3003', 'HC3013']));
  expect(process.memoryUsage().rss - before).toBeLessThan(500 * 2 ** 20);
});
