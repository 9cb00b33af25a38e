import { describe, expect, it } from 'vitest';
import * as codes from '../../src/datasets/codes.js';
import type { CodeList } from '../../src/datasets/dataset.js';
import type { Person } from '../../src/synth/model.js';
import { random } from '../../src/synth/random.js';
import * as words from '../../src/synth/words.js';

/** Half width, as cells are compared with the code lists. */
const folded = (text: string): string => text.normalize('NFKC');

const knows = (list: CodeList, code: string, word: string): boolean =>
  list[code]?.variants.some((variant) => folded(variant) === folded(word)) ?? false;

const pairs: readonly (readonly [name: string, words: words.Words, list: CodeList])[] = [
  ['sex', words.SEX_WORDS, codes.SEX],
  ['labour', words.LABOUR_WORDS, codes.LABOUR],
  ['labour in the dibao list', words.DIBAO_LABOUR_WORDS, codes.LABOUR],
  ['exit status', words.EXIT_WORDS, codes.EXIT_STATUS],
  ['exit status as a number', words.EXIT_CODES, codes.EXIT_STATUS],
  ['cause', words.CAUSE_WORDS, codes.CAUSE],
  ['grade', words.GRADE_WORDS, codes.GRADE],
  ['dibao class', words.CLASS_WORDS, codes.CLASS],
  ['area', words.AREA_WORDS, codes.AREA],
  ['mode', words.MODE_WORDS, codes.MODE],
  ['disability', words.DISABILITY_WORDS, codes.DISABILITY_CATEGORY],
  ['level', words.LEVEL_WORDS, codes.DISABILITY_LEVEL],
  ['vehicle state', words.VEHICLE_STATE_WORDS, codes.VEHICLE_STATUS],
  ['plate', words.PLATE_WORDS, codes.PLATE_KIND],
  ['usage', words.USAGE_WORDS, codes.PROPERTY_USAGE],
  ['nature', words.NATURE_WORDS, codes.PROPERTY_NATURE],
  ['title', words.TITLE_WORDS, codes.PROPERTY_STATUS],
  ['insurance', words.INSURANCE_WORDS, codes.INSURANCE_KIND],
  ['insured', words.INSURED_WORDS, codes.INSURANCE_STATUS],
  ['staff', words.STAFF_WORDS, codes.STAFF_STATUS],
  ['post', words.POST_WORDS, codes.CADRE_POST],
  ['business', words.BUSINESS_WORDS, codes.BUSINESS_KIND],
  ['role', words.ROLE_WORDS, codes.BUSINESS_ROLE],
  ['running', words.RUNNING_WORDS, codes.BUSINESS_STATUS],
  ['student', words.STUDENT_WORDS, codes.STUDENT_STATUS],
  ['reason', words.REASON_WORDS, codes.DROPOUT_REASON],
  ['renovation', words.RENOVATION_WORDS, codes.RENOVATION],
  ['action', words.ACTION_WORDS, codes.AUDIT_ACTION],
  ['register status', words.HUKOU_STATUS_WORDS, codes.HUKOU_STATUS],
  ['loan', words.LOAN_WORDS, codes.LOAN_STATUS],
  ['village exit', words.VILLAGE_EXIT_WORDS, codes.VILLAGE_EXIT],
];

describe('every word that the synthetic county writes is known and means its code', () => {
  it.each(pairs)('%s', (_name, written, list) => {
    const unknown = Object.entries(written).flatMap(([code, spellings]) =>
      spellings.filter((word) => !knows(list, code, word)).map((word) => `${code}: ${word}`),
    );
    expect(unknown).toEqual([]);
    expect(Object.keys(written).length).toBeGreaterThan(0);
  });

  it('category, as a word and as a number', () => {
    for (const category of ['general', 'dibao', 'tekun'] as const) {
      for (const status of ['poor', 'exited', 'returned', 'pre-exit'] as const) {
        expect(knows(codes.CATEGORY, category, words.categoryWord(category, status))).toBe(true);
        expect(knows(codes.CATEGORY, category, words.categoryCode(category, status))).toBe(true);
      }
    }
  });

  const person = (details: Partial<Person>): Person => ({ age: 13, sex: 'male', ...details }) as Person;

  it('relation', () => {
    const from = random(1);
    for (const relation of [
      'head',
      'spouse',
      'son',
      'daughter',
      'daughter-in-law',
      'grandson',
      'granddaughter',
      'father',
      'mother',
      'other',
    ]) {
      for (const sex of ['male', 'female'] as const) {
        for (let time = 0; time < 20; time += 1) {
          expect(
            knows(codes.RELATION, relation, words.relationWord(from, person({ relation, sex }), 0.5)),
          ).toBe(true);
        }
      }
    }
  });

  it('schooling', () => {
    const from = random(2);
    for (const schooling of [
      'none',
      'preschool',
      'kindergarten',
      'primary',
      'junior',
      'senior',
      'vocational',
      'college',
      'dropout',
    ]) {
      for (const age of [3, 7, 12, 13, 14, 15, 18]) {
        expect(knows(codes.SCHOOLING, schooling, words.schoolingWord(from, person({ schooling, age })))).toBe(
          true,
        );
      }
    }
  });

  it('health, several at once', () => {
    for (let seed = 0; seed < 12; seed += 1) {
      const text = words.healthText(random(seed), ['chronic', 'disabled']);
      const [first = '', second = ''] = text.split(/[,，、; ]/);
      expect(knows(codes.HEALTH, 'chronic', first) && knows(codes.HEALTH, 'disabled', second)).toBe(true);
    }
  });
});
