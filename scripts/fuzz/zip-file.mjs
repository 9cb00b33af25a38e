// Zip archives: written plainly, with every field open to damage, and read by yauzl and zlib.
import { buffer } from 'node:stream/consumers';
import { crc32, deflateRawSync } from 'node:zlib';
import { fromBufferPromise } from 'yauzl';

const DATE = ((2017 - 1980) << 9) | (7 << 5) | 31;

/**
 * An archive of entries `{ name, data }` in their order. An entry may say otherwise of itself: `method`, `flags`, `crc`, `size`,
 * `packedSize`, `offset`, `rawName`, `extra`; `local` holds what only its local header says.
 */
export function writeZip(entries) {
  const pieces = [];
  const directory = [];
  let offset = 0;
  for (const entry of entries) {
    const method = entry.method ?? 8;
    const packed = entry.packed ?? (method === 8 ? deflateRawSync(entry.data, { level: 1 }) : entry.data);
    const said = {
      method,
      flags: entry.flags ?? (entry.rawName ? 0 : 0x800),
      crc: entry.crc ?? crc32(entry.data),
      packedSize: entry.packedSize ?? packed.length,
      size: entry.size ?? entry.data.length,
      name: entry.rawName ?? Buffer.from(entry.name),
      extra: entry.extra ?? Buffer.alloc(0),
    };
    const local = localHeader({ ...said, ...entry.local });
    pieces.push(local, packed);
    directory.push(directoryHeader(said, entry.offset ?? offset));
    offset += local.length + packed.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length & 0xffff, 8);
  end.writeUInt16LE(entries.length & 0xffff, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...pieces, central, end]);
}

const shared = (header, at, { method, flags, crc, packedSize, size, name, extra }) => {
  header.writeUInt16LE(20, at);
  header.writeUInt16LE(flags & 0xffff, at + 2);
  header.writeUInt16LE(method & 0xffff, at + 4);
  header.writeUInt16LE(DATE, at + 8);
  header.writeUInt32LE(crc >>> 0, at + 10);
  header.writeUInt32LE(packedSize >>> 0, at + 14);
  header.writeUInt32LE(size >>> 0, at + 18);
  header.writeUInt16LE(name.length, at + 22);
  header.writeUInt16LE(extra.length, at + 24);
};

function localHeader(said) {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  shared(header, 4, said);
  return Buffer.concat([header, said.name, said.extra]);
}

function directoryHeader(said, offset) {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(20, 4);
  shared(header, 6, said);
  header.writeUInt32LE(offset >>> 0, 42);
  return Buffer.concat([header, said.name, said.extra]);
}

/** The entries of an archive as `{ rawName, data }`; `data` is undefined where it is damaged, locked or too large to be meant. */
export async function readZip(bytes, { most = 64 << 20 } = {}) {
  const zip = await fromBufferPromise(bytes, { decodeStrings: false, validateEntrySizes: true });
  zip.on('error', () => undefined);
  const entries = [];
  for await (const entry of zip.eachEntry()) {
    entries.push({ rawName: entry.fileNameRaw, entry, data: await dataOf(zip, entry, most) });
  }
  return entries;
}

async function dataOf(zip, entry, most) {
  if (entry.uncompressedSize > most || entry.isEncrypted()) return undefined;
  try {
    const data = await buffer(await zip.openReadStreamPromise(entry));
    return data.length === entry.uncompressedSize && crc32(data) === entry.crc32 ? data : undefined;
  } catch {
    return undefined;
  }
}
