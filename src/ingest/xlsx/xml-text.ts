const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Characters that XML 1.0 allows in a document (section 2.2), as code points. */
const isXmlCharacter = (code: number): boolean =>
  code === 0x9 ||
  code === 0xa ||
  code === 0xd ||
  (code >= 0x20 && code <= 0xd7ff) ||
  (code >= 0xe000 && code <= 0xfffd) ||
  (code >= 0x1_0000 && code <= 0x10_ffff);

/**
 * Replaces the five named entities and numeric references. `undefined` when an ampersand begins anything else:
 * documents that declare entities of their own are refused before they come here.
 */
export function decodeEntities(text: string): string | undefined {
  if (!text.includes('&')) return text;
  let sound = true;
  const decoded = text.replace(
    /&(?:#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}))|(\w{1,8}));|&/g,
    (_, hex, decimal, name) => {
      if (name !== undefined && Object.hasOwn(named, name)) return named[name] ?? '';
      const code = hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal);
      if (isXmlCharacter(code)) return String.fromCodePoint(code);
      sound = false;
      return '';
    },
  );
  return sound ? decoded : undefined;
}

/**
 * Undoes the escapes by which spreadsheets store what XML cannot hold (ST_Xstring, ECMA-376 part 1, 22.9.2.19):
 * `_x000D_` is a carriage return, `_x005F_` an underscore. NUL is dropped: no text holds it.
 */
export function decodeEscapes(text: string): string {
  if (!text.includes('_x')) return text;
  const decode = (kept: RegExp | undefined): string =>
    text.replace(/_x([0-9a-fA-F]{4})_/g, (written, hex: string) => {
      if (kept?.test(hex)) return written;
      const code = Number.parseInt(hex, 16);
      return code === 0 ? '' : String.fromCharCode(code);
    });
  const decoded = decode(undefined);
  // Half a surrogate pair is no character, and UTF-8 has none for it: such an escape stays as it is written.
  return /\p{Surrogate}/u.test(decoded) ? decode(/^d[89a-f]/i) : decoded;
}

/** The text of a cell as it is meant: line ends, entities (there are none in CDATA) and escapes decoded; `undefined` as above. */
export function decodeText(raw: string, cdata: boolean): string | undefined {
  const lines = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
  const decoded = cdata ? lines : decodeEntities(lines);
  return decoded === undefined ? undefined : decodeEscapes(decoded);
}

/** Whether what stands in `<?…?>` is no XML declaration, or one that names UTF-8 or nothing as the encoding. */
export function isUtf8Declaration(instruction: string): boolean {
  const encoding = /^xml\s.*?encoding\s*=\s*["']([^"']*)["']/s.exec(instruction)?.[1];
  return encoding === undefined || /^(utf-?8|us-ascii)$/i.test(encoding);
}
