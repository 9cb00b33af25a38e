import picomatch from 'picomatch';
import type { ReadSettings } from './settings.js';

/** What the configuration says of each file. */
export interface FileSettings {
  /** The entries for a file, by where it stands; more than one when they name different sheets. `name` is how reports name it. */
  of(origin: string, name: string): readonly ReadSettings[];
  /** Each entry with the names of the files that it was for, in the order of the configuration. */
  met(): readonly { readonly entry: FileEntry; readonly names: readonly string[] }[];
  /** Entries that no file has met yet. */
  unused(): readonly FileEntry[];
}

/** An entry of the configuration: whole paths with wildcards, and what it says of those files. */
export interface FileEntry {
  readonly patterns: readonly string[];
  /** The patterns as the configuration has them, for messages. */
  readonly written: readonly string[];
  readonly settings: ReadSettings;
  /** Where it stands in the configuration. */
  readonly line: number;
}

/** Paths are compared with `/`, whatever the system writes. */
export const slashed = (path: string): string =>
  process.platform === 'win32' ? path.replaceAll('\\', '/') : path;

/** Whether a path is one of those that a pattern with `*`, `**`, `?`, `[…]` or `{…}` means; hidden files are not. */
export const matcher = (pattern: string): ((path: string) => boolean) => {
  const matches = picomatch(pattern, { nocase: process.platform === 'win32', windows: false });
  return (path) => matches(slashed(path));
};

/** Finds the entries of files by their patterns, in the order of the configuration. */
export function fileSettings(entries: readonly FileEntry[]): FileSettings {
  const tried = entries.map((entry) => ({ entry, matches: entry.patterns.map(matcher) }));
  const used = new Map<FileEntry, string[]>(entries.map((entry) => [entry, []]));
  return {
    of(origin, name) {
      const meant = tried.filter(({ matches }) => matches.some((each) => each(origin)));
      for (const { entry } of meant) used.get(entry)?.push(name);
      return meant.map(({ entry }) => entry.settings);
    },
    met: () => [...used].map(([entry, names]) => ({ entry, names })),
    unused: () => entries.filter((entry) => used.get(entry)?.length === 0),
  };
}
