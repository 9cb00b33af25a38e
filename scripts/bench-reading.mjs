// `node scripts/bench-reading.mjs [--rows N] [--runs N]`: reads the roster of a large county from .xlsx into tables, side by side with inflating
// it and with exceljs, then the largest sheet that there can be and a workbook of many sheets. Needs what `npm run build` makes. The
// inputs are made from the sample county in a temporary folder, the same each time; every measurement is a process of its own, by turns.
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createInflateRaw } from 'node:zlib';
import { openPromise } from 'yauzl';
import { ZipFile } from 'yazl';
import { openDuckdb } from '../dist/src/engine/duckdb.js';
import { defaultLimits } from '../dist/src/ingest/limits.js';
import { readWorkbook } from '../dist/src/ingest/read-workbook.js';
import { openWorkbook } from '../dist/src/ingest/xlsx/workbook.js';

const { values: flags } = parseArgs({
  options: {
    rows: { type: 'string', default: '300000' },
    runs: { type: 'string', default: '3' },
    one: { type: 'string' },
    file: { type: 'string' },
  },
});
const MARKED_NUMBER = '\u0001';
const ROSTER = fileURLToPath(new URL('../samples/county/建档立卡贫困人口信息.xlsx', import.meta.url));
const isData = (name) => /worksheets\/sheet|sharedStrings/.test(name);

/** Inflates the sheets and the shared strings, and throws away what comes. */
async function inflate(path, options) {
  const zip = await openPromise(path, { autoClose: false });
  for await (const entry of zip.eachEntry()) {
    if (!isData(entry.fileName)) continue;
    const raw = await zip.openReadStreamPromise(entry, { decodeFileData: false });
    for await (const _ of raw.pipe(createInflateRaw(options)));
  }
  zip.close();
}

/** What is measured: each reads a file and may tell how much it found. */
const ways = {
  'inflating (zlib’s stream as it comes)': (path) => inflate(path),
  'inflating (in chunks of 128 KiB)': (path) => inflate(path, { chunkSize: 1 << 17 }),
  async scanning(path) {
    const workbook = await openWorkbook(path);
    let cells = 0;
    const sink = { put: () => (cells += 1), endRow: () => true };
    for (const sheet of workbook.sheets) await workbook.load(sheet, sink);
    workbook.close();
    return `${cells} cells`;
  },
  async 'into tables'(path) {
    const temporary = mkdtempSync(join(tmpdir(), 'hecha-spill-'));
    const engine = await openDuckdb({ memory: '1GB', temporary });
    await engine.exec('CREATE SCHEMA raw');
    const { parts } = await readWorkbook(
      engine,
      { path, name: 'roster.xlsx', kind: 'xlsx', origin: path },
      { firstIndex: 0, limits: defaultLimits, temporary, indicators: [], settings: [] },
    );
    await engine.close();
    rmSync(temporary, { recursive: true });
    return `${parts.reduce((rows, { part }) => rows + part.rowsBelow, 0)} rows`;
  },
  async 'exceljs, streaming'(path) {
    const { default: ExcelJS } = await import('exceljs');
    const reader = new ExcelJS.stream.xlsx.WorkbookReader(path, {
      worksheets: 'emit',
      sharedStrings: 'cache',
    });
    let cells = 0;
    for await (const sheet of reader) for await (const row of sheet) cells += row.actualCellCount;
    return `${cells} cells`;
  },
};

if (flags.one !== undefined) {
  const before = process.cpuUsage();
  const start = performance.now();
  const found = await ways[flags.one](flags.file);
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(before);
  const rss = process.resourceUsage().maxRSS / 1024;
  process.stdout.write(JSON.stringify({ seconds, cpu: (user + system) / 1e6, rss, found }));
  process.exit();
}

/** The rows of the sample's roster, header first, as raw cells. */
async function sampleRows() {
  const workbook = await openWorkbook(ROSTER);
  let header;
  const rows = [];
  for (const sheet of workbook.sheets)
    await workbook.read(sheet, (_, cells) => {
      if (cells.includes('证件号码')) header ??= [...cells];
      else if (cells.length > 20 && !cells.some((cell) => cell?.includes('合计'))) rows.push([...cells]);
      return true;
    });
  workbook.close();
  return { header, rows };
}

/** Numbers of persons and households are all different: the row's number stands in the middle of each. */
const varied = (cell, row) =>
  /^\d{11,18}X?$/.test(cell) ? cell.slice(0, -9) + String(row).padStart(7, '0') + cell.slice(-2) : cell;

const column = (index) =>
  (index >= 26 ? String.fromCharCode(64 + Math.floor(index / 26)) : '') +
  String.fromCharCode(65 + (index % 26));
const escaped = (text) =>
  text.replace(/[&<>]/g, (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[char]);

/** Writes a workbook of sheets with so many rows below the header, texts all shared or all where they stand. */
async function writeWorkbook({ path, sample, sheets, rows, width, shared }) {
  const zip = new ZipFile();
  const written = pipeline(zip.outputStream, createWriteStream(path));
  const fixed = { mtime: new Date(2017, 6, 31), mode: 0o100644 };
  const addPart = async (name, pieces) => {
    const part = new PassThrough({ highWaterMark: 1 << 20 });
    zip.addReadStream(part, name, fixed);
    let waiting = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
    for (const piece of pieces) {
      waiting += piece;
      if (waiting.length < 1 << 20) continue;
      if (!part.write(waiting)) await once(part, 'drain');
      waiting = '';
    }
    part.end(waiting);
  };
  const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
  const numbers = Array.from({ length: sheets }, (_, index) => index + 1);
  const relation = (id, kind, target) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`;
  const relations = (...all) =>
    `<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;
  await addPart('[Content_Types].xml', [
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`,
    '<Default Extension="xml" ContentType="application/xml"/></Types>',
  ]);
  await addPart('_rels/.rels', [relations(relation('r1', 'officeDocument', 'xl/workbook.xml'))]);
  await addPart('xl/_rels/workbook.xml.rels', [
    relations(
      ...numbers.map((number) => relation(`s${number}`, 'worksheet', `worksheets/sheet${number}.xml`)),
      relation('strings', 'sharedStrings', 'sharedStrings.xml'),
    ),
  ]);
  await addPart('xl/workbook.xml', [
    `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>`,
    ...numbers.map((number) => `<sheet name="${number}" sheetId="${number}" r:id="s${number}"/>`),
    '</sheets></workbook>',
  ]);
  const strings = new Map();
  const cell = (at, value) => {
    if (value.startsWith(MARKED_NUMBER)) return `<c r="${at}"><v>${value.slice(1)}</v></c>`;
    if (!shared) return `<c r="${at}" t="inlineStr"><is><t>${escaped(value)}</t></is></c>`;
    const index = strings.get(value) ?? strings.size;
    strings.set(value, index);
    return `<c r="${at}" t="s"><v>${index}</v></c>`;
  };
  function* sheetXml(first) {
    yield `<worksheet xmlns="${MAIN}"><sheetData>`;
    for (let row = 0; row <= rows; row += 1) {
      const cells = row === 0 ? sample.header : sample.rows[(first + row) % sample.rows.length];
      let xml = `<row r="${row + 1}">`;
      for (let index = 0; index < Math.min(width, cells.length); index += 1)
        if (cells[index]) xml += cell(column(index) + (row + 1), varied(cells[index], first + row));
      yield `${xml}</row>`;
    }
    yield '</sheetData></worksheet>';
  }
  for (const number of numbers) await addPart(`xl/worksheets/sheet${number}.xml`, sheetXml(number * rows));
  function* stringsXml() {
    yield `<sst xmlns="${MAIN}">`;
    for (const text of strings.keys()) yield `<si><t>${escaped(text)}</t></si>`;
    yield '</sst>';
  }
  await addPart('xl/sharedStrings.xml', stringsXml());
  zip.end();
  await written;
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];

/** Measures each of the ways by turns, and prints the medians and their ratios to the first two. */
function compare(title, file, names, runs) {
  const found = new Map(names.map((name) => [name, []]));
  for (let run = 0; run < runs; run += 1)
    for (const name of names) {
      const options = ['--max-old-space-size=4096', process.argv[1], '--one', name, '--file', file];
      found.get(name).push(JSON.parse(execFileSync(process.execPath, options, { encoding: 'utf8' })));
    }
  const of = (name, field) => median(found.get(name).map((result) => result[field]));
  console.log(`\n${title}: median of ${runs}\n${' '.repeat(40)}seconds  processor  peak MiB  ratios`);
  for (const name of names) {
    const ratios = names
      .slice(0, 2)
      .map((floor) => `${(of(name, 'seconds') / of(floor, 'seconds')).toFixed(2)} ×`);
    const numbers = [of(name, 'seconds').toFixed(2), of(name, 'cpu').toFixed(2), of(name, 'rss').toFixed(0)];
    const [seconds, cpu, rss] = numbers.map((number, index) => number.padStart([7, 11, 10][index]));
    console.log(
      `${name.padEnd(40)}${seconds}${cpu}${rss}  ${ratios.join('  ')}  ${found.get(name)[0].found ?? ''}`,
    );
  }
}

const folder = mkdtempSync(join(tmpdir(), 'hecha-bench-'));
try {
  const sample = await sampleRows();
  const rows = Number(flags.rows);
  const names = Object.keys(ways);
  const make = async (name, options) => {
    const path = join(folder, name);
    await writeWorkbook({ path, sample, ...options });
    return path;
  };
  for (const shared of [true, false]) {
    const path = await make('roster.xlsx', { sheets: 1, rows, width: 40, shared });
    compare(`${rows} × 40, ${shared ? 'shared' : 'inline'} strings`, path, names, Number(flags.runs));
  }
  const largest = { sheets: 1, rows: 1_048_575, width: 20, shared: true };
  compare('1,048,576 × 20', await make('roster.xlsx', largest), names.slice(0, 4), 1);
  const many = { sheets: 40, rows: 5000, width: 40, shared: true };
  compare('40 sheets of 5,000 × 40', await make('roster.xlsx', many), names.slice(0, 4), 1);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
