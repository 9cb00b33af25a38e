import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';

/** What is loaded before the command line is understood: every module that one imports other than on demand or for its types. */
function loadedWith(file: string, loaded = new Set<string>()): Set<string> {
  if (loaded.has(file)) return loaded;
  loaded.add(file);
  const code = readFileSync(file, 'utf8');
  for (const [, from = ''] of code.matchAll(/^import (?!type )[^;]*?from '([^']+)';/gms)) {
    const path = join(dirname(file), from.replace(/\.js$/, '.ts'));
    if (from.startsWith('.') && existsSync(path)) loadedWith(path, loaded);
    else loaded.add(from);
  }
  return loaded;
}

it('--help waits for nothing that only some commands need', () => {
  const loaded = loadedWith(join(import.meta.dirname, '..', '..', 'src', 'cli', 'main.ts'));
  const libraries = [...loaded].filter((each) => !each.endsWith('.ts') && !each.startsWith('node:'));
  expect(libraries.sort()).toEqual(['chalk', 'commander']);
});
