import { HechaError } from '../errors.js';
import { rosterCount } from './area-count.js';
import { BLOCK, MOST_HOUSEHOLDS, makeBlock } from './block.js';
import { addDays } from './calendar.js';
import { openCounty } from './county-files.js';
import { prepareFolder } from './folder.js';
import { nightLog } from './nights/night-log.js';
import { nightsOf } from './nights/nights-of.js';
import { placesOf } from './place-records.js';
import { layOut } from './places.js';

export interface SynthesisOptions {
  /** Folder to write into; made if need be. */
  readonly out: string;
  /** Registered households. */
  readonly households: number;
  /** The same seed and households give the same bytes. */
  readonly seed: number;
  /** The day of the extracts, YYYY-MM-DD; 2017-07-31 unless given. */
  readonly asOf?: string;
  /** The same county so many nights on, from 1: the day is a day later each night, and some things have changed. 1 unless given. */
  readonly night?: number;
  /** Called as the work goes on, with the rows written so far. */
  readonly onProgress?: (rows: number) => void;
}

export interface Synthesis {
  readonly files: readonly { readonly name: string; readonly rows: number }[];
  /** Findings in truth.csv. */
  readonly truth: number;
  /** Lines of truth-changes.csv; none in the first night. */
  readonly changes: number;
}

/** The exit years of the policy are all over by then. */
const EARLIEST_DAY = '2017-01-01';
const LATEST_DAY = '2040-12-31';
const MOST_NIGHTS = 31;

/**
 * Writes a synthetic county: every dataset as its department would export it, truth.csv with each finding that a right audit makes
 * of them, truth-rejects.csv with each row that was spoilt on purpose, and from the second night on truth-changes.csv with each finding
 * that is new, gone or other than the night before. Block by block, so that memory does not grow with the county.
 * @throws HechaError HC1003 for numbers out of range, HC1005 for a folder with other files, HC5002 when it cannot be written
 */
export async function synthesize(options: SynthesisOptions): Promise<Synthesis> {
  const { out, households, seed, asOf = '2017-07-31', night = 1 } = options;
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
  check('--night', night, Number.isInteger(night) && night >= 1 && night <= MOST_NIGHTS, `1–${MOST_NIGHTS}`);
  try {
    return await write({ ...options, asOf, night });
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

interface Nights extends SynthesisOptions {
  readonly asOf: string;
  readonly night: number;
}

async function write({ out, households, seed, asOf, night, onProgress }: Nights): Promise<Synthesis> {
  const today = addDays(asOf, night - 1);
  await prepareFolder(out, { households, seed, asOf: today, night });
  const county = layOut(households, seed);
  const files = await openCounty(county, { folder: out, seed, asOf, night, today, households });
  // Offices count once and for all: only the roster's counts are tonight's.
  const firstRoster = rosterCount();
  const log = nightLog({ night, today });
  for (let index = 0; index * BLOCK < households; index += 1) {
    const nights = nightsOf(makeBlock(county, index, { seed, asOf }), { seed, index, asOf, nights: night });
    await files.addBlock(nights, index);
    for (const household of nights.first.households) firstRoster.add(household);
    for (const finding of log.add(nights)) files.addTruth(finding);
    await files.drain();
    onProgress?.(files.rows());
  }
  const places = placesOf(county, firstRoster, { seed, asOf });
  files.addPlaces(places);
  const { truth, changes } = log.end(places);
  for (const finding of truth) files.addTruth(finding);
  for (const change of changes) files.addChange(change);
  const written = await files.close();
  onProgress?.(files.rows());
  return { files: written, truth: files.truth(), changes: changes.length };
}
