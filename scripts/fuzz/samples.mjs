// What the fuzzer starts from: the heads of all samples and fixtures, and the same tables as other programs would write them.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, utils, write } from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { decodeText } from './encode-text.mjs';
import { markupSamples } from './markup-samples.mjs';
import { cutSheet, cutStrings, oddWorkbooks } from './workbook-samples.mjs';
import { readZip, writeZip } from './zip-file.mjs';

export const FORMATS = ['csv', 'xlsx', 'xls', 'html', 'spreadsheetml', 'zip'];

const ROWS = 24;
const ROWS_OF_MANY = 8;
/** Longer texts and workbooks are cut to their heads. */
const SMALL = 12_000;

/** The samples of each format, in the same order on every machine. */
export async function loadSamples(root) {
  const samples = new Map(FORMATS.map((format) => [format, []]));
  const add = (format, sample) => samples.get(format).push({ format, ...sample });
  for (const { name, bytes } of filesOf(root)) {
    const head = bytes.subarray(0, 4).toString('hex');
    if (head === 'd0cf11e0') {
      if (bytes.length < 200_000) add('xls', { name, bytes });
    } else if (head === '504b0304') await addArchive(add, name, bytes);
    else addText(add, name, bytes);
  }
  await addRewritten(add, samples.get('csv'));
  for (const workbook of oddWorkbooks()) add('xlsx', workbook);
  for (const { format, ...markup } of markupSamples()) add(format, markup);
  addArchives(add, samples);
  return samples;
}

/** Not what lies in test/fixtures/worklists: worklists are no input of an audit. */
const FOLDERS = ['samples/county', 'samples/dirty', 'test/fixtures/xls'];

function filesOf(root) {
  return FOLDERS.filter((folder) => existsSync(join(root, folder))).flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/\.(md|py|json|ya?ml|sql|ts)$|^expected-/.test(entry.name))
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
      .sort()
      .map((path) => ({ name: path.slice(root.length + 1), bytes: readFileSync(path) })),
  );
}

/** Text of any kind: its head, where it can be decoded. What cannot is a sample as it stands. */
function addText(add, name, bytes) {
  const text = decodeText(bytes);
  if (text === undefined) {
    if (bytes.length < SMALL) add('csv', { name, bytes });
  } else if (/^\s*(<\?xml[^>]*>\s*)?(<\?mso[^>]*>\s*)?<(\w+:)?workbook\b/i.test(text)) {
    if (text.length < 4 * SMALL) add('spreadsheetml', { name, text });
  } else if (/^\s*</.test(text)) {
    if (text.length < 4 * SMALL) add('html', { name, text });
  } else {
    const lines = text.split(/(?<=\n)|(?<=\r(?!\n))/);
    const head = text.length < SMALL ? text : lines.slice(0, ROWS).join('');
    if (head.length > 0) add('csv', { name, text: head.slice(0, 4 * SMALL) });
  }
}

/** A workbook as its parts, or an archive of files as its entries. */
async function addArchive(add, name, bytes) {
  const entries = await readZip(bytes).catch(() => []);
  const files = entries
    .filter(({ data, rawName }) => data && !rawName.toString().endsWith('/'))
    .map((entry) => ({ ...entry, name: entry.rawName.toString() }));
  if (files.some((file) => file.name === 'xl/workbook.xml')) {
    add('xlsx', { name, parts: heads(files) });
  } else if (files.length > 0 && bytes.length < 4 * SMALL) {
    add('zip', {
      name,
      entries: files.map(({ rawName, data, entry }) => ({
        name: rawName.toString(),
        rawName,
        data,
        flags: entry.generalPurposeBitFlag & 0x800,
      })),
    });
  }
}

function heads(files) {
  const sheets = files.filter(({ name }) => /^xl\/worksheets\/[^/]*$/.test(name));
  const rows = sheets.length > 1 ? ROWS_OF_MANY : ROWS;
  const cut = files
    .filter(({ name }) => !/^docProps\/|\/theme\//.test(name))
    .map(({ name, data }) => [
      name,
      sheets.some((sheet) => sheet.name === name) ? cutSheet(data, rows) : data,
    ]);
  return cutStrings(cut);
}

/** A few tables as SheetJS and ExcelJS write them. */
async function addRewritten(add, texts) {
  const chosen = texts.filter(({ text, name }) => text && name.startsWith('samples/county')).slice(0, 8);
  for (const [index, { name, text }] of chosen.entries()) {
    const { Sheets } = read(text, { type: 'string', raw: true });
    const rows = utils.sheet_to_json(Object.values(Sheets)[0], { header: 1, raw: true });
    const typed = rows.map((row, at) =>
      Array.from(row, (cell) => typedCell(cell, at > 0 && index % 2 === 0)),
    );
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet(typed, { cellDates: false }), '数据');
    const as = (bookType, more = {}) => write(book, { type: 'buffer', bookType, ...more });
    add('xls', { name: `${name} (SheetJS)`, bytes: as('biff8') });
    add('spreadsheetml', { name: `${name} (SheetJS)`, text: as('xlml').toString() });
    add('html', { name: `${name} (SheetJS)`, text: as('html').toString() });
    await addArchive(add, `${name} (SheetJS)`, as('xlsx', { bookSST: index % 2 === 0, compression: true }));
    await addArchive(add, `${name} (ExcelJS)`, await writtenByExcelJs(typed));
  }
}

const typedCell = (cell, isTyped) =>
  isTyped && typeof cell === 'string' && /^\d{1,9}(\.\d+)?$/.test(cell) ? Number(cell) : cell;

async function writtenByExcelJs(rows) {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('数据');
  for (const row of rows) {
    // A date in UTC, so that no time zone shifts it.
    sheet.addRow(row.map((cell) => (/^\d{4}-\d\d-\d\d$/.test(cell) ? new Date(`${cell}T00:00:00Z`) : cell)));
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** Archives of what the other formats have. */
function addArchives(add, samples) {
  const text = (index) => Buffer.from(samples.get('csv').filter((sample) => sample.text)[index].text);
  const workbook = (index) =>
    writeZip(samples.get('xlsx')[index].parts.map(([name, data]) => ({ name, data })));
  add('zip', { name: 'one text', entries: [{ name: '数据/名单.csv', data: text(0) }] });
  add('zip', {
    name: 'text and workbook',
    entries: [
      { name: '甲.csv', data: text(1), method: 0 },
      { name: '乙.xlsx', data: workbook(0) },
      { name: '说明.pdf', data: Buffer.from('%PDF-1.4') },
    ],
  });
  add('zip', {
    name: 'an archive within an archive, names in GBK',
    entries: [
      {
        name: '内.zip',
        rawName: Buffer.from('c4da2e7a6970', 'hex'),
        data: writeZip([{ name: '丙.csv', data: text(2) }]),
      },
      { name: '外.csv', rawName: Buffer.from('cde22e637376', 'hex'), data: text(3) },
    ],
  });
  add('zip', {
    name: 'two of one name',
    entries: [
      { name: '丁.csv', data: text(4) },
      { name: '丁.csv', data: text(5) },
      { name: '__MACOSX/._丁.csv', data: Buffer.from([0, 5, 22, 7]) },
    ],
  });
}
