import type { Sex } from './model.js';
import { type Random, weighted } from './random.js';

/** How a household is made up. `pupil` is a couple with a child of seven to fourteen among the children. */
export type Shape = 'nuclear' | 'stem' | 'grown' | 'couple' | 'parent' | 'elders' | 'lone' | 'pupil';

export interface Relative {
  readonly relation: string;
  readonly sex: Sex;
  readonly age: number;
  /** Of the head's own line, and so with his surname. */
  readonly kin: boolean;
}

/** Shapes of rural households by share; about four persons each. */
export const pickShape = weighted<Shape>([
  ['nuclear', 38],
  ['stem', 27],
  ['grown', 12],
  ['couple', 4],
  ['parent', 7],
  ['elders', 7],
  ['lone', 5],
]);

const clampAge = (age: number): number => Math.max(0, Math.min(94, age));

const child = (from: Random, age: number): Relative => {
  const sex: Sex = from.chance(0.54) ? 'male' : 'female';
  return { relation: sex === 'male' ? 'son' : 'daughter', sex, age: clampAge(age), kin: true };
};

const children = (from: Random, headAge: number, count: number): Relative[] => {
  let age = Math.min(19, headAge - from.between(21, 27));
  const result: Relative[] = [];
  for (let index = 0; index < count && age >= 0; index += 1) {
    result.push(child(from, age));
    age -= from.between(1, 5);
  }
  return result;
};

const parents = (from: Random, headAge: number): Relative[] => {
  const age = headAge + from.between(20, 28);
  const mother: Relative = {
    relation: 'mother',
    sex: 'female',
    age: clampAge(age - from.between(0, 4)),
    kin: false,
  };
  const father: Relative = { relation: 'father', sex: 'male', age: clampAge(age), kin: true };
  const roll = from.next();
  return roll < 0.4 ? [mother] : roll < 0.6 ? [father] : [father, mother];
};

const spouse = (from: Random, head: Relative): Relative => ({
  relation: 'spouse',
  sex: head.sex === 'male' ? 'female' : 'male',
  age: clampAge(head.age + from.between(-4, 2)),
  kin: false,
});

/** The persons of a household of that shape, the head first. */
export function familyOf(from: Random, shape: Shape): Relative[] {
  const head = (low: number, high: number, menShare = 0.9): Relative => ({
    relation: 'head',
    sex: from.chance(menShare) ? 'male' : 'female',
    age: from.between(low, high),
    kin: true,
  });
  switch (shape) {
    case 'nuclear': {
      const first = head(30, 50, 0.94);
      return [first, spouse(from, first), ...children(from, first.age, from.between(1, 4))];
    }
    case 'pupil': {
      const first = head(33, 44, 0.94);
      return [
        first,
        spouse(from, first),
        child(from, from.between(7, 14)),
        ...(from.chance(0.4) ? [child(from, from.between(0, 6))] : []),
      ];
    }
    case 'stem': {
      const first = head(32, 50, 0.95);
      return [
        first,
        spouse(from, first),
        ...children(from, first.age, from.between(1, 3)),
        ...parents(from, first.age),
      ];
    }
    case 'grown': {
      const first = head(52, 63, 0.92);
      const son: Relative = {
        relation: 'son',
        sex: 'male',
        age: first.age - from.between(22, 28),
        kin: true,
      };
      const wife: Relative = {
        relation: 'daughter-in-law',
        sex: 'female',
        age: Math.max(20, son.age - from.between(0, 4)),
        kin: false,
      };
      const grandAge = Math.max(0, son.age - from.between(22, 25));
      const grand: Relative = from.chance(0.55)
        ? { relation: 'grandson', sex: 'male', age: grandAge, kin: true }
        : { relation: 'granddaughter', sex: 'female', age: grandAge, kin: true };
      return [first, spouse(from, first), son, wife, grand];
    }
    case 'couple': {
      const first = head(35, 56, 0.92);
      return [first, spouse(from, first)];
    }
    case 'parent': {
      const first = head(33, 52, 0.5);
      return [first, ...children(from, first.age, from.between(1, 2))];
    }
    case 'elders': {
      const first = head(66, 82, 0.9);
      return [first, { ...spouse(from, first), age: clampAge(first.age - from.between(0, 5)) }];
    }
    case 'lone':
      return [head(63, 88, 0.72)];
  }
}
