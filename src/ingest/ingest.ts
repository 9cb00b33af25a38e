import { mkdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Bilingual } from '../bilingual.js';
import type { Engine } from '../engine/engine.js';
import { HechaError } from '../errors.js';
import { expandArchive } from './expand-archive.js';
import { InputError, type InputFault, isInputError, placed } from './fault.js';
import type { FileSettings } from './file-settings.js';
import { fingerprint, type InputPath } from './inputs.js';
import { defaultLimits, type InputLimits } from './limits.js';
import type { PartRead } from './part-read.js';
import { readText } from './read-text.js';
import { readWorkbook } from './read-workbook.js';
import { type FileKind, sniff } from './sniff.js';
import type { Source } from './source.js';

/** A file that was read, with its parts. */
export interface FileRead {
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  readonly kind: FileKind;
  /** The archive that it came out of. */
  readonly inside?: { readonly path: string; readonly size: number; readonly sha256: string };
  readonly parts: readonly PartRead[];
}

/** A file or sheet that was left out on purpose, and why. */
export interface LeftOut {
  readonly file: string;
  readonly sheet?: string;
  readonly reason: Bilingual;
}

export interface IngestOptions {
  /** Folder for passing copies; what is put there is removed again. */
  readonly temporary: string;
  readonly limits?: InputLimits;
  /** Headers of a village's exit indicators that do not begin as such. */
  readonly indicators?: readonly string[];
  readonly settings?: FileSettings;
  /** Called when an input is begun with. */
  readonly onInput?: (input: InputPath) => void;
  /** Called when a file has been read, a member of an archive too. */
  readonly onFile?: (name: string, rows: number) => void;
  /** Takes what cannot be read, so that the rest is; without it the first such failure is thrown. */
  readonly onFault?: ((fault: InputFault) => void) | undefined;
}

/**
 * Reads every input into raw tables, part by part, in the order of files and sheets; the members of an archive in its place. Creates
 * the schema `raw`.
 * @throws HechaError for an input that cannot be read, unless `onFault` takes it; for what the machine makes impossible, always
 */
export async function ingest(
  engine: Engine,
  inputs: readonly InputPath[],
  options: IngestOptions,
): Promise<{ files: FileRead[]; leftOut: LeftOut[] }> {
  await engine.exec('CREATE SCHEMA IF NOT EXISTS raw');
  const files: FileRead[] = [];
  const leftOut: LeftOut[] = [];
  const limits = options.limits ?? defaultLimits;
  const reading: Reading = { ...options, engine, limits, nextIndex: 0, depth: 0 };
  for (const input of inputs) {
    options.onInput?.(input);
    await readInput(input, reading, { files, leftOut });
  }
  return { files, leftOut };
}

interface Reading extends IngestOptions {
  readonly engine: Engine;
  readonly limits: InputLimits;
  /** Number of the next part. */
  nextIndex: number;
  /** Archives around the input. */
  readonly depth: number;
  readonly inside?: FileRead['inside'];
}

interface Results {
  readonly files: FileRead[];
  readonly leftOut: LeftOut[];
}

/** Archives within archives that are opened; nobody means more. */
const MOST_DEPTH = 3;

async function readInput(input: InputPath, reading: Reading, results: Results): Promise<void> {
  try {
    const kind = await sniff(input, reading.limits);
    const source: Source = {
      path: input.path,
      name: input.name,
      kind,
      origin: input.origin ?? resolve(input.path),
    };
    if (kind === 'zip') await readArchive(source, reading, results);
    else await readSource(source, reading, results);
  } catch (error) {
    const fault = error instanceof InputError ? error : placed(error, input.name);
    if (!isInputError(fault) || !reading.onFault) throw fault;
    await reading.engine.dropRaw('raw', `part_${reading.nextIndex}`);
    reading.nextIndex += 1;
    const suspects = fault instanceof InputError ? fault.suspects : undefined;
    reading.onFault({ file: input.name, error: fault, ...(suspects && { suspects }) });
  }
}

async function readArchive(source: Source, reading: Reading, results: Results): Promise<void> {
  if (reading.depth === MOST_DEPTH) {
    throw new HechaError('HC3008', { place: source.name, limit: `zip ≤ ${MOST_DEPTH}`, detail: 'zip' });
  }
  const temporary = join(reading.temporary, `zip-${reading.depth}-${reading.nextIndex}`);
  await mkdir(temporary, { mode: 0o700 });
  try {
    const { members, others, faults } = await expandArchive(source, { limits: reading.limits, temporary });
    results.leftOut.push(...others);
    for (const { name, error } of faults) {
      if (!reading.onFault) throw error;
      reading.onFault({ file: name, error });
    }
    if (members.length + faults.length === 0) throw new HechaError('HC3010', { place: source.name });
    const inside = reading.inside ?? { path: source.name, ...(await fingerprint(source)) };
    const deeper: Reading = { ...reading, temporary, inside, depth: reading.depth + 1 };
    for (const member of members) {
      await readInput(member, deeper, results);
      reading.nextIndex = deeper.nextIndex;
    }
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

async function readSource(source: Source, reading: Reading, results: Results): Promise<void> {
  const { engine, limits, temporary } = reading;
  const settings = reading.settings?.of(source.origin, source.name) ?? [];
  const shared = { limits, temporary, indicators: reading.indicators ?? [] };
  const parts: PartRead[] = [];
  if (source.kind === 'csv') {
    const part = await readText(engine, source, {
      ...shared,
      index: reading.nextIndex,
      settings: settings[0],
    });
    if (!('part' in part)) {
      results.leftOut.push({ file: source.name, reason: part.reason });
      return;
    }
    parts.push(part);
    reading.nextIndex += 1;
  } else {
    const { onFault } = reading;
    const read = await readWorkbook(engine, source, {
      ...shared,
      firstIndex: reading.nextIndex,
      settings,
      onFault,
    });
    parts.push(...read.parts);
    reading.nextIndex = read.nextIndex;
    for (const { sheet, reason } of read.ignored) results.leftOut.push({ file: source.name, sheet, reason });
  }
  results.files.push({
    name: source.name,
    kind: source.kind,
    ...(await fingerprint(source)),
    ...(reading.inside && { inside: reading.inside }),
    parts,
  });
  reading.onFile?.(
    source.name,
    parts.reduce((total, { part }) => total + part.rowsBelow, 0),
  );
}
