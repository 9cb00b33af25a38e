import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, posix, resolve } from 'node:path';
import type { z } from 'zod';
import type { Bilingual } from '../bilingual.js';
import { checkYaml, decodeUtf8, readYaml } from '../checked-yaml.js';
import { HechaError } from '../errors.js';
import { configSchema, type filesSchema, type limitsSchema } from './schema.js';

/** An entry of `datasets`: its files as whole paths (with wildcards), with `/`, and as they are written. */
export type FilesEntry = z.infer<typeof filesSchema> & { readonly written: readonly string[] };

export type Limits = z.infer<typeof limitsSchema>;

/** What `hecha.yaml` says, its files and folders resolved. */
export interface Config {
  /** Where it lies. */
  readonly path: string;
  /** Its name, for messages. */
  readonly file: string;
  /** Files and folders to audit. */
  readonly inputs: readonly string[];
  readonly out?: string;
  /** `latest`, a run's name, or its folder. */
  readonly previous?: string;
  readonly asOf?: string;
  /** A pack's name, or the path of a .yaml file. */
  readonly policy?: string;
  /** Parameter → value, as written: the policy judges them. */
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly rules: readonly string[];
  readonly ownRules?: string;
  readonly villageIndicators: readonly string[];
  /** The county's name on the reports. */
  readonly area?: string;
  /** The folder that it lies in, from which its files are named. */
  readonly folder: string;
  readonly datasets: readonly FilesEntry[];
  readonly limits: Limits;
  /** Refuses what stands at a place of the file. @throws HechaError HC2003, always */
  refuse(place: readonly (string | number)[], problem: Bilingual): never;
  /** The line of a place in the file, such as `['rules', 1]`. */
  lineOf(place: readonly (string | number)[]): number;
}

const NAME = 'hecha.yaml';

/** A path as a pattern that it alone meets: its own characters mean nothing, whatever they are. */
export const escapedPattern = (path: string): string => path.replace(/[\\*?[\]{}()!+@|$^]/g, '\\$&');

function wholePattern(folder: string, name: string): string {
  const slashed = process.platform === 'win32' ? name.replaceAll('\\', '/') : name;
  if (isAbsolute(name)) return slashed;
  const root = resolve(folder);
  const base = process.platform === 'win32' ? root.replaceAll('\\', '/') : root;
  // `..` is followed here, for a pattern has no parent.
  const up = /^(?:\.\.?\/)*/.exec(slashed)?.[0] ?? '';
  const from = up === '' ? base : posix.resolve(base, up);
  return `${escapedPattern(from)}/${slashed.slice(up.length)}`;
}

/**
 * The configuration that an audit goes by: the file named; else the `hecha.yaml` of the one folder that is given; else that of the
 * current folder.
 * @param named the file that the user named, which must be there
 * @param paths the inputs that the user named
 * @throws HechaError HC1001 when the file named is not there, HC2003 for a fault in it
 */
export async function findConfig(
  named: string | undefined,
  paths: readonly string[],
  known: { readonly packs: readonly string[] },
): Promise<Config | undefined> {
  if (named !== undefined) return loadConfig(named, known);
  const [only] = paths;
  const folders = paths.length === 1 && only !== undefined ? [only, '.'] : ['.'];
  for (const folder of folders) {
    const path = join(folder, NAME);
    const isFile = await stat(path).then(
      (info) => info.isFile(),
      () => false,
    );
    if (isFile) return loadConfig(path, known);
  }
  return undefined;
}

/**
 * Reads a configuration. What it names (inputs, policy, own rules) must be there.
 * @throws HechaError HC1001 when there is no such file, HC2003 naming the line of the first fault
 */
async function loadConfig(path: string, known: { readonly packs: readonly string[] }): Promise<Config> {
  const file = basename(path);
  const refuse = (line: number, problem: Bilingual): never => {
    throw new HechaError('HC2003', { file, line, problem });
  };
  const bytes = await readFile(path).catch(() => {
    throw new HechaError('HC1001', { path });
  });
  const text = decodeUtf8(bytes);
  if (text === undefined)
    return refuse(1, { zh: '编码不是 UTF-8，请另存为 UTF-8', en: 'is not UTF-8: save it as UTF-8' });
  const yaml = readYaml(text, refuse);
  const data = checkYaml(yaml, configSchema, refuse);

  const folder = dirname(path);
  const from = (name: string): string => (isAbsolute(name) ? name : join(folder, name));
  const below = async (key: string, name: string, place: readonly (string | number)[]): Promise<string> => {
    const found = from(name);
    const info = await stat(found).catch(() => undefined);
    const wrong = {
      zh: `${key}：没有找到“${name}”（相对于 ${file} 所在的文件夹）`,
      en: `${key}: nothing is at "${name}" (from the folder of ${file})`,
    };
    if (!info) return refuse(yaml.lineOf(place), wrong);
    if (key === 'own_rules' && !info.isDirectory()) {
      return refuse(yaml.lineOf(place), {
        zh: `${key}：“${name}”不是文件夹`,
        en: `${key}: "${name}" is no folder`,
      });
    }
    return found;
  };
  const inputs: string[] = [];
  for (const [index, name] of (data.inputs ?? []).entries()) {
    inputs.push(await below('inputs', name, ['inputs', index]));
  }
  return {
    path,
    file,
    inputs: inputs.length > 0 ? inputs : [folder],
    parameters: data.parameters ?? {},
    rules: data.rules ?? [],
    villageIndicators: data.village_indicators ?? [],
    ...(data.area && { area: data.area }),
    folder,
    datasets: (data.datasets ?? []).map((entry) => ({
      ...entry,
      written: entry.files,
      files: entry.files.map((name) => wholePattern(folder, name)),
    })),
    limits: data.limits ?? {},
    refuse: (place, problem) => refuse(yaml.lineOf(place), problem),
    ...(data.out && { out: from(data.out) }),
    ...(data.previous && { previous: /[\\/]/.test(data.previous) ? from(data.previous) : data.previous }),
    ...(data.as_of && { asOf: data.as_of }),
    ...(data.policy && { policy: await policyOf(data.policy) }),
    ...(data.own_rules && { ownRules: await below('own_rules', data.own_rules, ['own_rules']) }),
    lineOf: yaml.lineOf,
  };

  function policyOf(name: string): Promise<string> | string {
    if (/\.ya?ml$/i.test(name)) return below('policy', name, ['policy']);
    if (known.packs.includes(name)) return name;
    return refuse(yaml.lineOf(['policy']), {
      zh: `policy：没有名为“${name}”的政策包，可用的有 ${known.packs.join('、')}，也可以写 .yaml 文件`,
      en: `policy: there is no pack "${name}"; there are ${known.packs.join(', ')}, or name a .yaml file`,
    });
  }
}
