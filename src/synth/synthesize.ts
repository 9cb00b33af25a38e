import { HechaError } from '../errors.js';
import { rosterCount } from './area-count.js';
import { BLOCK, MOST_HOUSEHOLDS, makeBlock } from './block.js';
import { openCounty } from './county-files.js';
import { prepareFolder } from './folder.js';
import { placesOf } from './place-records.js';
import { layOut } from './places.js';
import { countyTruth } from './truth/county-truth.js';

export interface SynthesisOptions {
  /** Folder to write into; made if need be. */
  readonly out: string;
  /** Registered households. */
  readonly households: number;
  /** The same seed and households give the same bytes. */
  readonly seed: number;
  /** The day of the extracts, YYYY-MM-DD; 2017-07-31 unless given. */
  readonly asOf?: string;
  /** Called as the work goes on, with the rows written so far. */
  readonly onProgress?: (stage: string, rows: number) => void;
}

export interface Synthesis {
  readonly files: readonly { readonly name: string; readonly rows: number }[];
  /** Findings in truth.csv. */
  readonly truth: number;
}

/** The exit years of the policy are all over by then. */
const EARLIEST_DAY = '2017-01-01';
const LATEST_DAY = '2040-12-31';

/**
 * Writes a synthetic county: every dataset as its department would export it, truth.csv with each finding that a right audit makes
 * of them, truth-rejects.csv with each row that was spoilt on purpose. Block by block, so that memory does not grow with the county.
 * @throws HechaError HC1003 for numbers out of range, HC1005 for a folder with other files, HC5002 when it cannot be written
 */
export async function synthesize(options: SynthesisOptions): Promise<Synthesis> {
  const { out, households, seed, asOf = '2017-07-31' } = options;
  check(
    '--households',
    households,
    Number.isInteger(households) && households >= 1 && households <= MOST_HOUSEHOLDS,
    `1–${MOST_HOUSEHOLDS}`,
  );
  check('--seed', seed, Number.isSafeInteger(seed) && seed >= 0, '0, 1, 2 …');
  check(
    '--as-of',
    asOf,
    /^\d{4}-\d{2}-\d{2}$/.test(asOf) && asOf >= EARLIEST_DAY && asOf <= LATEST_DAY,
    `${EARLIEST_DAY} – ${LATEST_DAY}`,
  );
  try {
    return await write({ ...options, asOf });
  } catch (error) {
    const code =
      error instanceof Error && !(error instanceof HechaError)
        ? (error as NodeJS.ErrnoException).code
        : undefined;
    throw code === undefined ? error : new HechaError('HC5002', { dir: out, detail: code });
  }
}

function check(flag: string, value: string | number, holds: boolean, expected: string): void {
  if (!holds) throw new HechaError('HC1003', { flag, value, expected });
}

async function write(options: SynthesisOptions & { readonly asOf: string }): Promise<Synthesis> {
  const { out, households, seed, asOf } = options;
  await prepareFolder(out, { households, seed, asOf });
  const county = layOut(households, seed);
  const files = await openCounty(county, { folder: out, seed, asOf, households });
  const roster = rosterCount();
  const truth = countyTruth(asOf);
  for (let index = 0; index * BLOCK < households; index += 1) {
    const block = makeBlock(county, index, { seed, asOf });
    await files.addBlock(block, index);
    for (const household of block.households) roster.add(household);
    for (const finding of truth.add(block)) files.addTruth(finding);
    await files.drain();
    options.onProgress?.('synth', files.rows());
  }
  const places = placesOf(county, roster, { seed, asOf });
  files.addPlaces(places);
  for (const finding of truth.end(places, roster)) files.addTruth(finding);
  const written = await files.close();
  options.onProgress?.('synth', files.rows());
  return { files: written, truth: files.truth() };
}
