/** GB18030 bytes of a text; Node decodes them but writes none. */
export const gb18030 = (text) => Buffer.concat([...text].map(bytesOf));

const twoBytes = new Map();
const decoder = new TextDecoder('gb18030');
for (let lead = 0x81; lead <= 0xfe; lead += 1) {
  for (let trail = 0x40; trail <= 0xfe; trail += 1) {
    if (trail === 0x7f) continue;
    const bytes = Buffer.from([lead, trail]);
    const character = decoder.decode(bytes);
    if ([...character].length === 1 && !twoBytes.has(character)) twoBytes.set(character, bytes);
  }
}

/** What is beyond the Basic Multilingual Plane stands in four bytes, in order from 90 30 81 30. */
function bytesOf(character) {
  const code = character.codePointAt(0);
  if (code < 0x80) return Buffer.from([code]);
  const known = twoBytes.get(character);
  if (known) return known;
  if (code < 0x10000) throw new Error(`no two bytes for U+${code.toString(16)}`);
  const at = code - 0x10000;
  return Buffer.from([
    0x90 + Math.floor(at / 12600),
    0x30 + (Math.floor(at / 1260) % 10),
    0x81 + (Math.floor(at / 10) % 126),
    0x30 + (at % 10),
  ]);
}
