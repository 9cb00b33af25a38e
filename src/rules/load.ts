import { readdir } from 'node:fs/promises';
import { HechaError } from '../errors.js';
import { readSqlFile, type SqlFile } from '../facts/sql-file.js';
import { families, type RuleHeader, ruleHeader } from './header.js';

export type Rule = SqlFile<RuleHeader>;

/**
 * All rules that ship with hecha, by id.
 * @throws HechaError HC4001 for a file whose header is wrong, whose name is not its id's or that lies in another family's folder.
 */
export async function loadRules(): Promise<Rule[]> {
  const rules: Rule[] = [];
  for (const family of families) {
    const folder = new URL(`./${family}/`, import.meta.url);
    for (const name of await filesIn(folder)) {
      const rule = await readSqlFile(new URL(name, folder), ruleHeader);
      const { id } = rule.header;
      if (!name.startsWith(`${id.toLowerCase()}-`)) {
        throw new HechaError('HC4001', {
          file: name,
          line: 2,
          problem: `a file of rule ${id} must be named ${id.toLowerCase()}-….sql`,
        });
      }
      if (rule.header.family !== family) {
        throw new HechaError('HC4001', {
          file: name,
          line: 2,
          problem: `family ${rule.header.family} lies in another folder`,
        });
      }
      if (rules.some((other) => other.header.id === id)) {
        throw new HechaError('HC4001', { file: name, line: 2, problem: `${id} is there already` });
      }
      rules.push(rule);
    }
  }
  return rules.sort((a, b) => (a.header.id < b.header.id ? -1 : 1));
}

async function filesIn(folder: URL): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/**
 * The rules that a selector names: ids, families, and `!ID` or `!family` to leave out; nothing but exclusions means all the others.
 * @throws HechaError HC4002 for a name that is neither.
 */
export function selectRules(rules: readonly Rule[], selectors: readonly string[]): Rule[] {
  const matches = (name: string): Rule[] => {
    const found = rules.filter(({ header }) => header.id === name.toUpperCase() || header.family === name);
    if (found.length === 0) throw new HechaError('HC4002', { name });
    return found;
  };
  const wanted = selectors.filter((selector) => !selector.startsWith('!')).flatMap(matches);
  const unwanted = new Set(
    selectors.filter((selector) => selector.startsWith('!')).flatMap((name) => matches(name.slice(1))),
  );
  const chosen = new Set(wanted.length > 0 ? wanted : rules);
  return rules.filter((rule) => chosen.has(rule) && !unwanted.has(rule));
}
