import { createHash } from 'node:crypto';
import { parse } from 'acorn';
import { expect, it } from 'vitest';
import type { FindingState } from '../../../src/findings/state.js';
import type { FindingBlock, PageData } from '../../../src/report/page/page-data.js';
import { vehicleFinding } from '../fixture.js';
import { HOSTILE, writtenPage } from './written-page.js';

const page = await writtenPage();

const jsonBlocks = (text: string): string[] =>
  [...text.matchAll(/<script type="application\/json"[^>]*>([\s\S]*?)<\/script>/g)].map(
    (match) => match[1] ?? '',
  );
const dataOf = (text: string): PageData => JSON.parse(jsonBlocks(text).at(-1) ?? '') as PageData;
const rowsOf = (text: string): FindingBlock['rows'] =>
  [...text.matchAll(/class="findings">([\s\S]*?)<\/script>/g)].flatMap(
    (match) => (JSON.parse(match[1] ?? '') as FindingBlock).rows,
  );
const scriptOf = (text: string): string => /<script>([\s\S]*?)<\/script>/.exec(text)?.[1] ?? '';
const styleOf = (text: string): string => /<style>([\s\S]*?)<\/style>/.exec(text)?.[1] ?? '';
const hash = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`;

it('allows its own script and style and nothing else', () => {
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1];
  expect(policy?.split('; ')).toEqual([
    "default-src 'none'",
    `script-src '${hash(scriptOf(page))}'`,
    `style-src '${hash(styleOf(page))}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ]);
  const markup = page.replace(/<(script|style)[\s\S]*?<\/\1>/g, '');
  const tags = markup.match(/<[^>]*>/g)?.join('\n') ?? '';
  expect(tags).not.toMatch(/ style="| on\w+="|<style|javascript:/);
  expect(tags).not.toMatch(/\b(?:src|srcset|action|background)=|<link rel="stylesheet|xlink:href/);
  expect(styleOf(page)).not.toMatch(/url\(|@import/);
  expect(
    [...tags.matchAll(/ href="([^"]*)"/g)].every(([, to]) => to === 'data:,' || to?.startsWith('#')),
  ).toBe(true);
});

it('has a script that browsers of 2017 understand, every name of it once', () => {
  const script = scriptOf(page);
  expect(() => parse(script, { ecmaVersion: 2015, sourceType: 'script' })).not.toThrow();
  expect(script).not.toMatch(/^(import|export)\b/m);
  expect(script).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function/);
  // Of later years than the syntax, which the parser cannot see.
  expect(script).not.toMatch(
    /\.(replaceAll|matchAll|flatMap|flat|at|padStart|padEnd|includes|append|prepend|remove|toggleAttribute)\(|Object\.(entries|values|hasOwn|fromEntries)/,
  );
  const names = [...script.matchAll(/^(?:function|const|let) (\w+)/gm)].map((match) => match[1]);
  expect(names.length).toBeGreaterThan(20);
  expect(new Set(names).size).toBe(names.length);
});

it('has a style sheet that browsers of 2017 understand', () => {
  expect(styleOf(page)).not.toMatch(
    /display: grid|(?<!-)\bgap:|:is\(|:where\(|:has\(|min\(|max\(|clamp\(|inset:|aspect-ratio/,
  );
});

it('holds no cell in a form that could be read as markup', () => {
  expect(page).not.toContain('<img');
  expect(page).not.toContain('<!--');
  expect(page.match(/<script/g)).toHaveLength(page.match(/<\/script>/g)?.length ?? 0);
  for (const block of jsonBlocks(page)) {
    expect(block).not.toMatch(/[<\u2028\u2029]/);
    expect(block).not.toMatch(TURNING);
    expect(() => JSON.parse(block)).not.toThrow();
  }
  expect(page.includes('\0')).toBe(false);
  // It is all there, though.
  const shown = JSON.stringify(rowsOf(page));
  for (const value of HOSTILE) expect(shown).toContain(JSON.stringify(value).slice(1, -1));
});

/** Characters by which a text would be shown other than as it stands. */
const TURNING = /[\u0080-\u009f\u202a-\u202e\u2066-\u2069]/;

it('shows no text turned round', async () => {
  const turned = vehicleFinding({
    finding_id: 'TURNED',
    township: '白\u202e沙镇',
    sources: '\u2067gpj.csv#3',
  });
  const written = await writtenPage({}, [turned]);
  expect(written).toContain('白 沙镇');
  expect(written).not.toMatch(TURNING);
});

it('masks names and numbers unless it is told otherwise', async () => {
  expect(page).not.toContain('建国');
  expect(page).not.toContain('000000196003021234');
  expect(page).toContain('000000********1234');
  expect(page).toContain('"0000000001","欧阳**",3');
  const plain = await writtenPage({ mask: 'none' });
  expect(plain).toContain('000000196003021234');
  expect(plain).toContain('"0000000001","欧阳建国",3');
  const full = await writtenPage({ mask: 'full' });
  expect(full).not.toContain('0000000001"');
  expect(full).not.toContain('欧阳');
});

it('keeps a message only where the rule does not give it', async () => {
  const text = await writtenPage({}, [
    vehicleFinding({ finding_id: 'PLAIN', message: '欧阳建国名下疑似有甘X00001' }),
  ]);
  const row = (id: string): unknown => rowsOf(text).find(([own]) => own === id)?.[9];
  expect(row('PLAIN')).toBe(0);
  expect(row('AAAAAAAAAAA1')).toBe(
    '欧阳**名下疑似有甘X00001（小型轿车），所有人欧阳**（000000********1234）',
  );
});

it('gives the same bytes however the findings come', async () => {
  const many = Array.from({ length: 2500 }, (_, index) =>
    vehicleFinding({ finding_id: `N${String(index).padStart(4, '0')}`, township: `镇${index % 7}` }),
  );
  const once = await writtenPage({}, many);
  const again = await writtenPage({}, [...many].reverse());
  expect(again).toBe(once);
  expect(rowsOf(once)).toHaveLength(2504);
});

it('says what was and what could not be audited before anything else', async () => {
  const overview = page.slice(page.indexOf('id="overview"'), page.indexOf('id="findings"'));
  for (const text of ['清水县', '2017-07-31']) expect(page.slice(0, page.indexOf('<main'))).toContain(text);
  for (const text of ['321 户 1,000 人', '未提供：村干部', '缺少数据：村干部（职务）', '饮水缺口（321 户）'])
    expect(overview).toContain(text);
  const unread = await writtenPage({
    unread: [{ file: '坏.xlsx', reason: { zh: '已损坏', en: 'is damaged' } }],
  });
  expect(unread).toContain('本次核查不完整：1 个文件或工作表未能读取。');
});

it('has each picture with a title and a table, and none without its data', async () => {
  const svgs = page.match(/<svg [^>]*role="img"[^>]*>/g) ?? [];
  expect(svgs).toHaveLength(4);
  for (const id of ['heat', 'areas', 'exits', 'income']) {
    expect(page).toContain(`<title id="${id}-title">`);
    const figure = page.slice(page.indexOf(`<figure class="figure" id="${id}"`)).split('</figure>')[0] ?? '';
    expect(figure, id).toMatch(/<details><summary>数据表<\/summary>[\s\S]*<table/);
    expect(figure, id).not.toMatch(/zr\d|class="zr|ecmeta|<style/);
  }
  const bare = await writtenPage({}, [], { bare: true });
  expect(bare.match(/<svg [^>]*role="img"/g)).toHaveLength(1);
  expect(bare).toContain('名册没有写村名');
});

it('tells what became of the findings since the run before, and draws the trend from the record', async () => {
  const state = (id: string, change: Partial<FindingState>): FindingState => ({
    finding_id: id,
    rule_id: 'MI01',
    family: 'mis-identification',
    severity: 'high',
    county: '清水县',
    township: '白沙镇',
    village: '',
    household_no: '',
    subject_name: '',
    message: '',
    status: 'persisting',
    fingerprint: '',
    first_seen: '2017-07-29',
    last_seen: '2017-07-31',
    gone_on: null,
    gone_by: null,
    verdict: null,
    ...change,
  });
  const text = await writtenPage({
    previous: { runId: '2017-07-30-00000000', asOf: '2017-07-30', content: '' },
    states: [
      state('a', {}),
      state('b', { status: 'new', first_seen: '2017-07-31' }),
      state('c', { status: 'gone', last_seen: '2017-07-29', gone_on: '2017-07-31', gone_by: 'data' }),
      state('d', { status: 'unjudged', last_seen: '2017-07-30' }),
    ],
  });
  expect(text).toContain('与上一次（核查日 2017-07-30）相比');
  expect(text).toMatch(/已消失<\/span> 1<[\s\S]*本次未核查<\/span> 1</);
  const figure = text.slice(text.indexOf('id="trend"')).split('</figure>')[0] ?? '';
  const rows = [...figure.matchAll(/<tr><th scope="row">(.*?)<\/th>(.*?)<\/tr>/g)].map(([, day, cells]) => [
    day,
    ...[...(cells ?? '').matchAll(/>(\d+)</g)].map((match) => Number(match[1])),
  ]);
  expect(rows).toEqual([
    ['2017-07-29', 3, 0, 3],
    ['2017-07-30', 2, 0, 2],
    ['2017-07-31', 2, 0, 2],
  ]);
});

it('is English when it is asked to be', async () => {
  const english = await writtenPage({ lang: 'en' }, []);
  expect(english).toContain('<html lang="en">');
  const data = dataOf(english);
  const own = JSON.stringify([
    data.texts,
    data.families,
    data.severities,
    data.statuses,
    data.rules[0]?.columns,
  ]);
  expect(own).not.toMatch(/\p{Script=Han}/u);
});
