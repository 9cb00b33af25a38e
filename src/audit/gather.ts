import { stat } from 'node:fs/promises';
import type { Bilingual } from '../bilingual.js';
import type { Engine } from '../engine/engine.js';
import { HechaError } from '../errors.js';
import { configuredFiles } from '../ingest/configured-files.js';
import type { InputFault } from '../ingest/fault.js';
import { type FileEntry, fileSettings } from '../ingest/file-settings.js';
import { type FileRead, type IngestOptions, ingest, type LeftOut } from '../ingest/ingest.js';
import { findInputs, type InputPath } from '../ingest/inputs.js';
import type { PartRead } from '../ingest/part-read.js';
import { normalizePart, type PartAccount } from '../normalize/part.js';
import { createTables } from '../normalize/tables.js';
import type { InputFile, ReportModel } from '../report/model.js';
import { rejectReasons } from '../report/reject-reasons.js';
import { accountInputs } from './accounts.js';
import type { Progress } from './progress.js';
import type { ReadingOptions } from './reading-options.js';
import { type RecordedReading, recordReading } from './recorded-reading.js';

/** Which inputs are read, and how, and on which day. */
export interface GatherOptions extends ReadingOptions {
  /** YYYY-MM-DD; without it the newest date that the inputs declare, else `today`. */
  readonly asOf?: string;
  readonly asOfFromConfig?: boolean;
  /** Where the day of an earlier run came from, when it is done again. */
  readonly asOfSource?: ReportModel['asOfSource'];
  readonly today: string;
}

/** The inputs in the tables of their datasets, and what became of each. */
export interface Gathered {
  readonly files: readonly FileRead[];
  /** Every part with the account of its rows; those that were refused are not among them. */
  readonly accounts: ReadonlyMap<PartRead, PartAccount>;
  readonly reported: readonly InputFile[];
  readonly leftOut: readonly LeftOut[];
  readonly faults: readonly InputFault[];
  readonly asOf: string;
  readonly asOfSource: ReportModel['asOfSource'];
  /** The files that were given, wherever they lie. */
  readonly inputs: readonly InputPath[];
  /** How they were read, to be done again. */
  readonly reading: RecordedReading;
}

/**
 * Reads and normalises all inputs: the part of the work that an audit and a check share. The engine's tables are made here.
 * @param temporary folder for passing copies
 * @throws HechaError for an input that cannot be used, unless `keepGoing`; for what the machine makes impossible, always
 */
export async function gather(
  engine: Engine,
  options: GatherOptions,
  work: {
    readonly temporary: string;
    readonly progress: Progress;
    /** Looks at a part while its raw table is still there; one that was refused is not shown. */
    readonly onPart?: (read: PartRead, asOf: string) => Promise<void>;
  },
): Promise<Gathered> {
  const { temporary, progress } = work;
  const faults: InputFault[] = [];
  const onFault = options.keepGoing ? (fault: InputFault) => void faults.push(fault) : undefined;
  const entries = options.files?.entries ?? [];
  const settings = fileSettings(entries);
  const { inputs, others } =
    options.given ??
    (await findInputs(
      options.paths,
      options.notInputs,
      options.files ? await configuredFiles(entries, options.files.folder) : [],
    ));
  const reading = await readProgress(inputs, progress);
  const { files, leftOut } = await ingest(engine, inputs, {
    temporary,
    settings,
    ...(options.limits && { limits: options.limits }),
    ...(options.villageIndicators && { indicators: options.villageIndicators }),
    ...reading,
    onFault,
  });
  for (const entry of settings.unused()) {
    const fault = unmet(entry, options.files?.config ?? '');
    if (!onFault) throw fault.error;
    onFault(fault);
  }
  const day = dayOf(options, files);
  await createTables(engine);
  const accounts = new Map<PartRead, PartAccount>();
  const parts = files.flatMap((file) => file.parts);
  const of = parts.reduce((rows, { part }) => rows + part.rowsBelow, 0);
  let done = 0;
  for (const read of parts) {
    const { file, sheet, rowsBelow: rows } = read.part;
    progress({ stage: 'normalize', what: sheet ?? file, rows, rowsDone: done, done, of });
    done += rows;
    const { isTooMany, limit } = tooMany(options);
    const account = await normalizePart({
      engine,
      part: read.part,
      asOf: day.asOf,
      ...(isTooMany && { isTooMany }),
    });
    if (!account.refused) await work.onPart?.(read, day.asOf);
    await engine.dropRaw('raw', read.part.table);
    if (account.refused) {
      const fault = refusedPart(read, account, limit);
      if (!onFault) throw fault.error;
      onFault(fault);
    } else accounts.set(read, account);
  }
  const kept = files
    .map((file) => ({ ...file, parts: file.parts.filter((read) => accounts.has(read)) }))
    .filter(({ parts }) => parts.length > 0);
  return {
    files: kept,
    accounts,
    reported: accountInputs(kept, accounts),
    leftOut: [...leftOut, ...others.map((file) => ({ file, reason: NO_TABLE }))],
    faults,
    inputs,
    reading: await recordReading(options, { inputs, others, settings, read: files }),
    ...day,
  };
}

/** Tells the progress of reading by the bytes of the files, which are known beforehand. */
async function readProgress(
  inputs: readonly InputPath[],
  progress: Progress,
): Promise<Required<Pick<IngestOptions, 'onInput' | 'onFile'>>> {
  const sizes = new Map<string, number>();
  for (const { path } of inputs) {
    // A file that cannot be looked at is told of when it is read.
    const info = await stat(path).catch(() => undefined);
    sizes.set(path, info?.size ?? 0);
  }
  const of = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  let [begun, done, rowsDone] = [0, 0, 0];
  return {
    onInput: ({ path, name }) => {
      done = begun;
      begun += sizes.get(path) ?? 0;
      progress({ stage: 'read', what: name, rowsDone, done, of });
    },
    onFile: (what, rows) => {
      rowsDone += rows;
      progress({ stage: 'read', what, rows, rowsDone, done, of });
    },
  };
}

const NO_TABLE: Bilingual = {
  zh: '这种格式不能读，如有数据请另存为 .xlsx 或 .csv',
  en: 'a format that is not read: if it holds data, save it as .xlsx or .csv',
};

/** An entry of the configuration that no file has met. */
function unmet({ written, settings, line }: FileEntry, config: string): InputFault {
  const pattern = written.join(' ');
  const name = pattern.replace(/^.*\//, '');
  return {
    file: name,
    error: new HechaError('HC2003', {
      file: config,
      line,
      problem: {
        zh: `datasets：没有文件符合“${pattern}”（${settings.dataset.title.zh}）；今天没有这份数据时可用 --keep-going，报告中会注明`,
        en: `datasets: no file meets "${pattern}" (${settings.dataset.id}); if there is none today, --keep-going goes on and says so`,
      },
    }),
    suspects: [settings.dataset.id],
  };
}

function tooMany({ maxRejects }: GatherOptions): {
  isTooMany?: (account: PartAccount) => boolean;
  limit: string;
} {
  if (!maxRejects) return { limit: '' };
  if ('rows' in maxRejects) {
    return { isTooMany: ({ rejected }) => rejected > maxRejects.rows, limit: String(maxRejects.rows) };
  }
  const { share } = maxRejects;
  return {
    isTooMany: ({ accepted, rejected }) => rejected > share * (accepted + rejected),
    limit: `${Number((share * 100).toFixed(6))}%`,
  };
}

function refusedPart({ part }: PartRead, account: PartAccount, most: string): InputFault {
  const { file, sheet, dataset } = part;
  const reasons: Readonly<Record<string, Bilingual>> = rejectReasons;
  const { row = 0, reason = '' } = account.refused ?? {};
  return {
    file,
    ...(sheet !== undefined && { sheet }),
    error: new HechaError('HC3019', {
      place: sheet === undefined ? file : `${file}!${sheet}`,
      rejected: account.rejected,
      most,
      row,
      reason: reasons[reason] ?? reason,
    }),
    suspects: [dataset.id],
  };
}

/** The day against which ages and delays count, and where it comes from. */
function dayOf(
  options: GatherOptions,
  files: readonly FileRead[],
): { asOf: string; asOfSource: ReportModel['asOfSource'] } {
  if (options.asOf) {
    const told = options.asOfFromConfig ? 'config' : 'option';
    return { asOf: options.asOf, asOfSource: options.asOfSource ?? told };
  }
  const declared = files
    .flatMap(({ parts }) => parts.flatMap(({ declaredDate }) => declaredDate ?? []))
    .sort();
  const newest = declared.at(-1);
  return newest ? { asOf: newest, asOfSource: 'inputs' } : { asOf: options.today, asOfSource: 'clock' };
}
