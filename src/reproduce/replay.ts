import { join } from 'node:path';
import { OWN_RULES } from '../audit/keep-own-rules.js';
import type { AuditOptions } from '../audit/options.js';
import { readingAgain } from '../audit/recorded-reading.js';
import type { Pack } from '../policy/pack.js';
import type { Parameter } from '../policy/pack-schema.js';
import type { ReportFormat } from '../report/write-reports.js';
import type { RecordedManifest, RecordedRun } from './recorded-run.js';

/** The policy pack of a run, as its manifest has it. */
export function recordedPack({ policy }: RecordedManifest): Pack {
  const entries = Object.entries(policy.values);
  return {
    name: policy.name,
    title: policy.title,
    sha256: policy.sha256,
    parameters: Object.fromEntries(
      entries.map(([name, { value, stated, kind, unit, clause, source, label }]) => [
        name,
        // What it was, its definition had been checked for; `stated` and `kind` go together.
        { kind, value: stated ?? value, unit, clause, source, label } as Parameter,
      ]),
    ),
    origins: Object.fromEntries(entries.flatMap(([name, { from }]) => (from ? [[name, from]] : []))),
  };
}

/** The folder of a run's copies of the county's own rules; undefined when it had none. */
export const recordedOwnRules = ({ folder, recorded }: RecordedRun): string | undefined =>
  recorded.own_rules.length > 0 ? join(folder, OWN_RULES) : undefined;

/** Ids of the rules that a run was to judge by. */
export const recordedRules = ({ rules, rules_not_run }: RecordedManifest): string[] =>
  [...rules, ...rules_not_run].map(({ id }) => id).sort();

/**
 * The options that do a run again, from nothing but its manifest, the copies in its folder and its inputs.
 * @param again.inputs where each input is, by its name
 * @param again.known the ids of all rules that there are now
 */
export function replayOptions(
  run: RecordedRun,
  again: {
    readonly out: string;
    readonly inputs: ReadonlyMap<string, string>;
    readonly known: readonly string[];
    /** The folder of the run that it was held against. */
    readonly previous: string | undefined;
    readonly toolVersion: string;
    readonly memory?: string;
    readonly threads?: number;
  },
): AuditOptions {
  const { recorded } = run;
  const { options } = recorded;
  const ownRules = recordedOwnRules(run);
  const wanted = new Set(recordedRules(recorded));
  return {
    ...readingAgain(recorded.reading, again.inputs),
    out: again.out,
    asOf: recorded.as_of,
    asOfSource: recorded.as_of_source,
    today: recorded.as_of,
    policy: recordedPack(recorded),
    // By exclusion, for a run without any rule is done again too.
    rules: again.known.filter((id) => !wanted.has(id)).map((id) => `!${id}`),
    ...(ownRules !== undefined && { ownRules }),
    ...(again.previous !== undefined && { previous: again.previous }),
    ...(options.area !== null && { area: options.area }),
    formats: new Set(options.formats as ReportFormat[]),
    lang: options.lang,
    ...(options.mask && { mask: options.mask }),
    ...(options.keep_tables && { keepTables: true }),
    toolVersion: again.toolVersion,
    ...(again.memory && { memory: again.memory }),
    ...(again.threads && { threads: again.threads }),
  };
}
