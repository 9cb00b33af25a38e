// What a workbook says by the rules of ECMA-376, read slowly: saxes for the parts, maps for the cells.
import { builtInFormat, ERROR_MARK, formatOfCode } from './hecha.mjs';
import {
  attributeOf,
  elementsOf,
  isoText,
  kindOfStyle,
  NotWellFormed,
  numberCell,
  plainText,
  textOf,
  treeOf,
} from './xml-reading.mjs';
import { readZip } from './zip-file.mjs';

/** The children of that name. Whatever namespace the part's root is of counts as that of spreadsheets. */
const named = (element, name) =>
  elementsOf(element, ({ local, uri }) => local === name && uri === element.uri);

/** The sheets of a workbook, each `{ name, rows, merges }` or `{ name, error }`. @throws NotWellFormed when the workbook cannot be read at all. */
export async function sheetsOfXlsx(bytes) {
  const entries = await readZip(bytes).catch(() => {
    throw new NotWellFormed('zip');
  });
  const parts = new Map();
  for (const { rawName, data } of entries) {
    const name = rawName.toString().replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
    parts.set(name, parts.has(name) ? undefined : data);
  }
  const part = (name) => {
    const data = parts.get(name.toLowerCase());
    if (!data) throw new NotWellFormed(`${name} is missing or damaged`);
    return treeOf(decoded(data));
  };
  const related = (name) => {
    const path = name.replace(/([^/]*)$/, '_rels/$1.rels');
    if (!parts.has(path.toLowerCase())) return [];
    return elementsOf(part(path), ({ local }) => local === 'Relationship').map((element) => ({
      id: attributeOf(element, 'Id') ?? '',
      kind: (attributeOf(element, 'Type') ?? '').replace(/^.*\//s, ''),
      part: targetOf(name, attributeOf(element, 'Target') ?? ''),
    }));
  };
  const main = related('').find(({ kind }) => kind === 'officeDocument')?.part ?? 'xl/workbook.xml';
  const workbook = part(main);
  const relations = related(main);
  const date1904 = named(workbook, 'workbookPr').some((element) =>
    /^(1|true|on)$/i.test(attributeOf(element, 'date1904') ?? ''),
  );
  const beside = (kind) => {
    const path =
      relations.find((relation) => relation.kind === kind)?.part ?? main.replace(/[^/]*$/, `${kind}.xml`);
    return parts.has(path.toLowerCase()) ? part(path) : undefined;
  };
  const formats = formatsOf(beside('styles'));
  let strings;
  return named(workbook, 'sheets')
    .flatMap((sheets) => named(sheets, 'sheet'))
    .map((element) => ({
      name: unescaped(attributeOf(element, 'name') ?? ''),
      relation: onlyOne(relations.filter(({ id }) => id === relationOf(element))),
    }))
    .filter(({ relation }) => !NO_TABLES.includes(relation?.kind))
    .map(({ name, relation }) => {
      try {
        strings ??= stringsOf(beside('sharedStrings'));
        return { name, ...sheetOf(part(relation?.part ?? '?'), { strings, formats, date1904 }) };
      } catch (error) {
        if (error instanceof NotWellFormed) return { name, error: error.message };
        throw error;
      }
    });
}

const NO_TABLES = ['chartsheet', 'dialogsheet', 'xlMacrosheet', 'xlIntlMacrosheet'];

function onlyOne(found) {
  if (found.length > 1) throw new NotWellFormed('two relationships of one id');
  return found[0];
}

/** The attribute `r:id`, whatever its namespace. */
const relationOf = ({ attributes }) => [...attributes].findLast(([name]) => /^.+ id$/.test(name))?.[1] ?? '';

/** Bytes of a part as text; only UTF-8 is read. */
function decoded(data) {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(data);
    const encoding = /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([^"']*)["']/s.exec(text)?.[1];
    // Of the declaration nothing else counts: whether it is well-formed is not asked.
    if (encoding === undefined || /^(utf-?8|us-ascii)$/i.test(encoding))
      return text.replace(/^\s*<\?xml[^<>]*\?>/, '');
  } catch {
    // Said below.
  }
  throw new NotWellFormed('not UTF-8');
}

function targetOf(base, target) {
  const path = target.replaceAll('\\', '/').replace(/[?#].*$/s, '');
  const from = path.startsWith('/') ? '' : base.replace(/[^/]*$/, '');
  return new URL(from + path.replace(/^\/+/, ''), 'zip://a/').pathname
    .slice(1)
    .split('/')
    .map(safeDecode)
    .join('/');
}

function safeDecode(step) {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}

function formatsOf(styles) {
  if (!styles) return [];
  const codes = new Map(
    named(styles, 'numFmts')
      .flatMap((all) => named(all, 'numFmt'))
      .map((element) => [
        attributeOf(element, 'numFmtId') ?? '',
        formatOfCode(attributeOf(element, 'formatCode') ?? ''),
      ]),
  );
  return named(styles, 'cellXfs')
    .flatMap((all) => named(all, 'xf'))
    .map((element) => attributeOf(element, 'numFmtId') ?? '0')
    .map((id) => codes.get(id) ?? builtInFormat(Number(id)));
}

/** `_x000D_` and the like (22.9.2.19); NUL is in no text, and half a surrogate pair is no character. */
export const unescaped = (text) => {
  const all = text.replace(/_x([0-9a-f]{4})_/gi, (_, code) =>
    code === '0000' ? '' : String.fromCharCode(Number.parseInt(code, 16)),
  );
  if (all.isWellFormed()) return all;
  return text.replace(/_x(?!d[89a-f])([0-9a-f]{4})_/gi, (_, code) =>
    code === '0000' ? '' : String.fromCharCode(Number.parseInt(code, 16)),
  );
};

/** The text of `si` or `is`: its own `t` and those of its runs. */
const richText = (item) =>
  elementsOf(item, ({ local, uri }) => uri === item.uri && (local === 't' || local === 'r'))
    .flatMap((child) => (child.local === 't' ? [child] : named(child, 't')))
    .map((t) => unescapedPieces(t))
    .join('');

const unescapedPieces = (element) => unescaped(textOf(element));

const stringsOf = (sst) => (sst ? named(sst, 'si').map(richText) : []);

/** Column from 0 and row of an address such as `B2`; `undefined` for what is none. */
function addressOf(text) {
  const [, letters, row] = /^([a-z]{1,3})(\d{1,9})$/i.exec(text) ?? [];
  if (!letters || Number(row) < 1) return undefined;
  return {
    column: [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1,
    row: Number(row),
  };
}

/** Throws NotWellFormed for what cannot be one sheet. */
function sheetOf(worksheet, context) {
  if (worksheet.local !== 'worksheet') throw new NotWellFormed('root');
  const rows = new Map();
  let last = 0;
  for (const row of named(worksheet, 'sheetData').flatMap((data) => named(data, 'row'))) {
    const cells = new Map();
    let number = attributeOf(row, 'r') === undefined ? undefined : Number(attributeOf(row, 'r'));
    let column = -1;
    for (const cell of named(row, 'c')) {
      const said = attributeOf(cell, 'r');
      const address = said === undefined ? undefined : addressOf(said);
      if (said !== undefined && !address) throw new NotWellFormed(`address ${said}`);
      if (address && number !== undefined && number !== address.row)
        throw new NotWellFormed(`address ${said} in row ${number}`);
      number ??= address?.row;
      column = address?.column ?? column + 1;
      const value = cellOf(cell, context);
      if (value === undefined) continue;
      if (cells.has(column)) throw new NotWellFormed(`two values in column ${column + 1}`);
      cells.set(column, value);
    }
    last = number ?? last + 1;
    if (!(last >= 1 && last <= 1_048_576)) throw new NotWellFormed(`row ${last}`);
    if (rows.has(last)) throw new NotWellFormed(`two rows ${last}`);
    rows.set(last, cells);
  }
  const merges = named(worksheet, 'mergeCells')
    .flatMap((all) => named(all, 'mergeCell'))
    .map((merge) => (attributeOf(merge, 'ref') ?? '').split(':').map(addressOf));
  return { rows, merges: merges.filter(([from, to]) => from && to) };
}

function cellOf(cell, { strings, formats, date1904 }) {
  const type = attributeOf(cell, 't') ?? 'n';
  const held = elementsOf(cell, ({ local, uri }) => uri === cell.uri && (local === 'v' || local === 'is'));
  if (held.length > 1 && held.filter((child) => textOf(child) !== '' || child.local === 'is').length > 1)
    throw new NotWellFormed('two values in a cell');
  const inline = held.find(({ local }) => local === 'is');
  if (inline) return plainText(richText(inline));
  const text = held.map(textOf).join('');
  // A formula that nobody has computed.
  if (text === '' && type === 'n' && named(cell, 'f').length > 0) return `${ERROR_MARK}#N/A`;
  if (text === '') return undefined;
  switch (type) {
    case 's': {
      const index = text.trim();
      if (index === '') return undefined;
      if (!/^\d+$/.test(index) || !(Number(index) < strings.length))
        throw new NotWellFormed(`string ${index}`);
      return plainText(strings[Number(index)]);
    }
    case 'n':
      return numberOf(unescaped(text), kindOfStyle(formats, Number(attributeOf(cell, 's') ?? 0)), date1904);
    case 'b':
      return (
        { 1: 'TRUE', true: 'TRUE', 0: 'FALSE', false: 'FALSE' }[text.trim()] ?? plainText(unescaped(text))
      );
    case 'e':
      return ERROR_MARK + unescaped(text).trim();
    case 'd':
      return plainText(isoText(unescaped(text).trim()));
    case 'str':
    case 'inlineStr':
      return plainText(unescaped(text));
    default:
      throw new NotWellFormed(`type ${type}`);
  }
}

function numberOf(text, format, date1904) {
  const value = numberCell(text, format, date1904);
  return typeof value === 'string' && value === text ? plainText(value) : value;
}
