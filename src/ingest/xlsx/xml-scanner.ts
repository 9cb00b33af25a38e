import type { HechaError } from '../../errors.js';
import { damaged, overLimit, type PartPlace } from '../failure.js';
import { ByteWindow } from './byte-window.js';
import {
  bytesHash,
  CLOSING,
  ILLEGAL,
  isSpace,
  MARKUP,
  nameKind,
  REFERENCE,
  sameName,
  textKind,
} from './xml-bytes.js';
import { type Binding, XMLNS, XmlNamespaces } from './xml-namespaces.js';
import { decodeEntities, decodeText, isUtf8Declaration } from './xml-text.js';
import { CLOSE, END, MORE, OPEN, PASSED, TEXT } from './xml-tokens.js';

const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const COLON = 0x3a;
const EQUALS = 0x3d;

const MAX_DEPTH = 256;
const MAX_ATTRIBUTES = 512;

/**
 * A pull scanner over the bytes of one XML part that comes in chunks. `next` gives one token at a time; where its parts are
 * is told by offsets into `window.bytes`. It demands well-formed markup (names that match, quoted values, one root, legal
 * characters in UTF-8, declared prefixes, known entities) and refuses document types, so that no entity is ever declared. Names are told without
 * their prefix; whether they are of the root's namespace is told beside. A class, because its fields change with every token and that is the reader's cost.
 */
export class XmlScanner {
  readonly window: ByteWindow;
  /** Hash of the name, without prefix, of the element that opened or closed. */
  name = 0;
  /** The element just opened ends in its tag: CLOSE is next, whatever follows in the data. */
  closing = false;
  /** The element just opened is of another namespace than the root. */
  foreign = false;
  /** Elements that are open: the one just opened counts, the one just closed does not. */
  depth = 0;
  /** Attributes of the element just opened: hashes of the name with and without prefix, and where the value is. */
  attributes = 0;
  readonly attributeName = new Int32Array(MAX_ATTRIBUTES);
  readonly attributeLocal = new Int32Array(MAX_ATTRIBUTES);
  readonly valueStart = new Int32Array(MAX_ATTRIBUTES);
  readonly valueEnd = new Int32Array(MAX_ATTRIBUTES);
  textStart = 0;
  textEnd = 0;
  /** False when the text is the bytes as they stand. */
  textSpecial = false;

  private readonly where: PartPlace;
  private readonly maxTokenBytes: number;
  private rootSeen = false;
  private cdata = false;
  private whole = 0;
  private local = 0;
  private prefix = 0;
  /** The tag has a prefix or declares a namespace. */
  private prefixed = false;
  private rootNamespace = 0;
  private readonly namespaces: XmlNamespaces;
  private readonly attributePrefix = new Int32Array(MAX_ATTRIBUTES);
  private readonly nameStart = new Int32Array(MAX_ATTRIBUTES);
  private readonly openNames = new Int32Array(MAX_DEPTH);
  private readonly localNames = new Int32Array(MAX_DEPTH);

  /** @param outer namespaces that are declared around what is read */
  constructor(where: PartPlace, maxTokenBytes: number, outer: readonly Binding[] = []) {
    this.where = where;
    this.namespaces = new XmlNamespaces(where, outer);
    this.maxTokenBytes = maxTokenBytes;
    this.window = new ByteWindow(where);
  }

  /** Hash of the name of the element around the one just opened; 0 for the root. */
  get parent(): number {
    return this.depth > 1 ? (this.localNames[this.depth - 2] as number) : 0;
  }

  /** Names without a prefix are, where the scanner is, of the root's namespace. */
  get plainNames(): boolean {
    return this.namespaces.default === this.rootNamespace;
  }

  /** The namespaces that are declared where the scanner is. */
  get declared(): readonly Binding[] {
    return this.namespaces.outer();
  }

  /**
   * Throws HC3003 when the element just opened is of another namespace than the root, which nobody means who names it like one of the
   * root's: taken for such it might say what the file does not, passed over it would be lost.
   */
  requireOwn(): void {
    if (this.foreign) throw damaged(this.where, `xmlns @${this.window.offset(this.window.position)}`);
  }

  /** The next token. A tag without content gives OPEN, then CLOSE. Throws HC3003, HC3008. */
  next(): number {
    if (this.closing) {
      this.closing = false;
      this.leave();
      return CLOSE;
    }
    const { window } = this;
    const { position, bytes, end } = window;
    if (end < window.waitFor && !window.finished) return MORE;
    if (position >= end) return this.starved();
    if (bytes[position] !== LT) return this.scanText();
    if (position + 1 >= end) return this.starved();
    const second = bytes[position + 1] as number;
    if (second === SLASH) return this.scanClose();
    return nameKind[second] === 2 ? this.scanOpen() : this.scanDeclaration(second);
  }

  /** The text of the token: entities, escapes and line ends decoded. */
  text(): string {
    const raw = this.window.bytes.toString('utf8', this.textStart, this.textEnd);
    const decoded = this.textSpecial ? decodeText(raw, this.cdata) : raw;
    if (decoded === undefined) throw this.illFormed(this.textStart);
    return decoded;
  }

  /** The value of the attribute of that number, decoded. */
  value(index: number): string {
    const start = this.valueStart[index] as number;
    const raw = this.window.bytes.toString('utf8', start, this.valueEnd[index]);
    const decoded = decodeEntities(raw.replace(/[\t\r\n]/g, ' '));
    if (decoded === undefined) throw this.illFormed(start);
    return decoded;
  }

  /** The value of the attribute of that name (a hash), which has no prefix; `undefined` when there is none. */
  valueOf(name: number): string | undefined {
    for (let i = 0; i < this.attributes; i++) if (this.attributeName[i] === name) return this.value(i);
    return undefined;
  }

  /** The error for markup that breaks the rules at that offset of the window. */
  illFormed(at: number): HechaError {
    return damaged(this.where, `XML @${this.window.offset(at)}`);
  }

  private overLimit(limit: string): HechaError {
    return overLimit(this.where, limit, `@${this.window.offset(this.window.position)}`);
  }

  private starved(): number {
    const { window } = this;
    const tail = window.end - window.position;
    if (window.finished) {
      if (tail > 0 || this.depth > 0 || !this.rootSeen) throw this.illFormed(window.end);
      return END;
    }
    if (tail > this.maxTokenBytes) throw this.overLimit(`XML ≤ ${this.maxTokenBytes}`);
    // Twice as far, so that a long token is not scanned again with every chunk.
    window.waitFor = window.position + Math.min(2 * tail, this.maxTokenBytes + 1);
    return MORE;
  }

  private scanText(): number {
    const { window } = this;
    const { bytes, end, position: start } = window;
    let kinds = 0;
    let i = start;
    for (; i < end; i++) {
      const kind = textKind[bytes[i] as number] as number;
      if (kind === MARKUP) break;
      kinds |= kind;
    }
    if ((kinds & ILLEGAL) !== 0) throw this.illFormed(start);
    if ((kinds & CLOSING) !== 0 && bytes.subarray(start, i).includes(']]>')) throw this.illFormed(start);
    if (i === end && (this.depth > 0 || !window.finished)) return this.starved();
    if ((kinds & REFERENCE) !== 0) this.checkReferences(start, i);
    window.position = i;
    if (this.depth === 0) return this.passOutside(start, i);
    this.textStart = start;
    this.textEnd = i;
    this.textSpecial = kinds !== 0;
    this.cdata = false;
    return TEXT;
  }

  /** Also where nobody asks for the text: markup that no other program reads is no workbook. */
  private checkReferences(start: number, end: number): void {
    const raw = this.window.bytes.toString('latin1', start, end);
    if (decodeEntities(raw) === undefined) throw this.illFormed(start);
  }

  /** Beside the root there is only white space, and perhaps a byte-order mark in front. */
  private passOutside(start: number, end: number): number {
    const { bytes } = this.window;
    const marked = this.window.offset(start) === 0 && bytes.toString('hex', start, start + 3) === 'efbbbf';
    for (let i = marked ? start + 3 : start; i < end; i++) {
      if (!isSpace(bytes[i] as number)) throw this.illFormed(i);
    }
    return PASSED;
  }

  /** Reads a name into `whole`, `local` and `prefix`, its hashes with and without prefix and that of the prefix; gives the offset behind it. */
  private scanName(from: number): number {
    const { bytes, end } = this.window;
    let whole = 0;
    let local = 0;
    let prefix = 0;
    let i = from;
    for (; i < end; i++) {
      const byte = bytes[i] as number;
      if (nameKind[byte] === 0) {
        // A second colon, or none behind which a name begins.
        if (byte !== COLON || prefix !== 0) break;
        prefix = whole;
        local = 0;
      } else local = (Math.imul(local, 31) + byte) | 0;
      whole = (Math.imul(whole, 31) + byte) | 0;
    }
    this.whole = whole;
    this.local = local;
    this.prefix = prefix;
    return i;
  }

  private scanOpen(): number {
    const { bytes, end, position } = this.window;
    let i = this.scanName(position + 1);
    const { whole, local, prefix } = this;
    this.attributes = 0;
    this.prefixed = prefix !== 0;
    let selfClosing = false;
    for (;;) {
      const before = i;
      while (i < end && isSpace(bytes[i] as number)) i++;
      if (i >= end) return this.starved();
      const byte = bytes[i] as number;
      if (byte === GT) break;
      if (byte === SLASH) {
        if (++i >= end) return this.starved();
        if (bytes[i] !== GT) throw this.illFormed(i);
        selfClosing = true;
        break;
      }
      if (i === before || nameKind[byte] !== 2) throw this.illFormed(i);
      i = this.scanAttribute(i);
      if (i < 0) return this.starved();
    }
    if (this.depth === MAX_DEPTH) throw this.overLimit(`XML depth ≤ ${MAX_DEPTH}`);
    if (this.depth === 0 && this.rootSeen) throw this.illFormed(i);
    this.rootSeen = true;
    this.openNames[this.depth] = whole;
    this.localNames[this.depth] = local;
    this.depth++;
    this.name = local;
    const namespace = this.prefixed ? this.namespaceOf(prefix) : this.namespaces.default;
    if (this.depth === 1) this.rootNamespace = namespace;
    this.foreign = namespace !== this.rootNamespace;
    this.closing = selfClosing;
    this.window.position = i + 1;
    return OPEN;
  }

  /** Takes the namespaces that the element just opened declares, and gives its own. */
  private namespaceOf(prefix: number): number {
    const { namespaces, attributes, attributePrefix, depth } = this;
    for (let i = 0; i < attributes; i++) {
      const isDefault = this.attributeName[i] === XMLNS;
      if (!isDefault && attributePrefix[i] !== XMLNS) continue;
      const start = this.valueStart[i] as number;
      const namespace = bytesHash(this.window.bytes, start, this.valueEnd[i] as number);
      if (!isDefault && namespace === 0) throw this.illFormed(start);
      namespaces.declare({ prefix: isDefault ? 0 : (this.attributeLocal[i] as number), namespace, depth });
    }
    for (let i = 0; i < attributes; i++) {
      const used = attributePrefix[i] as number;
      if (used !== XMLNS && namespaces.of(used) === undefined)
        throw this.illFormed(this.nameStart[i] as number);
    }
    const own = namespaces.of(prefix);
    if (own === undefined) throw this.illFormed(this.window.position);
    return own;
  }

  private leave(): void {
    this.depth--;
    if (this.namespaces.depth > this.depth) this.namespaces.leave(this.depth);
  }

  /** Records the attribute that begins at `from`; gives the offset behind it, or -1 when the data ends before. */
  private scanAttribute(from: number): number {
    const { bytes, end } = this.window;
    let i = this.scanName(from);
    while (i < end && isSpace(bytes[i] as number)) i++;
    if (i < end && bytes[i] !== EQUALS) throw this.illFormed(i);
    i++;
    while (i < end && isSpace(bytes[i] as number)) i++;
    if (i >= end) return -1;
    const quote = bytes[i] as number;
    if (quote !== 0x22 && quote !== 0x27) throw this.illFormed(i);
    const start = ++i;
    let kinds = 0;
    for (; i < end; i++) {
      const byte = bytes[i] as number;
      if (byte === quote) break;
      kinds |= textKind[byte] as number;
    }
    if ((kinds & (ILLEGAL | MARKUP)) !== 0) throw this.illFormed(start);
    if (i >= end) return -1;
    if ((kinds & REFERENCE) !== 0) this.checkReferences(start, i);
    const index = this.attributes;
    if (index === MAX_ATTRIBUTES) throw this.overLimit(`XML attributes ≤ ${MAX_ATTRIBUTES}`);
    for (let other = 0; other < index; other++) {
      // Names that are equal by their hash are nearly always equal, which no element may have.
      if (this.attributeName[other] === this.whole && sameName(bytes, this.nameStart[other] as number, from))
        throw this.illFormed(from);
    }
    this.nameStart[index] = from;
    this.attributeName[index] = this.whole;
    this.attributeLocal[index] = this.local;
    this.attributePrefix[index] = this.prefix;
    if (this.prefix !== 0 || this.whole === XMLNS) this.prefixed = true;
    this.valueStart[index] = start;
    this.valueEnd[index] = i;
    this.attributes = index + 1;
    return i + 1;
  }

  private scanClose(): number {
    const { bytes, end, position } = this.window;
    let i = this.scanName(position + 2);
    while (i < end && isSpace(bytes[i] as number)) i++;
    if (i >= end) return this.starved();
    if (bytes[i] !== GT || this.depth === 0 || this.openNames[this.depth - 1] !== this.whole)
      throw this.illFormed(i);
    this.window.position = i + 1;
    this.leave();
    this.name = this.localNames[this.depth] as number;
    return CLOSE;
  }

  /** Comments and instructions are passed over, CDATA is text, a document type is refused. */
  private scanDeclaration(second: number): number {
    const { bytes, end, position } = this.window;
    if (second === 0x3f) return this.passOver('<?', '?>');
    const head = bytes.toString('latin1', position, Math.min(end, position + 9));
    if (head === '<!DOCTYPE') throw damaged(this.where, 'DOCTYPE');
    if (head.startsWith('<!--')) return this.passOver('<!--', '-->');
    if (head === '<![CDATA[' && this.depth > 0) return this.scanCdata();
    if (
      ['<!DOCTYPE', '<!--', '<![CDATA['].some((start) => start.length > head.length && start.startsWith(head))
    ) {
      return this.starved();
    }
    throw this.illFormed(position);
  }

  private passOver(opening: string, closing: string): number {
    const { window } = this;
    const start = window.position + opening.length;
    const close = window.find(closing, start);
    if (close < 0) return this.starved();
    if (opening === '<?') this.checkInstruction(start, window.bytes.toString('latin1', start, close));
    // Two hyphens in a comment: where it ends is not certain.
    else if (window.bytes.subarray(start, close + 1).includes('--')) throw this.illFormed(start);
    for (let i = start; i < close; i++)
      if (((textKind[window.bytes[i] as number] as number) & ILLEGAL) !== 0) throw this.illFormed(i);
    window.position = close + closing.length;
    return PASSED;
  }

  private checkInstruction(start: number, instruction: string): void {
    if (!/^[^\s\d.?-]/.test(instruction)) throw this.illFormed(start);
    if (!/^xml(?![^\s?])/i.test(instruction)) return;
    // A declaration in the middle: another part was put behind this one.
    if (this.depth > 0 || this.rootSeen) throw this.illFormed(start);
    if (!isUtf8Declaration(instruction)) throw damaged(this.where, 'XML encoding');
  }

  private scanCdata(): number {
    const { window } = this;
    const start = window.position + '<![CDATA['.length;
    const close = window.find(']]>', start);
    if (close < 0) return this.starved();
    let kinds = 0;
    for (let i = start; i < close; i++) kinds |= textKind[window.bytes[i] as number] as number;
    if ((kinds & ILLEGAL) !== 0) throw this.illFormed(start);
    this.textStart = start;
    this.textEnd = close;
    this.textSpecial = (kinds & ~MARKUP) !== 0;
    this.cdata = true;
    window.position = close + ']]>'.length;
    return TEXT;
  }
}
