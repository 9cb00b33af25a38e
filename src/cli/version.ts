import { readFileSync } from 'node:fs';

/** The version in package.json, from the checkout's dist folder as from an installed package. */
export function toolVersion(): string {
  const text = readFileSync(new URL('../../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
