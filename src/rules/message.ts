import { fill, type Lang } from '../bilingual.js';
import { codeLabel, codeList } from '../datasets/labels.js';
import type { EvidenceValue } from '../findings/finding.js';
import type { RuleHeader } from './header.js';

/** How a value reads in a sentence: codes by their labels, yes and no in words. */
export function shownValue(
  header: RuleHeader,
  column: string,
  value: EvidenceValue,
  lang: Lang,
): string | number | null {
  if (value === null) return null;
  if (typeof value === 'boolean') {
    if (lang === 'zh') return value ? '是' : '否';
    return value ? 'yes' : 'no';
  }
  const codes = header.evidence[column]?.codes;
  return codes && typeof value === 'string' ? codeLabel(codeList(codes), value, lang) : value;
}

/** The sentence of a finding. Places are the SELECT's columns; a part in [[ ]] is left out when it has no value. */
export function messageOf(
  header: RuleHeader,
  row: Readonly<Record<string, EvidenceValue>>,
  lang: Lang,
): string {
  const values = Object.fromEntries(
    Object.entries(row).map(([column, value]) => [column, shownValue(header, column, value, lang)]),
  );
  return fill(header.message[lang], values, lang === 'zh' ? '（未填）' : '(not given)');
}
