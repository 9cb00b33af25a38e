import { readFile } from 'node:fs/promises';
import { basename, dirname, join, posix } from 'node:path';
import { decodeUtf8 } from '../checked-yaml.js';
import { HechaError } from '../errors.js';
import type { Pack } from '../policy/pack.js';
import { readExamples } from './check-examples.js';
import type { ExampleFile } from './example-file.js';
import type { Rule } from './load.js';
import { shippedExamples } from './shipped-examples.js';

/**
 * The examples of a rule: those of ours are where they ship, those of a county's lie beside it, as `<id>.yaml` or under the name of the
 * rule's file; undefined where there are none.
 * @throws HechaError HC4004 naming the line of the first fault in a county's
 */
export async function examplesOf(rule: Rule, pack: Pack): Promise<ExampleFile | undefined> {
  if (rule.path === undefined) return shippedExamples(rule);
  const folder = dirname(rule.path);
  const names = [
    `${rule.header.id.toLowerCase()}.yaml`,
    `${basename(rule.path).replace(/\.sql$/i, '')}.yaml`,
  ];
  for (const name of new Set(names)) {
    const bytes = await readFile(join(folder, name)).catch(() => undefined);
    if (!bytes) continue;
    const file = posix.join(posix.dirname(rule.file), name);
    const text = decodeUtf8(bytes);
    if (text === undefined) {
      const problem = { zh: '编码不是 UTF-8，请另存为 UTF-8', en: 'is not UTF-8: save it as UTF-8' };
      throw new HechaError('HC4004', { file, line: 1, problem });
    }
    return readExamples({ file, text, rule, pack });
  }
  return undefined;
}
