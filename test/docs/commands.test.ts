import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hecha } from '../cli/fake-io.js';

const generated = ['rules.md', 'data.md', 'dirty-files.md'];
const pages = [
  'README.md',
  'README.zh-CN.md',
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md') && !generated.includes(name))
    .map((name) => join('docs', name)),
];

/** What follows `hecha` in a page: on the lines of its blocks, and in its text between backticks. */
function commandsOf(page: string): string[] {
  const text = readFileSync(page, 'utf8');
  const blocks = [...text.matchAll(/^ *```\w*\n([\s\S]*?)^ *```/gm)].map(([, block = '']) => block);
  const inline = [...text.replaceAll(/^ *```[\s\S]*?^ *```/gm, '').matchAll(/`([^`\n]+)`/g)];
  const lines = [...blocks.flatMap((block) => block.split('\n')), ...inline.map(([, code = '']) => code)];
  return lines
    .flatMap((line) => line.replace(/\s#\s.*$/, '').split('&&'))
    .flatMap(
      (line) => /^\s*(?:\S+ )*?(?:\S*\/)?hecha ((?:--|[a-z]+\b(?!:)).*)$/.exec(line)?.[1]?.trim() ?? [],
    );
}

/** The command that the words name, with the subcommand where there is one, and the options of its help. */
async function helpOf(words: readonly string[]): Promise<{ code: number; options: string[] }> {
  const path =
    words[0] === 'rules' && /^(?:show|test)$/.test(words[1] ?? '') ? words.slice(0, 2) : words.slice(0, 1);
  const { code, out } = await hecha(
    ...path.filter((word) => !word.startsWith('-')),
    '--help',
    '--lang',
    'en',
  );
  return {
    code,
    options: [...out.matchAll(/^ {2}(?:(-\w), )?(--[a-z-]+)/gm)].flatMap(([, a, b]) => [a ?? '', b ?? '']),
  };
}

describe.each(pages)('%s', (page) => {
  it('shows commands and options that exist', async () => {
    for (const line of commandsOf(page)) {
      const words = line.split(/\s+/);
      const { code, options } = await helpOf(words);
      expect(code, line).toBe(0);
      const used = words.filter((word) => /^-{1,2}[a-z]/i.test(word)).map((word) => word.split('=')[0]);
      expect(['--lang', '--version', '-V', ...options], line).toEqual(expect.arrayContaining(used));
    }
  });

  it('links to files that are there', () => {
    const links = [...readFileSync(page, 'utf8').matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)];
    for (const [, link = ''] of links) expect(existsSync(join(dirname(page), link)), link).toBe(true);
  });
});

it('finds the commands of the pages that people work by', () => {
  const counts = Object.fromEntries(pages.map((page) => [page, commandsOf(page).length]));
  for (const page of [
    'README.md',
    'README.zh-CN.md',
    'docs/nightly.md',
    'docs/worklists.md',
    'docs/ci.md',
    'docs/clerks.md',
  ])
    expect(counts[page], page).toBeGreaterThan(8);
  expect(commandsOf('docs/nightly.md')).toContain(
    'prune --keep 30 --out /data/hecha-out 2>>/data/hecha-out.log',
  );
});

it('gives the two commands word for word in both languages', () => {
  for (const page of ['README.md', 'README.zh-CN.md']) {
    const text = readFileSync(page, 'utf8');
    for (const line of ['npm ci && npx hecha audit samples/county', 'npm ci && npm run check'])
      expect(text).toContain(`\`\`\`sh\n${line}\n\`\`\``);
    for (const picture of readdirSync('docs/pictures').filter((name) => name !== 'worklist.png'))
      expect(text).toContain(`(docs/pictures/${picture})`);
  }
});
