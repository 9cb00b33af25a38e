import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, posix } from 'node:path';
import type { Bilingual } from '../bilingual.js';
import { decodeUtf8 } from '../checked-yaml.js';
import { HechaError } from '../errors.js';
import { parseSqlFile, readSqlFile, type SqlFile } from '../facts/sql-file.js';
import { didYouMean, nearest } from '../nearest.js';
import { families, type RuleHeader, ruleHeader } from './header.js';

export interface Rule extends SqlFile<RuleHeader> {
  /** Where a county's own rule lies; one of ours has none. */
  readonly path?: string;
}

/**
 * All rules, by id: those that ship with hecha and, where a folder is given, the county's own in it.
 * @throws HechaError HC4001 for a file whose header is wrong, whose name is not its id's, that lies in another family's folder, or
 * whose id another rule has.
 */
export async function loadRules(ownFolder?: string): Promise<Rule[]> {
  const rules: Rule[] = [];
  for (const family of families) {
    const folder = new URL(`./${family}/`, import.meta.url);
    for (const name of await filesIn(folder)) {
      const rule: Rule = await readSqlFile(new URL(name, folder), ruleHeader);
      checkPlace(rule, name, family);
      checkId(rule, rules);
      rules.push(rule);
    }
  }
  if (ownFolder !== undefined) rules.push(...(await loadOwnRules(ownFolder, rules)));
  return rules.sort((a, b) => (a.header.id < b.header.id ? -1 : 1));
}

/**
 * The rules of a county: every .sql file in a folder and the folders in it, by id.
 * @param taken rules whose ids they may not have
 * @throws HechaError HC4001 as `loadRules`, HC1001 when the folder cannot be read
 */
export async function loadOwnRules(folder: string, taken: readonly Rule[]): Promise<Rule[]> {
  const rules: Rule[] = [];
  for (const file of await sqlFilesBelow(folder, '')) {
    const path = join(folder, file);
    const text = decodeUtf8(await readFile(path));
    if (text === undefined) {
      const problem = { zh: '编码不是 UTF-8，请另存为 UTF-8', en: 'is not UTF-8: save it as UTF-8' };
      throw new HechaError('HC4001', { file, line: 1, problem });
    }
    const rule: Rule = { ...parseSqlFile(file, text, ruleHeader), path };
    const parent = basename(dirname(file));
    checkPlace(
      rule,
      basename(file),
      families.find((family) => family === parent),
    );
    checkId(rule, [...taken, ...rules]);
    rules.push(rule);
  }
  return rules.sort((a, b) => (a.header.id < b.header.id ? -1 : 1));
}

/** A file is named after its rule, so that either is found by the other; a folder that is a family's holds that family's. */
function checkPlace(rule: Rule, name: string, family: string | undefined): void {
  const { header, file, lineOf } = rule;
  const id = header.id.toLowerCase();
  if (!name.toLowerCase().startsWith(`${id}-`) && name.toLowerCase() !== `${id}.sql`) {
    const problem = {
      zh: `规则 ${header.id} 的文件名应为 ${id}-….sql`,
      en: `a file of rule ${header.id} must be named ${id}-….sql`,
    };
    throw new HechaError('HC4001', { file, line: lineOf(['id']), problem });
  }
  if (family !== undefined && header.family !== family) {
    const problem = {
      zh: `类别写的是 ${header.family}，文件却在 ${family} 文件夹里`,
      en: `family ${header.family} lies in another folder, ${family}`,
    };
    throw new HechaError('HC4001', { file, line: lineOf(['family']), problem });
  }
}

function checkId({ header: { id }, file, lineOf }: Rule, others: readonly Rule[]): void {
  const other = others.find(({ header }) => header.id === id);
  if (!other) return;
  const problem: Bilingual =
    other.path === undefined
      ? {
          zh: `${id} 是 hecha 自带规则的编号，请另取一个（如 ${freeId(others)}）`,
          en: `${id} is there already, a rule that ships with hecha: take another id, such as ${freeId(others)}`,
        }
      : {
          zh: `${id} 已经有了，在 ${other.file}`,
          en: `${id} is there already, in ${other.file}`,
        };
  throw new HechaError('HC4001', { file, line: lineOf(['id']), problem });
}

/** An id that no rule has, in letters that none of ours begins with. */
function freeId(rules: readonly Rule[]): string {
  const taken = new Set(rules.map(({ header }) => header.id));
  let number = 1;
  while (taken.has(`CX${String(number).padStart(2, '0')}`)) number += 1;
  return `CX${String(number).padStart(2, '0')}`;
}

async function filesIn(folder: URL): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** Names below `root`, with `/`; hidden ones are left out, and linked folders, which may go in a circle. */
async function sqlFilesBelow(root: string, below: string): Promise<string[]> {
  const entries = await readdir(join(root, below), { withFileTypes: true }).catch(() => {
    throw new HechaError('HC1001', { path: join(root, below) });
  });
  const names: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.')) continue;
    const name = posix.join(below, entry.name);
    if (entry.isDirectory()) names.push(...(await sqlFilesBelow(root, name)));
    else if (/\.sql$/i.test(entry.name) && (await stat(join(root, name))).isFile()) names.push(name);
  }
  return names;
}

/**
 * The rules that a selector names: ids, families, and `!ID` or `!family` to leave out; nothing but exclusions means all the others.
 * @param place where the selectors are written, by their index; without it they are the command line's
 * @throws HechaError HC4002 for a name that is neither, HC2003 when it stands in a configuration file.
 */
export function selectRules(
  rules: readonly Rule[],
  selectors: readonly string[],
  place?: { readonly file: string; lineOf(index: number): number },
): Rule[] {
  const matches = (name: string): Rule[] => {
    const found = rules.filter(({ header }) => header.id === name.toUpperCase() || header.family === name);
    if (found.length > 0) return found;
    const known = [...rules.map(({ header }) => header.id), ...families];
    if (!place) {
      const near = nearest(name, known);
      throw new HechaError('HC4002', { name, ...(near && { nearest: near }) });
    }
    const near = didYouMean(name, known);
    const at = selectors.findIndex((selector) => selector === name || selector === `!${name}`);
    throw new HechaError('HC2003', {
      file: place.file,
      line: place.lineOf(at),
      problem: {
        zh: `rules：没有名为“${name}”的规则或类别${near.zh}`,
        en: `rules: there is no rule or family "${name}"${near.en}`,
      },
    });
  };
  const wanted = selectors.filter((selector) => !selector.startsWith('!')).flatMap(matches);
  const unwanted = new Set(
    selectors.filter((selector) => selector.startsWith('!')).flatMap((name) => matches(name.slice(1))),
  );
  const chosen = new Set(wanted.length > 0 ? wanted : rules);
  return rules.filter((rule) => chosen.has(rule) && !unwanted.has(rule));
}
