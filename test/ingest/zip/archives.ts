import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { afterAll } from 'vitest';

export interface Member {
  readonly name: string | Buffer;
  readonly content?: string | Buffer;
  /** General purpose bit flag; 0x800 says that the name is UTF-8. */
  readonly flags?: number;
  readonly extra?: Buffer;
  readonly stored?: boolean;
}

/** A zip archive as its format lays it out (APPNOTE 4.3), so that any name and flag can be written. */
export function zipOf(members: readonly Member[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content = '', flags = 0, extra = Buffer.alloc(0), stored = false } of members) {
    const nameBytes = Buffer.from(name as string);
    const bytes = Buffer.from(content as string);
    const data = stored ? bytes : deflateRawSync(bytes);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(stored ? 0 : 8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(nameBytes.length, 22);
    common.writeUInt16LE(extra.length, 24);
    locals.push(Buffer.from('PK\x03\x04', 'latin1'), common, nameBytes, extra, data);
    const behind = Buffer.alloc(14);
    behind.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\0', 'latin1'), common, behind, nameBytes, extra);
    offset += 30 + nameBytes.length + extra.length + data.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, central, end]);
}

const folder = mkdtempSync(join(tmpdir(), 'hecha-zip-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;

/** Writes the bytes to a file of their own, which goes when the tests are done; returns its path. */
export function fileOf(content: Buffer): string {
  const path = join(folder, `${files++}.zip`);
  writeFileSync(path, content);
  return path;
}

/** An empty folder, which goes when the tests are done. */
export const emptyFolder = (): string => mkdtempSync(join(folder, 'temporary-'));
