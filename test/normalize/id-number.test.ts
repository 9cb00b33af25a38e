import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.js';
import { emptyEngine } from './normalize-rows.js';
import { checkDigit, disguised, draw, oldId, validId, withCheckDigit } from './people.js';
import { type ReadId, readIds, validRead } from './read-ids.js';

let engine: Engine;
beforeAll(async () => {
  engine = await emptyEngine();
});
afterAll(() => engine.close());

describe('18 digits', () => {
  it('knows every valid ID', async () => {
    const ids = draw(validId, 3000);
    expect(await readIds(engine, ids)).toEqual(ids.map(validRead));
  });

  it('sees through spaces, quotes, invisible marks, full width, small x and the CSV wrapper', async () => {
    const pairs = draw(
      validId.chain((id) => disguised(id).map((cell) => ({ id, cell }))),
      2000,
    );
    expect(
      await readIds(
        engine,
        pairs.map(({ cell }) => cell),
      ),
    ).toEqual(pairs.map(({ id }) => validRead(id)));
  });

  it('reads its own result as itself', async () => {
    const cells = draw(
      fc.oneof(
        validId,
        oldId,
        validId.map((id) => `${id}44B1`),
        fc.string(),
      ),
      1500,
    );
    const once = await readIds(engine, cells);
    const twice = await readIds(
      engine,
      once.map(({ value }) => (value === null ? undefined : String(value))),
    );
    const settled = (read: ReadId): ReadId => ({
      ...read,
      state: read.state === 'upgraded' ? 'valid' : read.state,
      cert: null,
    });
    expect(twice.map(settled)).toEqual(once.map(settled));
  });

  it('never takes a number with one wrong digit, wherever it is', async () => {
    const slips = draw(
      fc
        .tuple(validId, fc.nat({ max: 17 }), fc.integer({ min: 1, max: 9 }))
        .map(([id, at, shift]) => {
          const old = id[at] === 'X' ? 10 : Number(id[at]);
          return id.slice(0, at) + String((old + shift) % 10) + id.slice(at + 1);
        })
        .filter((id) => id.length === 18),
      3000,
    );
    const read = await readIds(engine, slips);
    for (const [index, { state, key, value }] of read.entries()) {
      const slip = slips[index] ?? '';
      if (withCheckDigit(slip.slice(0, 17)) === slip) continue; // the X became the digit that it stands for
      expect(['check-digit', 'bad-date', 'malformed']).toContain(state);
      expect(key).toBeNull();
      expect(value).toBe(slip);
    }
    expect(new Set(read.map(({ state }) => state))).toEqual(
      new Set(['check-digit', 'bad-date', 'malformed']),
    );
  });

  it('takes exactly one check digit of eleven', async () => {
    const bodies = draw(validId, 60).map((id) => id.slice(0, 17));
    const read = await readIds(
      engine,
      bodies.flatMap((body) => [...'0123456789X'].map((check) => body + check)),
    );
    for (const [index, body] of bodies.entries()) {
      const states = read.slice(index * 11, index * 11 + 11).map(({ state }) => state);
      expect(states).toEqual(
        [...'0123456789X'].map((check) => (check === checkDigit(body) ? 'valid' : 'check-digit')),
      );
    }
  });

  it('knows the provinces and no other first digits', async () => {
    const known = [
      11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54,
      61, 62, 63, 64, 65, 71, 81, 82, 83,
    ];
    const all = Array.from({ length: 100 }, (_, index) => index);
    const read = await readIds(
      engine,
      all.map((province) => withCheckDigit(`${String(province).padStart(2, '0')}990119900101001`)),
    );
    expect(all.filter((index) => read[index]?.state === 'valid')).toEqual(known);
    expect(read.every(({ state }) => state === 'valid' || state === 'malformed')).toBe(true);
  });

  it('knows real days of birth, from 1880 to the as-of day', async () => {
    const days = [
      ['20170731', 'valid', 'born on the as-of day'],
      ['20170801', 'bad-date', 'born tomorrow'],
      ['20180101', 'bad-date', 'born next year'],
      ['18800101', 'valid', 'the earliest birth'],
      ['18791231', 'bad-date', 'a day before'],
      ['20160229', 'valid', 'leap day'],
      ['20150229', 'bad-date', 'leap day of a common year'],
      ['20000229', 'valid', 'leap day of 2000'],
      ['19000229', 'bad-date', 'no leap day in 1900'],
      ['19900431', 'bad-date', 'April has 30 days'],
      ['19900430', 'valid', 'April has 30 days'],
      ['19901231', 'valid', 'last of December'],
      ['19900132', 'bad-date', 'day 32'],
      ['19900100', 'bad-date', 'day 0'],
      ['19900010', 'bad-date', 'month 0'],
      ['19901301', 'bad-date', 'month 13'],
    ] as const;
    const ids = days.map(([day]) => withCheckDigit(`629901${day}001`));
    const read = await readIds(engine, ids);
    expect(read.map(({ state }, index) => [days[index]?.[0], state, days[index]?.[2]])).toEqual(days);
    expect(read.map(({ value }) => value)).toEqual(ids);
  });

  it('judges shape before date, date before check digit', async () => {
    const wrong = (digits17: string): string =>
      digits17 + ((Number(checkDigit(digits17).replace('X', '0')) + 5) % 10);
    const states = (
      await readIds(engine, [
        wrong('02990119901301001'),
        wrong('62990119901301001'),
        wrong('62990119900101001'),
      ])
    ).map(({ state }) => state);
    expect(states).toEqual(['malformed', 'bad-date', 'check-digit']);
  });

  it('measures birth against the as-of day that it is given', async () => {
    const id = withCheckDigit('62990120180101001');
    expect((await readIds(engine, [id], { asOf: '2017-12-31' }))[0]?.state).toBe('bad-date');
    expect((await readIds(engine, [id], { asOf: '2018-01-01' }))[0]?.state).toBe('valid');
  });
});

describe('15 digits', () => {
  it('become 18, upgraded', async () => {
    const ids = draw(oldId, 1500);
    expect(await readIds(engine, ids)).toEqual(
      ids.map((id) => {
        const full = withCheckDigit(`${id.slice(0, 6)}19${id.slice(6)}`);
        return { value: full, state: 'upgraded', key: full, cert: null };
      }),
    );
  });

  it.each([
    ['629901900230001', 'bad-date', '30 February'],
    ['629901000229001', 'bad-date', '29 February 1900'],
    ['029901900101001', 'malformed', 'no such province'],
    ['62990190010100X', 'malformed', 'a letter'],
    ['6299019001010012', 'malformed', '16 digits'],
    ['62990190010100', 'malformed', '14 digits'],
  ])('%s is %s (%s)', async (cell, state) => {
    expect(await readIds(engine, [cell])).toEqual([{ value: cell, state, key: null, cert: null }]);
  });
});

describe('disability certificates', () => {
  it('give ID, category and level, whatever re-issue mark follows', async () => {
    const certificate = fc.record({
      id: validId,
      cert: fc
        .tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 4 }))
        .map((digits) => digits.join('')),
      mark: fc.constantFrom('', 'B', 'B1', 'b2', '补1', '补2', '补', ' 补1', '(补1)', '（B1）', 'Ｂ１'),
    });
    const made = draw(certificate, 800);
    expect(
      await readIds(
        engine,
        made.map(({ id, cert, mark }) => id + cert + mark),
      ),
    ).toEqual(made.map(({ id, cert }) => ({ ...validRead(id), cert })));
  });

  it('are judged by their first 18 digits', async () => {
    const body = '62990119901301001';
    const id = '629901199001010011';
    const read = await readIds(engine, [`${withCheckDigit(body)}43`, `${id}43`, '02990119900101001143']);
    expect(read.map(({ state, cert, value }) => [state, cert, value])).toEqual([
      ['bad-date', '43', withCheckDigit(body)],
      [checkDigit(id.slice(0, 17)) === '1' ? 'valid' : 'check-digit', '43', id],
      ['malformed', null, '02990119900101001143'],
    ]);
  });

  it.each(['0', '8', '9'])('have no category %s', async (category) => {
    expect((await readIds(engine, [`629901199001011239${category}1`]))[0]?.state).toBe('malformed');
  });

  it.each(['0', '5'])('have no level %s', async (level) => {
    expect((await readIds(engine, [`6299011990010112391${level}`]))[0]?.state).toBe('malformed');
  });
});
