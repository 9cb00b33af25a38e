import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitRecords } from '../../../src/ingest/csv/split-records.js';

interface Seen {
  text: string;
  kind: string;
  width: number;
  lines: number;
}

function split(text: string, options: { width?: number; cap?: number; cuts?: number[] } = {}): Seen[] {
  const bytes = Buffer.from(text);
  const seen: Seen[] = [];
  const rules = { delimiter: ',', width: options.width ?? 3, ...(options.cap && { cap: options.cap }) };
  const splitter = splitRecords(rules, (record) => {
    const { kind, width, lines } = record;
    seen.push({ text: record.window.toString('utf8', record.start, record.textEnd), kind, width, lines });
  });
  let start = 0;
  for (const cut of [...(options.cuts ?? []).filter((at) => at < bytes.length), bytes.length]) {
    if (cut > start) splitter.push(bytes.subarray(start, cut));
    start = Math.max(start, cut);
  }
  splitter.end();
  return seen;
}

const texts = (seen: Seen[]): string[] => seen.map(({ text }) => text);
const kinds = (seen: Seen[]): string[] => seen.map(({ kind }) => kind);

describe('records', () => {
  it('end at LF, CRLF and CR, and none stands after the last line end', () => {
    expect(texts(split('a,b,c\n1,2,3\r\n4,5,6\r7,8,9'))).toEqual(['a,b,c', '1,2,3', '4,5,6', '7,8,9']);
    expect(texts(split('a,b,c\r\n'))).toEqual(['a,b,c']);
    expect(texts(split('a,b,c\r'))).toEqual(['a,b,c']);
    expect(texts(split('\n\r\n\r'))).toEqual(['', '', '']);
    expect(texts(split(''))).toEqual([]);
  });

  it('keep line breaks, delimiters and doubled quotes inside quotes', () => {
    const seen = split('a,"x\r\ny\n""z"",",c\n"",2,""\n');
    expect(seen).toEqual([
      { text: 'a,"x\r\ny\n""z"",",c', kind: 'good', width: 3, lines: 3 },
      { text: '"",2,""', kind: 'good', width: 3, lines: 1 },
    ]);
  });

  it('take ="…" as a plain field, and nothing like it', () => {
    expect(kinds(split('="620",b,c\na,b,="1"\n'))).toEqual(['good', 'good']);
    expect(kinds(split('="62"0,b,c\n="6,b,c\n="6\n",b,c\na="6",b,c\n=="6",b,c\n'))).toEqual([
      'quote',
      'quote',
      'quote',
      'quote',
      'quote',
      'quote',
    ]);
  });
});

describe('a stray or unclosed quote', () => {
  it.each([
    ['inside a field', '1,2"2,3'],
    ['after a closing quote', '1,"2"2,3'],
    ['with a space before it', '1, "2",3'],
    ['unclosed in the first field', '"1,2,3'],
    ['unclosed in the last field', '1,2,"3'],
    ['alone in the last field', '1,2,"'],
    ['unclosed after an escaped one', '1,"2""2,3'],
  ])('%s damages its line alone', (_, line) => {
    const seen = split(`a,b,c\n${line}\n4,5,6\n"7",8,"9"\n`);
    expect(texts(seen)).toEqual(['a,b,c', line, '4,5,6', '"7",8,"9"']);
    expect(kinds(seen)).toEqual(['good', 'quote', 'good', 'good']);
  });

  it('that finds another in the same column of a later row does not swallow the rows between', () => {
    for (const [open, close] of [
      ['1,",3', '7,",9'],
      ['1,2,"', '7,8,"'],
      ['1,2,"3', '7,8,9"'],
      ['",2,3', '",8,9'],
    ]) {
      const seen = split(`${open}\n4,5,6\n${close}\n0,0,0\n`);
      expect(kinds(seen)).toEqual(['quote', 'good', 'quote', 'good']);
    }
  });

  it('that finds another in the very next row damages both', () => {
    expect(kinds(split('1,",3\n4,",6\n7,8,9\n'))).toEqual(['quote', 'quote', 'good']);
    expect(kinds(split('1,2,"\n4,5,"\n7,8,9\n'))).toEqual(['quote', 'quote', 'good']);
  });

  it('that closes in another column is known by the width', () => {
    expect(kinds(split('1,"2,3\n4,5,"\n7,8,9\n'))).toEqual(['quote', 'quote', 'good']);
    expect(kinds(split('1,2,"3\n"4",5,6\n'))).toEqual(['quote', 'good']);
  });

  it('is given up after a hundred lines and at the cap', () => {
    const note = Array.from({ length: 99 }, () => 'x').join('\n');
    expect(kinds(split(`1,"${note}\n",3\n`))).toEqual(['good']);
    expect(kinds(split(`1,"${note}\n\n",3\n`))[0]).toBe('quote');
    expect(kinds(split(`1,"${'x'.repeat(20)}\n${'y'.repeat(20)}",3\n4,5,6`, { cap: 30 }))).toEqual([
      'quote',
      'quote',
      'good',
    ]);
  });
});

describe('a record of several lines is one record', () => {
  it.each([
    ['in the first column', '"x\ny\nz",2,3'],
    ['in the last column', '1,2,"x\ny\nz"'],
    ['in the first and the last', '"x\ny",2,"p\nq"'],
    ['in two neighbours', '1,"x\ny","p\nq"'],
    ['with delimiters in the cell', '1,"x, y\nz",3'],
    ['with delimiters in the cells beside it', '"1,1,1","x\ny","3,3,3"'],
    ['of a title with fewer fields', '"title\nsecond line"'],
  ])('%s', (_, record) => {
    expect(texts(split(`a,b,c\n${record}\n4,5,6\n`))).toEqual(['a,b,c', record, '4,5,6']);
  });

  it('in a file of one column', () => {
    expect(texts(split('"x\ny"\nz\n', { width: 1 }))).toEqual(['"x\ny"', 'z']);
  });
});

describe('a record over the cap', () => {
  it('is one physical line, whatever stands in it', () => {
    const long = `"${'x"'.repeat(50)}`;
    for (const text of [`1,2,3\n${long}\n4,5,6\n`, `1,2,3\r\n${long}\r\n4,5,6`]) {
      const seen = split(text, { cap: 40 });
      expect(kinds(seen)).toEqual(['good', 'too-long', 'good']);
      expect(seen[1]).toEqual({ text: '', kind: 'too-long', width: 0, lines: 1 });
    }
    expect(kinds(split(`1,2,3\n${long}`, { cap: 40 }))).toEqual(['good', 'too-long']);
  });

  it('begins one byte above it', () => {
    expect(kinds(split(`${'x'.repeat(40)}\n`, { cap: 40 }))).toEqual(['good']);
    expect(kinds(split(`${'x'.repeat(41)}\n`, { cap: 40 }))).toEqual(['too-long']);
    expect(kinds(split('x'.repeat(40), { cap: 40 }))).toEqual(['good']);
    expect(kinds(split('x'.repeat(41), { cap: 40 }))).toEqual(['too-long']);
  });
});

const pieces = fc.constantFrom('"', '""', '"a"', ',', '\n', '\r', '\r\n', 'x', '户', '="1"', '\0', '1,2,3\n');

it('the records do not depend on how the bytes are cut, and together they are the file', () => {
  fc.assert(
    fc.property(
      fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join('')),
      fc.array(fc.nat(120), { maxLength: 12 }).map((cuts) => cuts.sort((a, b) => a - b)),
      fc.constantFrom(12, 1000),
      fc.integer({ min: 0, max: 4 }),
      (text, cuts, cap, width) => {
        const whole = split(text, { cap, width });
        expect(split(text, { cap, width, cuts })).toEqual(whole);
        expect(split(text, { cap, width, cuts: Array.from({ length: 200 }, (_, at) => at) })).toEqual(whole);
        const lines = text === '' ? 0 : text.replace(/(\r\n|\r|\n)$/, '').split(/\r\n|\r|\n/).length;
        expect(whole.reduce((sum, record) => sum + record.lines, 0)).toBe(lines);
        const stripped = (of: string): string => of.replace(/[\r\n]/g, '');
        if (cap === 1000) expect(stripped(texts(whole).join(''))).toBe(stripped(text));
      },
    ),
    { numRuns: 1500, seed: 11 },
  );
});
