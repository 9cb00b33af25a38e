import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { HechaError } from '../errors.js';
import { type RunRecord, readRun, runsIn } from '../run/run-record.js';

/** What is asked for with `--previous latest`. */
const LATEST = 'latest';

/**
 * The run that tonight's is held against. `latest` is the newest that is not tonight's own audit: one that is made again goes by what it went by the
 * first time, and so gives the same result. On a first night there is none.
 * @param given a run's folder, its name in the folder of runs, or `latest`
 * @throws HechaError HC5005 when there is no such run, HC5007 when it is of a later day
 */
export async function previousRun(
  given: string | undefined,
  tonight: { readonly out: string; readonly base: string; readonly asOf: string },
): Promise<RunRecord | undefined> {
  if (given === undefined) return undefined;
  const { out, base, asOf } = tonight;
  if (given === LATEST && !existsSync(join(out, LATEST))) {
    const runs = await runsIn(out);
    if (runs.length === 0) return undefined;
    throw new HechaError('HC5005', {
      path: join(out, LATEST),
      detail: { zh: '没有 latest 链接', en: 'there is no link latest' },
    });
  }
  const inOut = join(out, given);
  let run: RunRecord | undefined = await readRun(existsSync(inOut) ? inOut : given);
  while (run?.manifest.base === base) {
    const before: string | undefined = run.manifest.previous?.run_id;
    run = before === undefined ? undefined : await readRun(join(run.out, before));
  }
  if (!run) return undefined;
  const { manifest } = run;
  if (manifest.as_of > asOf)
    throw new HechaError('HC5007', { run: manifest.run_id, day: manifest.as_of, asOf });
  return run;
}

/**
 * Another county's findings would all be taken for gone.
 * @throws HechaError HC5009 when the run is of another county
 */
export function mustBeSameCounty({ manifest }: RunRecord, county: string): void {
  if (manifest.county !== county)
    throw new HechaError('HC5009', { run: manifest.run_id, theirs: manifest.county, ours: county });
}
