import type { TransformOptions } from 'node:stream';
import { crc32, createInflateRaw, type ZlibOptions } from 'node:zlib';
import { type Entry, fromRandomAccessReaderPromise, type ZipFile } from 'yauzl';
import { HechaError } from '../../errors.js';
import { damaged, overLimit, type PartPlace } from '../failure.js';
import type { InputLimits } from '../limits.js';
import { openFileReader } from './file-reader.js';

/** One entry of the archive that may be read as a part. */
export interface ArchiveEntry {
  /** Inflated size that the directory declares; reading fails when it is not the size. */
  readonly size: number;
  readonly zip: Entry;
  /** Another entry has the same name, so there is no saying which one is meant. */
  readonly ambiguous: boolean;
}

export interface Archive {
  /** All entries, in the order of the directory. */
  readonly entries: readonly ArchiveEntry[];
  /** The entry of that name, as part names are compared: whatever the case of ASCII letters. */
  find(name: string): ArchiveEntry | undefined;
  /**
   * Inflates an entry as chunks, which the next one may overwrite. Throws HC3003 when it is damaged or encrypted, at the
   * latest after the last chunk (size and CRC-32), and HC3008 when it is over a limit.
   */
  inflate(entry: ArchiveEntry, part: PartPlace, maxBytes: number): AsyncGenerator<Buffer, void, undefined>;
  close(): void;
}

/** Size of the chunks: large enough that their number costs nothing, small enough for the processor's cache. */
const CHUNK_BYTES = 1 << 17;
/** How far the inflating, which has a thread of its own, may run ahead of the reader: without a lead each waits for the other by turns. */
const AHEAD_BYTES = 1 << 20;

/**
 * Opens a zip archive and reads its directory. Names in it are compared, never used as paths. Throws HC1001, HC3011 when there is no such
 * file or it cannot be opened, HC3003 when it is no sound archive.
 */
export async function openArchive(path: string, place: string, limits: InputLimits): Promise<Archive> {
  const { reader, size } = await openFileReader(path).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT'
      ? new HechaError('HC1001', { path: place })
      : new HechaError('HC3011', { place, detail: error.code ?? 'open' });
  });
  const zip = await fromRandomAccessReaderPromise(reader, size, {
    autoClose: false,
    decodeStrings: false,
    validateEntrySizes: true,
  }).catch(() => {
    reader.close(() => undefined);
    throw damaged({ place, part: '' }, 'zip');
  });
  // Errors also reach the call that caused them; without a listener they would end the process.
  zip.on('error', () => undefined);
  try {
    const entries = await readDirectory(zip, place, limits);
    const byName = namesOf(entries);
    return {
      entries,
      find: (name) => byName.get(comparable(name)),
      inflate: (entry, part, maxBytes) => inflate({ zip, entry, part, maxBytes, limits }),
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

const comparable = (name: string): string => name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();

async function readDirectory(zip: ZipFile, place: string, limits: InputLimits): Promise<ArchiveEntry[]> {
  const entries: ArchiveEntry[] = [];
  try {
    for await (const entry of zip.eachEntry()) {
      if (entries.length >= limits.entries)
        throw overLimit({ place, part: '' }, `zip_entries ≤ ${limits.entries}`, 'zip');
      entries.push({ size: entry.uncompressedSize, zip: entry, ambiguous: false });
    }
  } catch (error) {
    if (error instanceof HechaError) throw error;
    const encrypted = error instanceof Error && error.message.includes('encryption');
    throw damaged({ place, part: '' }, encrypted ? ENCRYPTED : 'zip');
  }
  return entries;
}

/** How the error HC3003 says that the whole archive, its directory too, is encrypted. */
export const ENCRYPTED = 'zip: encrypted 已加密';

function namesOf(entries: readonly ArchiveEntry[]): Map<string, ArchiveEntry> {
  const names = new Map<string, ArchiveEntry>();
  for (const entry of entries) {
    const name = comparable(entry.zip.fileNameRaw.toString('utf8'));
    names.set(name, names.has(name) ? { ...entry, ambiguous: true } : entry);
  }
  return names;
}

interface Inflation {
  readonly zip: ZipFile;
  readonly entry: ArchiveEntry;
  readonly part: PartPlace;
  readonly maxBytes: number;
  readonly limits: InputLimits;
}

async function* inflate({
  zip,
  entry,
  part,
  maxBytes,
  limits,
}: Inflation): AsyncGenerator<Buffer, void, undefined> {
  const { compressionMethod: method, compressedSize } = entry.zip;
  if (entry.ambiguous) throw damaged(part, 'zip: 2 × name');
  if (entry.zip.isEncrypted()) throw damaged(part, ENCRYPTED);
  if (method !== 0 && method !== 8) throw damaged(part, `zip: method ${method}`);
  const oversize = (): HechaError =>
    overLimit(
      part,
      `${maxBytes === limits.entryBytes ? 'entry_bytes ' : ''}≤ ${maxBytes} B`,
      `> ${maxBytes} B`,
    );
  if (entry.size > maxBytes) throw oversize();
  const crushed = Math.max(limits.ratioFloorBytes, compressedSize * limits.ratio);
  const raw = await zip.openReadStreamPromise(entry.zip, { decodeFileData: false }).catch(() => {
    throw damaged(part, 'zip');
  });
  const inflater =
    method === 8
      ? createInflateRaw({ chunkSize: CHUNK_BYTES, highWaterMark: AHEAD_BYTES } as ZlibOptions &
          TransformOptions)
      : undefined;
  if (inflater) {
    raw.on('error', (error) => inflater.destroy(error));
    raw.pipe(inflater);
  }
  let checksum = 0;
  let bytes = 0;
  try {
    for await (const chunk of (inflater ?? raw) as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > entry.size) throw damaged(part, 'zip: size');
      if (bytes > crushed) throw overLimit(part, `zip_ratio ≤ ${limits.ratio}`, `> ${limits.ratio}`);
      checksum = crc32(chunk, checksum);
      yield chunk;
    }
  } catch (error) {
    // zlib's and yauzl's own errors; what the consumer throws never comes through here.
    throw error instanceof HechaError ? error : damaged(part, 'zip');
  } finally {
    raw.destroy();
    inflater?.destroy();
  }
  if (bytes !== entry.size) throw damaged(part, 'zip: size');
  if (checksum !== entry.zip.crc32) throw damaged(part, 'CRC-32');
}
