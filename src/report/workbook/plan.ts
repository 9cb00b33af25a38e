import type { Lang } from '../../bilingual.js';
import type { Family } from '../../rules/header.js';
import { say } from '../messages.js';
import type { ReportModel, RuleOutcome } from '../model.js';
import { closedOf } from './closed.js';
import { ruleSheetName } from './rule-sheet.js';
import { sheetName } from './sheet-name.js';

/** The names of a family's sheets, set aside before the first is written: the cover leads to them all. */
export interface SheetPlan {
  readonly cover: string;
  readonly summary: string;
  /** Of the rules that have findings to list, by id. */
  readonly rules: ReadonlyMap<string, string>;
  readonly areas?: string;
  readonly closed?: string;
  readonly exempted: string;
  readonly coverage: string;
}

/** Sets the names aside in `names`, in the order of the sheets. */
export function planSheets(
  names: Set<string>,
  { model, family, rules }: { model: ReportModel; family: Family; rules: readonly RuleOutcome[] },
): SheetPlan {
  const lang: Lang = model.lang;
  const named = (key: 'cover' | 'summary' | 'areas' | 'closed' | 'exempted' | 'coverage'): string =>
    sheetName(say(lang, `sheet.${key}`), names);
  return {
    cover: named('cover'),
    summary: named('summary'),
    rules: new Map(
      rules
        .filter(({ findings }) => findings > 0)
        .map((rule) => [rule.header.id, sheetName(ruleSheetName(rule, lang), names)]),
    ),
    ...(family === 'dual-dataset' && model.areas && { areas: named('areas') }),
    ...(closedOf(model, family).length > 0 && { closed: named('closed') }),
    exempted: named('exempted'),
    coverage: named('coverage'),
  };
}
