import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

/** The page's own script, each file behind those that it imports. */
const SCRIPTS = ['fill', 'store', 'filter', 'address', 'element', 'detail', 'list', 'village', 'main'];

/** What the page has beside its data: one script, one style sheet, and their hashes as a Content-Security-Policy names them. */
export interface Assets {
  readonly script: string;
  readonly scriptHash: string;
  readonly style: string;
  readonly styleHash: string;
}

/** Reads the script and the style sheet of the page. */
export async function loadAssets(): Promise<Assets> {
  const read = (name: string): Promise<string> =>
    readFile(new URL(`./browser/${name}`, import.meta.url), 'utf8').then((text) =>
      text.replace(/\r\n/g, '\n'),
    );
  const script = joined(await Promise.all(SCRIPTS.map((name) => read(`${name}.js`))));
  const style = await read('page.css');
  return { script, scriptHash: hashOf(script), style, styleHash: hashOf(style) };
}

const hashOf = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`;

/** One plain script: browsers of 2017 know no modules, and none loads them from a file. */
function joined(files: readonly string[]): string {
  const bodies = files.map((text) =>
    text
      .replace(/^import [^;]*;\n/gm, '')
      .replace(/^export /gm, '')
      .trim(),
  );
  return `(function () {\n'use strict';\n${bodies.join('\n\n')}\n})();\n`;
}
