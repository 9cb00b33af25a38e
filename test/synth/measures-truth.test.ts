import { describe, expect, it } from 'vitest';
import { addMonths } from '../../src/synth/calendar.js';
import type { Household } from '../../src/synth/model.js';
import type { Loan, Relocation } from '../../src/synth/records.js';
import { isInsured, isWrongLoan, moveProblems } from '../../src/synth/truth/assistance.js';
import { isOff } from '../../src/synth/truth/exit.js';
import { isRegisteredOnly } from '../../src/synth/truth/payments.js';

const asOf = '2017-07-31';

describe('months later', () => {
  it.each([
    ['2017-07-31', 12, '2018-07-31'],
    ['2017-07-31', -5, '2017-02-28'],
    ['2016-01-31', 1, '2016-02-29'],
    ['2017-03-15', -3, '2016-12-15'],
    ['2017-12-01', 1, '2018-01-01'],
  ])('%s and %i', (day, months, expected) => {
    expect(addMonths(day, months)).toBe(expected);
  });
});

describe('a loan', () => {
  const loan = (details: Partial<Loan>): Loan =>
    ({ amount: 50_000, granted: '2015-08-01', due: '2018-08-01', status: 'open', ...details }) as Loan;
  it.each([
    [{}, false],
    [{ amount: 50_000.01 }, true],
    [{ due: '2018-08-02' }, true],
    [{ due: '2017-07-31' }, false],
    [{ due: '2017-07-30' }, true],
    [{ due: '2017-07-30', status: 'closed' as const }, false],
    [{ status: 'overdue' as const }, true],
    [{ due: '2017-07-30', status: undefined }, false],
  ])('%o is wrong: %s', (details, wrong) => {
    expect(isWrongLoan(loan(details), asOf)).toBe(wrong);
  });
});

describe('a move', () => {
  const move = (details: Partial<Relocation>): Relocation =>
    ({ planYear: 2016, built: true, movedIn: true, oldHouseRemoved: true, ...details }) as Relocation;
  it.each([
    [{}, []],
    [{ oldHouseRemoved: false }, ['old-house']],
    [{ oldHouseRemoved: undefined }, []],
    [{ movedIn: false }, ['not-moved-in']],
    [{ built: false, movedIn: false }, ['not-built']],
    [{ built: false, oldHouseRemoved: false }, ['not-built', 'old-house']],
    [{ built: false, movedIn: false, planYear: 2017 }, []],
  ])('%o: %o', (details, problems) => {
    expect(moveProblems(move(details), 2017)).toEqual(problems);
  });
});

describe('sums of income', () => {
  const household = (off: Household['off']): Household =>
    ({
      income: { wage: 4000, business: 9000, property: 0, transfer: 1000, cost: 2000 },
      standing: { perCapita: 4000 },
      members: [{ id: 'a' }, { id: 'b' }, { id: 'c' }, { id: 'd', gone: true }, { id: 'c', reentered: true }],
      off,
    }) as unknown as Household;
  it.each([
    [undefined, false],
    [{ total: 1 }, false],
    [{ total: 1.01 }, true],
    [{ net: -1 }, false],
    [{ net: -1.01 }, true],
    [{ perCapita: 1 }, false],
    [{ perCapita: 1.5 }, true],
  ])('off by %o: %s', (off, found) => {
    expect(isOff(household(off))).toBe(found);
  });

  it('cannot be off where there is no income', () => {
    expect(isOff({ ...household({ net: 500 }), income: undefined })).toBe(false);
  });
});

describe('items and insurance', () => {
  it.each([
    ['2017年雨露计划补助', true],
    ['产业扶贫到户补助', true],
    ['耕地地力保护补贴', false],
  ])('%s is for registered households only: %s', (item, only) => {
    expect(isRegisteredOnly({ item })).toBe(only);
  });

  it.each([
    [true, undefined, true],
    [false, true, true],
    [false, undefined, false],
    [false, false, false],
  ])('residents’ %s, employees’ %s: insured %s', (insured, employeeInsured, expected) => {
    expect(isInsured({ insured, employeeInsured } as never)).toBe(expected);
  });
});
