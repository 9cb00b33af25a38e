import { HechaError } from '../../errors.js';
import { damaged, overLimit } from '../failure.js';
import type { InputLimits } from '../limits.js';
import { type ByteStream, createByteStream } from './byte-stream.js';
import { type CompoundHeader, MINI_STREAM_BYTES, readCompoundHeader } from './compound-header.js';
import { type Directory, readDirectory, type StreamEntry } from './directory.js';
import { type FileBytes, openFileBytes } from './file-bytes.js';
import { readSectorTable, type SectorTable } from './sector-table.js';

/** A file of streams: the container of .xls, .doc, .ppt and of encrypted .xlsx files. */
export interface CompoundFile {
  /** Whether a stream of that name, in capitals, lies in the root. */
  has(name: string): boolean;
  /** Opens that stream. Throws HC3003 when it is not there whole, HC3008 when it is over the limit for one entry. */
  open(name: string): Promise<ByteStream>;
  close(): void;
}

const MINI_SECTOR_BYTES = 64;

/**
 * Opens a compound file ([MS-CFB]) and reads its directory. Throws HC1001, HC3011 when there is no such file or it cannot be opened, HC3003
 * when it is no sound one.
 */
export async function openCompoundFile(
  path: string,
  place: string,
  limits: InputLimits,
): Promise<CompoundFile> {
  const file = await openFileBytes(path, place);
  try {
    if (file.size > limits.entryBytes)
      throw overLimit({ place, part: '' }, `entry_bytes ≤ ${limits.entryBytes} B`, `${file.size} B`);
    const header = await readCompoundHeader(file);
    const table = await readSectorTable(file, header);
    const directory = await readDirectory(file, header, table, limits);
    return {
      has: (name) => directory.streams.has(name),
      open: async (name) => {
        const entry = directory.streams.get(name);
        if (!entry) throw new HechaError('HC9001', { detail: 'stream' });
        // Sectors are read once at most, so that nothing in the file is larger than the file.
        if (entry.size > file.size) throw damaged({ place, part: 'ole' }, `${entry.size} B`);
        return entry.size < MINI_STREAM_BYTES
          ? miniStream({ file, header, table, directory }, entry)
          : largeStream({ file, header, table }, entry);
      },
      close: () => file.close(),
    };
  } catch (error) {
    file.close();
    throw error;
  }
}

interface Opened {
  readonly file: FileBytes;
  readonly header: CompoundHeader;
  readonly table: SectorTable;
}

function largeStream({ file, header, table }: Opened, { firstSector, size }: StreamEntry): ByteStream {
  const pieceBytes = header.sectorBytes;
  return createByteStream(file, {
    size,
    pieceBytes,
    offsets: table.chain(firstSector, Math.ceil(size / pieceBytes)),
  });
}

/** A stream that lies in the mini stream, in pieces that a table of their own chains ([MS-CFB] 2.4). */
async function miniStream(
  { file, header, table, directory }: Opened & { readonly directory: Directory },
  { firstSector, size }: StreamEntry,
): Promise<ByteStream> {
  const holder = table.chain(directory.root.firstSector);
  const tables = table.chain(header.firstMiniTableSector);
  const { sectorBytes } = header;
  const word = Buffer.alloc(4);
  const offsets: number[] = [];
  let next = firstSector;
  for (let left = Math.ceil(size / MINI_SECTOR_BYTES); left > 0; left--) {
    const at = next * MINI_SECTOR_BYTES;
    const sector = holder[Math.floor(at / sectorBytes)];
    const entry = tables[Math.floor((next * 4) / sectorBytes)];
    const offset = (sector ?? 0) + (at % sectorBytes);
    if (sector === undefined || entry === undefined || offsets.includes(offset))
      throw damaged({ place: file.place, part: 'ole' }, 'mini FAT');
    offsets.push(offset);
    await file.fill(word, entry + ((next * 4) % sectorBytes));
    next = word.readUInt32LE(0);
  }
  return createByteStream(file, { size, pieceBytes: MINI_SECTOR_BYTES, offsets });
}
