import { HechaError } from '../errors.js';
import type { Rule } from '../rules/load.js';
import { textHash } from '../run/text-hash.js';
import type { RecordedRun } from './recorded-run.js';

/**
 * The rule of that id, and whether its SQL is what a run judged by.
 * @throws HechaError HC5025 when there is no such rule any more
 */
export function sameRule(
  run: RecordedRun,
  rules: readonly Rule[],
  id: string,
): { readonly rule: Rule; readonly isSame: boolean } {
  const rule = rules.find(({ header }) => header.id === id);
  if (!rule) throw new HechaError('HC5025', { rule: id, version: run.recorded.tool.version });
  const recorded = run.recorded.rules.find((each) => each.id === id);
  return { rule, isSame: recorded?.sql_sha256 === textHash(rule.body) };
}
