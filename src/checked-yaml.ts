import { isMap, isSeq, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Bilingual } from './bilingual.js';
import { problemOf } from './zod-problem.js';

/** Keys and indexes from the root of a YAML text to one of its values. */
export type Place = readonly (string | number)[];

/** Throws, naming the file and that line of it. */
export type Refuse = (line: number, problem: Bilingual) => never;

/** A YAML text as read, with the line of each of its values. */
export interface YamlText {
  readonly value: unknown;
  /** The line of the deepest part of the place that is there, from 1: a key's own line, not that of what stands behind it. */
  lineOf(place: Place): number;
}

const SYNTAX: Readonly<Record<string, string>> = {
  BAD_INDENT: '缩进不对，或括号没有收尾',
  TAB_AS_INDENT: '缩进不能用制表符，请用空格',
  DUPLICATE_KEY: '同一个键写了两次',
  MISSING_CHAR: '缺少字符（冒号、引号或括号）',
  UNEXPECTED_TOKEN: '出现了多余的内容',
  BLOCK_AS_IMPLICIT_KEY: '一行里写了两个冒号，值里有冒号的要加引号',
  MULTILINE_IMPLICIT_KEY: '键后缺少冒号',
  MULTIPLE_DOCS: '文件中有多个文档（---）',
  BAD_SCALAR_START: '值以特殊字符开头，请加引号',
};

/**
 * Reads a text with one YAML document (1.2, core schema: a date is a text; `<<` merges a mapping).
 * Calls `refuse` with the first fault of syntax; a value that begins with an unquoted `!` is one, for YAML takes it for a tag and
 * forgets it.
 */
export function readYaml(text: string, refuse: Refuse): YamlText {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, merge: true });
  const lineAt = (offset: number): number => lines.linePos(offset).line;
  const [fault] = document.errors;
  if (fault) {
    refuse(lineAt(fault.pos[0]), {
      zh: `YAML 写法有误：${SYNTAX[fault.code] ?? fault.code}`,
      en: fault.message.split('\n')[0] ?? fault.code,
    });
  }
  const [tag] = document.warnings;
  if (tag) {
    const word = text.slice(tag.pos[0], tag.pos[1]);
    refuse(lineAt(tag.pos[0]), {
      zh: `以 ! 开头的值要加引号：'${word}'`,
      en: `put a value that begins with ! in quotes: '${word}'`,
    });
  }
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 100 });
  } catch {
    refuse(1, {
      zh: 'YAML 引用（*）没有对应的锚点（&）或太多',
      en: 'an alias (*) without its anchor (&), or too many',
    });
  }
  const lineOf = (place: Place): number => {
    let line = document.contents?.range ? lineAt(document.contents.range[0]) : 1;
    let node: unknown = document.contents;
    for (const step of place) {
      const pair = isMap(node) ? node.items.find((item) => String(item.key) === String(step)) : undefined;
      const next = isSeq(node) ? node.items[Number(step)] : pair?.value;
      const start = rangeOf(isSeq(node) ? next : pair?.key);
      if (start === undefined) break;
      line = lineAt(start);
      node = next;
    }
    return line;
  };
  return { value, lineOf };
}

const rangeOf = (node: unknown): number | undefined =>
  (node as { range?: readonly number[] | null } | null | undefined)?.range?.[0];

/** What the schema makes of a YAML text. Calls `refuse` with the first fault, which says the nearest right key for a wrong one. */
export function checkYaml<Schema extends z.ZodType>(
  yaml: YamlText,
  schema: Schema,
  refuse: Refuse,
): z.infer<Schema> {
  const result = schema.safeParse(yaml.value ?? {});
  if (result.success) return result.data;
  // A key with a slip in it is unknown and the right one missing: the first says more.
  const { issues } = result.error;
  const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0];
  if (!issue) throw new Error('zod refused without an issue');
  const { place, problem } = problemOf(issue, schema, yaml.value);
  return refuse(yaml.lineOf(place), problem);
}

/**
 * The text of a file that should be UTF-8 (a mark at its beginning is dropped).
 * @returns undefined when it is in another encoding
 */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
