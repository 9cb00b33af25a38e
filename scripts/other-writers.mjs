// Holds the readers against workbooks that hecha has not written: the sample county (its text files as workbooks of text) is written
// again by LibreOffice, openpyxl and xlwt, each copy is audited, and the findings must be those of the sample, but for their sources.
// Needs soffice and a python3 with openpyxl and xlwt. Usage: node scripts/other-writers.mjs [folder of a county]
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';

const county = process.argv[2] ?? 'samples/county';
const home = mkdtempSync(join(tmpdir(), 'hecha-writers-'));
const own = (name) => /^(?:truth|expected)/.test(name);
const files = (ending) => readdirSync(county).filter((name) => name.endsWith(ending) && !own(name));

const decoded = (bytes) => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes);
  }
};

/** The workbooks of the county, and its text files as workbooks of text. */
async function workbooks(folder) {
  mkdirSync(folder);
  for (const name of files('.xlsx')) copyFileSync(join(county, name), join(folder, name));
  for (const name of files('.csv')) {
    const rows = parse(decoded(readFileSync(join(county, name))), { bom: true, relax_column_count: true });
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('Sheet1').addRows(rows);
    await workbook.xlsx.writeFile(join(folder, `${basename(name, '.csv')}.xlsx`));
  }
}

const soffice = (from, ending, to) => {
  const inputs = readdirSync(from).map((name) => join(from, name));
  const args = ['--headless', '--convert-to', ending, '--outdir', to, ...inputs];
  execFileSync('soffice', [`-env:UserInstallation=file://${join(home, 'profile')}`, ...args], {
    stdio: 'ignore',
  });
};
const python = (writer, from, to) =>
  execFileSync('python3', ['scripts/other-writers.py', writer, from, to], { stdio: 'inherit' });

/** The findings of a folder, without where they came from. */
function findings(folder) {
  const out = `${folder}-out`;
  const args = [
    'dist/bin/hecha.js',
    'audit',
    folder,
    '-o',
    out,
    '-q',
    '--format',
    'csv',
    '--as-of',
    '2017-07-31',
  ];
  execFileSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const rows = parse(readFileSync(join(out, 'latest', 'findings.csv')), { bom: true, columns: true });
  return rows.map(({ sources: _, ...finding }) => JSON.stringify(finding));
}

const at = (name) => join(home, name);
const ways = {
  'LibreOffice .xlsx': (to) => soffice(at('base'), 'xlsx', to),
  'LibreOffice .xls': (to) => soffice(at('base'), 'xls', to),
  'LibreOffice .ods, then .xlsx': (to) => {
    soffice(at('base'), 'ods', `${to}-ods`);
    soffice(`${to}-ods`, 'xlsx', to);
  },
  'openpyxl .xlsx': (to) => python('openpyxl', at('base'), to),
  'xlwt .xls': (to) => python('xlwt', at('base'), to),
};

try {
  await workbooks(at('base'));
  const expected = findings(county);
  let failed = false;
  for (const [index, [title, make]] of [
    ['workbooks of hecha and exceljs', undefined],
    ...Object.entries(ways),
  ].entries()) {
    const folder = make ? at(`way-${index}`) : at('base');
    make?.(folder);
    const found = findings(folder);
    const [lost, added] = [
      expected.filter((finding) => !found.includes(finding)),
      found.filter((finding) => !expected.includes(finding)),
    ];
    failed ||= lost.length + added.length > 0;
    console.log(`${title}: ${found.length} findings, ${lost.length} lost, ${added.length} added`);
    for (const finding of [...lost, ...added].slice(0, 5)) {
      const { rule_id, finding_id } = JSON.parse(finding);
      console.log(`  ${rule_id} ${finding_id}`);
    }
  }
  process.exitCode = failed ? 1 : 0;
} finally {
  if (!process.env.KEEP) rmSync(home, { recursive: true, force: true });
}
