import { HechaError } from '../errors.js';
import { nearest } from '../nearest.js';
import type { Rule } from '../rules/load.js';

/** The rule of that id, in whatever case. @throws HechaError HC4002 naming the nearest id there is. */
export function ruleById(rules: readonly Rule[], id: string): Rule {
  const found = rules.find(({ header }) => header.id === id.toUpperCase());
  if (found) return found;
  const near = nearest(
    id,
    rules.map(({ header }) => header.id),
  );
  throw new HechaError('HC4002', { name: id, ...(near && { nearest: near }) });
}
