import type { Lang } from '../../bilingual.js';
import type { Finding } from '../../findings/finding.js';
import type { RuleHeader } from '../../rules/header.js';
import { shownValue } from '../../rules/message.js';

/** The evidence of a finding in words, `号牌号码：甘A12345；车辆类型：小型轿车`; what has no value is left out. */
export function evidenceText(
  { evidence }: Pick<Finding, 'evidence'>,
  header: RuleHeader | undefined,
  lang: Lang,
): string {
  const [is, and] = lang === 'zh' ? ['：', '；'] : [': ', '; '];
  return Object.entries(evidence)
    .flatMap(([column, value]) => {
      const shown = header ? shownValue(header, column, value, lang) : value;
      if (shown === null || shown === '') return [];
      return [`${header?.evidence[column]?.[lang] ?? column}${is}${shown}`];
    })
    .join(and);
}
