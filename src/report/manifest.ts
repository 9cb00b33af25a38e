import type { Pack } from '../policy/pack.js';
import type { Parameter } from '../policy/pack-schema.js';
import { canonicalJson } from '../run/canonical-json.js';
import type { HashedFile } from '../run/file-hash.js';
import { textHash } from '../run/text-hash.js';
import type { PartReport, ReportModel, RuleOutcome, UnusedInput } from './model.js';

export interface ManifestInput {
  readonly model: ReportModel;
  /** The engine's own version, as it names it. */
  readonly engineVersion: string;
  readonly formats: readonly string[];
  /** Every file of the run but the manifest. */
  readonly outputs: readonly HashedFile[];
  /** What else decided the audit, to be done again. */
  readonly record: {
    readonly reading: object;
    /** The county's name, where it was told. */
    readonly area: string | undefined;
    readonly pack: Pack;
    /** The facts that were built. */
    readonly facts: readonly { readonly name: string; readonly sql: string }[];
    readonly keepTables: boolean;
  };
  /** Where things lay: it may differ between two runs of the same audit, and so may the timings, and nothing else. */
  readonly located: object;
  /** Stage → milliseconds. */
  readonly timings: Readonly<Record<string, number>>;
}

/**
 * The text of `manifest.json`: what ran, on what, under which policy, and what came out, so that somebody else can run it again
 * and compare. `content` is the SHA-256 over all of it but `content`, `located` and `timings`, as JSON with sorted keys.
 */
export function manifestText(input: ManifestInput): string {
  const { located, timings, ...rest } = input;
  const content = manifestContent(rest);
  return `${JSON.stringify({ ...content, content: contentHash(content), located, timings }, null, 2)}\n`;
}

/** The `content` of a manifest. */
export function contentHash(manifest: object): string {
  const outside = new Set(['content', 'located', 'timings']);
  return textHash(
    canonicalJson(Object.fromEntries(Object.entries(manifest).filter(([key]) => !outside.has(key)))),
  );
}

function manifestContent(input: Omit<ManifestInput, 'located' | 'timings'>): object {
  const { model, engineVersion, formats, outputs, record } = input;
  const checked = model.rules.filter((rule) => rule.status === 'flagged' || rule.status === 'clean');
  return {
    schema: 1,
    run_id: model.runId,
    base: model.base,
    previous: model.previous ? { run_id: model.previous.runId, content: model.previous.content } : null,
    feedback: model.feedback ? { sha256: model.feedback.sha256, entries: model.feedback.entries } : null,
    tool: { name: 'hecha', version: model.toolVersion },
    engine: { name: 'duckdb', version: engineVersion },
    as_of: model.asOf,
    as_of_source: model.asOfSource,
    county: model.county,
    options: {
      lang: model.lang,
      mask: model.mask ?? null,
      formats: [...formats].sort(),
      area: record.area ?? null,
      keep_tables: record.keepTables,
    },
    policy: {
      name: model.policy.name,
      title: model.policy.title,
      sha256: record.pack.sha256,
      values: Object.fromEntries(
        Object.entries(model.policy.values).map(([name, { value, unit, clause, source, label, from }]) => [
          name,
          {
            value,
            ...statedValue(record.pack.parameters[name], value),
            unit,
            clause,
            source,
            label,
            ...(from && { from: { by: from.by, name: from.name } }),
          },
        ]),
      ),
    },
    facts: record.facts.map(({ name, sql }) => ({ name, sql_sha256: textHash(sql) })),
    rules: checked.map(ranRule),
    own_rules: model.ownRules ?? [],
    rules_not_run: model.rules
      .filter((rule) => !checked.includes(rule))
      .map((rule) => ({ id: rule.header.id, status: rule.status, reason: rule.reason ?? null })),
    inputs: model.inputs.map((file) => ({
      path: file.path,
      kind: file.kind,
      size: file.size,
      sha256: file.sha256,
      ...(file.inside && { inside: file.inside }),
      parts: file.parts.map(partRecord),
    })),
    reading: record.reading,
    inputs_unread: (model.unread ?? []).map(unused),
    inputs_left_out: (model.leftOut ?? []).map(unused),
    coverage: {
      households: model.coverage.households,
      persons: model.coverage.persons,
      active_households: model.coverage.activeHouseholds,
      datasets: model.coverage.datasets.map(({ id, given, rows }) => ({ id, given, rows })),
      unknown_facts: model.coverage.unknownFacts.map(({ fact, households }) => ({ fact, households })),
    },
    outputs: outputs.map(({ path, size, sha256: hash }) => ({ path, size, sha256: hash })),
  };
}

/** The kind of a parameter and, where one value was taken of several, all that its pack states. */
const statedValue = (parameter: Parameter | undefined, value: unknown): object => ({
  ...(parameter && { kind: parameter.kind }),
  ...(parameter && parameter.value !== value && { stated: parameter.value }),
});

const unused = ({ file, sheet, reason }: UnusedInput): object => ({ file, sheet: sheet ?? null, reason });

const ranRule = (rule: RuleOutcome): object => ({
  id: rule.header.id,
  title: rule.header.title,
  family: rule.header.family,
  status: rule.status,
  findings: rule.findings,
  by_severity: { high: rule.bySeverity.high, medium: rule.bySeverity.medium, low: rule.bySeverity.low },
  by_status: rule.byStatus ?? null,
  exempted: rule.exempted,
  parameters: rule.parameters,
  sql_sha256: textHash(rule.sql),
  header_sha256: textHash(canonicalJson(rule.header)),
});

const partRecord = (part: PartReport): object => ({
  file: part.file,
  sheet: part.sheet ?? null,
  hidden: part.hidden ?? false,
  dataset: part.dataset,
  encoding: part.encoding ?? null,
  header_row: part.headerRow,
  rows: {
    read: part.read,
    accepted: part.accepted,
    rejected: part.rejected,
    skipped: part.skipped,
    skipped_by: part.skippedBy,
  },
  bad_cells: part.badCells,
  unmatched: part.unmatched,
  mapping: part.mapping,
  unknown_columns: part.unknownColumns,
  warnings: part.warnings,
});
