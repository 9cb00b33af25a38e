import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseSqlFile, readSqlFile } from '../../src/facts/sql-file.js';
import { temporaryFolder } from '../run/temporary-folder.js';

const schema = z.strictObject({
  name: z.string(),
  params: z.array(z.string()).default([]),
  deep: z.strictObject({ zh: z.string() }).optional(),
});
const parse = (text: string) => parseSqlFile('x.sql', text, schema);

/** Line and problem of the refusal. */
function refusal(text: string): [line: unknown, problem: unknown] {
  try {
    parse(text);
  } catch (error) {
    expect(error).toMatchObject({ code: 'HC4001', values: { file: 'x.sql' } });
    const { values } = error as { values: Record<string, unknown> };
    return [values.line, values.problem];
  }
  throw new Error('was not refused');
}

describe('parseSqlFile', () => {
  it('takes header and body apart', () => {
    expect(parse('/*\nname: a\nparams: [b]\n*/\n\nSELECT 1\nFROM t\n')).toMatchObject({
      file: 'x.sql',
      header: { name: 'a', params: ['b'] },
      body: 'SELECT 1\nFROM t',
      bodyLine: 6,
    });
  });

  it.each([
    ['line ends of Windows', '/*\r\nname: a\r\n*/\r\nSELECT 1\r\n', 4, 'SELECT 1'],
    ['blank lines above', '\n\n/*\nname: a\n*/\nSELECT 1', 6, 'SELECT 1'],
    ['the body behind the comment', '/*\nname: a\n*/ SELECT 1', 3, 'SELECT 1'],
    ['a comment in the body', '/*\nname: a\n*/\n/* x */ SELECT 1 -- y', 4, '/* x */ SELECT 1 -- y'],
    ['no body', '/*\nname: a\n*/\n', 4, ''],
  ])('reads a file with %s', (_, text, bodyLine, body) => {
    expect(parse(text)).toMatchObject({ header: { name: 'a' }, bodyLine, body });
  });

  it.each([
    ['no header', 'SELECT 1', 1, /no YAML header/],
    ['a header that is no first thing', 'SELECT 1 /*\nname: a\n*/', 1, /no YAML header/],
    ['a header without an end', '/*\nname: a\nSELECT 1', 1, /no YAML header/],
    ['nothing', '', 1, /no YAML header/],
    ['YAML that is none', '/*\nname: a\nparams: [b\n*/\nSELECT 1', 4, /./],
    ['YAML that is none, below blank lines', '\n\n/*\nname: "a\n*/\nSELECT 1', 5, /./],
    ['a missing key', '/*\nparams: []\n*/\nSELECT 1', 2, /^name: /],
    ['an empty header', '/*\n\n*/\nSELECT 1', 2, /^name: /],
    ['a key of another type', '/*\nname: a\nparams: b\n*/\nSELECT 1', 3, /^params: /],
    ['an unknown key', '/*\nname: a\nwhat: 1\n*/\nSELECT 1', 3, /^what: /],
    ['an unknown key inside', '/*\nname: a\ndeep:\n  zh: b\n  fr: c\n*/\nSELECT 1', 5, /^deep\.fr: /],
    ['an item of another type', '/*\nname: a\nparams: [1]\n*/\nSELECT 1', 3, /^params\.0: /],
  ])('refuses %s and names the line', (_, text, line, problem) => {
    const [where, what] = refusal(text);
    expect(where).toBe(line);
    expect(what).toMatch(problem);
    expect(what).not.toContain('\n');
  });
});

describe('readSqlFile', () => {
  it('names the file without its folder, whatever characters are in it', async () => {
    const path = join(await temporaryFolder(), '规则 1.sql');
    writeFileSync(path, '/*\nname: a\n*/\nSELECT 1');
    expect((await readSqlFile(pathToFileURL(path), schema)).file).toBe('规则 1.sql');
    writeFileSync(path, 'SELECT 1');
    await expect(readSqlFile(pathToFileURL(path), schema)).rejects.toMatchObject({
      code: 'HC4001',
      values: { file: '规则 1.sql', line: 1 },
    });
  });
});
