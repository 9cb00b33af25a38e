import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';

const nothing = (): void => undefined;

/** Callbacks of a tokenizer that wants to hear of nothing. */
export const silent: TokenizerCallbacks = {
  onattribdata: nothing,
  onattribend: nothing,
  onattribentity: nothing,
  onattribname: nothing,
  oncdata: nothing,
  onclosetag: nothing,
  oncomment: nothing,
  ondeclaration: nothing,
  onend: nothing,
  onopentagend: nothing,
  onopentagname: nothing,
  onprocessinginstruction: nothing,
  onselfclosingtag: nothing,
  ontext: nothing,
  ontextentity: nothing,
};

let raw = '';
let decoded = '';
const decoder = new Tokenizer(
  {},
  {
    ...silent,
    ontext: (start, end) => {
      decoded += raw.slice(start, end);
    },
    ontextentity: (code) => {
      decoded += String.fromCodePoint(code);
    },
  },
);

/**
 * The text that a run of a page's text stands for, its entities decoded as browsers do (`&nbsp;`, `&#x5F20;`, also `&nbsp` and `&copy2`).
 * Apart from the walk through the page, where looking for entities takes as long as all the rest.
 */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  if (text === '&nbsp;') return '\u00a0';
  raw = text;
  decoded = '';
  decoder.reset();
  decoder.write(text);
  decoder.end();
  return decoded;
}
