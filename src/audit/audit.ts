import { join } from 'node:path';
import { openDuckdb } from '../engine/duckdb.js';
import type { Engine } from '../engine/engine.js';
import { HechaError } from '../errors.js';
import { type Fact, loadFacts } from '../facts/facts.js';
import { unitCodes } from '../facts/unit-codes.js';
import { ledgerText, readLedger, standingVerdicts } from '../findings/ledger.js';
import type { PartName } from '../findings/sources.js';
import type { Verdict } from '../findings/verdicts.js';
import type { FileRead } from '../ingest/ingest.js';
import { loadClauses } from '../policy/clauses.js';
import { loadPack, type Pack, shippedPacks } from '../policy/pack.js';
import { policyValues } from '../policy/values.js';
import { manifestText } from '../report/manifest.js';
import { maskFor } from '../report/masking.js';
import type { ReportModel } from '../report/model.js';
import { writeReports } from '../report/write-reports.js';
import { checkComplete, checkOwnRules } from '../rules/check-own.js';
import { loadRules, type Rule, selectRules } from '../rules/load.js';
import { readGiven } from '../rules/needs.js';
import { type HashedFile, hashFolder } from '../run/file-hash.js';
import { openRunFolder, type RunFolder } from '../run/publish.js';
import { type RunIdentity, runId } from '../run/run-id.js';
import type { RunRecord } from '../run/run-record.js';
import { textHash } from '../run/text-hash.js';
import { asWriteFailure } from '../run/write-failure.js';
import { compareAreas } from './area-comparison.js';
import { measureCoverage } from './coverage.js';
import { gather } from './gather.js';
import { KEPT_FACTS, keepHeld, loadPrevious } from './held.js';
import { incompleteBy, readingOf, unreadInput } from './incomplete.js';
import { buildForRules, type JudgeInputs, judge } from './judge.js';
import { keepOwnRules } from './keep-own-rules.js';
import { keepTables } from './keep-tables.js';
import type { AuditOptions } from './options.js';
import { measurePageFacts, PAGE_FACTS } from './page-facts.js';
import { mustBeSameCounty, previousRun } from './previous-run.js';
import type { Progress } from './progress.js';
import { locatedInputs } from './recorded-reading.js';
import { settleFindings } from './settle.js';
import { Stopwatch } from './stopwatch.js';

/** A published audit. The engine stays open for whoever prints the summary, who closes it. */
export interface Audited {
  readonly model: ReportModel;
  readonly folder: string;
  readonly outputs: readonly HashedFile[];
  readonly latestFailed?: string;
}

/**
 * The main job, from files to published reports, in the order of the folders: ingest → normalize → facts → rules → findings → report.
 * Publishes all of it or nothing.
 * @param held is given the run folder as soon as there is one, so that a signal can give it up
 * @throws HechaError for whatever a file, an option or the machine makes impossible
 */
export async function audit(
  options: AuditOptions,
  progress: Progress,
  held: (folder: RunFolder) => void,
): Promise<Audited> {
  const { pack, rules, facts, clauses } = await rulesToRun(options);
  const run = await openRunFolder({ out: options.out });
  held(run);
  let engine: Engine | undefined;
  try {
    const watch = new Stopwatch();
    engine = await openDuckdb({
      temporary: run.scratch,
      ...(options.memory && { memory: options.memory }),
      ...(options.threads && { threads: options.threads }),
    });
    const gathered = await gather(
      engine,
      { ...options, notInputs: [options.out, ...(options.notInputs ?? [])] },
      { temporary: run.scratch, progress },
    );
    const { files, faults, asOf, asOfSource } = gathered;
    watch.lap('read');

    if (!(await readGiven(engine)).has('person')) throw new HechaError('HC3005');
    const reported = gathered.reported;
    const policy = policyValues(pack, asOf);
    const identity: RunIdentity = {
      asOf,
      inputs: reported,
      ...readingOf(options, faults),
      policy: { sha256: pack.sha256, values: policy.shown },
      rules: rules.map(({ header, body }) => ({ id: header.id, definition: { header, body } })),
    };
    const base = runId(identity);
    const before = await previousRun(options.previous, { out: options.out, base, asOf });
    const incomplete = incompleteBy(faults);
    const previous = await loadPrevious(engine, { run: before, asOf, incomplete });
    const given = await readGiven(engine);
    const ledger = await readLedger(options.out);
    const judging: JudgeInputs = {
      rules,
      facts,
      clauses,
      given,
      pack,
      policy,
      asOf,
      scalars: policy.scalars,
      lang: options.lang,
      parts: partsByIndex(files),
      incomplete,
      ...(previous.lack && { noPrevious: previous.lack }),
      onRule: (what, done) => progress({ stage: 'judge', what, done, of: rules.length }),
      reported: [...KEPT_FACTS, ...(options.formats.has('html') ? PAGE_FACTS : [])],
    };
    progress({ stage: 'facts', what: '' });
    const { reads, built } = await buildForRules(engine, judging);
    const county = options.area ?? (await countiesOf(engine));
    if (before) mustBeSameCounty(before, county);
    if (options.keepTables) await keepTables(engine, { ...judging, built, folder: run.path });
    const masked = maskFor(options.mask, 'file') !== 'none';
    await keepHeld(engine, { folder: run.path, masked, incomplete, previous });
    await engine.seal();
    const { outcomes, seconds } = await judge(engine, judging, reads);
    const settled = await settleFindings(engine, {
      outcomes,
      asOf,
      given,
      incomplete,
      mask: maskFor(options.mask, 'file'),
      previous: before,
      verdicts: standingVerdicts(ledger),
    });
    watch.lap('judge');
    const loop = loopOf(before, ledger);

    const model: ReportModel = {
      engine,
      lang: options.lang,
      mask: options.mask,
      toolVersion: options.toolVersion,
      runId: Object.keys(loop).length > 0 ? runId({ ...identity, loop: identityOf(loop) }) : base,
      base,
      ...loop,
      asOf,
      asOfSource,
      county,
      policy: {
        name: pack.name,
        title: pack.title,
        values: Object.fromEntries(
          Object.entries(pack.parameters).map(([name, { unit, clause, source, label }]) => [
            name,
            {
              value: policy.shown[name] ?? '',
              unit,
              clause,
              source,
              label,
              ...(pack.origins[name] && { from: pack.origins[name] }),
            },
          ]),
        ),
      },
      inputs: reported,
      unread: faults.map(unreadInput),
      leftOut: gathered.leftOut,
      rules: settled.outcomes,
      states: settled.states,
      ownRules: rules.flatMap(({ path, header }) => (path === undefined ? [] : [header.id])),
      coverage: await measureCoverage(engine, given),
      ...(given.has('statistics') && {
        areas: await compareAreas(engine, {
          gap: policy.scalars.dual_gap ?? 0,
          least: policy.scalars.dual_gap_min ?? 0,
        }),
      }),
      ...(options.formats.has('html') && {
        page: await measurePageFacts(engine, {
          asOf,
          line: policy.scalars.stable_income_line ?? 0,
          band: policy.scalars.heaping_band ?? 0,
        }),
      }),
    };
    progress({ stage: 'report', what: model.runId });
    await writeReports(model, run.path, options.formats);
    await keepOwnRules(rules, run.path);
    watch.lap('report');
    const outputs = await hashFolder(run.path);
    const manifest = manifestText({
      model,
      engineVersion: await engine.version(),
      formats: [...options.formats].sort(),
      outputs,
      record: {
        reading: gathered.reading,
        area: options.area,
        pack,
        facts: built.map(({ header, body }) => ({ name: header.name, sql: body })),
        keepTables: options.keepTables ?? false,
      },
      located: { inputs: locatedInputs(gathered.inputs, join(options.out, model.runId)) },
      timings: watch.milliseconds(seconds),
    });
    const published = await run.publish({ runId: model.runId, manifest });
    return { model, outputs, ...published };
  } catch (error) {
    await engine?.close();
    await run.discard();
    throw asWriteFailure(error, options.out);
  }
}

/**
 * What is judged by and with: whatever is wrong with the policy or with a county's own rule is said here, before any input is read.
 * @throws HechaError HC2xxx for the policy, HC4xxx for a rule
 */
async function rulesToRun(options: AuditOptions): Promise<{
  pack: Pack;
  rules: readonly Rule[];
  facts: readonly Fact[];
  clauses: ReadonlySet<string>;
}> {
  const pack =
    typeof options.policy === 'string'
      ? await loadPack(options.policy, { overrides: options.overrides, codesOf: unitCodes })
      : options.policy;
  const rules = selectRules(await loadRules(options.ownRules), options.rules, options.rulesPlace);
  const clauses = new Set((await loadClauses()).keys());
  const engine = await openDuckdb({ threads: 1 });
  try {
    const facts = await loadFacts(engine);
    const ours = rules.filter(({ path }) => path === undefined);
    checkComplete(pack, await loadPack(shippedPacks[0]), [...facts, ...ours]);
    await checkOwnRules(engine, rules, { facts, pack, clauses });
    return { pack, rules, facts, clauses };
  } finally {
    await engine.close();
  }
}

type Loop = Pick<ReportModel, 'previous' | 'feedback'>;

/** What of earlier nights decides statuses. */
function loopOf(before: RunRecord | undefined, ledger: readonly Verdict[]): Loop {
  const text = ledgerText(ledger);
  return {
    ...(before && {
      previous: {
        runId: before.manifest.run_id,
        asOf: before.manifest.as_of,
        content: before.manifest.content,
      },
    }),
    ...(ledger.length > 0 && {
      feedback: {
        text,
        sha256: textHash(text),
        entries: ledger.length,
      },
    }),
  };
}

const identityOf = ({ previous, feedback }: Loop): unknown => [
  previous?.content ?? null,
  feedback?.sha256 ?? null,
];

/** The parts by their numbers; a number of a part that could not be read has none. */
function partsByIndex(files: readonly FileRead[]): PartName[] {
  const parts: PartName[] = [];
  for (const { part } of files.flatMap((file) => file.parts)) parts[part.index] = part;
  return parts;
}

async function countiesOf(engine: Engine): Promise<string> {
  const rows = await engine.all(
    'SELECT DISTINCT county FROM roster_household WHERE county IS NOT NULL ORDER BY county',
  );
  return rows.map(({ county }) => String(county)).join('、');
}
