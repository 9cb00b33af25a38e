import { describe, expect, it } from 'vitest';
import { plannedAreas, plannedSize, plannedStanding } from '../../src/synth/area-plan.js';
import type { Household } from '../../src/synth/model.js';
import { layOut } from '../../src/synth/places.js';
import { dispersion, exitCounts } from '../../src/synth/truth/exit-counts.js';

/** Households of one village: `exits` of them in 2017, each with that income, the others poor. */
const village = (
  township: number,
  index: number,
  {
    exits,
    poor,
    income = 5000,
    year = 2017,
    identified = '2013-12',
  }: { exits: number; poor: number; income?: number; year?: number; identified?: string },
): Household[] => {
  const place = { index, name: `${index}村`, township: { index: township, name: `${township}乡` } };
  const of = (standing: object): Household =>
    ({ village: place, standing, identified }) as unknown as Household;
  return [
    ...Array.from({ length: exits }, () => of({ exitStatus: 'exited', exitYear: year, stable: income })),
    ...Array.from({ length: poor }, () => of({ exitStatus: 'poor' })),
  ];
};

const rulesOf = (households: readonly Household[], year = 2017): string[] => {
  const counts = exitCounts();
  for (const household of households) counts.add(household);
  return counts
    .findings(year)
    .map(({ rule, subject, key }) => [rule, subject, key].join(' ').trim())
    .sort();
};

describe('the spread of exits', () => {
  it.each([
    [
      'the same share everywhere',
      [
        [10, 3],
        [10, 3],
        [10, 3],
      ],
      0,
    ],
    [
      'one more and one less',
      [
        [10, 2],
        [10, 3],
        [10, 4],
      ],
      2 / (10 * 0.3 * 0.7) / 2,
    ],
    [
      'all or nothing',
      [
        [10, 10],
        [10, 0],
      ],
      2 * (25 / 2.5),
    ],
  ])('%s', (_name, villages, expected) => {
    expect(dispersion(villages.map(([n = 0, x = 0]) => ({ n, x })))).toBeCloseTo(expected, 10);
  });

  it('is unknown where nobody exited, or everybody', () => {
    expect(dispersion([{ n: 10, x: 0 }])).toBeUndefined();
    expect(dispersion([{ n: 10, x: 10 }])).toBeUndefined();
  });

  it('means a quota in eight villages, not in seven, nor in villages of nine households', () => {
    const of = (count: number, poor: number): Household[] =>
      Array.from({ length: count }, (_, index) => village(1, index, { exits: 3, poor })).flat();
    expect(rulesOf(of(8, 7))).toEqual(['EX02 安平县/1乡 2017']);
    expect(rulesOf(of(7, 7))).toEqual([]);
    expect(rulesOf(of(8, 6))).toEqual([]);
    expect(rulesOf(of(8, 7), 2018)).toEqual([]);
  });
});

describe('a cliff', () => {
  it.each([
    [7, 3, ['EX03 安平县/1乡/4村 2017']],
    [9, 4, []],
    [9, 0, []],
    [10, 0, ['EX03 安平县/1乡/4村 2017']],
  ])('%i of %i more households', (exits, poor, expected) => {
    expect(rulesOf(village(1, 4, { exits, poor }))).toEqual(expected);
  });

  it('counts those who exited later among the households at the start of the year', () => {
    const before = village(1, 4, { exits: 7, poor: 0, year: 2016 });
    expect(rulesOf([...before, ...village(1, 4, { exits: 3, poor: 0 })])).toEqual([
      'EX03 安平县/1乡/4村 2016',
    ]);
    expect(rulesOf([...before, ...village(1, 4, { exits: 4, poor: 0 })])).toEqual([]);
  });
});

describe('heaping over the line', () => {
  const incomes = (above: number, under: number): Household[] => [
    ...village(1, 1, { exits: above, poor: 40, income: 3500 }),
    ...village(1, 2, { exits: under, poor: 40, income: 3499.5 }),
  ];
  it.each([
    [20, 4, ['EX06 安平县/1乡 2017']],
    [20, 5, []],
    [19, 0, []],
    [25, 5, ['EX06 安平县/1乡 2017']],
  ])('%i above and %i under', (above, under, expected) => {
    expect(rulesOf(incomes(above, under))).toEqual(expected);
  });

  it('ends five hundredths above the line', () => {
    expect(rulesOf(village(1, 1, { exits: 24, poor: 40, income: 3675 }))).toEqual([]);
    expect(rulesOf(village(1, 1, { exits: 24, poor: 40, income: 3674.5 }))).toEqual(['EX06 安平县/1乡 2017']);
  });
});

describe('a household that was identified', () => {
  const cliff = (identified: string): string[] => rulesOf(village(1, 1, { exits: 10, poor: 0, identified }));
  it.each([
    ['2016-12', ['EX03 安平县/1乡/1村 2017']],
    ['2017-01', ['EX03 安平县/1乡/1村 2017']],
    ['2017-01-02', []],
    ['2017-03', []],
  ])('in %s counts from then on', (identified, expected) => {
    expect(cliff(identified)).toEqual(expected);
  });
});

describe('villages planted as a whole', () => {
  it.each([299, 300, 2000])('in a county of %i households are as large as their plans say', (households) => {
    const county = layOut(households, 3);
    const planned = county.villages.filter(({ plan }) => plan !== undefined);
    const { single, townships } = plannedAreas(households);
    expect(planned.map(({ plan }) => plan)).toEqual([...single, ...townships.flat()]);
    for (const { plan, households: size } of planned) expect(plan && plannedSize(plan)).toBe(size);
    expect(county.villages.reduce((sum, each) => sum + each.households, 0)).toBe(households);
  });

  it('show what they are meant to show, and nothing else', () => {
    const county = layOut(2000, 3);
    const households = county.villages.flatMap((each): Household[] =>
      each.plan === undefined
        ? []
        : Array.from({ length: each.households }, (_, at) => {
            const { status, exitYear, stable } = plannedStanding(each.plan ?? 'quota', at, {
              village: each.index,
              year: 2017,
            });
            return {
              village: each,
              identified: '2013-12',
              standing: { exitStatus: status, exitYear, stable },
            } as unknown as Household;
          }),
    );
    expect(rulesOf(households).map((text) => text.slice(0, 4))).toEqual(['EX02', 'EX03', 'EX03', 'EX06']);
  });
});
