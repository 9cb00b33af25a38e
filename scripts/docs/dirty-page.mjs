import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Chalk } from 'chalk';
import { parse } from 'yaml';
import { looksOf } from './dirty-looks.mjs';
import { anchor, link } from './markdown.mjs';

const folder = fileURLToPath(new URL('../../samples/dirty/', import.meta.url));
const AS_OF = '2017-07-31';
const WIDTH = 96;

/** Pages have no colours. */
const chalk = new Chalk({ level: 0 });

/**
 * docs/dirty-files.md: each file of samples/dirty, what it looks like, what hecha says of it today, and what to do.
 * @param {(module: string) => Promise<object>} built loads a module of dist/src
 */
export async function dirtyPage(built) {
  const [{ inspect }, { inspectionText }, { sniff }, { openAnyWorkbook }, { defaultLimits }] =
    await Promise.all([
      built('audit/inspection.js'),
      built('cli/inspect-text.js'),
      built('ingest/sniff.js'),
      built('ingest/open-workbook.js'),
      built('ingest/limits.js'),
    ]);
  const groups = parse(await readFile(join(folder, 'kinds.yaml'), 'utf8'));
  const names = groups.flatMap(({ files }) => Object.keys(files));
  const temporary = await mkdtemp(join(tmpdir(), 'hecha-docs-'));
  try {
    const paths = names.map((name) => join(folder, name));
    const inspection = await inspect(
      { paths, notInputs: [], asOf: AS_OF, today: AS_OF },
      { temporary, progress: () => undefined },
    );
    const entries = [];
    for (const { group, files } of groups) {
      entries.push(`## ${group.zh} · ${group.en}`, '');
      for (const [name, { is, show, do: advice }] of Object.entries(files)) {
        const path = join(folder, name);
        const kind = await sniff({ path, name }).catch(() => undefined);
        const own = only(inspection, name);
        const encoding = own.files[0]?.parts[0]?.report.encoding?.replace(/ .*/, '');
        const open = () => openAnyWorkbook({ path, name, origin: path, kind }, defaultLimits, temporary);
        const looks = await looksOf({ path, kind, encoding, show, open });
        const say = (lang) => inspectionText(own, { lang, columns: WIDTH, chalk }).trimEnd();
        entries.push(...entry({ name, is, advice, looks, say, at: names.indexOf(name) + 1 }));
      }
    }
    return [...intro(groups, names), ...entries].join('\n');
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/** What an inspection says of one of its files; the columns that are not there are left out. */
function only(inspection, name) {
  const isOwn = ({ file }) => file === name || file.startsWith(`${name}/`);
  return {
    ...inspection,
    files: inspection.files
      .filter((file) => isOwn({ file: file.name }))
      .map((file) => ({ ...file, parts: file.parts.map((part) => ({ ...part, missing: [] })) })),
    unread: inspection.unread.filter(isOwn),
    leftOut: inspection.leftOut.filter(isOwn),
  };
}

const intro = (groups, names) => [
  '# 各种脏数据，hecha 怎么说 · Dirty files, and what hecha says of them',
  '',
  '<!-- Made by scripts/docs/dirty-page.mjs from samples/dirty. To renew: npm run docs -->',
  '',
  `部门导出的文件有各种毛病，下面 ${names.length} 种各给一个小文件：样子、hecha 的回答（\`hecha inspect 文件\`，`,
  `略去“没有的列”一行）、该怎么办。文件在 [samples/dirty](../samples/dirty/)，全部虚构，证件号以 6299 开头，从未分配。`,
  '文件和行一般怎么处理，见 [data-formats.md](data-formats.md)。',
  '',
  `Exports come with faults of every kind. Here are ${names.length}, a small file each: what it looks like, what \`hecha inspect FILE\` says of it`,
  '(without the line of columns that are not there), and what to do; the English is under each entry. The files are in',
  '[samples/dirty](../samples/dirty/). All of it is invented; the ID numbers begin with 6299, which was never assigned.',
  '',
  ...groups.flatMap(({ group, files }) => [
    `**${group.zh} · ${group.en}**：${Object.keys(files)
      .map((name) => link(name.replaceAll('_', '\\_'), `#file-${names.indexOf(name) + 1}`))
      .join('、')}`,
    '',
  ]),
];

const block = (text) => ['```text', text, '```', ''];

const entry = ({ name, is, advice, looks, say, at }) => [
  anchor(`file-${at}`),
  '',
  `### ${name.replaceAll('_', '\\_')}`,
  '',
  is.zh,
  '',
  ...(looks ? [looks, ''] : []),
  'hecha 说：',
  '',
  ...block(say('zh')),
  `怎么办：${advice.zh}`,
  '',
  '<details><summary>English</summary>',
  '',
  is.en,
  '',
  ...block(say('en')),
  `What to do: ${advice.en}`,
  '',
  '</details>',
  '',
];
