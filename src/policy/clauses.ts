import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';

const bilingual = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });

const file = z.strictObject({
  parts: z.unknown().optional(),
  clauses: z.record(
    z.string(),
    z.strictObject({ part: bilingual, zh: z.string(), en: z.string(), not_auditable: bilingual.optional() }),
  ),
});

export type Clause = z.infer<typeof file>['clauses'][string];

/** Every numbered clause of the notice, by its id (`(一)4`, `二.三.1`). */
export async function loadClauses(): Promise<ReadonlyMap<string, Clause>> {
  const text = await readFile(new URL('clauses.yaml', import.meta.url), 'utf8');
  return new Map(Object.entries(file.parse(parse(text)).clauses));
}
