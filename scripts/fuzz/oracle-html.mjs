// What the tables of a web page say, by a plain walk over the page's tree; only of pages whose tables are closed and nested as they should be.
import { Parser, parseDocument } from 'htmlparser2';
import { decodeText } from './encode-text.mjs';
import { NUMBER_MARK } from './hecha.mjs';
import { withoutNonCharacters } from './xml-reading.mjs';

const TABLE_TAGS = new Set(['table', 'thead', 'tbody', 'tfoot', 'caption', 'tr', 'td', 'th']);
/** Elements whose contents browsers treat in a way of their own, and those that close others. */
const ODD_TAGS = new Set(
  'script style title iframe noembed noframes textarea select template svg math plaintext xmp form button noscript colgroup col listing'.split(
    ' ',
  ),
);
const SECTIONS = new Set(['table', 'thead', 'tbody', 'tfoot']);

/** The sheets `{ name, rows, merges }`, one for each outermost table that has rows; `undefined` where the page is not sound enough to say. */
export function sheetsOfHtml(bytes) {
  const text = decodeText(bytes);
  if (text === undefined || !isSound(text)) return undefined;
  const tables = [];
  collect(parseDocument(text), tables);
  if (tables.some((table) => !isTable(table))) return undefined;
  return tables.map(sheetOf).filter(({ rows }) => rows.size > 0);
}

/** Every tag of a table is closed by its own. */
function isSound(text) {
  if (/<!\[|<\?|<!(?!--|doctype)|<!--(?!.*?-->)|--!>/is.test(text.replace(/^\s*<\?xml[^>]*>/, '')))
    return false;
  let sound = true;
  let opened = 0;
  let inTable = 0;
  const parser = new Parser({
    onopentag(name) {
      if (TABLE_TAGS.has(name)) opened += 1;
      if (name === 'table') inTable += 1;
      if (inTable > 0 && ODD_TAGS.has(name)) sound = false;
    },
    onclosetag(name, isImplied) {
      if (name === 'table') inTable -= 1;
      if (isImplied && TABLE_TAGS.has(name)) sound = false;
    },
  });
  parser.end(text);
  const closing =
    text.replace(/<!--.*?-->/gs, '').match(/<\/(table|thead|tbody|tfoot|caption|tr|td|th)(?=[\s/>])/gi) ?? [];
  return (
    sound &&
    closing.length === opened &&
    !/<\/(?!\w)|<(table|t[dhr]|thead|tbody|tfoot|caption)\b[^>]*\/>/i.test(text)
  );
}

function collect(node, tables) {
  for (const child of node.children ?? []) {
    if (child.name === 'table') tables.push(child);
    else collect(child, tables);
  }
}

const elementsOf = (node) =>
  node.children.filter(({ type }) => type === 'tag' || type === 'script' || type === 'style');
const hasOnly = (node, names) =>
  elementsOf(node).every(({ name }) => names.includes(name)) &&
  node.children.every((child) => child.type !== 'text' || child.data.trim() === '');

/** Rows stand in a table or its sections, cells in rows, and no table in a cell. */
function isTable(table) {
  const sections = elementsOf(table).filter(({ name }) => SECTIONS.has(name));
  const rows = [table, ...sections].flatMap((section) =>
    elementsOf(section).filter(({ name }) => name === 'tr'),
  );
  return (
    hasOnly(table, ['caption', 'thead', 'tbody', 'tfoot', 'tr']) &&
    sections.every((section) => hasOnly(section, ['tr'])) &&
    rows.every((row) => hasOnly(row, ['td', 'th']) && elementsOf(row).every((cell) => !hasTableTag(cell)))
  );
}

const hasTableTag = (node) =>
  (node.children ?? []).some((child) => TABLE_TAGS.has(child.name) || hasTableTag(child));

const span = (cell, name, most) =>
  Math.min(Math.max(Number(/^\s*\+?(\d+)/.exec(cell.attribs[name] ?? '')?.[1] ?? 1), 1), most);

function sheetOf(table) {
  const rows = new Map();
  const merges = [];
  let number = 0;
  const addRows = (trs) => {
    const taken = new Map();
    const end = number + trs.length;
    for (const tr of trs) {
      number += 1;
      const cells = new Map();
      let column = 0;
      for (const cell of elementsOf(tr)) {
        while ((taken.get(column) ?? 0) >= number) column += 1;
        const width = span(cell, 'colspan', 1000);
        const bottom = Math.min(number + span(cell, 'rowspan', 65_534) - 1, end);
        const value = cellOf(cell);
        if (value) cells.set(column, value);
        if (width > 1 || bottom > number)
          merges.push([
            { row: number, column },
            { row: bottom, column: column + width - 1 },
          ]);
        for (let at = column; at < column + width; at += 1)
          taken.set(at, Math.max(taken.get(at) ?? 0, bottom));
        column += width;
      }
      rows.set(number, cells);
    }
  };
  let loose = [];
  for (const child of elementsOf(table)) {
    if (child.name === 'tr') loose.push(child);
    else {
      addRows(loose);
      loose = [];
      if (child.name !== 'caption') addRows(elementsOf(child));
    }
  }
  addRows(loose);
  return { rows, merges };
}

const shownText = (node) =>
  node.children
    .map((child) => (child.type === 'text' ? child.data : child.children ? shownText(child) : ''))
    .join('');

/** White space is laid out by the page, so that texts are compared without. A number that Excel has stored may stand for the one that is shown. */
function cellOf(cell) {
  const packed = (text) => text.replace(/[ \t\n\f\r]/g, '').replace(/^[\u0001\u0002]+/, '');
  const shown = withoutNonCharacters(packed(shownText(cell)));
  const stored = (cell.attribs['x:num'] ?? cell.attribs.sdval)?.trim();
  if (shown === '' && !stored) return undefined;
  return (given) => {
    if (stored && given?.startsWith(NUMBER_MARK)) {
      const number = Number(stored);
      return (
        given === NUMBER_MARK + stored ||
        Math.abs(Number.parseFloat(given.slice(1)) / 100 - number) <= Math.abs(number) * 1e-9
      );
    }
    return packed(given ?? '') === shown;
  };
}
