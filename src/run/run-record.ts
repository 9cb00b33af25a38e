import { createReadStream } from 'node:fs';
import { readdir, readFile, realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { Bilingual } from '../bilingual.js';
import { HechaError } from '../errors.js';
import type { Finding } from '../findings/finding.js';
import type { FindingState } from '../findings/state.js';
import { hashFile } from '../ingest/hash-file.js';

/** What of `manifest.json` the commands on runs go by; the rest is kept as it stands. */
const manifestSchema = z.looseObject({
  schema: z.literal(1),
  run_id: z.string(),
  /** The run's name without what it took from earlier nights; runs of older versions have none. */
  base: z.string().optional(),
  as_of: z.iso.date(),
  county: z.string(),
  content: z.string(),
  options: z.looseObject({ lang: z.enum(['zh', 'en']), mask: z.string().nullable() }),
  previous: z.object({ run_id: z.string(), content: z.string() }).nullable().optional(),
  feedback: z.object({ sha256: z.string(), entries: z.number() }).nullable().optional(),
  rules: z.array(
    z.looseObject({
      id: z.string(),
      title: z.object({ zh: z.string(), en: z.string() }),
      sql_sha256: z.string(),
      parameters: z.record(z.string(), z.unknown()),
    }),
  ),
  coverage: z.looseObject({
    datasets: z.array(z.looseObject({ id: z.string(), given: z.boolean() })),
  }),
  outputs: z.array(z.object({ path: z.string(), size: z.number(), sha256: z.string() })),
});

type RunManifest = z.infer<typeof manifestSchema>;

/** A published run. */
export interface RunRecord {
  /** Its folder; never the link `latest`. */
  readonly folder: string;
  /** The folder that holds it and its neighbours. */
  readonly out: string;
  readonly manifest: RunManifest;
}

export const MANIFEST = 'manifest.json';
const STATE = 'state.jsonl';
const FINDINGS = 'findings.jsonl';
const RUN_NAME = /^\d{4}-\d{2}-\d{2}-[0-9a-f]{8}$/;

/**
 * Reads what a run says of itself.
 * @param path of the run's folder, or of the link `latest`
 * @throws HechaError HC5005 when no run is there
 */
export async function readRun(path: string): Promise<RunRecord> {
  const refuse = (detail: string | Bilingual): never => {
    throw new HechaError('HC5005', { path, detail });
  };
  const folder = await realpath(path).catch(() =>
    refuse({ zh: '没有这个文件夹', en: 'there is no such folder' }),
  );
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() =>
    refuse({ zh: '里面没有 manifest.json', en: 'it has no manifest.json' }),
  );
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return refuse({ zh: 'manifest.json 已损坏', en: 'its manifest.json is damaged' });
  }
  const manifest = manifestSchema.safeParse(json);
  if (!manifest.success)
    return refuse({ zh: 'manifest.json 缺少内容', en: 'its manifest.json lacks something' });
  return { folder, out: dirname(folder), manifest: manifest.data };
}

/** The names of the runs in a folder, in code-unit order, which is that of their as-of days. */
export async function runsIn(out: string): Promise<string[]> {
  const names = await readdir(out, { withFileTypes: true }).catch(() => []);
  return names
    .filter((entry) => entry.isDirectory() && RUN_NAME.test(entry.name))
    .map(({ name }) => name)
    .sort();
}

/**
 * What a run knew of every finding, of its own night and of earlier ones.
 * @throws HechaError HC5008 when the file is missing or was changed
 */
export async function readStates(run: RunRecord): Promise<FindingState[]> {
  const states: FindingState[] = [];
  for await (const state of lines(run, STATE)) states.push(state as FindingState);
  return states;
}

/**
 * The findings of a run, one after the other in the order of the reports.
 * @throws HechaError HC5008 when the file is missing or was changed
 */
export async function* readFindings(run: RunRecord): AsyncGenerator<Finding> {
  for await (const finding of lines(run, FINDINGS)) yield finding as Finding;
}

/** The objects of a .jsonl file, once its bytes are found to be what was published. */
async function* lines(run: RunRecord, file: string): AsyncGenerator<unknown> {
  const path = join(run.folder, file);
  const published = run.manifest.outputs.find((output) => output.path === file);
  const found = await hashFile(path).catch(() => undefined);
  if (!published || found?.sha256 !== published.sha256)
    throw new HechaError('HC5008', { run: run.folder, file });
  const reader = createInterface({
    input: createReadStream(path, 'utf8'),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  for await (const line of reader) if (line !== '') yield JSON.parse(line);
}
