import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hecha } from './fake-io.js';

const isInstalled = (shell: string): boolean => spawnSync(shell, ['--version']).status === 0;
const scripts: Record<string, string> = {};
let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hecha-completion-'));
  mkdirSync(join(folder, '数据 文件夹'));
  writeFileSync(join(folder, 'roster 名册.csv'), '');
  for (const shell of ['bash', 'zsh', 'fish', 'powershell']) {
    const { code, out, err } = await hecha('completion', shell);
    expect([code, err]).toEqual([0, '']);
    scripts[shell] = out;
    writeFileSync(join(folder, `.${shell}`), out);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What bash offers for words of which the last is being typed. */
function bash(...words: string[]): string[] {
  const typed = words.map((word) => `'${word}'`).join(' ');
  const ask = `source ./.bash; COMP_WORDS=(${typed}); COMP_CWORD=${words.length - 1}; _hecha; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const out = execFileSync('bash', ['--norc', '-c', ask], { cwd: folder, encoding: 'utf8' });
  return out.split('\n').filter(Boolean);
}

describe.skipIf(!isInstalled('bash'))('completion in bash', () => {
  it('registers itself for hecha', () => {
    const out = execFileSync('bash', ['--norc', '-c', 'source ./.bash; complete -p hecha'], { cwd: folder });
    expect(String(out)).toContain('-F _hecha hecha');
  });

  it.each<[string[], string[]]>([
    [['hecha', 'au'], ['audit']],
    [
      ['hecha', 'rules', ''],
      ['show', 'test'],
    ],
    [
      ['hecha', 'rules', 'show', 'MI0'],
      ['MI01', 'MI02', 'MI03', 'MI04', 'MI05', 'MI06', 'MI07', 'MI08', 'MI09'],
    ],
    [
      ['hecha', 'audit', '--fail-on', ''],
      ['high', 'medium', 'low', 'none'],
    ],
    [['hecha', 'audit', '--format', 'xlsx,c'], ['xlsx,csv']],
    [['hecha', 'audit', '--lang', '=', 'e'], ['en']],
    [
      ['hecha', 'explain', 'run', '--format', ''],
      ['text', 'md', 'html', 'json'],
    ],
    [['hecha', 'inspect', '--datasets', 'veh'], ['vehicle']],
    [['hecha', 'audit', '--policy', 'gan'], ['gansu-2017']],
    [['hecha', 'audit', '--rules', 'MI01', 'exi'], ['exit']],
    [
      ['hecha', 'audit', '--previous', ''],
      ['latest', '数据 文件夹'],
    ],
    [['hecha', 'audit', 'ros'], ['roster 名册.csv']],
    [['hecha', 'status', ''], ['数据 文件夹']],
    [['hecha', '-o', 'audit', 'diff', '--ex'], ['--exit-code']],
    [['hecha', 'worklist', '--only', 'new,ch'], ['new,changed']],
    [['hecha', 'audit', '--as-of', ''], []],
    [['hecha', 'completion', 'f'], ['fish']],
    [
      ['hecha', 'audit', '--no-'],
      ['--no-color', '--no-progress'],
    ],
  ])('offers for %j %j', (words, offered) => {
    expect(bash(...words)).toEqual(offered);
  });
});

describe('the scripts', () => {
  // Where a shell is not installed its script is only looked at; the name of the test says which were tried.
  it.each([
    ['bash', ['-n', '.bash']],
    ['zsh', ['-n', '.zsh']],
    ['fish', ['-n', '.fish']],
    [
      'pwsh',
      [
        '-NoProfile',
        '-Command',
        '$ErrorActionPreference = "Stop"; . ([scriptblock]::Create((Get-Content -Raw .powershell)))',
      ],
    ],
  ] as const)('of %s is understood by it', (shell, args) => {
    if (!isInstalled(shell))
      return expect(scripts[shell === 'pwsh' ? 'powershell' : shell]).toContain('hecha');
    const { status, stderr } = spawnSync(shell, [...args], { cwd: folder, encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
  });

  it('know every command', async () => {
    const { out } = await hecha('--help');
    const commands = [...out.matchAll(/^ {2}(\w+) (?:\[|<|.*\p{Script=Han})/gmu)].map(([, name]) => name);
    expect(commands).toContain('completion');
    for (const script of Object.values(scripts)) for (const name of commands) expect(script).toContain(name);
  });

  it('describe in the language asked for, where the shell shows it', async () => {
    expect(scripts.fish).toMatch(/\p{Script=Han}/u);
    const english = (await hecha('completion', 'fish', '--lang', 'en')).out;
    expect(english).not.toMatch(/\p{Script=Han}/u);
    expect(english).toContain('folder of the runs');
    for (const shell of ['bash', 'powershell']) expect(scripts[shell]).toMatch(/^[\x20-\x7e\n]*$/);
  });
});

describe.skipIf(!isInstalled('fish'))('completion in fish', () => {
  it.each([
    ['hecha aud', ['audit']],
    ['hecha audit --fail-on m', ['medium']],
    ['hecha rules show MI20', ['MI20']],
    ['hecha rules te', ['test']],
    ['hecha audit --format xlsx,c', ['xlsx,csv']],
    ['hecha audit ros', ['roster 名册.csv']],
  ] as const)('offers for %s %j', (line, offered) => {
    const ask = `source .fish; complete -C '${line}'`;
    const out = execFileSync('fish', ['--no-config', '-c', ask], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, HOME: folder, LC_ALL: 'C.UTF-8' },
    });
    const words = out
      .split('\n')
      .filter(Boolean)
      .map((each) => each.split('\t')[0]?.replaceAll('\\', ''));
    expect(words).toEqual(expect.arrayContaining([...offered]));
    expect(words.length).toBeLessThan(4);
  });
});
