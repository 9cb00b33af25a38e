import { existsSync, readFileSync } from 'node:fs';

/** The version in hecha's package.json, which lies above both `src` and `dist/src`. */
export function toolVersion(): string {
  const found = ['../../package.json', '../../../package.json']
    .map((path) => new URL(path, import.meta.url))
    .find((url) => existsSync(url));
  if (!found) throw new Error('package.json is missing');
  return (JSON.parse(readFileSync(found, 'utf8')) as { version: string }).version;
}
