import { comparable, moneyUnit } from './header-text.js';

/** What follows `单位:` up to the end of the cell, or up to the next label such as `截止日期:`. */
const UNIT_LINE =
  /(?<!\p{Script=Han})(?:金额|计量|货币)?单位:([^:]*?)(?=(?:截止|截至|填报|填表|制表|统计|数据|打印|日期|时间)\p{Script=Han}{0,10}:|$)/gu;
const BETWEEN_UNITS = /[、,，;；/]/;

/**
 * What the amounts of a table are worth in yuan by the unit line above its header (`单位:万元`, `单位:户、人、万元`); a line that names
 * who reports (`填报单位:…`, `单位:某局`) names no unit.
 * @returns undefined when no unit of money is named; `several` when more than one is
 */
export function titleUnit(titles: readonly string[]): number | 'several' | undefined {
  const units = new Set<number>();
  for (const title of titles) {
    for (const [, words = ''] of comparable(title).matchAll(UNIT_LINE)) {
      for (const word of words.replace(/[()]/g, '').split(BETWEEN_UNITS)) {
        const unit = moneyUnit(word);
        if (unit !== undefined) units.add(unit);
      }
    }
  }
  if (units.size > 1) return 'several';
  return [...units][0];
}
