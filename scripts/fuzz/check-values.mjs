// No value is silently other than what the file says.
import { createHash } from 'node:crypto';
import { compareSheets, compareTable } from './compare-sheets.mjs';
import { defaultLimits, HechaError, loadText, openAnyWorkbook, scanText, sniff } from './hecha.mjs';
import { sheetsOfHtml } from './oracle-html.mjs';
import { sheetsOfSpreadsheetMl } from './oracle-spreadsheetml.mjs';
import { checkText } from './oracle-text.mjs';
import { sheetsOfXls } from './oracle-xls.mjs';
import { sheetsOfXlsx } from './oracle-xlsx.mjs';
import { NotWellFormed } from './xml-reading.mjs';
import { readZip } from './zip-file.mjs';

const digest = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** The bytes of a file that was read: the case itself, or a member of it at any depth, known by its SHA-256. */
async function bytesOf(sha256, bytes, depth = 0) {
  if (digest(bytes) === sha256) return bytes;
  if (depth > 4 || bytes.toString('latin1', 0, 2) !== 'PK') return undefined;
  for (const { data } of await readZip(bytes).catch(() => [])) {
    const found = data && (await bytesOf(sha256, data, depth + 1));
    if (found) return found;
  }
  return undefined;
}

/** What an oracle says of a workbook: its sheets, `error` when it cannot be read, or nothing when no oracle can say. */
async function sheetsSaid(kind, bytes, { isPayload, original }) {
  const oracles = { xlsx: sheetsOfXlsx, spreadsheetml: sheetsOfSpreadsheetMl, html: sheetsOfHtml };
  // SheetJS is held to be right only where nothing but the contents of cells was changed.
  if (kind === 'xls') return isPayload ? sheetsOfXls(bytes) : undefined;
  try {
    return await oracles[kind]?.(bytes);
  } catch (error) {
    if (!(error instanceof NotWellFormed)) throw error;
    // Damage to bytes of the archive that do not matter leaves what was there.
    if (original && error.message === 'zip') return oracles[kind](original);
    return { error: error.message };
  }
}

/** The raw tables that the run has loaded. */
export async function checkParts({ gathered, tables, made }) {
  const total = { failures: [], rows: 0, cells: 0 };
  for (const file of gathered.files) {
    const bytes = await bytesOf(file.sha256, made.bytes);
    if (!bytes) {
      total.failures.push('a file was read that is not in the archive');
      continue;
    }
    const said = file.kind === 'csv' ? undefined : await sheetsSaid(file.kind, bytes, made);
    if (said?.error) total.failures.push(`is read, but: ${said.error}`);
    for (const { part, encoding, delimiter } of file.parts) {
      const table = tables.get(part);
      const { headerRow, headerHeight = 1, rowsAbove, rowsBelow } = part;
      if (file.kind === 'csv') {
        const rows = new Map(table.rows.map((row) => [row.row, row]));
        const read = {
          encoding,
          delimiter,
          headerRow,
          headerHeight,
          total: rowsAbove + rowsBelow,
          cap: defaultLimits.recordBytes,
        };
        add(total, checkText(bytes, { ...read, keep: table.keep, rows }));
      } else if (said && !said.error) {
        const sheet = said.find(({ name, error }) => name === part.sheet && !error);
        if (sheet) add(total, compareTable({ ...table, headerRow }, sheet));
        else if (file.kind !== 'html')
          total.failures.push(`sheet ${part.sheet} is read, and no sound sheet of the file`);
        const counted = rowsAbove + rowsBelow;
        // SheetJS does not tell of rows without cells.
        if (sheet && file.kind !== 'xls' && counted !== sheet.rows.size) {
          total.failures.push(`the account has ${counted} rows, the file ${sheet.rows.size}`);
        }
      }
    }
  }
  return total;
}

function add(total, { failures, rows, cells }) {
  total.failures.push(...failures);
  total.rows += rows;
  total.cells += cells;
}

/** All cells of the file, also of what held no known table: by the reader of workbooks, or as text without a header. */
export async function checkSheets({ gathered, path, made, open, temporary }) {
  const kind = await sniff({ path, name: made.name }).catch(refused);
  if (kind === undefined || kind === 'zip') return { failures: [] };
  if (kind === 'csv')
    return gathered.files.length > 0 ? { failures: [] } : checkHeadless({ path, made, open, temporary });
  const said = await sheetsSaid(kind, made.bytes, made);
  if (!said) return { failures: [] };
  const workbook = await openAnyWorkbook({ path, name: made.name, origin: path, kind }, defaultLimits).catch(
    refused,
  );
  if (!workbook) return { failures: [] };
  try {
    const given = [];
    for (const sheet of workbook.sheets) given.push(await readSheet(workbook, sheet));
    if (said.error) {
      return { failures: given.some(({ error }) => !error) ? [`is read, but: ${said.error}`] : [] };
    }
    return compareSheets(given, said, { names: kind !== 'html', emptyRows: kind !== 'xls' });
  } finally {
    workbook.close();
  }
}

function refused(error) {
  if (error instanceof HechaError) return undefined;
  throw error;
}

async function readSheet(workbook, sheet) {
  const rows = new Map();
  try {
    await workbook.read(sheet, (row, cells) => {
      rows.set(row, [...cells]);
      return true;
    });
    return { name: sheet.name, rows };
  } catch (error) {
    if (!(error instanceof HechaError)) throw error;
    return { name: sheet.name, error: error.code };
  }
}

/** A text whose header is not known: every record as it stands. */
async function checkHeadless({ path, made, open, temporary }) {
  const scan = await scanText(path).catch(refused);
  if (!scan) return { failures: [] };
  const keep = Array.from({ length: Math.min(scan.width, 300) }, (_, index) => index);
  await open.exec('CREATE SCHEMA IF NOT EXISTS raw');
  await loadText({ engine: open, path, scan, headerRow: 0, keep, table: 'headless', temporary });
  const rows = await open.all('SELECT * FROM raw.headless ORDER BY row_no');
  const loaded = new Map(
    rows.map(({ row_no, problem, lead, ...cells }) => [
      Number(row_no),
      { problem, lead, cells: Object.values(cells) },
    ]),
  );
  const { encoding, delimiter, records } = scan;
  return checkText(made.bytes, {
    encoding,
    delimiter,
    headerRow: 0,
    headerHeight: 1,
    total: records,
    cap: defaultLimits.recordBytes,
    keep,
    rows: loaded,
  });
}
