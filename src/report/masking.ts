import type { FieldType } from '../datasets/dataset.js';
import type { EvidenceValue, Finding } from '../findings/finding.js';
import type { RuleHeader } from '../rules/header.js';
import type { Mask } from './model.js';
import { personalColumn, personalEvidence } from './personal-columns.js';

/** The only place where personal data is masked: every report asks here. */

/** Where a text is going. Files are for the county's own verification and carry full numbers unless told otherwise. */
export type Medium = 'file' | 'terminal' | 'page' | 'rejects';

/** The mask of a medium, given the caller's choice; values in the list of rejects are always masked. */
export function maskFor(chosen: Mask | undefined, medium: Medium): Mask {
  if (medium === 'rejects') return chosen === 'full' ? 'full' : 'partial';
  return chosen ?? (medium === 'file' ? 'none' : 'partial');
}

const stars = (count: number): string => '*'.repeat(Math.max(0, count));

/**
 * An ID number or another number that leads to a person: 18 digits as `620421********1234`, 15 as `620421******123`, a
 * telephone number as `138****1234`, shorter ones with their first and last digits only.
 */
export function maskId(value: string, mask: Mask): string {
  if (mask === 'none') return value;
  const characters = [...value];
  const length = characters.length;
  if (mask === 'full') return stars(length);
  const [head, tail] =
    length >= 16 ? [6, 4] : length >= 14 ? [6, 3] : length === 11 ? [3, 4] : length >= 8 ? [2, 2] : [1, 0];
  if (length <= 2) return stars(length);
  return (
    characters.slice(0, head).join('') +
    stars(length - head - tail) +
    characters.slice(length - tail).join('')
  );
}

const COMPOUND_SURNAMES = new Set(
  (
    '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 ' +
    '钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 ' +
    '呼延 东郭 南门 羊舌 微生 梁丘 左丘 东门 西门 南荣 第五'
  ).split(' '),
);

/** A name with its surname kept: 王**, 欧阳*; of a name with `·` or in Latin letters the first letter (阿***·***). */
export function maskName(value: string, mask: Mask): string {
  if (mask === 'none' || value === '') return value;
  if (mask === 'full') return '**';
  const characters = [...value];
  const kept = characters.length > 2 && COMPOUND_SURNAMES.has(characters.slice(0, 2).join('')) ? 2 : 1;
  return characters
    .map((character, index) => (index < kept || /[\s·•・,，、;；/()（）]/u.test(character) ? character : '*'))
    .join('');
}

/** Several names or numbers in one text, each masked on its own. */
const maskEach = (value: string, one: (part: string) => string): string =>
  value.replace(/[^、,，;；/\s]+/gu, (part) => one(part));

const DIGIT = '[0-9０-９]';
/** Runs of 14 and more digits, with the check letter, and mobile numbers. */
const NUMBER_IN_TEXT = new RegExp(`(?<!${DIGIT})(?:${DIGIT}{14,}[XxＸｘ]?|1[3-9]\\d{9})(?!${DIGIT})`, 'gu');

/**
 * A finding as the mask shows it: subject, ID number, the names and numbers in its evidence, and every one of them where the
 * message repeats it; any other ID or telephone number in its texts too. Household numbers, places and sources stay, for
 * without them nobody could verify it; `full` hides household numbers and every other free text of the evidence as well.
 */
export function maskFinding<F extends Finding>(finding: F, mask: Mask, header: RuleHeader): F {
  if (mask === 'none') return finding;
  const replacements = new Map<string, string>();
  const kept = new Set(mask === 'full' ? [] : [finding.household_no]);
  const isPerson = !['area', 'village', 'township'].includes(finding.subject_type);
  const replace = (value: string, masked: string): string => {
    if (value.length > 1 && masked !== value) replacements.set(value, masked);
    return masked;
  };
  const name = (value: string): string => maskEach(value, (part) => replace(part, maskName(part, mask)));
  const id = (value: string): string => maskEach(value, (part) => replace(part, maskId(part, mask)));

  const shown = (column: string, value: EvidenceValue): EvidenceValue => {
    if (value === null || typeof value === 'boolean' || value === '') return value;
    const label = header.evidence[column];
    const kind = personalEvidence(header, column, String(value));
    // A telephone or account number may have come as a number.
    if (typeof value === 'number') return kind === 'id' ? id(String(value)) : value;
    if (kind === 'name') return name(value);
    if (kind === 'id') return id(value);
    if (mask === 'full') {
      const isPlain = label?.codes !== undefined || /^-?\d{1,12}(\.\d+)?$|^\d{4}-\d{2}-\d{2}$/.test(value);
      return isPlain ? value : replace(value, '***');
    }
    if (kind === 'household') for (const part of value.split(/[、,，;；\s]+/u)) kept.add(part);
    return maskNumbers(value, mask, kept);
  };

  const subject = isPerson ? name(finding.subject_name) : finding.subject_name;
  const number = id(finding.id_number);
  const household = mask === 'full' ? id(finding.household_no) : finding.household_no;
  const masked = Object.entries(finding.evidence).map(
    ([column, value]) => [column, shown(column, value)] as const,
  );
  // A shop may bear the name of its owner.
  const evidence = Object.fromEntries(
    masked.map(([column, value]) => [
      column,
      typeof value === 'string' ? replaceAll(value, replacements) : value,
    ]),
  );
  const message = maskNumbers(replaceAll(finding.message, replacements), mask, kept);
  return { ...finding, subject_name: subject, id_number: number, household_no: household, message, evidence };
}

const maskNumbers = (text: string, mask: Mask, kept: ReadonlySet<string>): string =>
  text.replace(NUMBER_IN_TEXT, (run) => (kept.has(run) ? run : maskId(run, mask)));

/** All replacements in one pass, the longest first, so that no replacement is replaced again. */
function replaceAll(text: string, replacements: ReadonlyMap<string, string>): string {
  // Most texts hold none of them, and most of the others one: a pattern, made anew for each finding, would cost more than all else.
  const held = [...replacements.keys()].filter((key) => text.includes(key));
  const [first] = held;
  if (first === undefined) return text;
  if (held.length === 1) return text.replaceAll(first, () => replacements.get(first) ?? first);
  const pattern = held
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((key) => key.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|');
  return text.replace(new RegExp(pattern, 'gu'), (match) => replacements.get(match) ?? match);
}

/** Eight and more digits, whatever spaces, quotes or dashes stand between them. */
const LONG_RUN = new RegExp(
  `${DIGIT}(?:[\\s\\u00a0\\u200b-\\u200d\\ufeff'’\`-]*[0-9０-９*]){6,}[\\s\\u00a0'’-]*[0-9０-９XxＸｘ*]`,
  'gu',
);

/**
 * A value that was not used, as `rejects.csv` shows it. What is known to be a name or a number is masked as such; of a value
 * whose column is not known only the shape is shown; in all others every run of eight digits or more is masked.
 */
export function maskRejected(value: string, cell: { type?: FieldType; header: string; mask: Mask }): string {
  const { type, header, mask } = cell;
  const text = value.replace(/[\u0000-\u001f\u007f]/g, ' ').trim();
  if (mask === 'full') return text === '' ? '' : '***';
  if (type === 'name' || personalColumn('', header) === 'name')
    return maskEach(text, (part) => maskName(part, mask));
  if (type === 'id' || personalColumn('', header) === 'id') return maskIdCell(text, mask);
  if (type === undefined) return text.replace(/[\p{L}\p{N}]/gu, '*');
  return text.replace(LONG_RUN, (run) => (isDate(run) ? run : maskId(run, mask)));
}

/** A date in groups keeps its digits: they are what is wrong with it, and they name nobody. */
const isDate = (run: string): boolean => /^\d{4}[-\s]\d{1,2}[-\s]\d{1,2}$/.test(run.trim());

/** In a column of numbers a name may stand by mistake; words such as 无 say why the cell is of no use. */
const maskIdCell = (text: string, mask: Mask): string =>
  /\p{Script=Han}/u.test(text)
    ? text
        .replace(LONG_RUN, (run) => maskId(run, mask))
        .replace(/\p{Script=Han}{2,}/gu, (run) => maskName(run, mask))
    : maskId(text, mask);
