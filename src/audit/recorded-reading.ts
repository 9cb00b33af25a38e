import { relative, resolve } from 'node:path';
import { z } from 'zod';
import { escapedPattern } from '../config/load.js';
import { datasets } from '../datasets/catalogue.js';
import { type FileEntry, type FileSettings, slashed } from '../ingest/file-settings.js';
import type { FileRead } from '../ingest/ingest.js';
import type { InputPath } from '../ingest/inputs.js';
import { fingerprint } from '../ingest/inputs.js';
import { defaultLimits } from '../ingest/limits.js';
import type { ReadSettings } from '../ingest/settings.js';
import type { ReadingOptions } from './reading-options.js';

const names = z.array(z.string());
const texts = z.record(z.string(), z.string());

const entrySchema = z.object({
  dataset: z.string(),
  sheets: names.optional(),
  header_rows: z.union([z.tuple([z.int()]), z.tuple([z.int(), z.int()])]).optional(),
  encoding: z.enum(['utf-8', 'gb18030', 'utf-16le', 'utf-16be']).optional(),
  delimiter: z.enum([',', '\t', ';', '|']).optional(),
  columns: texts,
  codes: z.record(z.string(), texts),
  units: z.record(z.string(), z.number()),
  /** The patterns and the line of the configuration, which a message about a file that is not there names. */
  written: names,
  line: z.int(),
  /** The files that it was for, as reports name them. */
  files: names,
});

/** All that decided how the inputs were read, as `manifest.json` keeps it: nothing in it depends on where they lay. */
export const readingSchema = z.object({
  /** Every file that was given, read or not; null where it could not even be opened. */
  files: z.array(z.object({ name: z.string(), size: z.int().nullable(), sha256: z.string().nullable() })),
  /** Files that may hold data, in formats that are not read: reports name them. */
  others: names,
  config: z.string().nullable(),
  entries: z.array(entrySchema),
  village_indicators: names,
  keep_going: z.boolean(),
  max_rejects: z.union([z.object({ rows: z.number() }), z.object({ share: z.number() })]).nullable(),
  limits: z.record(z.string(), z.number()),
});

export type RecordedReading = z.infer<typeof readingSchema>;

/** Where a file lay, for whoever looks for it again: as a whole path, and from the run's own folder. */
export interface LocatedInput {
  readonly name: string;
  readonly path: string;
  readonly from_run: string;
}

/** What is to be kept of how the inputs were read, once they were. */
export async function recordReading(
  options: Pick<ReadingOptions, 'files' | 'villageIndicators' | 'keepGoing' | 'maxRejects' | 'limits'>,
  found: {
    readonly inputs: readonly InputPath[];
    readonly others: readonly string[];
    readonly settings: FileSettings;
    readonly read: readonly FileRead[];
  },
): Promise<RecordedReading> {
  const known = new Map(
    found.read.map(({ name, size, sha256, inside }) =>
      inside ? [inside.path, inside] : [name, { size, sha256 }],
    ),
  );
  const files: RecordedReading['files'] = [];
  for (const input of found.inputs) {
    const { size, sha256 } =
      known.get(input.name) ?? (await fingerprint(input).catch(() => ({ size: null, sha256: null })));
    files.push({ name: input.name, size, sha256 });
  }
  return {
    files,
    others: [...found.others],
    config: options.files?.config ?? null,
    entries: found.settings.met().map(({ entry, names: met }) => recordedEntry(entry, met)),
    village_indicators: [...(options.villageIndicators ?? [])],
    keep_going: options.keepGoing ?? false,
    max_rejects: options.maxRejects ?? null,
    limits: { ...(options.limits ?? defaultLimits) },
  };
}

function recordedEntry(entry: FileEntry, files: readonly string[]): RecordedReading['entries'][number] {
  const { dataset, sheets, headerRows, encoding, delimiter, columns, codes, units } = entry.settings;
  return {
    dataset: dataset.id,
    ...(sheets && { sheets: [...sheets] }),
    ...(headerRows && { header_rows: [...headerRows] as [number] | [number, number] }),
    ...(encoding && { encoding }),
    ...(delimiter && { delimiter }),
    columns: Object.fromEntries(columns),
    codes: Object.fromEntries([...codes].map(([field, spellings]) => [field, Object.fromEntries(spellings)])),
    units: Object.fromEntries(units),
    written: [...entry.written],
    line: entry.line,
    files: [...files],
  };
}

/** Where each input lies, seen from a run's folder too. */
export const locatedInputs = (inputs: readonly InputPath[], run: string): LocatedInput[] =>
  inputs.map(({ name, path }) => ({
    name,
    path: resolve(path),
    from_run: slashed(relative(resolve(run), resolve(path))),
  }));

/** Stands for the folder of the inputs, in which every file has the name that reports give it. */
const ROOT = '/';
const originOf = (name: string): string => ROOT + name;

/**
 * How to read the same files in the same way again.
 * @param inputs where each file of the record is now, by its name
 * @throws Error for a dataset that there is no more
 */
export function readingAgain(
  reading: RecordedReading,
  inputs: ReadonlyMap<string, string>,
): Pick<
  ReadingOptions,
  'given' | 'paths' | 'notInputs' | 'files' | 'limits' | 'villageIndicators' | 'keepGoing' | 'maxRejects'
> {
  return {
    paths: [],
    notInputs: [],
    given: {
      inputs: reading.files.flatMap(({ name }) => {
        const path = inputs.get(name);
        return path === undefined ? [] : [{ name, path, origin: originOf(name) }];
      }),
      others: reading.others,
    },
    ...(reading.config !== null && {
      files: { entries: reading.entries.map(entryAgain), folder: ROOT, config: reading.config },
    }),
    limits: { ...defaultLimits, ...reading.limits },
    villageIndicators: reading.village_indicators,
    ...(reading.keep_going && { keepGoing: true }),
    ...(reading.max_rejects && { maxRejects: reading.max_rejects }),
  };
}

function entryAgain(entry: RecordedReading['entries'][number]): FileEntry {
  const dataset = datasets.find(({ id }) => id === entry.dataset);
  if (!dataset) throw new Error(`no dataset ${entry.dataset}`);
  const settings: ReadSettings = {
    dataset,
    ...(entry.sheets && { sheets: entry.sheets }),
    ...(entry.header_rows && { headerRows: entry.header_rows }),
    ...(entry.encoding && { encoding: entry.encoding }),
    ...(entry.delimiter && { delimiter: entry.delimiter }),
    columns: new Map(Object.entries(entry.columns)),
    codes: new Map(
      Object.entries(entry.codes).map(([field, spellings]) => [field, new Map(Object.entries(spellings))]),
    ),
    units: new Map(Object.entries(entry.units)),
  };
  return {
    patterns: entry.files.map((name) => escapedPattern(originOf(name))),
    written: entry.written,
    settings,
    line: entry.line,
  };
}
