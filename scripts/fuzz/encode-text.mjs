// Text in the encodings that exports come in.

export const ENCODINGS = [
  'utf-8',
  'utf-8-bom',
  'gb18030',
  'utf-16le',
  'utf-16be',
  'utf-16le-bom',
  'utf-16be-bom',
];

/** The bytes of a text in one of ENCODINGS; what GB18030 needs four bytes for beyond the BMP becomes `?`. */
export function encodeText(text, encoding) {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text);
    case 'utf-8-bom':
      return Buffer.from(`\ufeff${text}`);
    case 'gb18030':
      return Buffer.concat(
        Array.from(text, (character) => gb18030Table().get(character) ?? Buffer.from('?')),
      );
    case 'utf-16le':
      return Buffer.from(text, 'utf16le');
    case 'utf-16be':
      return Buffer.from(text, 'utf16le').swap16();
    case 'utf-16le-bom':
      return Buffer.from(`\ufeff${text}`, 'utf16le');
    case 'utf-16be-bom':
      return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
    default:
      throw new Error(encoding);
  }
}

let table;

/** Every character of GB18030 in the BMP, by decoding all codes of one, two and four bytes. */
function gb18030Table() {
  if (table) return table;
  table = new Map();
  const decoder = new TextDecoder('gb18030');
  const add = (...bytes) => {
    const code = Buffer.from(bytes);
    const character = decoder.decode(code);
    if ([...character].length === 1 && character !== '\ufffd' && !table.has(character))
      table.set(character, code);
  };
  for (let byte = 0; byte < 0x80; byte += 1) add(byte);
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) if (trail !== 0x7f) add(lead, trail);
  }
  for (let first = 0x81; first <= 0x84; first += 1) {
    for (let second = 0x30; second <= 0x39; second += 1) {
      for (let third = 0x81; third <= 0xfe; third += 1) {
        for (let fourth = 0x30; fourth <= 0x39; fourth += 1) add(first, second, third, fourth);
      }
    }
  }
  return table;
}

/** The text of a file, as well as its first bytes and its soundness tell; `undefined` when it is none. */
export function decodeText(bytes) {
  const marked = [
    ['fffe', 'utf-16le'],
    ['feff', 'utf-16be'],
  ].find(([mark]) => bytes.toString('hex', 0, 2) === mark);
  // Of ASCII in UTF-16 the high bytes are zero, which stand first in big-endian. As little-endian it would be sound, too.
  const zeros = [0, 1].map(
    (odd) => bytes.subarray(0, 200).filter((byte, at) => byte === 0 && at % 2 === odd).length,
  );
  const byZeros = zeros[0] > zeros[1] ? ['utf-16be', 'utf-16le'] : ['utf-16le', 'utf-16be'];
  const guesses = marked ? [marked[1]] : zeros[0] + zeros[1] > 40 ? byZeros : ['utf-8', 'gb18030'];
  for (const encoding of guesses) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (!text.includes('\0')) return text;
    } catch {
      // The next guess.
    }
  }
  return undefined;
}
