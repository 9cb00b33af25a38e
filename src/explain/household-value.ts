import type { Lang } from '../bilingual.js';
import { codeLabel } from '../datasets/labels.js';
import { maskRejected } from '../report/masking.js';
import type { Mask } from '../report/model.js';
import type { HouseholdValue } from './household.js';

/** What a field is called: its usual header, or its English name. */
export const fieldLabel = ({ field, definition }: HouseholdValue, lang: Lang): string =>
  lang === 'zh' ? (definition.headers[0] ?? field) : definition.en;

/** A normalised value as people read it: codes by their labels, dates as exact as they are known. */
export function valueText(held: HouseholdValue, { lang, mask }: { lang: Lang; mask: Mask }): string {
  const { definition, value, precision } = held;
  if (typeof value === 'boolean') return lang === 'zh' ? (value ? '是' : '否') : value ? 'yes' : 'no';
  const text = String(value);
  if (definition.codes) return codeLabel(definition.codes, text, lang);
  if (precision === 'year') return text.slice(0, 4);
  if (precision === 'month') return text.slice(0, 7);
  if (definition.type === 'money') return lang === 'zh' ? `${Number(text)}元` : `${Number(text)} yuan`;
  if (mask === 'none' || ['date', 'int', 'decimal'].includes(definition.type)) return text;
  // Without its number nobody could say which household it is.
  if (held.field === 'household_no' && mask === 'partial') return text;
  return maskRejected(text, { type: definition.type, header: definition.headers[0] ?? '', mask });
}
