// `npm run bench [-- --households N --runs N --large --pandas PYTHON --out FILE]`: how fast an audit is, as ratios of two things measured side by side in one
// run, by turns, each a process of its own. Makes a county in a temporary folder (the same each time), and prints the table that
// docs/benchmarks.md keeps. Needs what `npm run build` makes; pandas is compared with where there is one.
import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { enlarge } from './bench/enlarge.mjs';
import { copyInUtf8 } from './bench/in-utf8.mjs';
import { measured, median, node, succeeds } from './bench/measure.mjs';
import { mib, ratio, seconds, table } from './bench/table.mjs';

const { values: flags } = parseArgs({
  options: {
    households: { type: 'string', default: '75000' },
    runs: { type: 'string', default: '1' },
    large: { type: 'boolean', default: false },
    pandas: { type: 'string', default: 'python3' },
    out: { type: 'string' },
  },
});
const script = (name) => fileURLToPath(new URL(name, import.meta.url));
const HECHA = script('../dist/bin/hecha.js');
const runs = Number(flags.runs);
const folder = mkdtempSync(join(tmpdir(), 'hecha-bench-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130));

const rows = [];
const note = (text) => process.stderr.write(`${text}\n`);

/** Measures ways by turns: medians of their seconds and the highest of their peaks, MiB. */
async function byTurns(ways, times = runs) {
  const found = new Map(Object.keys(ways).map((name) => [name, []]));
  for (let run = 0; run < times; run += 1)
    for (const [name, way] of Object.entries(ways)) {
      note(`  ${name} (${run + 1}/${times})`);
      found.get(name).push(await way(run));
    }
  return Object.fromEntries(
    [...found].map(([name, all]) => [
      name,
      { seconds: median(all.map((one) => one.seconds)), peak: Math.max(...all.map((one) => one.peak)) },
    ]),
  );
}

const county = join(folder, 'county');
note(`a county of ${flags.households} households`);
await node([HECHA, 'synth', '--out', county, '--households', flags.households, '-q']);
for (const name of readdirSync(county)) if (/^truth|README/.test(name)) rmSync(join(county, name));

// The engine reads UTF-8: what the floor reads is in it already.
const inUtf8 = join(folder, 'utf8');
mkdirSync(inUtf8);
for (const name of readdirSync(county)) await copyInUtf8(join(county, name), join(inUtf8, name));

/** An audit into a folder of its own. */
const audit = (paths, out, ...more) => node([HECHA, 'audit', paths, '-o', join(folder, out), '-q', ...more]);

const hasPandas = await succeeds(flags.pandas, ['-c', 'import pandas, openpyxl']);
const main = await byTurns({
  audit: (run) => audit(county, `first-${run}`),
  floor: () => node([script('./bench/floor.mjs'), inUtf8]),
  ...(hasPandas && { pandas: () => measured(flags.pandas, [script('./bench/four-joins.py'), county]) }),
});
rows.push(
  ['audit, all rules, all reports', seconds(main.audit), ''],
  [
    'the same ÷ floor: DuckDB reads the CSV files once, the workbooks are inflated',
    `${ratio(main.audit, main.floor)} (floor ${seconds(main.floor)})`,
    '≤ 2.5 ×',
  ],
  ['peak memory of the audit', mib(main.audit), '≤ 1,536 MiB'],
);
if (main.pandas) {
  rows.push(
    [
      'audit ÷ a pandas script that reads the same files and does four joins',
      `${ratio(main.audit, main.pandas)} (pandas ${seconds(main.pandas)})`,
      '≤ 0.2 ×',
    ],
    [
      'its peak memory ÷ that of pandas',
      `${(main.audit.peak / main.pandas.peak).toFixed(2)} × (pandas ${mib(main.pandas)})`,
      '≤ 0.5 ×',
    ],
  );
}

const roster = readdirSync(county).find((name) => /人口信息\.xlsx$/.test(name));
const reading = script('./bench-reading.mjs');
const one = (name) => () => node([reading, '--one', name, '--file', join(county, roster)]);
const sheet = await byTurns(
  { tables: one('into tables'), inflating: one('inflating (zlib’s stream as it comes)') },
  3,
);
rows.push(['the roster, .xlsx, into tables ÷ inflating it', ratio(sheet.tables, sheet.inflating), '≤ 3 ×']);

const second = join(folder, 'second');
mkdirSync(second);
for (const name of readdirSync(county)) copyFileSync(join(county, name), join(second, name));
const changed = readdirSync(second).find((name) => /死亡/.test(name));
appendFileSync(join(second, changed), '\n');
const nights = await byTurns({
  first: (run) => audit(county, `nights-${run}`),
  second: (run) => audit(second, `nights-${run}`, '--previous', 'latest'),
});
rows.push([
  'a second night with one changed extract ÷ the first',
  ratio(nights.second, nights.first),
  '≤ 0.5 ×',
]);

const help = await byTurns({ help: () => node([HECHA, '--help']), nothing: () => node(['-e', '0']) }, 9);
rows.push(['`hecha --help` ÷ `node -e 0`', ratio(help.help, help.nothing), '≤ 3 ×']);

if (flags.large) {
  const large = join(folder, 'large');
  mkdirSync(large);
  for (const name of readdirSync(county)) await enlarge(join(county, name), join(large, name), 10);
  const times = await byTurns(
    {
      'at one time': (run) => audit(county, `one-${run}`, '--memory', '4GB'),
      'at ten times': (run) => audit(large, `ten-${run}`, '--memory', '4GB'),
    },
    1,
  );
  rows.push(
    [
      'ten times the rows of the large extracts, --memory 4GB',
      ratio(times['at ten times'], times['at one time']),
      '≤ 11 ×',
    ],
    [
      'its peak ÷ that at one time',
      `${(times['at ten times'].peak / times['at one time'].peak).toFixed(2)} × (${mib(times['at ten times'])})`,
      '≈ 1 ×',
    ],
  );
}

const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`;
const text = `${machine}; ${flags.households} households; median of ${runs}\n\n${table(rows)}`;
process.stdout.write(text);
if (flags.out) writeFileSync(flags.out, text);
