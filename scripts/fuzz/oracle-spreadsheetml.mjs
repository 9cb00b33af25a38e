// What an XML Spreadsheet (Excel 2002 and 2003) says, read slowly by saxes.

import { decodeText } from './encode-text.mjs';
import { DATE, ERROR_MARK, formatOfCode, NUMBER_MARK, PERCENT, PLAIN, TIME } from './hecha.mjs';
import { unescaped } from './oracle-xlsx.mjs';
import { elementsOf, isoText, NotWellFormed, numberCell, plainText, treeOf } from './xml-reading.mjs';

const SHEET = 'urn:schemas-microsoft-com:office:spreadsheet';
const EXCEL = 'urn:schemas-microsoft-com:office:excel';
const NAMED = {
  percent: PERCENT,
  'general date': DATE,
  'long date': DATE,
  'medium date': DATE,
  'short date': DATE,
  'long time': TIME,
  'medium time': TIME,
  'short time': TIME,
};
const PLAIN_NAMES =
  /^(general|general number|currency|euro currency|fixed|standard|scientific|yes\/no|true\/false|on\/off)$/;

const named = (element, name, uri = SHEET) =>
  elementsOf(element, (child) => child.local === name && child.uri === uri);
const attribute = (element, name) => element.attributes.get(`${SHEET} ${name}`);

/** The sheets, each `{ name, rows, merges }` or `{ name, error }`. @throws NotWellFormed when the file cannot be read at all. */
export function sheetsOfSpreadsheetMl(bytes) {
  const text = decodeText(bytes);
  if (text === undefined) throw new NotWellFormed('not text');
  const xml = text.replace(/^\ufeff?\s*(<\?xml[^>]*\?>)?/, '');
  const workbook = treeOf(xml);
  if (workbook?.local !== 'Workbook') throw new NotWellFormed('root');
  const date1904 = named(workbook, 'ExcelWorkbook', EXCEL).some(
    (settings) => named(settings, 'Date1904', EXCEL).length > 0,
  );
  const formats = formatsOf(workbook);
  return named(workbook, 'Worksheet').map((worksheet) => {
    const name = attribute(worksheet, 'Name') ?? '';
    try {
      return { name, ...sheetOf(worksheet, { formats, date1904 }) };
    } catch (error) {
      if (error instanceof NotWellFormed) return { name, error: error.message };
      throw error;
    }
  });
}

/** For each style how it shows a number, by its own format, its parents' or the default one. */
function formatsOf(workbook) {
  const styles = new Map(
    named(workbook, 'Styles')
      .flatMap((all) => named(all, 'Style'))
      .map((style) => {
        const format = named(style, 'NumberFormat')
          .map((element) => attribute(element, 'Format') ?? 'General')
          .at(-1);
        return [attribute(style, 'ID') ?? '', { parent: attribute(style, 'Parent'), format }];
      }),
  );
  const formatOf = (id, steps) => {
    const style = styles.get(id);
    if (!style || steps > 50) return undefined;
    return style.format ?? formatOf(style.parent, steps + 1);
  };
  return (id) =>
    kindOf((styles.has(id) ? (formatOf(id, 0) ?? formatOf('Default', 0)) : undefined) ?? 'General');
}

function kindOf(format) {
  const name = format.trim().toLowerCase();
  if (PLAIN_NAMES.test(name)) return PLAIN;
  return Object.hasOwn(NAMED, name) ? NAMED[name] : formatOfCode(format);
}

function whole(element, name, otherwise) {
  const text = attribute(element, name);
  if (text === undefined) return otherwise;
  if (!/^\d{1,8}$/.test(text)) throw new NotWellFormed(`${name} ${text}`);
  return Number(text);
}

function sheetOf(worksheet, { formats, date1904 }) {
  const rows = new Map();
  const merges = [];
  let last = 0;
  for (const table of named(worksheet, 'Table')) {
    const columns = new Map();
    let nextStyled = 1;
    for (const column of named(table, 'Column')) {
      const index = whole(column, 'Index', nextStyled);
      nextStyled = index + whole(column, 'Span', 0) + 1;
      for (let at = index; at < Math.min(nextStyled, index + 20_000); at += 1)
        columns.set(at - 1, attribute(column, 'StyleID'));
    }
    for (const row of named(table, 'Row')) {
      const number = whole(row, 'Index', last + 1);
      if (number <= last) throw new NotWellFormed(`row ${number} after ${last}`);
      last = number + whole(row, 'Span', 0);
      rows.set(number, new Map());
      let next = 0;
      for (const cell of named(row, 'Cell')) {
        const column = whole(cell, 'Index', next + 1) - 1;
        if (column < next) throw new NotWellFormed('columns go back');
        next = column + whole(cell, 'MergeAcross', 0) + 1;
        const down = whole(cell, 'MergeDown', 0);
        if (next > column + 1 || down > 0)
          merges.push([
            { row: number, column },
            { row: number + down, column: next - 1 },
          ]);
        const style =
          attribute(cell, 'StyleID') ??
          attribute(row, 'StyleID') ??
          columns.get(column) ??
          attribute(table, 'StyleID') ??
          'Default';
        const value = cellOf(cell, formats(style), date1904);
        if (value !== undefined) rows.get(number).set(column, value);
      }
    }
  }
  return { rows, merges };
}

const allText = (element) =>
  element.children
    .map((child) =>
      typeof child === 'string' ? child : child.local === 'PhoneticText' ? '' : allText(child),
    )
    .join('');

function cellOf(cell, format, date1904) {
  const data = named(cell, 'Data');
  if (data.length > 1) throw new NotWellFormed('two Data');
  if (data.length === 0) return undefined;
  const type = attribute(data[0], 'Type') ?? '';
  // `_x0041_` is a spreadsheet's escape also here.
  const text = unescaped(allText(data[0]));
  if (text === '') return undefined;
  if (type === 'Number') {
    const value = numberCell(text, format, date1904);
    return value === text ? plainText(text) : value;
  }
  if (type === 'DateTime') {
    const shown = isoText(text.trim());
    return shown === '1899-12-31' ? `${NUMBER_MARK}0` : plainText(shown.replace(/^1899-12-31 /, ''));
  }
  if (type === 'Error') return ERROR_MARK + text.trim();
  if (type === 'Boolean') return { 1: 'TRUE', 0: 'FALSE' }[text.trim()] ?? plainText(text);
  return plainText(text);
}
