// XML read by saxes, which refuses what is not well-formed, and the rules by which cells are shown.
import { SaxesParser } from 'saxes';
import { DATE, ELAPSED, NUMBER_MARK, PERCENT, PLAIN, TIME } from './hecha.mjs';

export class NotWellFormed extends Error {}

/** U+FFFE and U+FFFF are in no XML, but reading them harms nobody: both sides take another that nobody uses. */
export const withoutNonCharacters = (text) => text.replace(/[\ufffe\uffff]/g, '\ufdd0');

/** A plain tree of elements `{ local, uri, attributes, children, parent }`; text is a child of type string. `attributes` maps `uri local` to the value. */
export function treeOf(xml) {
  const parser = new SaxesParser({ xmlns: true });
  const top = { local: '', uri: '', children: [] };
  let open = top;
  parser.on('error', (error) => {
    throw new NotWellFormed(error.message);
  });
  parser.on('doctype', () => {
    throw new NotWellFormed('DOCTYPE');
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    const element = { local, uri, children: [], parent: open, attributes: new Map() };
    for (const attribute of Object.values(attributes)) {
      element.attributes.set(`${attribute.uri} ${attribute.local}`, attribute.value);
    }
    open.children.push(element);
    open = element;
  });
  parser.on('closetag', () => {
    open = open.parent;
  });
  const takeText = (text) => open.children.push(text);
  parser.on('text', takeText);
  parser.on('cdata', takeText);
  parser.write(withoutNonCharacters(xml)).close();
  return top.children.find((child) => child.local);
}

/** An attribute without a namespace. */
export const attributeOf = (element, name) => element.attributes.get(` ${name}`);

export const elementsOf = (element, isWanted) =>
  element.children.filter((child) => child.local && isWanted(child));

/** The text that stands in an element itself. */
export const textOf = (element) => element.children.filter((child) => typeof child === 'string').join('');

const two = (number) => String(number).padStart(2, '0');
const DAY = 86_400;

/** A number that is shown as a date or time: the text, or `undefined` where it is none. */
function dateText(value, format, date1904) {
  if (!(value >= 0)) return undefined;
  const total = Math.round(value * DAY);
  const clock = (seconds) =>
    `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  if (format === ELAPSED) return total / DAY < 2_958_466 - (date1904 ? 1462 : 0) ? clock(total) : undefined;
  const days = Math.floor(total / DAY);
  const seconds = total % DAY;
  const serial = days + (date1904 ? 1462 : 0);
  if (serial > 2_958_465) return undefined;
  if (days === 0 && (format === TIME || (!date1904 && seconds > 0))) return clock(seconds);
  if (serial === 0) return undefined;
  const day =
    serial === 60
      ? '1900-02-29'
      : new Date(Date.UTC(1899, 11, serial < 60 ? 31 : 30) + serial * DAY * 1000).toISOString().slice(0, 10);
  return seconds === 0 ? day : `${day} ${clock(seconds)}`;
}

const isDecimal = (text) => /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text);

/** The digits of a decimal number that count, and its value. */
const meaning = (text) => ({
  digits: text
    .replace(/e.*$/i, '')
    .replace(/\D/g, '')
    .replace(/^0+|0+$/g, ''),
  value: Number(text),
});

/** What a number cell may be: a text, or a test of one. What is no number is text. */
export function numberCell(text, format, date1904) {
  const digits = text.trim();
  if (!isDecimal(digits)) return digits === '' ? undefined : text;
  if ([DATE, TIME, ELAPSED].includes(format))
    return dateText(Number(digits), format, date1904) ?? NUMBER_MARK + digits;
  if (format !== PERCENT) return NUMBER_MARK + digits;
  return (given) => {
    const shown = new RegExp(`^${NUMBER_MARK}(.*)%$`).exec(given ?? '')?.[1];
    if (shown === undefined) return false;
    const [a, b] = [meaning(shown), meaning(digits)];
    return (
      a.digits === b.digits &&
      (shown === digits || Math.abs(a.value - b.value * 100) <= Math.abs(a.value) * 1e-12)
    );
  };
}

export const kindOfStyle = (formats, style) => formats[style] ?? PLAIN;

/** An ISO date as it is shown. */
export function isoText(text) {
  const [, day, minutes, seconds = '00'] =
    /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(?::(\d\d)(?:\.\d+)?)?Z?)?$/.exec(text) ?? [];
  if (day === undefined) return text;
  return minutes === undefined || `${minutes}:${seconds}` === '00:00:00'
    ? day
    : `${day} ${minutes}:${seconds}`;
}

/** A text never begins like a marked cell; an empty one is no value. */
export const plainText = (text) => text?.replace(/^[\u0001\u0002]+/, '') || undefined;
