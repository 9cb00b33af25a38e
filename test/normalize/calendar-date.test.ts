import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine, SqlValue } from '../../src/engine/engine.js';
import { emptyEngine, number, readValues } from './normalize-rows.js';
import { draw, noise } from './people.js';

let engine: Engine;
beforeAll(async () => {
  engine = await emptyEngine();
});
afterAll(() => engine.close());

type Read = [date: SqlValue, precision: SqlValue, reason: SqlValue];

async function readDates(cells: (string | undefined)[], typed = false): Promise<Read[]> {
  const read = await readValues(engine, { dataset: 'death', field: 'died_on', cells, typed });
  return read.map(({ value, row, reason }) => [value, row.died_on_precision ?? null, reason]);
}

const pad = (value: number): string => String(value).padStart(2, '0');
const widened = (text: string): string =>
  text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));

/** Every calendar day from 1900 to 2100, by a calendar of our own. */
const day = fc.integer({ min: 1900, max: 2100 }).chain((year) =>
  fc.integer({ min: 1, max: 12 }).chain((month) => {
    const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
    const last = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 31;
    return fc.integer({ min: 1, max: last }).map((date) => ({ year, month, date }));
  }),
);
const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), fc.integer({ min: 0, max: 59 }))
  .chain(([hour, minute, second]) =>
    fc.constantFrom(
      ` ${hour}:${pad(minute)}`,
      ` ${pad(hour)}:${pad(minute)}:${pad(second)}`,
      `T${pad(hour)}:${pad(minute)}:${pad(second)}`,
      `T${pad(hour)}:${pad(minute)}:${pad(second)}.000Z`,
      `T${pad(hour)}:${pad(minute)}:${pad(second)}+08:00`,
      `  ${pad(hour)}:${pad(minute)}:${pad(second)}.0`,
      ` ${pad(hour)}时${pad(minute)}分`,
    ),
  );

describe('days', () => {
  const written = day.chain(({ year, month, date }) => {
    const short = [year, month, date].join('-');
    const long = [year, pad(month), pad(date)].join('-');
    return fc
      .tuple(
        fc.constantFrom(
          ...[short, long].flatMap((text) => [
            text,
            text.replaceAll('-', '/'),
            text.replaceAll('-', '.'),
            text.replaceAll('-', ' - '),
            text.replaceAll('-', '－'),
          ]),
          long.replaceAll('-', ''),
          `${year}年${month}月${date}日`,
          `${year}年${pad(month)}月${pad(date)}日`,
          `${year} 年 ${month} 月 ${date} 日`,
          `${year}年${month}月${date}号`,
          `${year}年${month}月${date}`,
        ),
        fc.option(time, { nil: '' }),
        fc.boolean(),
      )
      .map(([text, clock, wide]) => ({ long, cell: wide ? widened(text) : text + clock }));
  });

  it('are read in every form, with or without a time', async () => {
    const days = draw(written, 4000);
    expect(await readDates(days.map(({ cell }) => cell))).toEqual(
      days.map(({ long }) => [long, 'day', null]),
    );
  });

  it('are read through spaces and invisible marks around them', async () => {
    const days = draw(
      fc.tuple(written, fc.array(noise, { maxLength: 3 }), fc.array(noise, { maxLength: 3 })),
      800,
    );
    const marks = (list: string[]): string => list.filter((mark) => !/['’"“]/.test(mark)).join('');
    expect(
      await readDates(days.map(([{ cell }, before, after]) => marks(before) + cell + marks(after))),
    ).toEqual(days.map(([{ long }]) => [long, 'day', null]));
  });

  it('that no calendar has are not read', async () => {
    const cells = [
      '2017-02-29',
      '2017-2-30',
      '2017/4/31',
      '2017.13.1',
      '20170231',
      '2017年6月31日',
      '2017-00-10',
      '2017-1-0',
      '1900-02-29',
    ];
    expect(await readDates(cells)).toEqual(cells.map(() => [null, null, 'unreadable']));
    expect(await readDates(['2016-02-29', '2000-02-29'])).toEqual([
      ['2016-02-29', 'day', null],
      ['2000-02-29', 'day', null],
    ]);
  });
});

describe('months and years', () => {
  it('keep their precision and stand on their first day', async () => {
    const written = fc
      .tuple(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 1, max: 12 }))
      .chain(([year, month]) =>
        fc.constantFrom(
          ...[
            `${year}-${pad(month)}`,
            `${year}-${month}`,
            `${year}/${month}`,
            `${year}.${month}`,
            `${year}.${pad(month)}`,
          ].map((cell) => ({ cell, read: [`${year}-${pad(month)}-01`, 'month', null] })),
          { cell: `${year}${pad(month)}`, read: [`${year}-${pad(month)}-01`, 'month', null] },
          { cell: `${year}年${month}月`, read: [`${year}-${pad(month)}-01`, 'month', null] },
          { cell: `${year}年${pad(month)}月份`, read: [`${year}-${pad(month)}-01`, 'month', null] },
          { cell: widened(`${year}-${pad(month)}`), read: [`${year}-${pad(month)}-01`, 'month', null] },
          { cell: `${year}`, read: [`${year}-01-01`, 'year', null] },
          { cell: `${year}年`, read: [`${year}-01-01`, 'year', null] },
          { cell: `${year} 年度`, read: [`${year}-01-01`, 'year', null] },
        ),
      );
    const made = draw(written, 2000);
    expect(await readDates(made.map(({ cell }) => cell))).toEqual(made.map(({ read }) => read));
  });
});

describe('number cells', () => {
  it('that are serials of the 1900 system are days', async () => {
    const epoch = Date.UTC(1899, 11, 30);
    const serials = draw(
      fc.tuple(fc.integer({ min: 10_000, max: 73_415 }), fc.constantFrom('', '.0', '.5', '.999988')),
      2000,
    );
    expect(
      await readDates(
        serials.map(([serial, part]) => number(serial + part)),
        true,
      ),
    ).toEqual(
      serials.map(([serial]) => [
        new Date(epoch + serial * 86_400_000).toISOString().slice(0, 10),
        'day',
        null,
      ]),
    );
  });

  it('that read as years, months or days are those', async () => {
    const table: [string, Read][] = [
      ['2017', ['2017-01-01', 'year', null]],
      ['2017.0', ['2017-01-01', 'year', null]],
      ['201707', ['2017-07-01', 'month', null]],
      ['20170731', ['2017-07-31', 'day', null]],
      ['2.0170731E7', ['2017-07-31', 'day', null]],
      ['2017.7', ['2017-07-01', 'month', null]],
      ['2017.12', ['2017-12-01', 'month', null]],
      ['2017.01', ['2017-01-01', 'month', null]],
      // 2017.10 loses its zero in a number cell: January or October, but surely 2017.
      ['2017.1', ['2017-01-01', 'year', null]],
      ['42947', ['2017-07-31', 'day', null]],
      ['4.2947E4', ['2017-07-31', 'day', null]],
      ['10000', ['1927-05-18', 'day', null]],
      ['73415', ['2100-12-31', 'day', null]],
    ];
    expect(
      await readDates(
        table.map(([cell]) => number(cell)),
        true,
      ),
    ).toEqual(table.map(([, read]) => read));
  });

  it('that are neither are not read', async () => {
    const cells = [
      '0',
      '5',
      '17',
      '366',
      '9999',
      '9999.5',
      '73416',
      '99999',
      '201713',
      '20170732',
      '170731',
      '-42947',
      '123456789',
    ];
    expect(await readDates(cells.map(number), true)).toEqual(cells.map(() => [null, null, 'unreadable']));
  });

  it('count from 1904 in a workbook that does', async () => {
    const given = {
      dataset: 'death',
      field: 'died_on',
      cells: [number('41033'), number('2016')],
      typed: true,
    };
    const days = async (date1904?: true): Promise<SqlValue[]> =>
      (await readValues(engine, { ...given, ...(date1904 && { date1904 }) })).map(({ value }) => value);
    expect(await days(true)).toEqual(['2016-05-05', '2016-01-01']);
    expect(await days()).toEqual(['2012-05-04', '2016-01-01']);
  });

  it('are the only ones with serials', async () => {
    expect(await readDates(['42947'])).toEqual([[null, null, 'unreadable']]);
    expect(await readDates(['42947', '2017-07-31'], true)).toEqual([
      [null, null, 'unreadable'],
      ['2017-07-31', 'day', null],
    ]);
  });
});

it('empty marks are no dates and no faults, everything else is a fault', async () => {
  const empty = [undefined, '', ' ', '—', '-', '--', '/', '无', 'NULL'];
  expect(await readDates(empty)).toEqual(empty.map(() => [null, null, null]));
  const wrong = [
    '不详',
    '17-07-31',
    '31/07/2017',
    '2017-07-31至2018-07-31',
    '1899-12-31',
    '2101-01-01',
    '9999-12-31',
    '0000-00-00',
    '长期',
    '2017年底',
    '#VALUE!',
    '2017-7-31x',
    '一七年',
  ];
  expect(await readDates(wrong)).toEqual(
    wrong.map((cell) => [null, null, cell.startsWith('#') ? 'error-cell' : 'unreadable']),
  );
});

it('its own result reads as itself', async () => {
  const days = draw(day, 300).map(({ year, month, date }) => `${year}-${pad(month)}-${pad(date)}`);
  const once = await readDates(days);
  expect(await readDates(once.map(([date]) => String(date)))).toEqual(once);
});
