import type { HashedFile } from '../run/file-hash.js';
import type { PartReport, ReportModel, RuleOutcome } from './model.js';
import { exemptedOf, familyTotals, leftTotals, statusTotals } from './totals.js';

/** The summary that `--json` prints: stable snake_case keys, counts and places only, no person. */
export function summaryJson(
  model: ReportModel,
  run: { readonly folder: string; readonly outputs: readonly HashedFile[] },
): object {
  const { lang } = model;
  const totals = familyTotals(model.rules);
  const sum = (key: 'findings' | 'high' | 'medium' | 'low' | 'exempted'): number =>
    totals.reduce((total, family) => total + family[key], 0);
  return {
    run_id: model.runId,
    run_dir: run.folder,
    tool_version: model.toolVersion,
    as_of: model.asOf,
    as_of_source: model.asOfSource,
    county: model.county,
    policy: model.policy.name,
    previous: model.previous ? { run_id: model.previous.runId, as_of: model.previous.asOf } : null,
    verdicts: model.feedback?.entries ?? 0,
    counts: {
      total: sum('findings'),
      by_status: { ...statusTotals(model.rules), ...leftTotals(model) },
      by_severity: { high: sum('high'), medium: sum('medium'), low: sum('low') },
      by_family: Object.fromEntries(totals.map(({ family, findings }) => [family, findings])),
      by_rule: Object.fromEntries(
        totals.flatMap(({ rules }) =>
          rules.filter(isChecked).map((rule) => [rule.header.id, ruleCounts(rule)]),
        ),
      ),
      exempted: sum('exempted'),
    },
    inputs: model.inputs.map((input) => ({
      path: input.path,
      sha256: input.sha256,
      parts: input.parts.map(partAccount),
    })),
    inputs_unread: (model.unread ?? []).map(({ file, sheet, reason }) => ({
      file,
      sheet: sheet ?? null,
      reason: reason[lang],
    })),
    datasets_missing: model.coverage.datasets
      .filter((dataset) => !dataset.given)
      .map((dataset) => dataset.id),
    unknown_facts: Object.fromEntries(
      model.coverage.unknownFacts.map(({ fact, households }) => [fact, households]),
    ),
    not_run: unchecked(model, 'not-run'),
    failed: unchecked(model, 'failed'),
    outputs: run.outputs.map(({ path, size, sha256 }) => ({ path, size, sha256 })),
  };

  function unchecked({ rules }: ReportModel, status: RuleOutcome['status']): object[] {
    return rules
      .filter((rule) => rule.status === status)
      .map((rule) => ({ rule: rule.header.id, reason: rule.reason?.[lang] ?? '' }));
  }
}

const isChecked = (rule: RuleOutcome): boolean => rule.status === 'flagged' || rule.status === 'clean';

const ruleCounts = (rule: RuleOutcome): object => ({
  total: rule.findings,
  high: rule.bySeverity.high,
  medium: rule.bySeverity.medium,
  low: rule.bySeverity.low,
  exempted: exemptedOf(rule),
});

const partAccount = (part: PartReport): object => ({
  file: part.file,
  sheet: part.sheet ?? null,
  dataset: part.dataset,
  read: part.read,
  accepted: part.accepted,
  rejected: part.rejected,
  skipped: part.skipped,
  bad_cells: part.badCells,
});
