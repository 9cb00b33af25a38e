import type { CommandEntry, Values } from './tree.js';
import { brief } from './words.js';

/** Completion for fish, 3.0 or newer. */
export function fishScript(tree: readonly CommandEntry[]): string {
  const lines = ['# hecha completion fish', 'complete -c hecha -f'];
  for (const command of tree) {
    const when = condition(command, tree);
    for (const { name, about } of command.commands) {
      lines.push(`complete -c hecha ${inside(command, tree)} -a ${name} -d ${quoted(brief(about))}`);
    }
    for (const { names, about, values } of command.options) {
      const named = names.map((name) =>
        name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`,
      );
      lines.push(
        `complete -c hecha ${when} ${named.join(' ')} ${values ? taking(values) : ''}-d ${quoted(brief(about))}`,
      );
    }
    const { words, paths } = command.operands;
    if (words.length > 0) lines.push(`complete -c hecha ${when} -a ${quoted(words.join(' '))}`);
    if (paths === 'files') lines.push(`complete -c hecha ${when} -F`);
    if (paths === 'folders') lines.push(`complete -c hecha ${when} -a '(__fish_complete_directories)'`);
  }
  return `${lines.join('\n')}\n`;
}

/** Stands where the command has been written, or before any command. */
function condition({ path }: CommandEntry, tree: readonly CommandEntry[]): string {
  if (path === '') return '-n __fish_use_subcommand';
  const seen = path.split(' ').map((word) => `__fish_seen_subcommand_from ${word}`);
  const own = tree.find((each) => each.path === path)?.commands.map(({ name }) => name) ?? [];
  const not = own.length > 0 ? [`not __fish_seen_subcommand_from ${own.join(' ')}`] : [];
  return `-n ${quoted([...seen, ...not].join('; and '))}`;
}

/** Stands where a subcommand of it may be written. */
const inside = condition;

function taking({ words, comma, paths }: Values): string {
  const list = words.join(' ');
  if (comma) return `-x -a ${quoted(`(__fish_append , ${list})`)} `;
  const offered = [
    ...(words.length > 0 ? [list] : []),
    ...(paths === 'folders' ? ['(__fish_complete_directories)'] : []),
  ].join(' ');
  const flag = paths === 'files' ? '-r -F' : '-x';
  return offered === '' ? `${flag} ` : `${flag} -a ${quoted(offered)} `;
}

/** A text within single quotes of fish. */
const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
