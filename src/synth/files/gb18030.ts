/*
 * Node decodes GB18030 and does not encode it. The table of the two-byte characters is the decoder's own, turned round; every
 * other character of the basic plane has four bytes, which the standard gives out in the order of the code points left over.
 */

const LEAD_FIRST = 0x81;
const LEAD_LAST = 0xfe;

interface Tables {
  /** Code unit → its two bytes, 0 where there are none. */
  readonly double: Uint16Array;
  /** Code unit → its four bytes, 0 where two do. */
  readonly quadruple: Uint32Array;
}

let made: Tables | undefined;

function tables(): Tables {
  if (made) return made;
  const decoder = new TextDecoder('gb18030');
  const double = new Uint16Array(0x10000);
  for (let lead = LEAD_FIRST; lead <= LEAD_LAST; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue;
      const text = decoder.decode(Uint8Array.of(lead, trail));
      const unit = text.charCodeAt(0);
      if (text.length === 1 && unit !== 0xfffd && double[unit] === 0) double[unit] = (lead << 8) | trail;
    }
  }
  const quadruple = new Uint32Array(0x10000);
  // Four-byte sequences 81 30 81 30 … 84 31 A4 39 cover the rest of the basic plane.
  for (let index = 0; index < 39_420; index += 1) {
    const bytes = fourBytes(index);
    const text = decoder.decode(Uint8Array.from(bytes));
    const unit = text.charCodeAt(0);
    if (text.length === 1 && unit !== 0xfffd && double[unit] === 0) {
      quadruple[unit] = ((bytes[0] << 24) | (bytes[1] << 16) | (bytes[2] << 8) | bytes[3]) >>> 0;
    }
  }
  // The replacement character, which the decoder also gives for what it cannot read.
  quadruple[0xfffd] = 0x8431a437;
  made = { double, quadruple };
  return made;
}

const fourBytes = (index: number): [number, number, number, number] => [
  LEAD_FIRST + Math.floor(index / 12_600),
  0x30 + (Math.floor(index / 1260) % 10),
  0x81 + (Math.floor(index / 10) % 126),
  0x30 + (index % 10),
];

/**
 * Writes text as GB18030 into the buffer, at most four bytes a code unit. @returns where it ends.
 * @throws Error for half a surrogate pair, which no encoding has.
 */
export function encodeGb18030Into(text: string, buffer: Buffer, start: number): number {
  const { double, quadruple } = tables();
  let at = start;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) {
      buffer[at] = unit;
      at += 1;
      continue;
    }
    const two = double[unit] ?? 0;
    if (two !== 0) {
      buffer[at] = two >> 8;
      buffer[at + 1] = two & 0xff;
      at += 2;
      continue;
    }
    const four = quadruple[unit] ?? 0;
    if (four !== 0) {
      at = buffer.writeUInt32BE(four, at);
      continue;
    }
    const point = text.codePointAt(index) ?? 0;
    if (point < 0x10000) throw new Error('a character that GB18030 does not have');
    // Beyond the basic plane the order is plain: 90 30 81 30 is U+10000.
    at = buffer.writeUInt32BE(Buffer.from(fourBytes(point - 0x10000 + 189_000)).readUInt32BE(0), at);
    index += 1;
  }
  return at;
}
