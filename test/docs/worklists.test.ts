import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { actionWords, reasonWords, verdictWords } from '../../src/findings/verdicts.js';

const page = readFileSync('docs/worklists.md', 'utf8');

it('explains every word that worklists offer as their covers do, and no other', () => {
  const rows = [verdictWords, reasonWords, actionWords].flatMap((words) =>
    Object.values(words).map(({ word, about }) => `| ${word.zh} | ${about.zh} |`),
  );
  for (const row of rows) expect(page).toContain(row);
  const [chinese = ''] = page.split('## English');
  const listed = chinese.split('\n').filter((line) => /^\| [^-选]/.test(line));
  expect(listed).toHaveLength(rows.length);
});
