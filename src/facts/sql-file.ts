import { readFile } from 'node:fs/promises';
import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { HechaError } from '../errors.js';

/** A .sql file with a YAML header in its first comment: a fact or a rule. */
export interface SqlFile<Header> {
  /** Name for messages: the file's name without its folder. */
  readonly file: string;
  readonly header: Header;
  readonly body: string;
  /** Line of the file on which `body` begins, from 1. */
  readonly bodyLine: number;
}

const HEADER = /^\s*\/\*\r?\n([\s\S]*?)\*\//;

/**
 * Reads a .sql file and checks its header.
 * @throws HechaError HC4001 naming file and line of the first fault.
 */
export async function readSqlFile<Schema extends z.ZodType>(
  url: URL,
  schema: Schema,
): Promise<SqlFile<z.infer<Schema>>> {
  const file = decodeURIComponent(url.pathname.split('/').at(-1) ?? '');
  return parseSqlFile(file, await readFile(url, 'utf8'), schema);
}

/** The same for a text that is at hand. */
export function parseSqlFile<Schema extends z.ZodType>(
  file: string,
  text: string,
  schema: Schema,
): SqlFile<z.infer<Schema>> {
  const match = HEADER.exec(text);
  if (!match) {
    throw new HechaError('HC4001', {
      file,
      line: 1,
      problem: 'no YAML header in a /* … */ comment at the top',
    });
  }
  const [comment, yaml = ''] = match;
  const firstLine = comment.slice(0, comment.indexOf('/*')).split('\n').length + 1;
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines });
  const [syntax] = document.errors;
  if (syntax) {
    const line = firstLine + lines.linePos(syntax.pos[0]).line - 1;
    throw new HechaError('HC4001', { file, line, problem: syntax.message.split('\n')[0] ?? '' });
  }
  const result = schema.safeParse(document.toJS() ?? {});
  if (!result.success) {
    const [issue] = result.error.issues;
    const path = issue?.path.map(String) ?? [];
    const unknown = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
    const key = path[0] ?? unknown ?? '';
    const at = yaml.split(/\r?\n/).findIndex((line) => line.startsWith(`${key}:`));
    throw new HechaError('HC4001', {
      file,
      line: firstLine + Math.max(at, 0),
      problem: `${[...path, ...(unknown ? [unknown] : [])].join('.') || 'header'}: ${issue?.message ?? 'invalid'}`,
    });
  }
  return {
    file,
    header: result.data,
    body: text.slice(comment.length).trim(),
    bodyLine: text.slice(0, text.length - text.slice(comment.length).trimStart().length).split('\n').length,
  };
}
