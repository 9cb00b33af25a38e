import type { CommandEntry, Values } from './tree.js';
import { commandWords, valued, valuedNames } from './words.js';

/**
 * Completion for Windows PowerShell 5.1 and PowerShell 7. Only ASCII: Windows PowerShell reads a profile without a mark in the code page
 * of the machine. Where nothing is offered PowerShell completes paths by itself.
 */
export function powershellScript(tree: readonly CommandEntry[]): string {
  return `# hecha completion powershell
Register-ArgumentCompleter -Native -CommandName hecha -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $commands = @{
${commandWords(tree)
  .map(({ before, name }) => `    ${quoted(`${before}>${name}`)} = ${quoted(`${before} ${name}`.trim())}`)
  .join('\n')}
  }
  $options = @{
${tree.map(({ path, options }) => `    ${quoted(path)} = ${list(options.flatMap(({ names }) => names))}`).join('\n')}
  }
  $operands = @{
${tree
  .map(
    ({ path, commands, operands }) =>
      `    ${quoted(path)} = ${list([...commands.map(({ name }) => name), ...operands.words])}`,
  )
  .join('\n')}
  }
  $values = @{
${tree
  .flatMap((command) =>
    valued(command).flatMap(({ names, values }) =>
      names
        .filter((name) => name.startsWith('--'))
        .map((name) => `    ${quoted(`${command.path}>${name}`)} = ${list(values.words)}`),
    ),
  )
  .join('\n')}
  }
  $short = @{
${shortNames(tree)
  .map(([short, long]) => `    ${quoted(short)} = ${quoted(long)}`)
  .join('\n')}
  }
  $lists = ${list(commaLists(tree))}
  $variadic = ${list(variadic(tree))}
  $valued = ${list(valuedNames(tree))}
  $words = @($commandAst.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { $_.ToString() })
  $command = ''
  $last = ''
  for ($at = 1; $at -lt $words.Count; $at++) {
    $word = $words[$at]
    if ($short.ContainsKey($word)) { $word = $short[$word] }
    if ($word.StartsWith('-')) { $last = $word }
    if ($valued -ccontains $word) { $at++; continue }
    if ($commands.ContainsKey("$command>$word")) { $command = $commands["$command>$word"]; $last = '' }
  }
  $previous = if ($words.Count -gt 1) { $words[-1] } else { '' }
  if ($short.ContainsKey($previous)) { $previous = $short[$previous] }
  $before = ''
  $typed = $wordToComplete
  if ($values.ContainsKey("$command>$previous")) {
    $offered = $values["$command>$previous"]
    if ($lists -contains "$command>$previous" -and $typed.Contains(',')) {
      $before = $typed.Substring(0, $typed.LastIndexOf(',') + 1)
      $typed = $typed.Substring($before.Length)
    }
  } elseif ($typed.StartsWith('-')) { $offered = $options[$command] }
  elseif ($variadic -contains "$command>$last") { $offered = $values["$command>$last"] }
  else { $offered = $operands[$command] }
  $offered | Where-Object { $_.StartsWith($typed, [StringComparison]::OrdinalIgnoreCase) } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new("$before$_", $_, 'ParameterValue', $_)
  }
}
`;
}

const namesOf = (
  tree: readonly CommandEntry[],
  is: (option: { values: Values; variadic: boolean }) => boolean,
): string[] =>
  tree.flatMap((command) =>
    valued(command)
      .filter(is)
      .map(({ names }) => `${command.path}>${names[0]}`),
  );

const commaLists = (tree: readonly CommandEntry[]): string[] =>
  namesOf(tree, ({ values }) => values.comma === true);
const variadic = (tree: readonly CommandEntry[]): string[] => namesOf(tree, (option) => option.variadic);

const shortNames = (tree: readonly CommandEntry[]): (readonly [string, string])[] => {
  const pairs = tree.flatMap(({ options }) =>
    options.flatMap(({ names: [long = '', short] }) => (short === undefined ? [] : [[short, long] as const])),
  );
  return [...new Map(pairs)];
};

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const list = (words: readonly string[]): string => `@(${words.map(quoted).join(', ')})`;
