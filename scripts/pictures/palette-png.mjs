// A PNG of 256 colours at most: screen text of a few hues needs no more, and is a third of the size.
import { crc32, deflateSync } from 'node:zlib';

const chunk = (type, data) => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body) >>> 0);
  return Buffer.concat([length, body, check]);
};

/** Channels in steps of 17, sixteen each. */
const rounded = (pixels, at) =>
  (Math.round(pixels[at] / 17) << 8) |
  (Math.round(pixels[at + 1] / 17) << 4) |
  Math.round(pixels[at + 2] / 17);

const distance = (a, b) =>
  ((a >> 8) - (b >> 8)) ** 2 + (((a >> 4) & 15) - ((b >> 4) & 15)) ** 2 + ((a & 15) - (b & 15)) ** 2;

/** @returns the bytes of a PNG from opaque RGBA pixels: the 256 commonest colours, each other one as the nearest of these. */
export function palettePng({ width, height, pixels }) {
  const counts = new Map();
  for (let at = 0; at < pixels.length; at += 4) {
    const colour = rounded(pixels, at);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const colours = [...counts].sort(([a, n], [b, m]) => m - n || a - b).map(([colour]) => colour);
  const kept = colours.slice(0, 256);
  const indexes = new Map(kept.map((colour, index) => [colour, index]));
  for (const colour of colours.slice(256)) {
    const nearest = kept.reduce((best, each) =>
      distance(each, colour) < distance(best, colour) ? each : best,
    );
    indexes.set(colour, indexes.get(nearest));
  }
  const rows = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      rows[y * (width + 1) + 1 + x] = indexes.get(rounded(pixels, (y * width + x) * 4));
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const palette = Buffer.from(
    kept.flatMap((each) => [(each >> 8) * 17, ((each >> 4) & 15) * 17, (each & 15) * 17]),
  );
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
