import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Bilingual } from '../bilingual.js';
import { checkYaml, decodeUtf8, readYaml, type YamlText } from '../checked-yaml.js';
import { HechaError } from '../errors.js';
import { nearest } from '../nearest.js';
import { type Parameter, packHead } from './pack-schema.js';
import type { CodesOf } from './parameter-value.js';
import {
  changedParameter,
  definedParameter,
  type EntryInputs,
  overriddenParameter,
  unknownParameter,
} from './parameters.js';

/** Who gave a parameter the value that it has. */
interface Origin {
  /** `pack`: the pack that stands by itself; `child`: one that extends it; `config`: hecha.yaml. */
  readonly by: 'pack' | 'child' | 'config';
  /** The pack's name, or the configuration's file name. */
  readonly name: string;
}

/** A policy pack with all that it extends and what hecha.yaml sets. */
export interface Pack {
  readonly name: string;
  readonly title: Bilingual;
  readonly parameters: Readonly<Record<string, Parameter>>;
  readonly origins: Readonly<Record<string, Origin>>;
  /** Of the pack's text; with the texts that it extends and the values that are set, where there are any. */
  readonly sha256: string;
}

/** Values that stand above the pack's. */
export interface Overrides {
  /** The file's name, for messages. */
  readonly file: string;
  readonly values: Readonly<Record<string, unknown>>;
  /** The line of a place below `parameters`. */
  lineOf(place: readonly (string | number)[]): number;
}

export interface PackInputs {
  readonly overrides?: Overrides | undefined;
  /** Without it codes in lists are not judged. */
  readonly codesOf?: CodesOf | undefined;
}

/** Names of the packs that ship with hecha. */
export const shippedPacks = ['gansu-2017'] as const;
const isShipped = (name: string): boolean => shippedPacks.some((each) => each === name);

/**
 * Loads a policy pack, with all that it extends: one that ships with hecha by its name, or a .yaml file by its path; then puts the
 * overrides above it.
 * @throws HechaError HC2001 (with file and line) when a file is not a pack, HC2002 when there is none of that name, HC1001 when there
 * is no such file, HC2003 (with the line of hecha.yaml) for an override that the pack cannot have.
 */
export async function loadPack(nameOrPath: string, inputs: PackInputs = {}): Promise<Pack> {
  const path = packPath(nameOrPath);
  if (path === undefined) {
    const near = nearest(nameOrPath, shippedPacks);
    throw new HechaError('HC2002', {
      name: nameOrPath,
      known: shippedPacks.join('、'),
      ...(near && { nearest: near }),
    });
  }
  const bytes = await readFile(path).catch(() => undefined);
  if (!bytes) throw new HechaError('HC1001', { path: nameOrPath });
  const pack = await packOf({ path, bytes, above: [], codesOf: inputs.codesOf });
  return inputs.overrides ? overridden(pack, inputs.overrides, inputs.codesOf) : pack;
}

/** Reads the text of a pack that extends none. @throws HechaError HC2001 naming the line of the first fault. */
export function parsePack(file: string, text: string): Pack {
  return packFrom({ file, text, codesOf: undefined }, undefined);
}

/** Where the pack of that name or path lies, from the folder of whoever names it. */
function packPath(nameOrPath: string, folder = ''): string | undefined {
  if (/\.ya?ml$/i.test(nameOrPath)) return resolve(folder, nameOrPath);
  if (!isShipped(nameOrPath)) return undefined;
  return fileURLToPath(new URL(`packs/${nameOrPath}.yaml`, import.meta.url));
}

interface PackFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Paths of the packs that extend this one. */
  readonly above: readonly string[];
  readonly codesOf: CodesOf | undefined;
}

async function packOf({ path, bytes, above, codesOf }: PackFile): Promise<Pack> {
  const file = basename(path);
  const refuse = refusing(file);
  const text = decodeUtf8(bytes);
  if (text === undefined) {
    return refuse(1, { zh: '编码不是 UTF-8，请另存为 UTF-8', en: 'is not UTF-8: save it as UTF-8' });
  }
  const yaml = readYaml(text, refuse);
  const wanted = (yaml.value as { extends?: unknown } | null | undefined)?.extends;
  if (typeof wanted !== 'string') return packFrom({ file, text, codesOf }, undefined);
  const line = yaml.lineOf(['extends']);
  const below = packPath(wanted, dirname(path));
  if (below === undefined) {
    const near = nearest(wanted, shippedPacks) ?? shippedPacks.join('、');
    return refuse(line, {
      zh: `extends：没有名为“${wanted}”的政策包，你是否想写 ${near}（或 .yaml 文件）`,
      en: `extends: there is no pack "${wanted}", did you mean ${near} (or a .yaml file)?`,
    });
  }
  const circle = [...above, path];
  if (circle.includes(below)) {
    const names = [...circle.slice(circle.indexOf(below)), below].map((each) => basename(each)).join(' → ');
    return refuse(line, {
      zh: `extends：政策包互相继承（${names}）`,
      en: `extends: packs extend each other (${names})`,
    });
  }
  const parent = await readFile(below).catch(() =>
    refuse(line, { zh: `extends：没有找到“${wanted}”`, en: `extends: nothing is at "${wanted}"` }),
  );
  return packFrom(
    { file, text, codesOf },
    await packOf({ path: below, bytes: parent, above: circle, codesOf }),
  );
}

const refusing =
  (file: string) =>
  (line: number, problem: Bilingual): never => {
    throw new HechaError('HC2001', { file, line, problem });
  };

function packFrom(
  { file, text, codesOf }: { file: string; text: string; codesOf: CodesOf | undefined },
  below: Pack | undefined,
): Pack {
  const refuse = refusing(file);
  const yaml = readYaml(text, refuse);
  const { name, title, parameters: entries } = checkYaml(yaml, packHead, refuse);
  const parameters: Record<string, Parameter> = { ...below?.parameters };
  const origins: Record<string, Origin> = { ...below?.origins };
  for (const [parameter, value] of Object.entries(entries)) {
    const entry: EntryInputs = {
      name: parameter,
      yaml: part(yaml, ['parameters', parameter], value),
      refuse,
      codesOf,
    };
    const old = below?.parameters[parameter];
    if (below && !old && !isDefinition(value)) {
      refuse(
        yaml.lineOf(['parameters', parameter]),
        unknownParameter(parameter, Object.keys(below.parameters), true),
      );
    }
    parameters[parameter] = old ? changedParameter(entry, old, name) : definedParameter(entry);
    origins[parameter] = { by: below ? 'child' : 'pack', name };
  }
  refuseTwice(parameters, (parameter, problem) => refuse(yaml.lineOf(['parameters', parameter]), problem));
  return { name, title, parameters, origins, sha256: below ? sha256(text, below.sha256) : sha256(text) };
}

/** An entry that says what only a definition says is meant to be one. */
const isDefinition = (entry: unknown): boolean =>
  typeof entry === 'object' && entry !== null && 'unit' in entry && 'label' in entry;

/** The two `$` names of a range must not be another parameter's. */
function refuseTwice(
  parameters: Readonly<Record<string, Parameter>>,
  refuse: (parameter: string, problem: Bilingual) => never,
): void {
  for (const [name, { kind }] of Object.entries(parameters)) {
    if (kind !== 'range') continue;
    for (const end of [`${name}_from`, `${name}_to`]) {
      if (parameters[end])
        refuse(end, {
          zh: `${end}：与范围 ${name} 的参数同名`,
          en: `${end}: is a name of the range ${name}`,
        });
    }
  }
}

function overridden(pack: Pack, { file, values, lineOf }: Overrides, codesOf: CodesOf | undefined): Pack {
  if (Object.keys(values).length === 0) return pack;
  const refuse = (line: number, problem: Bilingual): never => {
    throw new HechaError('HC2003', { file, line, problem });
  };
  const parameters: Record<string, Parameter> = { ...pack.parameters };
  const origins: Record<string, Origin> = { ...pack.origins };
  for (const [name, value] of Object.entries(values)) {
    const old = pack.parameters[name];
    if (!old) return refuse(lineOf([name]), unknownParameter(name, Object.keys(pack.parameters), false));
    const yaml: YamlText = { value, lineOf: (place) => lineOf([name, ...place]) };
    parameters[name] = overriddenParameter({ name, yaml, refuse, codesOf }, old, file);
    origins[name] = { by: 'config', name: file };
  }
  const set = Object.keys(values)
    .sort()
    .map((name) => [name, values[name]]);
  return { ...pack, parameters, origins, sha256: sha256(JSON.stringify(set), pack.sha256) };
}

const part = (yaml: YamlText, below: readonly string[], value: unknown): YamlText => ({
  value,
  lineOf: (place) => yaml.lineOf([...below, ...place]),
});

const sha256 = (...texts: readonly string[]): string =>
  createHash('sha256').update(texts.join('\n')).digest('hex');
