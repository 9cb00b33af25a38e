import { damaged } from '../failure.js';
import type { FileBytes } from './file-bytes.js';

/** What the first 512 bytes of a compound file say ([MS-CFB] 2.2). */
export interface CompoundHeader {
  /** 512 or 4096. */
  readonly sectorBytes: number;
  readonly firstDirectorySector: number;
  /** First sector of the table of the mini stream's sectors. */
  readonly firstMiniTableSector: number;
  /** First sector that goes on with the list of the FAT's sectors. */
  readonly firstListSector: number;
  /** Sectors of the FAT: the first 109 entries of that list. */
  readonly tableSectors: readonly number[];
}

const HEADER_BYTES = 512;
const SIGNATURE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const LITTLE_ENDIAN = 0xfffe;
const MINI_SECTOR_SHIFT = 6;
/** Streams below this size are in the mini stream; the format allows no other. */
export const MINI_STREAM_BYTES = 4096;
const LIST_START = 76;

/** Reads and checks the header. Throws HC3003 when it is none. */
export async function readCompoundHeader(file: FileBytes): Promise<CompoundHeader> {
  const header = Buffer.alloc(HEADER_BYTES);
  await file.fill(header, 0);
  const shift = header.readUInt16LE(30);
  const isSound =
    header.subarray(0, SIGNATURE.length).equals(SIGNATURE) &&
    header.readUInt16LE(28) === LITTLE_ENDIAN &&
    (shift === 9 || shift === 12) &&
    header.readUInt16LE(32) === MINI_SECTOR_SHIFT &&
    header.readUInt32LE(56) === MINI_STREAM_BYTES;
  if (!isSound) throw damaged({ place: file.place, part: 'ole' }, 'header');
  return {
    sectorBytes: 1 << shift,
    firstDirectorySector: header.readUInt32LE(48),
    firstMiniTableSector: header.readUInt32LE(60),
    firstListSector: header.readUInt32LE(68),
    tableSectors: Array.from({ length: (HEADER_BYTES - LIST_START) / 4 }, (_, index) =>
      header.readUInt32LE(LIST_START + index * 4),
    ),
  };
}
