import { readFile, realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Bilingual } from '../bilingual.js';
import { HechaError } from '../errors.js';

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
    z.looseObject({ id: z.string(), sql_sha256: z.string(), parameters: z.record(z.string(), z.unknown()) }),
  ),
  coverage: z.looseObject({
    datasets: z.array(z.looseObject({ id: z.string(), given: z.boolean() })),
  }),
  outputs: z.array(z.object({ path: z.string(), size: z.number(), sha256: z.string() })),
});

export type RunManifest = z.infer<typeof manifestSchema>;

/** A published run. */
export interface RunRecord {
  /** Its folder; never the link `latest`. */
  readonly folder: string;
  /** The folder that holds it and its neighbours. */
  readonly out: string;
  readonly manifest: RunManifest;
}

export const MANIFEST = 'manifest.json';

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
