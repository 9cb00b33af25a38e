import type { Bilingual, Lang } from '../bilingual.js';

/** Why a row or a cell was not used, and what to do: by the code in `hecha.reject`. */
export const rejectReasons = {
  ragged: {
    zh: '这一行的列数与表头不一致，无法对应各列，请在源系统重新导出，或检查该行是否多了或少了分隔符',
    en: 'The row has more or fewer cells than the header: export again, or look for a stray separator in it',
  },
  quote: {
    zh: '这一行的引号没有成对，请检查该行的引号，或重新导出',
    en: 'The quotes of the row do not pair: mend them, or export again',
  },
  'too-long': {
    zh: '这一行过长（超过 limits.record_bytes，默认 1 MB），多半是引号或换行损坏，请重新导出；确实这样长时可在 hecha.yaml 中放宽',
    en: 'The row is too long (over limits.record_bytes, 1 MB by default), probably for a broken quote or line end: export again, or raise the cap in hecha.yaml',
  },
  encoding: {
    zh: '这一行有无法识别的字符（编码损坏），请在源系统重新导出，或另存为 UTF-8',
    en: 'The row holds bytes that are no characters: export again, or save as UTF-8',
  },
  nul: {
    zh: '这一行含有空字节，文件可能已损坏，请重新导出或重新复制',
    en: 'The row holds NUL bytes, the file may be damaged: export or copy it again',
  },
  'missing-key': {
    zh: '必需列为空，无法使用这一行，请在源数据中补填',
    en: 'A key column is empty, so the row cannot be used: fill it in',
  },
  'unreadable-key': {
    zh: '必需列的内容无法识别，无法使用这一行，请在源数据中更正',
    en: 'A key column cannot be read, so the row cannot be used: correct it',
  },
  missing: {
    zh: '证件号码为空，无法比对，请在源数据中补填',
    en: 'No ID number, so nobody can be found by it: fill it in',
  },
  malformed: {
    zh: '证件号码格式不对（应为15位、18位或残疾证20位，以省份代码开头），无法比对，请在源数据中更正',
    en: 'The ID number has not 15, 18 or (disability certificate) 20 digits that begin with a province, so nobody can be found by it: correct it',
  },
  'precision-lost': {
    zh: '该列被存成了数字，号码末几位已丢失（变成 0 或科学计数），请在源系统把该列设为文本后重新导出',
    en: 'The column was kept as a number and the last digits are lost (zeros, or 6.2E+17): export it again as text',
  },
  'check-digit': {
    zh: '证件号码校验位不对，不能用于比对，请核对后更正',
    en: 'The check digit of the ID number is wrong, so it is not matched: check and correct it',
  },
  'bad-date': {
    zh: '证件号码中的出生日期不存在或晚于核查日，不能用于比对，请核对后更正',
    en: 'The date of birth in the ID number does not exist or is after the as-of day, so it is not matched: correct it',
  },
  other: {
    zh: '不是居民身份证号（护照等其他证件），照原样保留，不参加比对',
    en: 'Not an ID number but another paper (a passport, say): kept as it stands, and not matched',
  },
  unreadable: {
    zh: '内容无法按该列的类型（日期、金额、数字或是否）识别，已按空白处理，请更正',
    en: 'The value cannot be read as the date, amount, number or yes/no of its column and was taken as empty: correct it',
  },
  'error-cell': {
    zh: '单元格是公式错误值（如 #N/A、#REF!），已按空白处理，请在源文件中修正公式或重新导出',
    en: 'The cell holds a formula error (#N/A, #REF! …) and was taken as empty: mend the formula or export again',
  },
  'unknown-code': {
    zh: '取值不在该列的代码表中，已照原样保留，请核对是否写错',
    en: 'The value is not on the code list of its column and was kept as it stands: check whether it is a mistake',
  },
} as const satisfies Record<string, Bilingual>;

/** The reason in words; of a code that is not listed, a sentence that names the code. */
export function rejectReason(code: string, lang: Lang): string {
  const known: Readonly<Record<string, Bilingual>> = rejectReasons;
  const reason = Object.hasOwn(known, code) ? known[code] : undefined;
  if (reason) return reason[lang];
  return lang === 'zh' ? `未能采用（${code}），请核对源数据` : `Not used (${code}): check the source`;
}
