import { fill, type Lang } from '../bilingual.js';
import { ruleTables } from '../datasets/catalogue.js';
import { displayWidth, padTo } from '../report/display-width.js';
import { labelTexts } from '../report/texts/labels.js';
import { families, type RuleHeader } from '../rules/header.js';
import type { Rule } from '../rules/load.js';
import { rulesTexts } from './rules-texts.js';

/** The rules by family, one line each: id, severity, title, clauses, inputs without which it is not run. */
export function listText(rules: readonly Rule[], lang: Lang): string {
  const text = rulesTexts[lang];
  const [first] = rules;
  if (!first) return `${text.noRules}\n`;
  const rows = rules.map(({ header }) => ({
    family: header.family,
    cells: [
      header.id,
      labelTexts[`severity.${header.severity}`][lang],
      header.title[lang],
      header.clause.join(text.listSeparator),
      neededInputs(header, lang),
    ],
  }));
  const head = [text.id, text.severity, text.title, text.clause, text.inputs];
  const widths = head.map((word, at) =>
    Math.max(displayWidth(word), ...rows.map(({ cells }) => displayWidth(cells[at] ?? ''))),
  );
  const line = (cells: readonly string[]): string =>
    cells.map((cell, at) => (at === cells.length - 1 ? cell : padTo(cell, widths[at] ?? 0))).join('  ');
  const blocks = families.flatMap((family) => {
    const own = rows.filter((row) => row.family === family);
    if (own.length === 0) return [];
    return [
      '',
      `${labelTexts[`family.${family}`][lang]} (${family})`,
      ...own.map(({ cells }) => `  ${line(cells)}`),
    ];
  });
  const foot = fill(text.rulesCount, { count: rules.length });
  return `${[`  ${line(head)}`, ...blocks, '', foot, fill(text.more, { id: first.header.id })].join('\n')}\n`;
}

/**
 * The datasets without which a rule is not run, in words; the roster, which every audit has, only where it stands alone or may
 * stand in for an extract.
 */
function neededInputs(header: RuleHeader, lang: Lang): string {
  const text = rulesTexts[lang];
  const word = (id: string): string => {
    if (id === 'person') return text.roster;
    return lang === 'en' ? id : (ruleTables.find((each) => each.id === id)?.title.zh ?? id);
  };
  const words = (needs: RuleHeader['needs']): string => {
    const ids = Object.keys(needs);
    return (ids.length > 1 ? ids.filter((id) => id !== 'person') : ids).map(word).join(text.and);
  };
  const required = Object.keys(header.needs).filter((id) => !id.endsWith('?') && id !== 'person');
  const groups = header.needs_any.flatMap((group) => {
    const alternatives = [...new Set(group.map(words))];
    return alternatives.every((each) => each === text.roster || required.map(word).includes(each))
      ? []
      : [alternatives.join(text.or)];
  });
  return [...required.map(word), ...new Set(groups)].join(text.listSeparator) || text.roster;
}
