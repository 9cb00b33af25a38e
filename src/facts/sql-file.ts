import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import type { Bilingual } from '../bilingual.js';
import { checkYaml, type Place, readYaml } from '../checked-yaml.js';
import { HechaError } from '../errors.js';

/** A .sql file with a YAML header in its first comment: a fact or a rule. */
export interface SqlFile<Header> {
  /** Name for messages: the file's name without its folder. */
  readonly file: string;
  readonly header: Header;
  readonly body: string;
  /** Line of the file on which `body` begins, from 1. */
  readonly bodyLine: number;
  /** The line of the file on which a place of the header stands, such as `['evidence', 'plate']`. */
  readonly lineOf: (place: Place) => number;
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
      problem: {
        zh: '开头没有写在 /* … */ 注释里的 YAML 文件头',
        en: 'no YAML header in a /* … */ comment at the top',
      },
    });
  }
  const [comment, yaml = ''] = match;
  const firstLine = comment.slice(0, comment.indexOf('/*')).split('\n').length + 1;
  const refuse = (line: number, problem: Bilingual): never => {
    throw new HechaError('HC4001', { file, line: firstLine + line - 1, problem });
  };
  const read = readYaml(yaml, refuse);
  const header = checkYaml(read, schema, refuse);
  return {
    file,
    header,
    body: text.slice(comment.length).trim(),
    bodyLine: text.slice(0, text.length - text.slice(comment.length).trimStart().length).split('\n').length,
    lineOf: (place) => firstLine + read.lineOf(place) - 1,
  };
}
