import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../run/temporary-folder.js';
import { hecha } from './fake-io.js';

/** One sentence and nothing else: no stack, no path of ours, no English scrap in Chinese. */
function expectSentence(err: string, code: string): void {
  expect(err).toMatch(new RegExp(`^${code} [^\\n]+\\n$`));
  expect(err).not.toMatch(/\n\s+at |node_modules|\.[jt]s:\d|undefined|\[object/);
}

describe('help', () => {
  it('is what comes without a command, and exit 2', async () => {
    const { code, out, err } = await hecha();
    expect(code).toBe(2);
    expect(err).toBe('');
    expect(out).toMatch(/用法：.*\bhecha\b/);
    expect(out).toMatch(/audit[\s\S]*synth/);
  });

  it.each([['--help'], ['-h'], ['audit', '--help'], ['synth', '-h'], ['--lang', 'en', '--help']])(
    'is printed on stdout for %s %s, exit 0',
    async (...argv) => {
      const { code, out, err } = await hecha(...argv);
      expect([code, err]).toEqual([0, '']);
      expect(out).toContain(argv.includes('en') ? 'Usage:' : '用法：');
      expect(out).toContain('--help');
    },
  );

  it('is all in one language', async () => {
    for (const command of [[], ['audit'], ['synth']]) {
      const { out } = await hecha(...command, '--help', '--lang', 'en');
      expect(out.replace(/^中文.*$/m, ''), command.join()).not.toMatch(/\p{Script=Han}/u);
      const chinese = (await hecha(...command, '--help')).out.replace(/^English.*$/m, '');
      expect(chinese, command.join()).not.toMatch(/\b(Usage|Options|Commands|Arguments|display)\b/);
    }
  });

  it('gives the version of the package', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
      version: string;
    };
    for (const flag of ['--version', '-V']) {
      expect(await hecha(flag)).toEqual({ code: 0, out: `${version}\n`, err: '' });
    }
  });
});

describe('bad usage is one sentence on stderr and exit 2', () => {
  const faults: readonly (readonly [string, string[], string, RegExp, RegExp])[] = [
    [
      'an unknown command',
      ['adit'],
      'HC1004',
      /没有命令“adit”（是否想写 audit）/,
      /unknown command 'adit'.*Did you mean audit/,
    ],
    [
      'an unknown option',
      ['audit', '--as-off', '2017-01-01'],
      'HC1004',
      /没有选项“--as-off”（是否想写 --as-of）/,
      /unknown option '--as-off'.*Did you mean --as-of/,
    ],
    [
      'an option without its value',
      ['audit', '--out'],
      'HC1004',
      /选项“-o, --out <dir>”缺少值/,
      /option '-o, --out <dir>' argument missing/,
    ],
    [
      'a missing option',
      ['synth'],
      'HC1004',
      /必须给出选项“--out <dir>”/,
      /required option '--out <dir>' not specified/,
    ],
    ['a language', ['--lang', 'fr', 'audit'], 'HC1003', /--lang.*“fr”/, /--lang/],
    ['no language', ['audit', '--lang'], 'HC1003', /--lang/, /--lang/],
    ['a day', ['audit', '--as-of', '2017-02-30'], 'HC1003', /--as-of.*“2017-02-30”/, /--as-of.*"2017-02-30"/],
    ['a format', ['audit', '--format', 'csv,pdf'], 'HC1003', /--format.*“pdf”/, /--format.*"pdf"/],
    ['a severity', ['audit', '--fail-on', 'grave'], 'HC1003', /--fail-on.*“grave”/, /--fail-on.*"grave"/],
    ['a mask', ['audit', '--mask', 'half'], 'HC1003', /--mask.*“half”/, /--mask.*"half"/],
    ['a size', ['audit', '--memory', '4'], 'HC1003', /--memory.*“4”/, /--memory.*"4"/],
    ['a number', ['audit', '--threads', '0'], 'HC1003', /--threads.*“0”/, /--threads.*"0"/],
    [
      'a number of households',
      ['synth', '--out', 'x', '--households', '-1'],
      'HC1003',
      /--households.*“-1”/,
      /--households.*"-1"/,
    ],
    ['a policy', ['audit', '--policy', 'none'], 'HC2002', /“none”.*gansu-2017/, /"none".*gansu-2017/],
    ['a rule', ['audit', '--rules', 'MI99'], 'HC4002', /“MI99”/, /"MI99"/],
    ['a path', ['audit', '/no/such/place'], 'HC1001', /“\/no\/such\/place”/, /"\/no\/such\/place"/],
  ];

  it.each(faults)('for %s', async (_, argv, code, zh, en) => {
    const chinese = await hecha(...argv);
    expect([chinese.code, chinese.out]).toEqual([2, '']);
    expectSentence(chinese.err, code);
    expect(chinese.err).toMatch(zh);
    if (argv.includes('--lang')) return;
    const english = await hecha('--lang', 'en', ...argv);
    expect([english.code, english.out]).toEqual([2, '']);
    expectSentence(english.err, code);
    expect(english.err).toMatch(en);
    expect(english.err).not.toMatch(/\p{Script=Han}/u);
  });

  it('for an empty folder, and leaves nothing there', async () => {
    const folder = await temporaryFolder();
    const { code, err } = await hecha('audit', folder, '-o', join(folder, 'out'));
    expect(code).toBe(2);
    expectSentence(err, 'HC1002');
  });

  it('takes --lang before and after the command, with = or without', async () => {
    for (const argv of [
      ['--lang', 'en', 'adit'],
      ['--lang=en', 'adit'],
      ['adit', '--lang', 'en'],
      ['audit', '/no/such/place', '--lang=en'],
    ]) {
      expect((await hecha(...argv)).err, argv.join(' ')).not.toMatch(/\p{Script=Han}/u);
    }
  });
});
