import { displayWidth, padTo } from '../../report/display-width.js';
import type { CommandEntry, OptionEntry } from './tree.js';

/** Options of a command that take a value. */
export const valued = ({
  options,
}: CommandEntry): (OptionEntry & { values: NonNullable<OptionEntry['values']> })[] =>
  options.flatMap((option) => (option.values ? [{ ...option, values: option.values }] : []));

/** Names of all options of the program that take a value: the word behind one is no command. */
export const valuedNames = (tree: readonly CommandEntry[]): string[] => [
  ...new Set(tree.flatMap((command) => valued(command).flatMap(({ names }) => names))),
];

/** Subcommands by the words before them. */
export const commandWords = (tree: readonly CommandEntry[]): { before: string; name: string }[] =>
  tree.flatMap(({ path, commands }) => commands.map(({ name }) => ({ before: path, name })));

/** A text within single quotes of a POSIX shell. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

const WIDEST = 60;

/** A description as a list of completions has room for it: its first part. */
export function brief(about: string): string {
  const [first = ''] = about.split(/[：；，（:;(]|, /u);
  const text = first.trim() === '' ? about : first.trim();
  return displayWidth(text) > WIDEST ? padTo(text, WIDEST).trim() : text;
}
