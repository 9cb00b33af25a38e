import { z } from 'zod';
import { readingSchema } from '../audit/recorded-reading.js';
import { HechaError } from '../errors.js';
import { type RunRecord, readRun } from '../run/run-record.js';

const text = z.string();
const bilingual = z.object({ zh: text, en: text });
const shown = z.union([z.number(), text, z.array(text)]);

const parameter = z.object({
  value: shown,
  kind: z.enum(['number', 'list', 'range', 'by-year']),
  stated: z.unknown().optional(),
  unit: text,
  clause: text,
  source: text,
  label: bilingual,
  from: z.object({ by: z.enum(['pack', 'child', 'config']), name: text }).optional(),
});

const ranRule = z.looseObject({
  id: text,
  family: text,
  status: text,
  findings: z.number(),
  parameters: z.record(text, shown),
  sql_sha256: text,
  header_sha256: text,
});

/** What of a manifest the run is done again by, and compared. */
const recordedSchema = z.looseObject({
  run_id: text,
  tool: z.object({ name: text, version: text }),
  engine: z.object({ name: text, version: text }),
  as_of: z.iso.date(),
  as_of_source: z.enum(['option', 'config', 'inputs', 'clock']),
  content: text,
  options: z.object({
    lang: z.enum(['zh', 'en']),
    mask: z.enum(['none', 'partial', 'full']).nullable(),
    formats: z.array(text),
    area: text.nullable(),
    keep_tables: z.boolean(),
  }),
  policy: z.object({ name: text, title: bilingual, sha256: text, values: z.record(text, parameter) }),
  rules: z.array(ranRule),
  own_rules: z.array(text),
  rules_not_run: z.array(z.looseObject({ id: text, status: text, reason: bilingual.nullable() })),
  facts: z.array(z.object({ name: text, sql_sha256: text })),
  inputs: z.array(
    z.looseObject({
      path: text,
      sha256: text,
      inside: z.object({ path: text, size: z.number(), sha256: text }).optional(),
      parts: z.array(
        z.looseObject({
          file: text,
          sheet: text.nullable(),
          dataset: text,
          header_row: z.int(),
          mapping: z.record(text, text),
        }),
      ),
    }),
  ),
  reading: readingSchema,
  outputs: z.array(z.object({ path: text, size: z.number(), sha256: text })),
  located: z.object({ inputs: z.array(z.object({ name: text, path: text, from_run: text })) }),
});

export type RecordedManifest = z.infer<typeof recordedSchema>;

/** A run with all that it takes to do it again. */
export interface RecordedRun extends RunRecord {
  readonly recorded: RecordedManifest;
}

/**
 * Reads a run with what it takes to do it again.
 * @throws HechaError HC5005 when no run is there, HC5020 when its manifest does not say enough, as those of older versions
 */
export async function readRecordedRun(path: string): Promise<RecordedRun> {
  const run = await readRun(path);
  const recorded = recordedSchema.safeParse(run.manifest);
  if (!recorded.success) {
    const version = z.object({ tool: z.object({ version: text }) }).safeParse(run.manifest);
    throw new HechaError('HC5020', {
      run: run.folder,
      version: version.data?.tool.version ?? '?',
      lacks: recorded.error.issues[0]?.path.join('.') ?? '',
    });
  }
  return { ...run, recorded: recorded.data };
}
