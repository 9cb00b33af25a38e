import { describe, expect, it } from 'vitest';
import { helpExamples } from '../../src/cli/help-examples.js';
import { hecha } from './fake-io.js';

const all = Object.entries(helpExamples);

describe('examples in the help', () => {
  it.each(all.map(([command]) => command))('%s has some, of itself, in both languages', async (command) => {
    const words = command.split(' ');
    const zh = (await hecha(...words, '--help')).out;
    const en = (await hecha(...words, '--help', '--lang', 'en')).out;
    expect(zh).toContain('\n例：\n');
    expect(en).toContain('\nExamples:\n');
    for (const { line, about } of helpExamples[command] ?? []) {
      for (const lang of ['zh', 'en'] as const) {
        const help = lang === 'zh' ? zh : en;
        expect(help).toContain(`  # ${about[lang]}\n  ${line[lang]}`);
        expect(line[lang]).toMatch(new RegExp(`^hecha ${command}( |$)`));
        // Every option that an example shows stands in the help above it.
        for (const [option] of line[lang].matchAll(/--[a-z-]+/g)) {
          expect(help.split(/例：|Examples:/)[0], line[lang]).toContain(option);
        }
      }
      expect(about.zh).toMatch(/\p{Script=Han}/u);
      expect(line.en + about.en).not.toMatch(/\p{Script=Han}|[，。；：（）]/u);
    }
  });

  it('are there for every command', async () => {
    const { out } = await hecha('--help', '--lang', 'en');
    const listed = out.slice(out.indexOf('Commands:'), out.indexOf('Examples:'));
    const commands = [...listed.matchAll(/^ {2}(\w+) /gm)].map(([, name]) => name);
    expect(commands.length).toBeGreaterThan(13);
    expect(all.map(([command]) => command)).toEqual(expect.arrayContaining(commands));
    expect(all.map(([command]) => command)).toEqual(expect.arrayContaining(['rules show', 'rules test']));
  });
});

describe('what was not meant so', () => {
  it.each([
    [['adit'], '是否想写 audit'],
    [['audit', '--out-dir', 'x'], '你是否想写 --out'],
    [['rules', 'shwo', 'MI01'], '你是否想写 show'],
    [['audit', '--fail-on', 'hihg'], '是否想写 high'],
    [['rules', 'show', 'MI1'], 'MI01'],
    [['audit', '--as-of', '2017/7/31'], '形如 2017-07-31 的日期'],
    [['status', '--json'], '用 hecha status --help 查看用法'],
    [['rules', 'show'], '用 hecha rules show --help 查看用法'],
  ])('%j is answered with %s', async (argv, hint) => {
    const { code, err } = await hecha(...argv);
    expect(code).toBe(2);
    expect(err).toContain(hint);
  });

  it('hecha help is understood', async () => {
    expect((await hecha('help', 'audit')).out).toBe((await hecha('audit', '--help')).out);
    expect((await hecha('help')).out).toBe((await hecha('--help')).out);
  });
});
