// Puts a case through what inspect and audit do with an input, and holds the result against the oracles.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkAccounts } from './check-accounts.mjs';
import { checkArchive } from './check-archive.mjs';
import { checkParts, checkSheets } from './check-values.mjs';
import { frugalEngine } from './frugal-engine.mjs';
import { gather, HechaError, keptColumns, openDuckdb } from './hecha.mjs';

/** Cases after which a new engine is opened. */
const CASES_OF_ENGINE = 400;
/** A case that takes longer, in seconds of the processor, hangs; a file of many tables may take a tenth more for each. */
const MOST_SECONDS = 2;
const SECONDS_OF_PART = 0.1;
const MOST_RSS = 700 * 2 ** 20;
/** Failures that an input may cause; HC3006 (rows do not add up) and HC3011 (cannot be opened) are none of them here. */
const OF_INPUT = /^HC30(?!06|11)\d\d$/;

/**
 * Runs cases in `folder`, one at a time. A result has `codes` (why the file, or a sheet of it, was refused), `isRead`, `rows` and `cells` that
 * were compared, `ms`, `rss`, and `failures`: one sentence for each thing that must not be.
 */
export function createRunner(folder) {
  let engine;
  let cases = 0;
  const temporary = join(folder, 'temporary');
  mkdirSync(temporary, { recursive: true });

  const freshEngine = async () => {
    if (engine && cases % CASES_OF_ENGINE === 0) await closeEngine();
    engine ??= frugalEngine(await openDuckdb({ threads: 1 }));
    cases += 1;
    return engine;
  };
  const closeEngine = async () => {
    await engine?.close();
    engine = undefined;
  };

  const read = async (path) => {
    const tables = new Map();
    const fresh = await freshEngine();
    const open = fresh.engine;
    const gathered = await gather(
      open,
      { paths: [path], notInputs: [], keepGoing: true, today: '2017-07-31' },
      {
        temporary,
        progress: () => undefined,
        onPart: async ({ part, detected }) => {
          tables.set(part, { keep: keptColumns(detected).keep, rows: await rawRows(open, part.table) });
        },
      },
    );
    return { open, gathered, tables };
  };

  return {
    async run(made) {
      const path = join(folder, made.name);
      writeFileSync(path, made.bytes);
      resetPeak();
      const before = process.cpuUsage();
      const failures = [];
      const counts = { rows: 0, cells: 0 };
      let gathered;
      try {
        const result = await read(path);
        gathered = result.gathered;
        const { user, system } = process.cpuUsage(before);
        const seconds = (user + system) / 1e6;
        const ms = Math.round(seconds * 1000);
        const rss = process.resourceUsage().maxRSS * 1024;
        if (seconds > MOST_SECONDS + SECONDS_OF_PART * result.tables.size)
          failures.push(`took ${seconds.toFixed(1)} s`);
        if (rss > MOST_RSS) failures.push(`took ${Math.round(rss / 2 ** 20)} MB`);
        const check = { ...result, path, made, temporary };
        for (const step of [checkAccounts, checkParts, checkSheets, checkArchive]) {
          const found = await step(check);
          failures.push(...found.failures);
          counts.rows += found.rows ?? 0;
          counts.cells += found.cells ?? 0;
        }
        await engine.empty();
        const codes = gathered.faults.map(({ error }) => error.code);
        failures.push(...judgeRefusals(made, codes));
        return { codes, isRead: gathered.reported.length > 0, ...counts, ms, rss, failures };
      } catch (error) {
        await closeEngine();
        return { codes: [], isRead: false, ...counts, ms: 0, rss: 0, failures: [...failures, crash(error)] };
      } finally {
        rmSync(path, { force: true });
        for (const name of readdirSync(temporary))
          rmSync(join(temporary, name), { recursive: true, force: true });
      }
    },
    close: closeEngine,
  };
}

const crash = (error) =>
  error instanceof HechaError
    ? `throws ${error.code} ${JSON.stringify(error.values)}`
    : `crashes: ${error?.stack?.split('\n').slice(0, 3).join(' ') ?? error}`;

function judgeRefusals({ how, sample }, codes) {
  const failures = codes.filter((code) => !OF_INPUT.test(code)).map((code) => `is refused as ${code}`);
  const isIntact = how.every((each) => each.startsWith('('));
  if (isIntact && codes.length > 0 && /^samples\/county|^made/.test(sample))
    failures.push(`is intact and refused as ${codes}`);
  return failures;
}

async function rawRows(engine, table) {
  const columns = await engine.describe(`SELECT * EXCLUDE (row_no) FROM raw.${table}`);
  // Of a text that begins with U+FEFF the engine's client gives out the rest: it is asked for with a character in front.
  const texts = columns.map(({ name }) => `, '=' || ${name} AS ${name}`).join('');
  const rows = await engine.all(`SELECT row_no${texts} FROM raw.${table} ORDER BY row_no`);
  const text = (value) => value?.slice(1) ?? null;
  return rows.map(({ row_no, problem, lead, ...cells }) => ({
    row: Number(row_no),
    problem: text(problem),
    lead: text(lead),
    cells: Object.values(cells).map(text),
  }));
}

/** Linux counts the peak of the memory anew from here; elsewhere it is that of the whole process. */
function resetPeak() {
  try {
    writeFileSync('/proc/self/clear_refs', '5');
  } catch {
    // Not Linux.
  }
}
