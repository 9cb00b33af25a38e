import { open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { HechaError } from '../errors.js';
import {
  actionWords,
  readAction,
  readReason,
  readVerdict,
  reasonWords,
  type Verdict,
  verdictWords,
} from './verdicts.js';

/** The ledger's name in the folder that holds the runs, and in a run that went by it. */
export const LEDGER = 'feedback.csv';

const COLUMNS = [
  'finding_id',
  'verdict',
  'reason',
  'action',
  'note',
  'completed_on',
  'by',
  'on',
  'attachment',
  'fingerprint',
  'run_id',
  'source',
] as const satisfies readonly (keyof Verdict)[];

const BOM = '\ufeff';
/** What the next version of the ledger is called until it is whole. */
const draftName = `.hecha-${LEDGER}`;

/**
 * Every verdict that came back from the townships, oldest first. Nothing is ever taken out of it.
 * @param folder that holds the runs, or a run
 * @throws HechaError HC5006 when the ledger is not what hecha wrote: a verdict must not be lost in silence
 */
export async function readLedger(folder: string): Promise<readonly Verdict[]> {
  const bytes = await readFile(join(folder, LEDGER)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw new HechaError('HC3011', { place: LEDGER, detail: error.code ?? 'read' });
  });
  return bytes === undefined ? [] : parseLedger(bytes.toString('utf8'));
}

function parseLedger(text: string): Verdict[] {
  let records: string[][];
  try {
    records = parse(text, { bom: true });
  } catch (error) {
    throw new HechaError('HC5006', { row: (error as { lines?: number }).lines ?? 1 });
  }
  const [header = [], ...rows] = records;
  if (header.join() !== COLUMNS.join()) throw new HechaError('HC5006', { row: 1 });
  return rows.map((cells, index) => {
    const texts = Object.fromEntries(
      COLUMNS.map((column, at) => [column, unguarded(cells[at] ?? '')]),
    ) as Record<(typeof COLUMNS)[number], string>;
    const code = <Word extends string>(
      read: (text: string) => { code: Word } | object,
      text: string,
    ): Word => {
      const word = read(text);
      if ('code' in word) return word.code as Word;
      throw new HechaError('HC5006', { row: index + 2 });
    };
    if (texts.finding_id === '') throw new HechaError('HC5006', { row: index + 2 });
    return {
      ...texts,
      verdict: code(readVerdict, texts.verdict),
      reason: texts.reason && code(readReason, texts.reason),
      action: texts.action && code(readAction, texts.action),
    };
  });
}

/**
 * Adds verdicts at the end of the ledger, all or none: a whole new file beside it takes its place by a rename, so that a process killed at any
 * instant leaves the old ledger or the new one. The caller holds the folder's lock.
 * @throws as the disk does; HC5006 when the ledger that is there cannot be read
 */
export async function appendLedger(folder: string, verdicts: readonly Verdict[]): Promise<void> {
  const before = await readLedger(folder);
  const draft = join(folder, draftName);
  await rm(draft, { force: true });
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(ledgerText([...before, ...verdicts]));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, join(folder, LEDGER));
  if (process.platform === 'win32') return;
  const names = await open(folder, 'r');
  try {
    await names.sync();
  } finally {
    await names.close();
  }
}

/** The ledger as it stands in its file. */
export function ledgerText(verdicts: readonly Verdict[]): string {
  const lines = verdicts.map((verdict) => {
    const { reason, action } = verdict;
    const texts = {
      ...verdict,
      verdict: verdictWords[verdict.verdict].word.zh,
      reason: reason && reasonWords[reason].word.zh,
      action: action && actionWords[action].word.zh,
    };
    return COLUMNS.map((column) => quoted(guarded(texts[column])));
  });
  return BOM + [[...COLUMNS], ...lines].map((cells) => `${cells.join(',')}\r\n`).join('');
}

/** A text that a spreadsheet would run gets an apostrophe in front, as does one that begins with an apostrophe, so that it can be taken off again. */
const guarded = (text: string): string => (/^['\s]*[=+\-@＝＋－＠\t\r\n']/u.test(text) ? `'${text}` : text);
const unguarded = (text: string): string => text.replace(/^'/, '');
const quoted = (text: string): string =>
  /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** What is held of a finding: the verdict that stands, and one that it overrode. */
export interface Standing {
  readonly standing: Verdict;
  /** The last verdict that said otherwise. */
  readonly contradicted?: Verdict;
}

/** The verdict that stands for each finding: the latest by day; of one day the one that came last. */
export function standingVerdicts(ledger: readonly Verdict[]): ReadonlyMap<string, Standing> {
  const byFinding = new Map<string, Standing>();
  for (const verdict of ledger) {
    const held = byFinding.get(verdict.finding_id);
    if (!held) {
      byFinding.set(verdict.finding_id, { standing: verdict });
      continue;
    }
    const [standing, other] =
      verdict.on >= held.standing.on ? [verdict, held.standing] : [held.standing, verdict];
    const contradicted = other.verdict === standing.verdict ? held.contradicted : other;
    byFinding.set(verdict.finding_id, {
      standing,
      ...(contradicted && contradicted.verdict !== standing.verdict && { contradicted }),
    });
  }
  return byFinding;
}
