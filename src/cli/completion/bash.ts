import type { CommandEntry, Values } from './tree.js';
import { commandWords, quoted, valued, valuedNames } from './words.js';

/** Completion for bash, 3.2 (macOS) or newer; it needs nothing beside bash. */
export function bashScript(tree: readonly CommandEntry[]): string {
  return `# hecha completion bash
_hecha_words() {
  local IFS=$' \\n'
  COMPREPLY+=($(compgen -W "$1" -- "$cur"))
}
_hecha_list() {
  local IFS=$' \\n' before=
  case $cur in *,*) before=\${cur%,*}, ;; esac
  COMPREPLY+=($(compgen -P "$before" -W "$1" -- "\${cur##*,}"))
}
_hecha_paths() {
  local IFS=$'\\n'
  COMPREPLY+=($(compgen "$1" -- "$cur"))
  compopt -o filenames 2>/dev/null
}
_hecha() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} command= last= word= at
  COMPREPLY=()
  # --option=value comes as three words.
  if [[ $cur == = ]]; then cur=
  elif [[ $prev == = ]]; then prev=\${COMP_WORDS[COMP_CWORD-2]}; fi
  for ((at = 1; at < COMP_CWORD; at++)); do
    word=\${COMP_WORDS[at]}
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
  case "$command>$prev" in
${cases(tree, (command) => valued(command).map(({ names, values }) => [names, values] as const))}
  esac
  case $cur in -*)
    case $command in
${tree.map((command) => `      ${quoted(command.path)}) _hecha_words ${quoted(command.options.flatMap(({ names }) => names).join(' '))} ;;`).join('\n')}
    esac
    return ;;
  esac
  case "$command>$last" in
${cases(tree, (command) =>
  valued(command)
    .filter(({ variadic }) => variadic)
    .map(({ names, values }) => [names, values] as const),
)}
  esac
  case $command in
${tree.map((command) => `    ${quoted(command.path)}) ${operands(command)} ;;`).join('\n')}
  esac
}
complete -F _hecha hecha
`;
}

function cases(
  tree: readonly CommandEntry[],
  of: (command: CommandEntry) => readonly (readonly [readonly string[], Values])[],
): string {
  return tree
    .flatMap((command) =>
      of(command).map(
        ([names, values]) =>
          `    ${names.map((name) => quoted(`${command.path}>${name}`)).join('|')}) ${offer(values)}return ;;`,
      ),
    )
    .join('\n');
}

function operands({ commands, operands: values }: CommandEntry): string {
  const words = [...commands.map(({ name }) => name), ...values.words];
  return offer({ ...values, words }) || ':';
}

function offer({ words, comma, paths }: Values): string {
  const lines = [
    ...(words.length > 0 ? [`${comma ? '_hecha_list' : '_hecha_words'} ${quoted(words.join(' '))}; `] : []),
    ...(paths === 'none' ? [] : [`_hecha_paths ${paths === 'files' ? '-f' : '-d'}; `]),
  ];
  return lines.join('');
}
