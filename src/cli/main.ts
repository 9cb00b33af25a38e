import { Command, CommanderError } from 'commander';
import type { Lang } from '../bilingual.js';
import { HechaError } from '../errors.js';
import { addAudit } from './audit-command.js';
import type { Io } from './io.js';
import { texts } from './messages.js';
import { addSynth } from './synth-command.js';
import { toolVersion } from './version.js';

/** Exit codes: done; done, and the caller's limit was reached; could not do it. */
export type ExitCode = 0 | 1 | 2;

/**
 * Runs one command line.
 * @returns the exit code; every failure is one sentence on stderr, never a stack trace.
 */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  const lang = langOf(argv);
  const text = texts[lang];
  let exit: ExitCode = 0;
  const program = new Command('hecha')
    .description(text.about)
    .version(toolVersion(), '-V, --version', text.version)
    .helpOption('-h, --help', text.help)
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ writeOut: io.stdout, writeErr: () => undefined })
    .showSuggestionAfterError(true);
  const end = (code: ExitCode): void => {
    exit = code;
  };
  for (const add of [addAudit, addSynth]) add(program, { io, lang, end });
  for (const command of program.commands) command.helpOption('-h, --help', text.help);
  program.addHelpText('after', `\n${text.examples}\n`);
  try {
    if (argv.length === 0) {
      io.stdout(program.helpInformation());
      io.stdout(`\n${text.examples}\n`);
      return 2;
    }
    await program.parseAsync([...argv], { from: 'user' });
    return exit;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    io.stderr(`${sentence(error, lang)}\n`);
    return 2;
  }
}

function sentence(error: unknown, lang: Lang): string {
  if (error instanceof HechaError) return error.sentence(lang);
  if (error instanceof CommanderError) {
    const message = error.message
      .replace(/^error: /, '')
      .replace(/\n\s*/g, ' ')
      .replace(/\.$/, '');
    return new HechaError('HC1004', { message }).sentence(lang);
  }
  return new HechaError('HC9001', { detail: internalDetail(error) }).sentence(lang);
}

/** What may be said of an unforeseen error: its kind and where in our own code, never a text that may quote a cell. */
function internalDetail(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const place = /(?:src|bin)\/[\w./-]+\.(?:js|ts):\d+/.exec(error.stack ?? '')?.[0] ?? '';
  return [error.name, place].filter(Boolean).join(' ');
}

/** The language must be known before the command line is understood: its errors and help are in it too. */
function langOf(argv: readonly string[]): Lang {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const value = argv[at]?.includes('=') ? argv[at]?.slice('--lang='.length) : argv[at + 1];
  return at >= 0 && value === 'en' ? 'en' : 'zh';
}
