import { type Bilingual, fill, type Lang } from '../bilingual.js';
import { readVerdict, verdictWords } from '../findings/verdicts.js';
import { labelTexts } from './texts/labels.js';
import { pageTexts } from './texts/page.js';
import { pageScriptTexts } from './texts/page-script.js';
import { terminalTexts } from './texts/terminal.js';
import { workbookTexts } from './texts/workbook.js';
import { worklistTexts } from './texts/worklist.js';

/** Every fixed text of the reports, in both languages. What a rule says about itself stands in its own header. */
export const texts = {
  ...labelTexts,
  ...workbookTexts,
  ...terminalTexts,
  ...pageTexts,
  ...pageScriptTexts,
  ...worklistTexts,
} as const;

export type TextKey = keyof typeof texts;

/** A fixed text in that language, with its `{places}` filled. */
export function say(
  lang: Lang,
  key: TextKey,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return fill(texts[key][lang], values);
}

/** The label of a code such as `severity.high`; a code that the catalogue does not know is shown as it stands. */
export function labelOf(
  lang: Lang,
  group: 'family' | 'severity' | 'status' | 'confidence' | 'outcome' | 'as-of' | 'about',
  code: string,
): string {
  const known: Readonly<Record<string, Bilingual>> = texts;
  return known[`${group}.${code}`]?.[lang] ?? code;
}

/** A finding's status in words, with the verdict behind the colon of `closed:不属实`. */
export function statusLabel(lang: Lang, status: string): string {
  const [code = '', verdict = ''] = status.split(':');
  // Nearly every status is of this kind.
  if (verdict === '') return labelOf(lang, 'status', code);
  const understood = readVerdict(verdict);
  const word = 'code' in understood ? verdictWords[understood.code].word[lang] : verdict;
  const key = code === 'changed' ? 'status.changed-since' : 'status.closed-by';
  return say(lang, key, { verdict: word });
}
