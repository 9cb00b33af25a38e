import { describe, expect, it } from 'vitest';
import { dibao } from '../../src/datasets/dibao.js';
import { leadOf } from '../../src/ingest/csv/table-shape.js';
import { headerText, matchHeader } from '../../src/ingest/header-text.js';
import { defaultLimits } from '../../src/ingest/limits.js';
import { headerLabel } from '../../src/ingest/map-columns.js';
import { titleUnit } from '../../src/ingest/title-unit.js';
import { formatOfCode, PLAIN, TIME } from '../../src/ingest/workbook/number-format.js';
import { percentText } from '../../src/ingest/workbook/percent-text.js';
import { cellValue, NUMBER } from '../../src/ingest/xlsx/cell-value.js';
import { readRelationships, relationshipsOf } from '../../src/ingest/xlsx/relationships.js';

/** As long as a cell of a text file may be; patterns that look through a run from each of its characters would need minutes. */
const LONG = 300_000;

/** What comes of it, which may take a second. */
function soon<T>(work: () => T): T {
  const before = process.cpuUsage();
  const result = work();
  // Of the processor, not of the clock: others may be at work on the machine.
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(1000);
  return result;
}

describe('long runs of one character cost no more than their length', () => {
  it('of spaces, in the cells where totals stand', () => {
    const inner = `a${' '.repeat(LONG)}b`;
    expect(soon(() => leadOf([`\u3000${inner} `]))).toBe(inner);
    expect(leadOf([' \u3000', '\u00a0合计 ', ''])).toBe('合计');
    expect(leadOf([' ', '', ''])).toBeUndefined();
  });

  it('of colons and other marks, in titles and headers', () => {
    expect(soon(() => headerText(`${':'.repeat(LONG)}a`)).length).toBeLessThan(2000);
    expect(soon(() => titleUnit([`${':'.repeat(LONG)}单位:万元`]))).toBe(10_000);
    expect(soon(() => titleUnit([`单位:${'日期'.repeat(LONG)}`]))).toBeUndefined();
    expect(titleUnit([`${'说明'.repeat(LONG)}。单位:万元 填报日期:2017年`])).toBe(10_000);
    expect(headerText('姓名：:')).toBe('姓名');
  });

  it('of spaces and breaks, in the labels of columns', () => {
    expect(soon(() => headerLabel({ text: `身${' '.repeat(LONG)}份` }))).toBe(`身${' '.repeat(999)}…`);
    expect(soon(() => headerLabel({ text: `身${'\n'.repeat(LONG)}份` }))).toBe('身 份');
    expect(headerLabel({ text: ' 身份 \r\n \n\u3000证 号\n', group: '户主' })).toBe('户主/身份 证 号');
  });

  it('of delimiters, which make a column each', () => {
    const cells = Array.from({ length: LONG }, () => '');
    const matches = soon(() =>
      Array.from({ length: 27 }, () => cells.filter((cell) => matchHeader(dibao, cell))),
    );
    expect(matches.flat()).toEqual([]);
  });

  it('and a cell that begins like a header but goes on for long is none', () => {
    expect(matchHeader(dibao, `姓名${' '.repeat(900)}`)?.field).toBe('name');
    expect(matchHeader(dibao, `姓名${' '.repeat(1000)}的说明`)).toBeUndefined();
  });

  it('of digits, in numbers', () => {
    const digits = '1'.repeat(LONG);
    expect(soon(() => cellValue(NUMBER, `${digits}x`, PLAIN, false))).toBe(`${digits}x`);
    expect(soon(() => percentText(`0.5${'0'.repeat(LONG)}1`))).toBe(`50.${'0'.repeat(LONG - 1)}1%`);
  });

  it('of letters, in formats', () => {
    expect(soon(() => formatOfCode(`${'m'.repeat(LONG)}:ss`))).toBe(TIME);
  });

  it('of anything, in names of parts', async () => {
    expect(soon(() => relationshipsOf(`${'a'.repeat(LONG)}/b`))).toBe(`${'a'.repeat(LONG)}/_rels/b.rels`);
    async function* chunks() {
      yield Buffer.from(
        `<Relationships><Relationship Id="a" Type="t" Target="b${'?'.repeat(LONG)}&#10;"/></Relationships>`,
      );
    }
    const source = { chunks: chunks(), where: { place: 'a', part: 'b' }, limits: defaultLimits };
    const start = performance.now();
    expect(await readRelationships(source, 'xl/workbook.xml')).toEqual([
      { id: 'a', kind: 't', part: 'xl/b' },
    ]);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
