import { Command, CommanderError } from 'commander';
import { fill, type Lang } from '../bilingual.js';
import { HechaError } from '../errors.js';
import { addAudit } from './audit-command.js';
import { addCheck } from './check-command.js';
import type { AddCommand } from './command.js';
import { addDiff } from './diff-command.js';
import { addExplain } from './explain-command.js';
import { addFeedback } from './feedback-command.js';
import { addInit } from './init-command.js';
import { addInspect } from './inspect-command.js';
import type { Io } from './io.js';
import { texts } from './messages.js';
import { oneOf } from './option-values.js';
import { addPrune } from './prune-command.js';
import { addRules } from './rules-command.js';
import { addStatus } from './status-command.js';
import { addSynth } from './synth-command.js';
import { addVerify } from './verify-command.js';
import { toolVersion } from './version.js';
import { addWorklist } from './worklist-command.js';

/** In the order of the help. */
const commands: readonly AddCommand[] = [
  addAudit,
  addInspect,
  addCheck,
  addWorklist,
  addFeedback,
  addStatus,
  addDiff,
  addExplain,
  addVerify,
  addPrune,
  addInit,
  addRules,
  addSynth,
];

/** Exit codes: done; done, and the caller's limit was reached; could not do it. */
export type ExitCode = 0 | 1 | 2;

/**
 * Runs one command line.
 * @returns the exit code; every failure is one sentence on stderr, never a stack trace.
 */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  const wanted = langOf(argv);
  const lang: Lang = wanted === 'en' ? 'en' : 'zh';
  const text = texts[lang];
  let exit: ExitCode = 0;
  const program = new Command('hecha')
    .description(text.about)
    .version(toolVersion(), '-V, --version', text.version)
    .helpOption('-h, --help', text.help)
    .option('--lang <lang>', text.lang, 'zh')
    .helpCommand(false)
    .configureHelp({
      styleTitle: (title) => text.helpTitles[title] ?? title,
      styleOptionDescription: (words) => words.replace(/\(default: (.*)\)$/, text.defaultIs),
    })
    .exitOverride()
    .configureOutput({ writeOut: io.stdout, writeErr: () => undefined })
    .showSuggestionAfterError(true);
  const end = (code: ExitCode): void => {
    exit = code;
  };
  for (const add of commands) add(program, { io, lang, end });
  for (const command of program.commands) command.helpOption('-h, --help', text.help);
  program.addHelpText('after', `\n${text.examples}\n`);
  try {
    if (argv.length === 0) {
      io.stdout(program.helpInformation());
      io.stdout(`\n${text.examples}\n`);
      return 2;
    }
    oneOf('--lang', wanted, ['zh', 'en']);
    await program.parseAsync([...argv], { from: 'user' });
    return exit;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    io.stderr(`${sentence(error, lang)}\n`);
    const isOfInput = error instanceof HechaError && /^HC30(?!05)/.test(error.code);
    if (isOfInput && argv.includes('audit') && io.isTerminal) io.stderr(`${text.badInput}\n`);
    return 2;
  }
}

function sentence(error: unknown, lang: Lang): string {
  if (error instanceof HechaError) return error.sentence(lang);
  if (error instanceof CommanderError) {
    return new HechaError('HC1004', { message: usageFault(error, lang) }).sentence(lang);
  }
  return new HechaError('HC9001', { detail: internalDetail(error) }).sentence(lang);
}

/** Commander's words in the language of the run: what it quotes and suggests is kept, the rest is ours. */
function usageFault(error: CommanderError, lang: Lang): string {
  const words = error.message
    .replace(/^error: /, '')
    .replace(/\n\s*/g, ' ')
    .replace(/\.$/, '');
  if (lang === 'en') return words;
  const known = texts.zh.usageFaults[error.code];
  const quoted = /'([^']*)'/.exec(words)?.[1] ?? '';
  const suggestion = /Did you mean (?:one of )?(.*?)\?\)?$/.exec(words)?.[1];
  return known === undefined
    ? words
    : fill(known, { quoted }) + (suggestion ? `（是否想写 ${suggestion}）` : '');
}

/** What may be said of an unforeseen error: its kind and where in our own code, never a text that may quote a cell. */
function internalDetail(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const place = /(?:src|bin)\/[\w./-]+\.(?:js|ts):\d+/.exec(error.stack ?? '')?.[0] ?? '';
  return [error.name, place].filter(Boolean).join(' ');
}

/** The language must be known before the command line is understood: its errors and help are in it too. */
function langOf(argv: readonly string[]): string {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  if (at < 0) return 'zh';
  return (argv[at]?.includes('=') ? argv[at]?.slice('--lang='.length) : argv[at + 1]) ?? '';
}
