import { Command, CommanderError } from 'commander';
import { type Bilingual, fill, type Lang } from '../bilingual.js';
import { HechaError } from '../errors.js';
import { didYouMean } from '../nearest.js';
import { addAudit } from './audit-command.js';
import { addCheck } from './check-command.js';
import type { AddCommand } from './command.js';
import { addCompletion } from './completion-command.js';
import { addDiff } from './diff-command.js';
import { addExplain } from './explain-command.js';
import { addFeedback } from './feedback-command.js';
import { examplesText } from './help-examples.js';
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
  addCompletion,
];

/** Exit codes: done; done, and the caller's limit was reached; could not do it. */
export type ExitCode = 0 | 1 | 2;

/**
 * Runs one command line.
 * @returns the exit code; every failure is one sentence on stderr, never a stack trace.
 */
export async function run(given: readonly string[], io: Io): Promise<ExitCode> {
  // `hecha help audit`, as people try it.
  const argv = given[0] === 'help' ? [...given.slice(1), '--help'] : given;
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
  for (const command of program.commands) addHelp(command, command.name(), lang);
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
    io.stderr(`${sentence(error, lang, called(program, argv))}\n`);
    const isOfInput = error instanceof HechaError && /^HC30(?!05)/.test(error.code);
    if (isOfInput && argv.includes('audit') && io.isTerminal) io.stderr(`${text.badInput}\n`);
    return 2;
  }
}

/** Help and its examples, for a command and its subcommands. */
function addHelp(command: Command, name: string, lang: Lang): void {
  command.helpOption('-h, --help', texts[lang].help).addHelpText('after', examplesText(name, lang));
  for (const each of command.commands) addHelp(each, `${name} ${each.name()}`, lang);
}

interface Called {
  /** Words of the command that was called, as far as there is one. */
  readonly path: string;
  readonly subcommands: readonly string[];
  readonly options: readonly string[];
  /** The word behind it, which is none of its subcommands. */
  readonly next: string | undefined;
}

/** Which command a command line means; options and their values between its words are passed over. */
function called(program: Command, argv: readonly string[]): Called {
  let [command, path] = [program, ''];
  for (const word of argv) {
    const next = command.commands.find((each) => each.name() === word);
    if (next) [command, path] = [next, `${path} ${word}`.trim()];
    else if (path !== '' && !word.startsWith('-')) {
      return { ...aboutCommand(command), path, next: word };
    }
  }
  return { ...aboutCommand(command), path, next: undefined };
}

const aboutCommand = ({ commands, options }: Command): Pick<Called, 'subcommands' | 'options'> => ({
  subcommands: commands.map((each) => each.name()),
  options: options.flatMap(({ long }) => long ?? []),
});

function sentence(error: unknown, lang: Lang, { path, subcommands, options, next }: Called): string {
  if (error instanceof HechaError) return error.sentence(lang);
  if (error instanceof CommanderError) {
    // What commander, which knows words a slip or two away, does not suggest by itself.
    const suggestion = (): Bilingual | undefined => {
      if (error.code === 'commander.excessArguments' && next) return didYouMean(next, subcommands);
      const option = /^error: unknown option '([^']*)'$/.exec(error.message)?.[1];
      return option === undefined ? undefined : didYouMean(option, options);
    };
    const values = {
      message: usageFault(error, lang) + (suggestion()?.[lang] ?? ''),
      ...(path !== '' && { command: path }),
    };
    return new HechaError('HC1004', values).sentence(lang);
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
