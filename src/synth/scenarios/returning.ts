import type { Wish } from '../household.js';
import { dayBetween, type Maker } from '../maker.js';
import type { Household } from '../model.js';
import type { Dwelling, Student } from '../records.js';
import {
  chronicRecord,
  dweller,
  dwellingRecord,
  seriousRecord,
  setMedical,
  setPupil,
  waterRecord,
} from '../services.js';
import { headOf, pupilOf, type Scenario, times } from './scenario.js';

const low: Wish = { status: 'exited', shape: 'pupil', worker: true, present: true, stable: 3150 };
const atLine: Wish = { ...low, stable: 3500 };
const above: Wish = { ...low, stable: 5100 };
const unknown: Wish = { status: 'exited', shape: 'pupil', worker: true, present: true, income: 'unknown' };

const scenario = (
  name: string,
  count: number,
  wish: Wish,
  plant: (h: Household, maker: Maker) => void,
  ...expected: string[]
): Scenario => ({
  name,
  count,
  wish,
  plant: (h, maker) => {
    plant(h, maker);
    return expected;
  },
});

const dropout =
  (reason: string | undefined, status: Student['status'] = 'dropout') =>
  (h: Household, maker: Maker): void =>
    setPupil(h, pupilOf(h), {
      status,
      reason,
      dropped: status === 'dropout' ? dayBetween(maker, maker.year - 1, maker.year) : undefined,
    });

const house =
  (
    grade: string,
    details: Partial<Pick<Dwelling, 'main' | 'occupied' | 'renovation'>> = {},
    onRoster = true,
  ) =>
  (h: Household, maker: Maker): void => {
    h.records.dwelling = [dwellingRecord(maker, dweller(maker, h), grade, details)];
    if (onRoster) {
      h.grade = grade;
      h.unsafeDwelling = true;
    }
  };

const ill = (h: Household): void => {
  headOf(h).health = ['serious'];
};

const chronic =
  (...years: readonly (readonly [back: number, selfPaid: number, nonCompliant?: number])[]) =>
  (h: Household, maker: Maker): void => {
    const head = headOf(h);
    head.health = ['chronic'];
    setMedical(
      h,
      head,
      years.map(([back, selfPaid, nonCompliant]) =>
        chronicRecord(maker, head, { year: maker.year - back, selfPaid, nonCompliant: nonCompliant ?? 0 }),
      ),
    );
  };

const serious =
  (cured: boolean) =>
  (h: Household, maker: Maker): void => {
    ill(h);
    setMedical(h, headOf(h), [seriousRecord(maker, headOf(h), { selfPaid: 6120.35, cured })]);
  };

const unsafeWater = (h: Household, maker: Maker): void => {
  h.safeWater = false;
  h.records.water = [waterRecord(maker, dweller(maker, h), false)];
};

/** Exited households that must return, or be routed to a department: RP01 to RP05. */
export const returnScenarios: readonly Scenario[] = [
  scenario('dropout for poverty', 1, low, dropout('poverty'), 'RP01'),
  scenario('dropout for no given reason at the line', 1, atLine, dropout(undefined), 'RP01'),
  scenario('never enrolled', 1, low, dropout(undefined, 'never-enrolled'), 'RP01'),
  scenario('dropout for poverty, income unknown', 1, unknown, dropout('poverty'), 'RP01', 'EX08'),
  scenario(
    'dropout known to the roster alone',
    1,
    low,
    (h) => {
      const pupil = pupilOf(h);
      pupil.schooling = 'dropout';
      h.records.student = h.records.student.filter((row) => row.id !== pupil.id);
    },
    'RP01',
  ),
  scenario('dropout who would not go to school', 1, low, dropout('unwilling'), 'RP04'),
  scenario('dropout for a disability', 1, low, dropout('disability'), 'RP04'),
  scenario(
    'dropout who is disabled',
    1,
    low,
    (h, maker) => {
      const pupil = pupilOf(h);
      pupil.health = ['disabled'];
      h.records.disability = [
        ...h.records.disability.filter((row) => row.id !== pupil.id),
        { id: pupil.id, name: pupil.name, village: h.village, category: '5', level: '2' },
      ];
      dropout('poverty')(h, maker);
    },
    'RP04',
  ),
  scenario('dropout on the roster who is back at school', 1, above, (h, maker) => {
    pupilOf(h).schooling = 'dropout';
    dropout(undefined, 'enrolled')(h, maker);
  }),
  scenario('house of grade D', 2, low, house('D'), 'RP02'),
  scenario('house of grade C at the line', 1, atLine, house('C', { renovation: 'underway' }), 'RP02'),
  scenario('house of grade D, income unknown', 1, unknown, house('D', {}, false), 'RP02', 'EX08'),
  scenario(
    'house known to the roster alone',
    1,
    low,
    (h) => {
      h.records.dwelling = [];
      h.grade = 'C';
      h.unsafeDwelling = true;
    },
    'RP02',
  ),
  scenario('house rebuilt', 1, above, house('D', { renovation: 'done' })),
  scenario('house rebuilt, little income', 1, low, house('C', { renovation: 'done' }, false), 'RP04'),
  scenario('old house that is not the main one', 1, above, house('D', { main: false }, false)),
  scenario('empty house', 1, above, house('D', { occupied: false }, false)),
  scenario('serious illness', 2, low, serious(false), 'RP03', 'AS03'),
  scenario('chronic illness just above the limit', 1, low, chronic([0, 2600, 400.01]), 'RP03', 'AS03'),
  scenario(
    'chronic illness at the line, income unknown',
    1,
    unknown,
    chronic([0, 5200]),
    'RP03',
    'AS03',
    'EX08',
  ),
  scenario(
    'serious illness known to the roster alone',
    1,
    low,
    (h) => {
      ill(h);
      setMedical(h, headOf(h), []);
    },
    'RP03',
  ),
  scenario('chronic illness of exactly the limit', 1, above, chronic([0, 2500, 500]), 'AS03'),
  scenario('chronic illness that was dearer last year', 1, above, chronic([0, 900], [1, 6800])),
  scenario('serious illness cured', 1, above, serious(true), 'AS03'),
  scenario('little income', 4, { ...low, stable: 3020 }, () => undefined, 'RP04'),
  scenario('income under the poverty line', 2, { ...low, stable: 2480 }, () => undefined, 'RP04'),
  scenario('income at the line', 1, atLine, () => undefined, 'RP04'),
  scenario(
    'little net income',
    1,
    { ...low, stable: 2990, income: 'net-only' },
    () => undefined,
    'RP04',
    'EX08',
  ),
  scenario('income unknown and no gap', 1, unknown, () => undefined, 'EX08'),
  scenario('first year of the window', 1, { ...low, exitYear: 2014 }, () => undefined, 'RP04'),
  scenario('last year of the window', 1, { ...low, exitYear: 2017 }, () => undefined, 'RP04', 'EX01'),
  scenario('exited before the window with little income', 1, { ...low, exitYear: 2013 }, () => undefined),
  scenario('exited before the window with a gap', 1, { ...above, exitYear: 2013 }, house('D')),
  scenario('above the line with a dropout', 2, above, dropout('unwilling'), 'RP05'),
  scenario('above the line with a dropout for poverty', 1, above, dropout('poverty'), 'RP05'),
  scenario('one yuan above the line in a dangerous house', 1, { ...above, stable: 3501 }, house('C'), 'RP05'),
  scenario('above the line in a dangerous house', 2, above, house('D'), 'RP05'),
  scenario('above the line with a serious illness', 1, above, serious(false), 'RP05', 'AS03'),
  scenario('above the line with a dear chronic illness', 1, above, chronic([0, 4100]), 'RP05', 'AS03'),
  scenario('above the line without safe water', 2, above, unsafeWater, 'RP05'),
  scenario(
    'above the line with two gaps',
    1,
    above,
    (h, maker) => {
      house('D')(h, maker);
      unsafeWater(h, maker);
    },
    ...times(2, 'RP05'),
  ),
  scenario('unsafe water on the roster, mended since', 1, above, (h, maker) => {
    h.safeWater = false;
    h.records.water = [waterRecord(maker, dweller(maker, h), true)];
  }),
  scenario('unsafe water and little income', 1, low, unsafeWater, 'RP04'),
];
