import type { Argument, Command, Option } from 'commander';

/** What may stand in a place: some words, one of them or several with commas between, and paths beside. */
export interface Values {
  readonly words: readonly string[];
  readonly comma?: boolean;
  readonly paths: 'files' | 'folders' | 'none';
}

/** An option as a shell completes it. */
export interface OptionEntry {
  /** `--out`, and `-o` where it has a short one. */
  readonly names: readonly string[];
  readonly about: string;
  /** Undefined when it takes no value. */
  readonly values?: Values;
  /** Takes as many values as stand behind it. */
  readonly variadic: boolean;
}

/** A command or subcommand as a shell completes it. */
export interface CommandEntry {
  /** Words of the command: none for the program itself, `rules show` for a subcommand. */
  readonly path: string;
  readonly about: string;
  readonly options: readonly OptionEntry[];
  readonly commands: readonly { readonly name: string; readonly about: string }[];
  /** What may stand as its arguments, whichever. */
  readonly operands: Values;
}

/** Says what an option or an argument takes. */
export interface ValuesOf {
  option(command: string, option: string): Values;
  argument(command: string, argument: string): Values;
}

/** The commands of a program, itself first, as a flat list. */
export function completionTree(
  program: Command,
  valuesOf: ValuesOf,
  path: readonly string[] = [],
): CommandEntry[] {
  const command = path.join(' ');
  const entry: CommandEntry = {
    path: command,
    about: program.description(),
    options: [...program.options, ...helpOf(program)].map((option) => optionEntry(option, command, valuesOf)),
    commands: program.commands.map((each) => ({ name: each.name(), about: each.description() })),
    operands: together(program.registeredArguments, command, valuesOf),
  };
  return [
    entry,
    ...program.commands.flatMap((each) => completionTree(each, valuesOf, [...path, each.name()])),
  ];
}

function optionEntry(option: Option, command: string, valuesOf: ValuesOf): OptionEntry {
  const { long, short, description, required, optional, variadic } = option;
  return {
    names: [long, short].filter((name) => name !== undefined && name !== null),
    about: description,
    ...((required || optional) && { values: valuesOf.option(command, long ?? '') }),
    variadic,
  };
}

/** Commander keeps the option of help apart from the others. */
const helpOf = (command: Command): Option[] =>
  command
    .createHelp()
    .visibleOptions(command)
    .filter(({ long }) => long === '--help');

/** Arguments are not told apart by their place: a shell that offers too much is better than one that counts wrong. */
function together(given: readonly Argument[], command: string, valuesOf: ValuesOf): Values {
  const all = given.map((argument) => valuesOf.argument(command, argument.name()));
  const paths = (['files', 'folders'] as const).find((kind) => all.some((each) => each.paths === kind));
  return { words: all.flatMap(({ words }) => words), paths: paths ?? 'none' };
}
