import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Bilingual } from '../src/bilingual.js';
import { checkYaml, decodeUtf8, readYaml } from '../src/checked-yaml.js';

class Refused extends Error {
  constructor(
    readonly line: number,
    readonly problem: Bilingual,
  ) {
    super(problem.en);
  }
}
const refuse = (line: number, problem: Bilingual): never => {
  throw new Refused(line, problem);
};

const schema = z.strictObject({
  name: z.string().min(1).optional(),
  day: z.iso.date().optional(),
  kind: z.enum(['number', 'list', 'by-year']).optional(),
  inputs: z.array(z.string()).min(1).optional(),
  deep: z.strictObject({ label: z.strictObject({ zh: z.string(), en: z.string() }) }).optional(),
  rows: z
    .record(
      z.string().regex(/^[a-z]+$/),
      z.union([z.array(z.string()), z.strictObject({ columns: z.array(z.string()) })]),
    )
    .optional(),
  cell: z.union([z.string(), z.number()]).optional(),
  whole: z.int().max(5).optional(),
});

function refusal(text: string): [line: number, zh: string, en: string] {
  try {
    checkYaml(readYaml(text, refuse), schema, refuse);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return [error.line, error.problem.zh, error.problem.en];
  }
  throw new Error('was not refused');
}

describe('a YAML text', () => {
  it('is read as the schema has it', () => {
    const text = '# 注释\nname: 甲\nday: 2017-07-31\nrows: { a: [x], b: { columns: [y] } }\n';
    expect(checkYaml(readYaml(text, refuse), schema, refuse)).toEqual({
      name: '甲',
      day: '2017-07-31',
      rows: { a: ['x'], b: { columns: ['y'] } },
    });
    expect(checkYaml(readYaml('', refuse), schema, refuse)).toEqual({});
  });

  it('knows the line of each place', () => {
    const { lineOf } = readYaml('\na: 1\nb:\n  c:\n    - x\n    - { y: 1,\n        z: 2 }\n', refuse);
    expect(lineOf([])).toBe(2);
    expect(lineOf(['a'])).toBe(2);
    expect(lineOf(['b', 'c'])).toBe(4);
    expect(lineOf(['b', 'c', 1])).toBe(6);
    expect(lineOf(['b', 'c', 1, 'z'])).toBe(7);
    // What is not there stands where it would.
    expect(lineOf(['b', 'd'])).toBe(3);
    expect(lineOf(['b', 'c', 1, 'w'])).toBe(6);
  });

  it.each([
    ['a tab', 'deep:\n\tlabel: 1', 2, '制表符'],
    ['a key twice', 'name: a\nname: b', 2, '两次'],
    ['an open bracket', 'inputs: [a', 1, '括号'],
    ['a second colon', 'name: a: b', 1, '冒号'],
    ['two documents', 'name: a\n---\nname: b', 2, '多个文档'],
    ['an unknown alias', 'name: *a', 1, '引用'],
    ['a tag', 'inputs:\n  - a\n  - !MI01', 3, "'!MI01'"],
  ])('is refused for %s, with the line and in Chinese', (_, text, line, words) => {
    const [where, zh, en] = refusal(text);
    expect(where).toBe(line);
    expect(zh).toContain(words);
    expect(en).not.toMatch(/\n|\p{Script=Han}/u);
  });

  it.each([
    [
      'an unknown key',
      'name: a\ninput: [b]',
      2,
      'input：没有这个键，你是否想写 inputs',
      'input: is not known, did you mean inputs?',
    ],
    [
      'an unknown key inside',
      'deep:\n  label: { zh: a,\n    eng: b }',
      3,
      'deep.label.eng：没有这个键，你是否想写 en',
      'deep.label.eng: is not known, did you mean en?',
    ],
    [
      'a key like none',
      'qqqq: 1',
      1,
      'qqqq：没有这个键，可用的有 name、day、kind、inputs、deep、rows、cell、whole',
      'qqqq: is not known; there are name, day, kind, inputs, deep, rows, cell, whole',
    ],
    [
      'text for a list',
      '\ninputs: a',
      2,
      'inputs：应为列表，如 [甲, 乙]',
      'inputs: must be a list such as [a, b]',
    ],
    [
      'a number in a list of texts',
      'inputs:\n  - a\n  - 1',
      3,
      'inputs.1：应为文字',
      'inputs.1: must be text',
    ],
    ['an empty list', 'inputs: []', 1, 'inputs：至少 1 项', 'inputs: at least 1 items'],
    ['an empty text', 'name: ""', 1, 'name：至少 1 个字', 'name: at least 1 characters'],
    [
      'a missing key',
      'name: a\ndeep:\n  label: { zh: a }',
      3,
      'deep.label.en：没有写',
      'deep.label.en: missing',
    ],
    ['no value', 'name:\n', 1, 'name：应为文字', 'name: must be text'],
    [
      'a day that there is not',
      'day: 2017-02-30',
      1,
      'day：应为日期，如 2017-07-31',
      'day: must be a date such as 2017-07-31',
    ],
    [
      'a year for a day',
      'day: 2017',
      1,
      'day：应为日期，如 2017-07-31',
      'day: must be a date such as 2017-07-31',
    ],
    [
      'a word of none of those',
      'kind: lists',
      1,
      'kind：应为 number、list、by-year 之一，你是否想写 list',
      'kind: must be one of number, list, by-year; did you mean list?',
    ],
    [
      'a name of other letters',
      'rows: { A: [x] }',
      1,
      'rows.A：名称写法不对，应符合 /^[a-z]+$/',
      'rows.A: the name must match /^[a-z]+$/',
    ],
    ['what fits no alternative', 'cell: [1]', 1, 'cell：应为文字，或数字', 'cell: must be text or a number'],
    [
      'what nearly fits an alternative',
      'rows:\n  a:\n    - x\n    - 1',
      4,
      'rows.a.1：应为文字',
      'rows.a.1: must be text',
    ],
    ['a fraction', 'whole: 1.5', 1, 'whole：应为整数', 'whole: must be a whole number'],
    ['too large a number', 'whole: 6', 1, 'whole：至多 5', 'whole: at most 5'],
    [
      'a text where keys belong',
      'just words',
      1,
      '应为若干行“键: 值”',
      'must be a mapping of keys to values',
    ],
  ])('is refused for %s, in words', (_, text, line, zh, en) => {
    expect(refusal(text)).toEqual([line, zh, en]);
  });
});

describe('decodeUtf8', () => {
  it('drops the mark at the beginning, and knows another encoding', () => {
    expect(decodeUtf8(Buffer.from('\ufeff名: 1'))).toBe('名: 1');
    expect(decodeUtf8(Buffer.from([0xc3, 0xfb, 0x3a]))).toBeUndefined();
  });
});
