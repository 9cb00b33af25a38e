import { fill, type Lang } from '../bilingual.js';
import type { ClauseCoverage } from '../rules/clause-coverage.js';
import { rulesTexts } from './rules-texts.js';

/** The clauses by part, each with its rules or why it has none. */
export function clausesText(clauses: readonly ClauseCoverage[], lang: Lang): string {
  const text = rulesTexts[lang];
  if (clauses.length === 0) return `${text.noClauses}\n`;
  const lines: string[] = [];
  let part = '';
  for (const clause of clauses) {
    if (clause.part[lang] !== part) {
      part = clause.part[lang];
      lines.push(...(lines.length > 0 ? [''] : []), part);
    }
    lines.push(
      `  ${clause.id}  ${clause.text[lang]}`,
      ...coverageLines(clause, lang).map((line) => `      ${line}`),
    );
  }
  const of = (status: ClauseCoverage['status']): number =>
    clauses.filter((clause) => clause.status === status).length;
  const count = fill(text.clausesCount, {
    count: clauses.length,
    checked: of('checked'),
    notAuditable: of('not-auditable'),
    uncovered: of('uncovered'),
  });
  return `${[...lines, '', count].join('\n')}\n`;
}

function coverageLines({ status, rules, reason }: ClauseCoverage, lang: Lang): string[] {
  const text = rulesTexts[lang];
  if (status === 'checked') return rules.map(({ id, title }) => `→ ${id}  ${title[lang]}`);
  return [
    `→ ${status === 'uncovered' ? text.uncovered : `${text.notAuditable}${text.colon}${reason?.[lang] ?? ''}`}`,
  ];
}
