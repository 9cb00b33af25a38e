import type { CommandEntry, Values } from './tree.js';
import { brief, commandWords, quoted, valued, valuedNames } from './words.js';

/** Completion for zsh, to be kept as `_hecha` in a folder of `fpath` or sourced. */
export function zshScript(tree: readonly CommandEntry[]): string {
  return `#compdef hecha
_hecha() {
  local command= last= word= prev=\${words[CURRENT-1]} cur=\${words[CURRENT]}
  local -i at
  local -a entries
  for ((at = 2; at < CURRENT; at++)); do
    word=\${words[at]}
    case $word in -*) last=$word ;; esac
    case $word in ${valuedNames(tree).join('|')}) ((at++)); continue ;; esac
    case "$command>$word" in
${commandWords(tree)
  .map(
    ({ before, name }) =>
      `      ${quoted(`${before}>${name}`)}) command=${quoted(`${before} ${name}`.trim())} last= ;;`,
  )
  .join('\n')}
    esac
  done
  # --option=value is one word.
  case $cur in --*=*) prev=\${cur%%=*}; compset -P '*=' ;; esac
  case "$command>$prev" in
${cases(tree, (command) => valued(command))}
  esac
  case $cur in -*)
    case $command in
${tree.map((command) => `      ${quoted(command.path)}) entries=(${optionEntries(command)}) ;;`).join('\n')}
    esac
    _describe -o option entries
    return ;;
  esac
  case "$command>$last" in
${cases(tree, (command) => valued(command).filter(({ variadic }) => variadic))}
  esac
  case $command in
${tree.map((command) => `    ${quoted(command.path)}) ${operands(command)} ;;`).join('\n')}
  esac
}
if [[ $funcstack[1] == _hecha ]]; then _hecha "$@"; else compdef _hecha hecha; fi
`;
}

function cases(
  tree: readonly CommandEntry[],
  of: (command: CommandEntry) => ReturnType<typeof valued>,
): string {
  return tree
    .flatMap((command) =>
      of(command).map(
        ({ names, values }) =>
          `    ${names.map((name) => quoted(`${command.path}>${name}`)).join('|')}) ${offer(values)}return ;;`,
      ),
    )
    .join('\n');
}

const entry = (word: string, about: string): string => quoted(`${word}:${brief(about)}`);

const optionEntries = ({ options }: CommandEntry): string =>
  options.flatMap(({ names, about }) => names.map((name) => entry(name, about))).join(' ');

function operands({ commands, operands: values }: CommandEntry): string {
  const listed = commands.map(({ name, about }) => entry(name, about)).join(' ');
  const described = commands.length > 0 ? `entries=(${listed}); _describe command entries; ` : '';
  return described + offer(values) || ':';
}

function offer({ words, comma, paths }: Values): string {
  const list = words.map(quoted).join(' ');
  const lines = [
    ...(words.length === 0
      ? []
      : [comma ? `compset -P '*,'; compadd -q -S , -- ${list}; ` : `compadd -- ${list}; `]),
    ...(paths === 'none' ? [] : [paths === 'files' ? '_files; ' : '_files -/; ']),
  ];
  return lines.join('');
}
