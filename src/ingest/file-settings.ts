import picomatch from 'picomatch';
import type { ReadSettings } from './settings.js';

/** What the configuration says of each file. */
export interface FileSettings {
  /** The entries for a file, by where it stands; more than one when they name different sheets. */
  of(origin: string): readonly ReadSettings[];
  /** Entries that no file has met yet. */
  unused(): readonly FileEntry[];
}

/** An entry of the configuration: whole paths with wildcards, and what it says of those files. */
export interface FileEntry {
  readonly patterns: readonly string[];
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
  const used = new Set<FileEntry>();
  return {
    of(origin) {
      const meant = tried.filter(({ matches }) => matches.some((each) => each(origin)));
      for (const { entry } of meant) used.add(entry);
      return meant.map(({ entry }) => entry.settings);
    },
    unused: () => entries.filter((entry) => !used.has(entry)),
  };
}
