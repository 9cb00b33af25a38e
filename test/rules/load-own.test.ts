import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { loadRules, selectRules } from '../../src/rules/load.js';
import { temporaryFolder } from '../run/temporary-folder.js';

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder();
});

const ruleText = (id: string, family = 'exit'): string => `/*
title: { zh: 甲, en: a }
id: ${id}
family: ${family}
severity: low
clause: [(四)2]
subject: person
predicate: { zh: 甲, en: a }
needs: {}
message: { zh: "{name}", en: "{name}" }
evidence: {}
verify: { zh: 甲, en: a }
*/
SELECT m.household_no, m.name, m.id_number, m.township, m.village, m.ref FROM member m
`;
const put = (name: string, text: string): void => {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
};
const own = async () => (await loadRules(folder)).filter(({ path }) => path !== undefined);

describe('a county’s own rules', () => {
  it('stand among ours, by id, wherever they lie in the folder', async () => {
    put('zz01-b.sql', ruleText('ZZ01'));
    put('exit/CX02.sql', ruleText('CX02'));
    put('2017/特殊/cx03-三.SQL', ruleText('CX03', 'funds'));
    put('cx02.yaml', 'rule: CX02\n');
    put('notes.txt', 'x');
    put('.old/cx09-x.sql', ruleText('CX09'));
    const rules = await loadRules(folder);
    expect((await own()).map(({ header, file, path }) => [header.id, file, path])).toEqual([
      ['CX02', 'exit/CX02.sql', join(folder, 'exit/CX02.sql')],
      ['CX03', '2017/特殊/cx03-三.SQL', join(folder, '2017/特殊/cx03-三.SQL')],
      ['ZZ01', 'zz01-b.sql', join(folder, 'zz01-b.sql')],
    ]);
    const ids = rules.map(({ header }) => header.id);
    expect(ids).toEqual([...ids].sort());
    expect(ids).toContain('MI01');
    expect(selectRules(rules, ['CX02', 'funds']).map(({ header }) => header.id)).toContain('CX03');
  });

  it('may be none', async () => {
    expect(await own()).toEqual([]);
  });

  it('are not looked for through a link to a folder, which may go in a circle', async () => {
    symlinkSync(folder, join(folder, 'loop'));
    put('cx01-a.sql', ruleText('CX01'));
    expect((await own()).map(({ file }) => file)).toEqual(['cx01-a.sql']);
  });

  it.each<[what: string, name: string, text: string, line: number, problem: RegExp]>([
    [
      'the id of one of ours',
      'mi01-car.sql',
      ruleText('MI01'),
      3,
      /MI01 is there already, a rule that ships .* such as CX01/,
    ],
    ['a name that is not its id’s', 'rule.sql', ruleText('CX01'), 3, /must be named cx01-…\.sql/],
    ['a name that only begins like its id', 'cx011-a.sql', ruleText('CX01'), 3, /must be named cx01-…\.sql/],
    [
      'another family’s folder',
      'funds/cx01-a.sql',
      ruleText('CX01'),
      4,
      /exit lies in another folder, funds/,
    ],
    ['no header', 'cx01-a.sql', 'SELECT 1', 1, /no YAML header/],
    [
      'a key that there is not',
      'cx01-a.sql',
      ruleText('CX01').replace('clause:', 'clauses:'),
      6,
      /clauses: is not known, did you mean clause\?/,
    ],
    [
      'a family that there is not',
      'cx01-a.sql',
      ruleText('CX01', 'exits'),
      4,
      /family: must be one of .* did you mean exit\?/,
    ],
  ])('are refused with %s, naming file and line', async (_, name, text, line, problem) => {
    put(name, text);
    await expect(own()).rejects.toMatchObject({
      code: 'HC4001',
      values: { file: name, line, problem: expect.stringMatching(problem) },
    });
    const error = (await own().catch((thrown: unknown) => thrown)) as { sentence(lang: 'zh'): string };
    expect(error.sentence('zh')).toMatch(/^HC4001 规则文件“.*”第 \d 行：.*\p{Script=Han}/u);
  });

  it('are refused twice with one id', async () => {
    put('a/cx01-a.sql', ruleText('CX01'));
    put('b/cx01-b.sql', ruleText('CX01'));
    await expect(own()).rejects.toMatchObject({
      values: { file: 'b/cx01-b.sql', line: 3, problem: 'CX01 is there already, in a/cx01-a.sql' },
    });
  });

  it('are refused in another encoding', async () => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'cx01-a.sql'), Buffer.from([0x2f, 0x2a, 0x0a, 0xbc, 0xd7, 0x0a]));
    await expect(own()).rejects.toMatchObject({ code: 'HC4001', values: { line: 1 } });
  });
});

describe('a selector of hecha.yaml that names no rule', () => {
  it('is refused with its line and the nearest name', async () => {
    const rules = await loadRules();
    const place = { file: 'hecha.yaml', lineOf: (index: number) => index + 7 };
    expect(() => selectRules(rules, ['exit', '!MI011'], place)).toThrow(
      expect.objectContaining({
        code: 'HC2003',
        values: {
          file: 'hecha.yaml',
          line: 8,
          problem: expect.stringMatching(/there is no rule or family "MI011", did you mean MI01\?/),
        },
      }),
    );
  });
});
