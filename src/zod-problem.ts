import type { z } from 'zod';
import type { Bilingual } from './bilingual.js';
import { nearest } from './nearest.js';

type Schema = z.core.$ZodType;
type Step = string | number;

const TYPES: Readonly<Record<string, Bilingual>> = {
  string: { zh: '文字', en: 'text' },
  number: { zh: '数字', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  array: { zh: '列表，如 [甲, 乙]', en: 'a list such as [a, b]' },
  tuple: { zh: '列表，如 [甲, 乙]', en: 'a list such as [a, b]' },
  object: { zh: '若干行“键: 值”', en: 'a mapping of keys to values' },
  record: { zh: '若干行“键: 值”', en: 'a mapping of keys to values' },
  date: { zh: '日期，如 2017-07-31', en: 'a date such as 2017-07-31' },
  null: { zh: '空', en: 'nothing' },
};

/** The first thing that is wrong with a value, where, and in words that begin with the place (`title.en: …`). */
export function problemOf(
  issue: z.core.$ZodIssue,
  schema: Schema,
  value: unknown,
): { readonly place: readonly Step[]; readonly problem: Bilingual } {
  const place = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  const at = (words: Bilingual, deeper: readonly Step[] = []): ReturnType<typeof problemOf> => {
    const whole = [...place, ...deeper];
    const name = whole.join('.');
    return {
      place: whole,
      problem: name === '' ? words : { zh: `${name}：${words.zh}`, en: `${name}: ${words.en}` },
    };
  };
  if (issue.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    return at(unknownWord(key, keysOf(schemaAt(schema, place))), [key]);
  }
  if (issue.code === 'invalid_union') {
    const alternatives = issue.errors.flatMap(([first]) => (first ? [first] : []));
    // What fits an alternative on the outside is meant to be that one.
    const deeper = alternatives.find(({ path }) => path.length > 0);
    if (deeper) return problemOf({ ...deeper, path: [...issue.path, ...deeper.path] }, schema, value);
    const expected = alternatives.flatMap((each) => (each.code === 'invalid_type' ? [each.expected] : []));
    return at(mustBe([...new Set(expected)]));
  }
  if (issue.code === 'invalid_type') {
    if (valueAt(value, place) === undefined) return at({ zh: '没有写', en: 'missing' });
    const def = schemaAt(schema, place)?._zod.def as { format?: string } | undefined;
    return at(mustBe([def?.format === 'date' ? 'date' : issue.expected]));
  }
  if (issue.code === 'invalid_value') {
    const known = issue.values.map(String);
    const given = valueAt(value, place);
    if (given === undefined) return at({ zh: '没有写', en: 'missing' });
    const near = typeof given === 'string' ? nearest(given, known) : undefined;
    return at({
      zh: `应为 ${known.join('、')} 之一${near ? `，你是否想写 ${near}` : ''}`,
      en: `must be one of ${known.join(', ')}${near ? `; did you mean ${near}?` : ''}`,
    });
  }
  if (issue.code === 'invalid_format' && issue.format === 'date') return at(mustBe(['date']));
  if (issue.code === 'invalid_format') {
    return at({ zh: `写法不对，应符合 ${issue.pattern}`, en: `must match ${issue.pattern}` });
  }
  if (issue.code === 'invalid_key') {
    const [inner] = issue.issues;
    const pattern = inner?.code === 'invalid_format' ? (inner.pattern ?? '') : '';
    return at({ zh: `名称写法不对，应符合 ${pattern}`, en: `the name must match ${pattern}` });
  }
  if (issue.code === 'too_small' || issue.code === 'too_big') {
    const isSmall = issue.code === 'too_small';
    const limit = isSmall ? issue.minimum : issue.maximum;
    const what =
      issue.origin === 'string'
        ? ['个字', ' characters']
        : issue.origin === 'array'
          ? ['项', ' items']
          : ['', ''];
    return at({
      zh: `${isSmall ? '至少' : '至多'} ${limit} ${what[0]}`.trim(),
      en: `at ${isSmall ? 'least' : 'most'} ${limit}${what[1]}`,
    });
  }
  return at({ zh: '不对', en: issue.message });
}

/** A word that is not among those known, with the one that was probably meant, else all of them where they are few. */
function unknownWord(word: string, known: readonly string[]): Bilingual {
  const near = nearest(word, known);
  if (near !== undefined)
    return { zh: `没有这个键，你是否想写 ${near}`, en: `is not known, did you mean ${near}?` };
  const all = known.length > 0 && known.length <= 16;
  return {
    zh: `没有这个键${all ? `，可用的有 ${known.join('、')}` : ''}`,
    en: `is not known${all ? `; there are ${known.join(', ')}` : ''}`,
  };
}

function mustBe(types: readonly string[]): Bilingual {
  const words = types.map((type) => TYPES[type] ?? { zh: type, en: type });
  return {
    zh: `应为${words.map(({ zh }) => zh).join('，或')}`,
    en: `must be ${words.map(({ en }) => en).join(' or ')}`,
  };
}

function valueAt(value: unknown, place: readonly Step[]): unknown {
  let at = value;
  for (const step of place) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = (at as Record<string, unknown>)[step];
  }
  return at;
}

/** The part of a schema that judges the value at a place; of alternatives the first that has such a place. */
function schemaAt(schema: Schema | undefined, place: readonly Step[]): Schema | undefined {
  const [step, ...rest] = place;
  const inner = schema && unwrapped(schema);
  if (step === undefined || inner === undefined) return inner;
  const { def } = inner._zod;
  if (def.type === 'object') return schemaAt(def.shape[String(step)], rest);
  if (def.type === 'record') return schemaAt(def.valueType, rest);
  if (def.type === 'array') return schemaAt(def.element, rest);
  if (def.type === 'tuple') return schemaAt(def.items[Number(step)], rest);
  if (def.type === 'union') {
    for (const option of def.options) {
      const found = schemaAt(option, place);
      if (found) return found;
    }
  }
  return undefined;
}

function unwrapped(schema: Schema): z.core.$ZodTypes {
  let inner = schema as z.core.$ZodTypes;
  for (;;) {
    const { def } = inner._zod;
    if (def.type !== 'optional' && def.type !== 'default' && def.type !== 'nullable') return inner;
    inner = def.innerType as z.core.$ZodTypes;
  }
}

function keysOf(schema: Schema | undefined): string[] {
  const inner = schema && unwrapped(schema);
  return inner?._zod.def.type === 'object' ? Object.keys(inner._zod.def.shape) : [];
}
