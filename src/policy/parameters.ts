import type { z } from 'zod';
import type { Bilingual } from '../bilingual.js';
import { checkYaml, type Refuse, type YamlText } from '../checked-yaml.js';
import { didYouMean } from '../nearest.js';
import { changeHead, definitionHead, type Parameter } from './pack-schema.js';
import { type CodesOf, valueFault } from './parameter-value.js';
import { measureOf, UNITS } from './units.js';

/** What one entry of a pack or of hecha.yaml is read with. */
export interface EntryInputs {
  readonly name: string;
  /** The entry alone; lines are those of the whole file. */
  readonly yaml: YamlText;
  readonly refuse: Refuse;
  readonly codesOf: CodesOf | undefined;
}

/** Names that SQL would not take for a table's, and those of tables that are there. */
const RESERVED = new Set(
  (
    'all and as asc between by case cast check column create cross default desc distinct else end except exists false filter for from ' +
    'full group having in inner intersect into is join left like limit natural not null of offset on or order outer over partition ' +
    'primary references right row rows select set table then to true union unique update using values when where window with ' +
    'as_of given known_code'
  ).split(' '),
);

/** A parameter defined in full. Calls `refuse` with the line of the first fault. */
export function definedParameter(inputs: EntryInputs): Parameter {
  const { name, yaml, codesOf } = inputs;
  const refuse = named(inputs);
  if (RESERVED.has(name)) {
    refuse(yaml.lineOf([]), { zh: '这个名称不能用作参数名', en: 'this name cannot be a parameter’s' });
  }
  const head = checkYaml(yaml, definitionHead, refuse);
  if (!measureOf(head.unit)) {
    refuse(yaml.lineOf(['unit']), {
      zh: `unit：不认识这个单位，应以其中之一开头：${UNITS}`,
      en: `unit: is not known; it begins with one of ${UNITS}`,
    });
  }
  refuseValue({ ...inputs, refuse }, head, ['value'], head.value, codesOf);
  return head as Parameter;
}

/** A parameter of the pack below with the new value and what else the entry says. Calls `refuse` with the line of the first fault. */
export function changedParameter(inputs: EntryInputs, below: Parameter, pack: string): Parameter {
  const { yaml, codesOf } = inputs;
  const refuse = named(inputs);
  const change = checkYaml(yaml, changeHead, refuse);
  for (const key of ['unit', 'kind'] as const) {
    if (change[key] === undefined || change[key] === below[key]) continue;
    refuse(yaml.lineOf([key]), {
      zh: `${key}：与所继承政策包的不一致，应为 ${below[key]}（可以不写）`,
      en: `${key}: differs from that of the pack that is extended, which is ${below[key]} (it may be left out)`,
    });
  }
  const value = change.value;
  refuseValue({ ...inputs, refuse }, below, ['value'], value, codesOf);
  return {
    ...below,
    ...withValue(below, value),
    clause: change.clause ?? below.clause,
    // The source of the old value says nothing of the new one.
    source: change.source ?? `set by the pack ${pack}; it gives no source`,
    label: change.label ?? below.label,
  } as Parameter;
}

/** A parameter with another value, as hecha.yaml gives it. Calls `refuse` with the line of the first fault. */
export function overriddenParameter(inputs: EntryInputs, below: Parameter, file: string): Parameter {
  const { yaml, codesOf } = inputs;
  refuseValue({ ...inputs, refuse: named(inputs) }, below, [], yaml.value, codesOf);
  return { ...below, ...withValue(below, yaml.value), source: `set in ${file}` } as Parameter;
}

/** Of years only those given are new: a list of one year would otherwise decide all the others. */
const withValue = ({ kind, value }: Parameter, given: unknown): { value: unknown } => ({
  value: kind === 'by-year' ? { ...value, ...(given as Record<string, number>) } : given,
});

function refuseValue(
  inputs: EntryInputs,
  parameter: Pick<z.infer<typeof definitionHead>, 'kind' | 'unit'>,
  below: readonly string[],
  value: unknown,
  codesOf: CodesOf | undefined,
): void {
  const key = below.join('.');
  const say = (problem: Bilingual, place: readonly (string | number)[]): never => {
    const path = [...below, ...place];
    const words =
      path.length > 0 ? { zh: `${path.join('.')}：`, en: `${path.join('.')}: ` } : { zh: '', en: '' };
    return inputs.refuse(inputs.yaml.lineOf(path), { zh: words.zh + problem.zh, en: words.en + problem.en });
  };
  if (value === undefined || value === null) {
    const what = key === '' ? { zh: '没有写值', en: 'has no value' } : { zh: '没有写', en: 'missing' };
    say(what, []);
  }
  const fault = valueFault(parameter, value, codesOf);
  if (fault) say(fault.problem, fault.place);
}

/** The refusal with the parameter's name before its words. */
function named({ name, refuse }: EntryInputs): Refuse {
  return (line, { zh, en }) => refuse(line, { zh: `${name}：${zh}`, en: `${name}: ${en}` });
}

/** What is said of a parameter that there is not. */
export function unknownParameter(name: string, known: readonly string[], mayDefine: boolean): Bilingual {
  const near = didYouMean(name, known);
  const define = mayDefine
    ? {
        zh: '；若是新参数，要写全 value、unit、clause、source、label',
        en: '; a new one needs value, unit, clause, source and label',
      }
    : { zh: '', en: '' };
  return {
    zh: `没有参数 ${name}${near.zh}${define.zh}`,
    en: `there is no parameter ${name}${near.en}${define.en}`,
  };
}
