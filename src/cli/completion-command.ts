import type { AddCommand } from './command.js';
import { shells } from './completion/shells.js';
import { texts } from './messages.js';
import { oneOf } from './option-values.js';

/** `hecha completion`: a script that completes hecha's commands, options and their values in a shell. */
export const addCompletion: AddCommand = (program, { io, lang }) => {
  const text = texts[lang];
  program
    .command('completion')
    .description(text.completion)
    .argument('<shell>', text.completionShell)
    .option('--lang <lang>', text.lang)
    .action(async (word: string) => {
      const shell = oneOf('completion', word, shells);
      const [{ completionTree }, { shippedValues }] = await Promise.all([
        import('./completion/tree.js'),
        import('./completion/values.js'),
      ]);
      const tree = completionTree(program, await shippedValues());
      switch (shell) {
        case 'bash':
          return io.stdout((await import('./completion/bash.js')).bashScript(tree));
        case 'zsh':
          return io.stdout((await import('./completion/zsh.js')).zshScript(tree));
        case 'fish':
          return io.stdout((await import('./completion/fish.js')).fishScript(tree));
        case 'powershell':
          return io.stdout((await import('./completion/powershell.js')).powershellScript(tree));
      }
    });
};
