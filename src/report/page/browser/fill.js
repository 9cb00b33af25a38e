/**
 * A piece of a template: a text; the place of a value; or a part that stands only when all values in it are there (`not` empty), or
 * when the value named by `not` is missing.
 * @typedef {{ text: string } | { place: string } | { pieces: Piece[], not: string }} Piece
 */

/** @typedef {Object<string, string | number | null | undefined>} Values */

/**
 * Takes a message's template apart once, for it is filled thousands of times.
 * @param {string} template as `fill` of src/bilingual.ts understands it
 * @returns {Piece[]}
 */
export function templatePieces(template) {
  /** @type {Piece[]} */
  const pieces = [];
  let rest = template;
  for (
    let match = /\[\[(?:!(\w+)\|)?([\s\S]*?)\]\]/.exec(rest);
    match;
    match = /\[\[(?:!(\w+)\|)?([\s\S]*?)\]\]/.exec(rest)
  ) {
    addPlaces(pieces, rest.slice(0, match.index));
    /** @type {Piece[]} */
    const inner = [];
    addPlaces(inner, match[2]);
    pieces.push({ pieces: inner, not: match[1] || '' });
    rest = rest.slice(match.index + match[0].length);
  }
  addPlaces(pieces, rest);
  return pieces;
}

/**
 * @param {Piece[]} pieces
 * @param {string} text
 */
function addPlaces(pieces, text) {
  text.split(/\{(\w+)\}/).forEach((each, at) => {
    if (at % 2 === 1) pieces.push({ place: each });
    else if (each !== '') pieces.push({ text: each });
  });
}

/** @param {string | number | null | undefined} value */
const isMissing = value => value === undefined || value === null || value === '';

/**
 * The text of a template with its values filled in.
 * @param {readonly Piece[]} pieces
 * @param {Values} values an object without a prototype, for a place may have any name
 * @param {string} missing what stands where a value is missing
 * @returns {string}
 */
export function fillPieces(pieces, values, missing) {
  let text = '';
  for (const piece of pieces) {
    if ('text' in piece) text += piece.text;
    else if ('place' in piece) text += isMissing(values[piece.place]) ? missing : values[piece.place];
    else if (piece.not !== '') {
      if (isMissing(values[piece.not])) text += fillPieces(piece.pieces, values, missing);
    } else if (piece.pieces.every(inner => !('place' in inner) || !isMissing(values[inner.place]))) {
      text += fillPieces(piece.pieces, values, missing);
    }
  }
  return text;
}

/**
 * Fills a text of the page's own, such as `{count} findings`.
 * @param {string} template
 * @param {Values} values
 * @returns {string}
 */
export const fillText = (template, values) => fillPieces(templatePieces(template), values, '');
