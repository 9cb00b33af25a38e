/**
 * Columns that a text takes in a terminal or a worksheet set in one size of type: East Asian wide and full-width characters
 * are two, combining and zero-width marks none, all others one (Unicode Standard Annex 11, in the ranges that Chinese
 * exports hold). Ambiguous ones (“ ” — …) count one in a terminal and two beside Chinese type in a sheet.
 */
export function displayWidth(text: string, { ambiguous = 1 }: { ambiguous?: 1 | 2 } = {}): number {
  let width = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    // Nearly every character of a report is one of these two kinds.
    if (unit >= 0x20 && unit < 0x7f) {
      width += 1;
      continue;
    }
    if (unit >= 0x4e00 && unit <= 0x9fff) {
      width += 2;
      continue;
    }
    const point = text.codePointAt(index) ?? 0;
    if (point > 0xffff) index += 1;
    if (point < 0x20 || (point >= 0x7f && point < 0xa0) || isMark(point)) continue;
    if (isWide(point)) width += 2;
    else if (isAmbiguous(point)) width += ambiguous;
    else width += 1;
  }
  return width;
}

/** The text in `width` columns: padded with spaces, or cut with `..` at its end. `right` puts the spaces in front. */
export function padTo(text: string, width: number, right = false): string {
  const own = displayWidth(text);
  if (own <= width) return right ? ' '.repeat(width - own) + text : text + ' '.repeat(width - own);
  let kept = '';
  for (const character of text) {
    if (displayWidth(kept + character) > width - 2) break;
    kept += character;
  }
  return padTo(`${kept}..`, width, right);
}

/** No line begins with one of these, nor ends with one of those. */
const CLOSING = /^[，。；：、！？）】〕》〉」』”’…％,.;:!?)\]}]/u;
const OPENING = /[（【〔《〈「『“‘([{]$/u;

/**
 * The text in lines of at most `width` columns: broken at spaces where there are, between Chinese characters elsewhere; never before
 * a closing mark of punctuation nor after an opening one, unless nothing else fits.
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const piece of piecesOf(paragraph, width)) {
      if (line !== '' && displayWidth((line + piece).trimEnd()) > width) {
        lines.push(line.trimEnd());
        line = piece.trimStart();
      } else line += piece;
    }
    lines.push(line.trimEnd());
  }
  return lines;
}

const PIECE = /[ -\u2fff]+?(?: +|$|(?=[\u3000-\uffff]))|./gsu;
/** Where a line has room for it, a short remark in brackets, as （高 39）, stays in one piece too. */
const BRACKETED = new RegExp(`（[^（）\\n]{1,8}）|${PIECE.source}`, 'gsu');
const WIDE = 40;

/** What is not to be broken, in the order of the text. */
function piecesOf(paragraph: string, width: number): string[] {
  const pieces: string[] = [];
  for (const piece of paragraph.match(width < WIDE ? PIECE : BRACKETED) ?? []) {
    const last = pieces.at(-1);
    const isHeld = last !== undefined && (CLOSING.test(piece) || OPENING.test(last));
    if (isHeld && displayWidth((last + piece).trim()) <= width) pieces[pieces.length - 1] = last + piece;
    else pieces.push(piece);
  }
  return pieces;
}

const within = (ranges: readonly (readonly [number, number])[], point: number): boolean =>
  ranges.some(([from, to]) => point >= from && point <= to);

const isMark = (point: number): boolean =>
  within(
    [
      [0x300, 0x36f],
      [0x200b, 0x200f],
      [0x202a, 0x202e],
      [0x2060, 0x2064],
      [0x20d0, 0x20ff],
      [0xfe00, 0xfe0f],
      [0xfe20, 0xfe2f],
      [0xfeff, 0xfeff],
    ],
    point,
  );

const isWide = (point: number): boolean =>
  point >= 0x1100 &&
  within(
    [
      [0x1100, 0x115f],
      [0x2e80, 0x303e],
      [0x3041, 0xa4cf],
      [0xa960, 0xa97f],
      [0xac00, 0xd7a3],
      [0xf900, 0xfaff],
      [0xfe10, 0xfe19],
      [0xfe30, 0xfe6f],
      [0xff01, 0xff60],
      [0xffe0, 0xffe6],
      [0x1f300, 0x1f64f],
      [0x1f900, 0x1f9ff],
      [0x20000, 0x3fffd],
    ],
    point,
  );

const isAmbiguous = (point: number): boolean =>
  within(
    [
      [0xb0, 0xb0],
      [0xb7, 0xb7],
      [0xd7, 0xd7],
      [0x2014, 0x2016],
      [0x2018, 0x201d],
      [0x2025, 0x2026],
      [0x203b, 0x203b],
      [0x2160, 0x217f],
      [0x2460, 0x24ff],
      [0x2500, 0x257f],
      [0x25a0, 0x25ff],
      [0x2605, 0x2606],
    ],
    point,
  );
