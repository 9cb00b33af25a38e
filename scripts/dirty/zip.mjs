import { crc32 } from 'node:zlib';

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** 2017-07-31 08:00, whatever the clock and the time zone say. */
const DATE = ((2017 - 1980) << 9) | (7 << 5) | 31;
const TIME = 8 << 11;
const UTF8 = 0x0800;

/**
 * A zip archive of entries that are stored, not compressed, so that it is the same bytes under every version of zlib.
 * @param entries `[name, content, options]`; the name as text, or as bytes in an encoding of its own; `crc` to say a wrong one
 */
export function zipOf(entries) {
  const locals = [];
  const directory = [];
  let offset = 0;
  for (const [name, content, { crc } = {}] of entries) {
    const bytes = Buffer.from(content);
    const label = Buffer.from(name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(typeof name === 'string' ? UTF8 : 0, 2);
    fields.writeUInt16LE(TIME, 6);
    fields.writeUInt16LE(DATE, 8);
    fields.writeUInt32LE(crc ?? crc32(bytes), 10);
    fields.writeUInt32LE(bytes.length, 14);
    fields.writeUInt32LE(bytes.length, 18);
    fields.writeUInt16LE(label.length, 22);
    locals.push(number(LOCAL), fields, label, bytes);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(number(CENTRAL), Buffer.from([20, 0]), fields, place, label);
    offset += 4 + fields.length + label.length + bytes.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(index.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, index, number(END), end]);
}

const number = (value) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};
