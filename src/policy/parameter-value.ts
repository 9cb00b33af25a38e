import type { Bilingual } from '../bilingual.js';
import type { Parameter } from './pack-schema.js';
import { isWords, type Measure, measureOf } from './units.js';

/** A value that a parameter cannot have: where in it, and why. */
export interface ValueFault {
  readonly place: readonly (string | number)[];
  readonly problem: Bilingual;
}

type Kind = Pick<Parameter, 'kind' | 'unit'>;

/** Codes that a list of that unit may hold; undefined for a list of free words. */
export type CodesOf = (unit: string) => ReadonlySet<string> | undefined;

/** Fractions are bound as DECIMAL(18,6): a smaller one would be rounded without anybody seeing it. */
const DECIMALS = 6;

/**
 * What is wrong with a value for a parameter of that kind and unit, first fault first: its type, the bounds of its unit (a share is
 * 0 to 1, money is not negative), a range the wrong way round, a list with a code that there is not.
 */
export function valueFault(parameter: Kind, value: unknown, codesOf?: CodesOf): ValueFault | undefined {
  const { kind, unit } = parameter;
  const measure = measureOf(unit);
  const at = (problem: Bilingual | undefined, ...place: (string | number)[]): ValueFault | undefined =>
    problem && { place, problem };
  if (kind === 'number') return at(numberFault(value, measure, unit));
  if (kind === 'list') return listFault(value, codesOf?.(unit));
  if (kind === 'range') {
    if (!Array.isArray(value) || value.length !== 2) {
      return at({ zh: '应为两个整数 [从, 到]', en: 'must be two whole numbers [from, to]' });
    }
    const [from, to] = value as unknown[];
    for (const [index, end] of [from, to].entries()) {
      const problem = numberFault(end, measure && { ...measure, whole: true }, unit);
      if (problem) return at(problem, index);
    }
    return Number(from) <= Number(to)
      ? undefined
      : at({
          zh: '范围写反了：前一个数不能大于后一个',
          en: 'the range is reversed: the first number is the smaller',
        });
  }
  if (
    typeof value !== 'object' ||
    value === null ||
    Array.isArray(value) ||
    Object.keys(value).length === 0
  ) {
    return at({
      zh: '应按年度写值，如 { 2017: 2952 }',
      en: 'must give a value for each year, such as { 2017: 2952 }',
    });
  }
  for (const [year, each] of Object.entries(value)) {
    if (!/^(19|20)\d\d$/.test(year)) {
      return at({ zh: '不是年度，应为四位数字，如 2017', en: 'is no year such as 2017' }, year);
    }
    const problem = numberFault(each, measure, unit);
    if (problem) return at(problem, year);
  }
  return undefined;
}

function numberFault(value: unknown, measure: Measure | undefined, unit: string): Bilingual | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    return { zh: `应为数字（单位：${unit}）`, en: `must be a number (${unit})` };
  }
  if (!measure || isWords(measure)) return undefined;
  if (measure.whole && !Number.isInteger(value)) {
    return { zh: `应为整数（单位：${unit}）`, en: `must be a whole number (${unit})` };
  }
  if (value < measure.least || value > measure.most) {
    const { least, most } = measure;
    return {
      zh: `应在 ${least} 到 ${most} 之间（单位：${unit}）`,
      en: `must be from ${least} to ${most} (${unit})`,
    };
  }
  if (Number(value.toFixed(DECIMALS)) !== value) {
    return { zh: `小数最多 ${DECIMALS} 位`, en: `has more than ${DECIMALS} decimals` };
  }
  return undefined;
}

function listFault(value: unknown, codes: ReadonlySet<string> | undefined): ValueFault | undefined {
  if (!Array.isArray(value)) {
    return { place: [], problem: { zh: '应为列表，如 [甲, 乙]', en: 'must be a list such as [a, b]' } };
  }
  for (const [index, each] of (value as unknown[]).entries()) {
    const fault = (problem: Bilingual): ValueFault => ({ place: [index], problem });
    if (typeof each !== 'string') {
      return fault({ zh: '列表的每一项应为文字', en: 'each item of the list must be text' });
    }
    if (each.trim() === '' || each !== each.trim()) {
      return fault({ zh: '列表项为空，或首尾有空格', en: 'an item is empty or has spaces around it' });
    }
    if (value.indexOf(each) !== index) return fault({ zh: '列表中重复了一项', en: 'an item is there twice' });
    if (codes && !codes.has(each)) {
      const known = [...codes].join('、');
      return fault({
        zh: `没有代码“${each}”，可用的有 ${known}`,
        en: `there is no code "${each}"; there are ${known.replaceAll('、', ', ')}`,
      });
    }
  }
  return undefined;
}
