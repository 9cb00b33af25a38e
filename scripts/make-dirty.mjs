// Writes the files of samples/dirty, all but those of scripts/dirty/make-xls.py; `--check` writes nothing and fails when a file is not what it would write.
import { readFile, writeFile } from 'node:fs/promises';
import { damagedWorkbooks } from './dirty/damaged-workbooks.mjs';
import { headerFiles } from './dirty/header-files.mjs';
import { otherFiles } from './dirty/other-files.mjs';
import { textFiles } from './dirty/text-files.mjs';
import { valueFiles } from './dirty/value-files.mjs';
import { workbookFiles } from './dirty/workbook-files.mjs';

const folder = new URL('../samples/dirty/', import.meta.url);
const files = {
  ...textFiles,
  ...headerFiles,
  ...valueFiles,
  ...workbookFiles,
  ...damagedWorkbooks,
  ...otherFiles,
};
const changed = [];
for (const [name, content] of Object.entries(files)) {
  const path = new URL(encodeURIComponent(name), folder);
  const bytes = Buffer.from(content);
  if (bytes.equals(await readFile(path).catch(() => Buffer.from('-')))) continue;
  changed.push(name);
  if (!process.argv.includes('--check')) await writeFile(path, bytes);
}
if (process.argv.includes('--check') && changed.length > 0) {
  process.stderr.write(`${changed.join(', ')}: not what scripts/make-dirty.mjs writes\n`);
  process.exitCode = 1;
}
