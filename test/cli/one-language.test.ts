import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Lang } from '../../src/bilingual.js';
import { partsOf } from '../report/zip-parts.js';
import { hecha } from './fake-io.js';

/** Where a text stands, for whoever has to mend it. */
type Told = readonly [place: string, text: string];

const county = join(import.meta.dirname, '..', '..', 'samples', 'county');
const root = mkdtempSync(join(tmpdir(), 'hecha-language-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

interface Reports {
  /** What the commands printed. */
  readonly terminal: readonly Told[];
  /** Titles of sheets and their first rows. */
  readonly titles: readonly Told[];
  readonly cells: readonly Told[];
  readonly csv: readonly Told[];
  readonly page: readonly Told[];
}

const reports = {} as Record<Lang, Reports>;
beforeAll(async () => {
  for (const lang of ['zh', 'en'] as const) reports[lang] = await made(lang);
}, 120_000);

async function made(lang: Lang): Promise<Reports> {
  const out = join(root, lang);
  const told: Told[] = [];
  const run = async (...argv: string[]): Promise<void> => {
    const { code, out: printed, err } = await hecha(...argv, '--lang', lang);
    expect(code, err).toBeLessThan(2);
    told.push([argv.slice(0, 1).join(' '), printed + err]);
  };
  // Of the English reports the page is left out here: its own tests read it.
  await run('audit', county, '--out', out, ...(lang === 'en' ? ['--format', 'xlsx,csv,json'] : []));
  const latest = join(out, 'latest');
  await run('worklist', latest, '--out', join(out, 'tasks'));
  await run('status', latest);
  await run('diff', latest, latest);
  if (lang === 'zh') {
    await run('check', county);
    await run('inspect', join(county, csvOf(county)));
    await run('rules');
    await run('rules', '--clauses');
  }
  const titles: Told[] = [];
  const cells: Told[] = [];
  for (const [folder, file] of [latest, join(out, 'tasks')].flatMap((each) =>
    readdirSync(each).map((name) => [each, name] as const),
  )) {
    if (!file.endsWith('.xlsx')) continue;
    for (const [part, xml] of await partsOf(join(folder, file))) {
      const sheets = [...xml.matchAll(/<sheet [^>]*name="([^"]*)"/g)];
      const around = [...xml.matchAll(/<(?:oddHeader|oddFooter|formula1)>([^<]*)</g)];
      for (const [, text = ''] of [...sheets, ...around]) titles.push([`${file}!${part}`, plain(text)]);
      for (const [, row, content = ''] of xml.matchAll(/<row r="(\d+)"(.*?)<\/row>/gs)) {
        for (const [, text = ''] of content.matchAll(/<t(?: [^>]*)?>([^<]*)<\/t>/g)) {
          (row === '1' ? titles : cells).push([`${file}!${part}#${row}`, plain(text)]);
        }
      }
    }
  }
  const tables = readdirSync(latest).filter(
    (name) => /^[a-z-]+\.csv$/.test(name) && !/^(findings|rejects)\./.test(name),
  );
  return {
    terminal: told,
    titles,
    cells,
    csv: tables.map((name) => [name, readFileSync(join(latest, name), 'utf8')]),
    page: lang === 'zh' ? pageTexts(readFileSync(join(latest, 'report.html'), 'utf8')) : [],
  };
}

/** A text of a workbook without its codes of printing and type. */
const plain = (xml: string): string => xml.replace(/&amp;(?:"[^"]*"|&quot;.*?&quot;|[A-Z]|\d+)|&quot;/g, ' ');

const csvOf = (folder: string): string =>
  readdirSync(folder).find((name) => /^[^a-z]+\.csv$/.test(name)) ?? '';

/** What a page shows without its scripts; its data are the findings of the other reports. */
function pageTexts(html: string): Told[] {
  const shown = html.replace(/<(script|style)\b.*?<\/\1>/gs, '');
  const attributes = [...shown.matchAll(/(?:title|aria-label|placeholder|alt)="([^"]*)"/g)];
  return [...shown.matchAll(/>([^<]+)</g), ...attributes].map((match) => ['report.html', match[1] ?? '']);
}

/** What may be in Latin letters in Chinese: names of files, folders, sheets, runs, findings, rules, policies, options and commands. */
const NAMES = new RegExp(
  [
    String.raw`[^\s，。；：、（）“”]+\.(?:csv|xlsx?|jsonl?|html|yaml|sql)(?:![^#\s；]*)?`,
    String.raw`\.(?:csv|xlsx)`,
    String.raw`\S*[\\/]\S*`,
    String.raw`\b[a-z2-7]{12}\b`,
    String.raw`\d{4}-\d\d-\d\d-[0-9a-f]{8}`,
    '--[a-z-]+( [a-z]+)?',
    String.raw`\bhecha( (?:rules show|rules|audit|worklist|feedback|check) ?[A-Z0-9]*)?\b`,
    'gansu-2017|Sheet1|UTF-8|utf-8|GB18030|latest',
  ].join('|'),
  'gu',
);

function expectNoEnglish(told: readonly Told[], also = /(?!)/g): void {
  expect(told.length).toBeGreaterThan(0);
  const leaks = told.flatMap(([place, text]) => {
    const words =
      text
        .replace(NAMES, ' ')
        .replace(also, ' ')
        .match(/[A-Za-z]*[a-z]{3,}[A-Za-z]*/g) ?? [];
    return words.map((word) => `${place}: ${word}`);
  });
  expect([...new Set(leaks)]).toEqual([]);
}

describe('Chinese reports have no English in them', () => {
  it('on the terminal', () => {
    // What a program reads is named as programs know it: ids of datasets, families and fields, in brackets.
    expectNoEnglish(reports.zh.terminal, /[（(][a-z_-]+[）)]|\b[a-z]+[-_][a-z_-]+\b/g);
  });
  it('in titles of sheets and columns', () => expectNoEnglish(reports.zh.titles));
  it('in cells of workbooks and worklists', () => expectNoEnglish(reports.zh.cells));
  it('in the tables of the families', () => expectNoEnglish(reports.zh.csv));
  it('on the page', () => expectNoEnglish(reports.zh.page));
});

describe('English reports have no Chinese in them but what the inputs hold', () => {
  /** Han words of the inputs: names of people, places, files, columns and values. What a policy says is Chinese by nature. */
  const isOurs = (text: string): boolean => /\p{Script=Han}/u.test(text);

  it('in titles of sheets and columns', () => {
    const own = reports.en.titles.filter(([, text]) => isOurs(text.replaceAll('安平县', '')));
    // A worklist is called after its township, and so is the title of its first sheet.
    expect(own.filter(([place]) => !/^\p{Script=Han}+/u.test(place))).toEqual([]);
  });

  it('in the headers of the tables', () => {
    for (const [name, text] of reports.en.csv) expect(isOurs(text.split('\r\n')[0] ?? ''), name).toBe(false);
  });

  it('on the terminal, beside places and files', () => {
    const [, text = ''] = reports.en.terminal.find(([command]) => command === 'audit') ?? [];
    const own = text.replace(
      /安平县|\p{Script=Han}+[乡镇]|[^\s]*\p{Script=Han}[^\s]*\.(?:csv|xlsx|xls)\S*/gu,
      '',
    );
    expect(own.match(/\p{Script=Han}+/gu) ?? []).toEqual([]);
    expect(own).not.toMatch(/[，。；：（）]/u);
  });
});
