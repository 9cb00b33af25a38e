import { audit } from '../audit/audit.js';
import type { Progress } from '../audit/progress.js';
import { HechaError } from '../errors.js';
import { loadRules } from '../rules/load.js';
import { compareRuns } from './compare-runs.js';
import type { Difference } from './difference.js';
import { findPrevious, layOutLedger } from './earlier-nights.js';
import { type LocatedFile, locateInputs } from './locate-inputs.js';
import { checkOwnFiles } from './own-files.js';
import { type RecordedRun, readRecordedRun } from './recorded-run.js';
import { recordedOwnRules, recordedRules, replayOptions } from './replay.js';

/** What became of doing a run again. */
export interface Verified {
  readonly run: RecordedRun;
  /** Nothing of the run differs. */
  readonly reproduced: boolean;
  readonly differences: readonly Difference[];
  readonly inputs: readonly LocatedFile[];
  /** Why the audit was not made again; what could be told without is among the differences. */
  readonly notDone?: HechaError;
  /** Findings compared, of those that the run had. */
  readonly findings: number;
}

export interface VerifyOptions {
  /** Folders in which the inputs are looked for, by SHA-256. */
  readonly inputs: readonly string[];
  /** A private folder, which is removed afterwards. */
  readonly temporary: string;
  readonly toolVersion: string;
  readonly memory?: string;
  readonly threads?: number;
}

/**
 * Does a run again from its manifest, in a folder of its own, and says what differs. Nothing that decided the run is taken from anywhere but its
 * folder and its inputs: no configuration of today, no time zone, no folder.
 * @throws HechaError HC5005 or HC5020 for what is no run, HC1001 for a folder that is not there, and what only the machine can cause
 */
export async function verifyRun(path: string, options: VerifyOptions, progress: Progress): Promise<Verified> {
  const run = await readRecordedRun(path);
  const own = await checkOwnFiles(run);
  const inputs = await locateInputs(run, options.inputs);
  const earlier = await findPrevious(run, options.inputs);
  const known = [
    ...own,
    ...versionOf(run, options),
    ...earlier.differences,
    ...inputs.flatMap(inputDifference),
  ];
  const findings = run.recorded.rules.reduce((sum, rule) => sum + rule.findings, 0);
  const notDone = inputs.some(({ state }) => state === 'missing') ? notAllThere(inputs) : earlier.lost;
  if (notDone) return { run, reproduced: false, differences: known, inputs, findings, notDone };
  try {
    const again = await auditAgain(run, { inputs, previous: earlier.previous }, options, progress);
    const compared = await compareRuns(run, again.run);
    const told = new Set(known.map(keyOf));
    const differences = [
      ...known,
      ...again.lost,
      ...compared.filter(
        (each) => !told.has(keyOf(each)) && !again.lost.some(({ what }) => what === each.what),
      ),
    ];
    return { run, reproduced: differences.length === 0, differences, inputs, findings };
  } catch (error) {
    if (!(error instanceof HechaError) || known.length === 0) throw error;
    return { run, reproduced: false, differences: known, inputs, findings, notDone: error };
  }
}

const keyOf = ({ kind, what }: Difference): string => `${kind} ${what}`;

/** The version is told before anything else that may follow from it. */
function versionOf({ recorded }: RecordedRun, { toolVersion }: VerifyOptions): Difference[] {
  const { name, version } = recorded.tool;
  return version === toolVersion
    ? []
    : [{ kind: 'tool', what: name, change: 'changed', recorded: version, found: toolVersion }];
}

function inputDifference({ name, expected, found, path, state }: LocatedFile): Difference[] {
  if (state === 'same') return [];
  return [
    {
      kind: 'input',
      what: name,
      change: state,
      ...(expected !== null && { recorded: expected }),
      ...(found !== undefined && { found }),
      ...(path !== undefined && { where: path }),
    },
  ];
}

const notAllThere = (inputs: readonly LocatedFile[]): HechaError => {
  const missing = inputs.filter(({ state }) => state === 'missing').map(({ name }) => name);
  return new HechaError('HC5021', { files: missing.join('、'), count: missing.length });
};

/** Makes the audit again. @returns the run, and what the run had that hecha has no more */
async function auditAgain(
  run: RecordedRun,
  found: { readonly inputs: readonly LocatedFile[]; readonly previous: string | undefined },
  { temporary, ...options }: VerifyOptions,
  progress: Progress,
): Promise<{ run: RecordedRun; lost: Difference[] }> {
  const rules = await loadRules(recordedOwnRules(run));
  const known = rules.map(({ header }) => header.id);
  const lost = recordedRules(run.recorded)
    .filter((id) => !known.includes(id))
    .map((id): Difference => ({ kind: 'rule', what: id, change: 'missing' }));
  await layOutLedger(run, temporary);
  const audited = await audit(
    replayOptions(run, {
      ...options,
      out: temporary,
      known,
      previous: found.previous,
      inputs: new Map(found.inputs.flatMap(({ name, path }) => (path === undefined ? [] : [[name, path]]))),
    }),
    progress,
    () => undefined,
  );
  await audited.model.engine.close();
  return { run: await readRecordedRun(audited.folder), lost };
}
