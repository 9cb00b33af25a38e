import { readFile } from 'node:fs/promises';
import { type ExampleFile, parseExamples } from './example-file.js';
import type { Rule } from './load.js';

/** Where the examples of our own rules lie: beside the compiled rules, or among the tests of the source tree. */
const folders = [new URL('./examples/', import.meta.url), new URL('../../test/rules/', import.meta.url)];

/** The examples of a rule that ships with hecha, undefined if it has none. @throws ZodError for a file that is no example file. */
export async function shippedExamples(rule: Rule): Promise<ExampleFile | undefined> {
  for (const folder of folders) {
    try {
      return parseExamples(await readFile(new URL(`${rule.header.id.toLowerCase()}.yaml`, folder), 'utf8'));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
  return undefined;
}
