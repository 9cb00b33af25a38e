import { damaged } from '../failure.js';
import type { CompoundHeader } from './compound-header.js';
import type { FileBytes } from './file-bytes.js';

/** What stands in the table for a sector that has no next one ([MS-CFB] 2.1). */
const END_OF_CHAIN = 0xfffffffe;
const FREE = 0xffffffff;
const WORD = 4;

/** Which sector follows which: the FAT of a compound file. */
export interface SectorTable {
  /**
   * Offsets in the file of the sectors of a chain, which is read to its end, or up to `most` sectors and then must have that many. Throws HC3003
   * for a chain that leaves the file, meets itself or is too short.
   */
  chain(first: number, most?: number): number[];
}

/**
 * Reads the FAT, whose own sectors are listed in the header and in the chain of DIFAT sectors ([MS-CFB] 2.3, 2.5). It is no larger than the file
 * needs: four bytes for each sector there is.
 */
export async function readSectorTable(file: FileBytes, header: CompoundHeader): Promise<SectorTable> {
  const { sectorBytes } = header;
  const broken = (what: string): Error => damaged({ place: file.place, part: 'ole' }, what);
  const sectors = Math.max(Math.ceil(file.size / sectorBytes) - 1, 0);
  const perSector = sectorBytes / WORD;
  const wanted = Math.ceil(sectors / perSector);
  const offsetOf = (sector: number): number => (sector + 1) * sectorBytes;

  const listed = header.tableSectors.filter((sector) => sector !== FREE);
  const list = Buffer.alloc(sectorBytes);
  let next = header.firstListSector;
  for (let lists = 0; next < sectors && listed.length < wanted; lists++) {
    // Each but the last is full: more of them than that would need is a circle.
    if (lists * (perSector - 1) > wanted) throw broken('DIFAT');
    await file.fill(list, offsetOf(next));
    for (let at = 0; at < sectorBytes - WORD; at += WORD) {
      const sector = list.readUInt32LE(at);
      if (sector !== FREE) listed.push(sector);
    }
    next = list.readUInt32LE(sectorBytes - WORD);
  }

  const tables = listed.slice(0, wanted);
  const nextOf = new Uint32Array(tables.length * perSector);
  const table = Buffer.alloc(sectorBytes);
  for (const [index, sector] of tables.entries()) {
    if (sector >= sectors) throw broken('FAT');
    await file.fill(table, offsetOf(sector));
    for (let i = 0; i < perSector; i++) nextOf[index * perSector + i] = table.readUInt32LE(i * WORD);
  }

  return {
    chain: (first, most = Number.POSITIVE_INFINITY) => {
      const seen = new Uint8Array((sectors >>> 3) + 1);
      const offsets: number[] = [];
      let sector = first;
      while (offsets.length < most) {
        if (sector === END_OF_CHAIN && most === Number.POSITIVE_INFINITY) break;
        const bit = 1 << (sector & 7);
        if (sector >= sectors || ((seen[sector >>> 3] as number) & bit) !== 0) throw broken('FAT');
        seen[sector >>> 3] = (seen[sector >>> 3] as number) | bit;
        offsets.push(offsetOf(sector));
        sector = nextOf[sector] ?? FREE;
      }
      return offsets;
    },
  };
}
