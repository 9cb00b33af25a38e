import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hecha } from './fake-io.js';
import { lines, number, writeCounty } from './small-county.js';

let home: string;
let id: string;
const at = (...path: string[]): string => join(home, ...path);

/** What spreadsheets, pages and terminals must not take for theirs. */
const HOSTILE = '<script>alert(1)</script>|`|\u001b[31m';

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'hecha-explain-'));
  const [header, car, ...others] = lines.vehicles;
  writeCounty(at('in'), {
    vehicles: [`${header},备注`, `${car},${HOSTILE}`, ...others.map((line) => `${line},`)],
  });
  writeFileSync(at('in', 'hecha.yaml'), 'parameters: { old_vehicle_years: 8 }\n');
  expect(await hecha('audit', at('in'), '-o', at('out'), '-q', '--format', 'json')).toMatchObject({
    code: 0,
  });
  const findings = readFileSync(at('out', 'latest', 'findings.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean);
  id = String(findings.map((line) => JSON.parse(line)).find(({ rule_id }) => rule_id === 'MI01').finding_id);
});
afterAll(() => {
  rmSync(home, { recursive: true, force: true });
});

const explain = (...argv: string[]) => hecha('explain', at('out', 'latest'), ...argv);

describe('hecha explain', () => {
  it('shows a finding whole: what, why, by which clause and values, from which cells, by which SQL', async () => {
    const { code, out, err } = await explain(id, '--lang', 'zh');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(new RegExp(`^疑点 ${id}：名下有在用车辆\n规则 MI01，识别疑点\n`));
    expect(out).toMatch(/\(一\)4 {2}信息比对核实机制不健全/);
    expect(out).toMatch(/老旧车辆年限 \(old_vehicle_years\)\s+8年 [^核]*由\s+hecha\.yaml\s+改定/);
    expect(out).toContain('vehicle.csv#2　机动车');
    expect(out).toContain('roster.csv#3　贫困人口信息');
    expect(out).toMatch(/初次登记日期 +2015-03-01 {2}读作 registered_on/);
    expect(out).toMatch(/身份证明号码\n? +\d{6}\*{8}\d{3}[\dX] {2}18 位，校验码有效/);
    expect(out).toContain('证件号码一致，认定为同一人：');
    expect(out).toContain("registered_on < DATE '2017-07-31' - to_years(CAST(8 AS INTEGER))");
    expect(out).toContain('核实是否本人实际所有');
    expect(out).not.toContain(number('$甲'));
    expect(out).not.toContain('甲大山');
  });

  it('shows cells as they stand in the file, of columns that hecha does not read too', async () => {
    const { out } = await explain(id, '--format', 'json', '--mask', 'none');
    const told = JSON.parse(out);
    expect(told.rows[1]).toMatchObject({
      source: 'vehicle.csv#2',
      dataset: 'vehicle',
      input: { path: 'vehicle.csv', state: 'same', at: at('in', 'vehicle.csv') },
      cells: [
        { header: '机动车所有人', text: '甲大山', field: 'owner' },
        { header: '身份证明号码', text: number('$甲'), field: 'owner_id' },
        { header: '号牌号码', text: '陇A10001', field: 'plate' },
        { header: '车辆类型', text: '小型轿车', field: 'vehicle_type' },
        { header: '机动车状态', text: '正常', field: 'status' },
        { header: '初次登记日期', text: '2015-03-01', field: 'registered_on' },
        { header: '备注', text: HOSTILE, field: null },
      ],
      ids: [{ field: 'owner_id', matched_as: number('$甲'), state: 'valid' }],
    });
    expect(told).toMatchObject({
      finding: { finding_id: id, id_number: number('$甲') },
      first_seen: '2017-07-31',
      verdict: null,
      rule: { id: 'MI01', same_as_in_run: true },
      clauses: [{ id: '(一)4', zh: expect.stringContaining('有房有车') }],
    });
    expect(told.parameters).toContainEqual(
      expect.objectContaining({
        name: 'old_vehicle_years',
        value: 8,
        unit: expect.any(String),
        changed_by: 'hecha.yaml',
      }),
    );
  });

  it('is inert as a page, as Markdown and on a terminal, whatever a cell holds', async () => {
    const html = (await explain(id, '--format', 'html', '--mask', 'none')).out;
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).not.toContain('<script');
    expect(html).toContain("default-src 'none'");
    expect(html).toContain('甲大山');
    expect(html).not.toContain('\u001b');
    const md = (await explain(id, '--format', 'md', '--mask', 'none')).out;
    expect(md).toContain('\\<script\\>alert(1)\\</script\\>\\|\\`\\|');
    expect((await explain(id, '--mask', 'none')).out).not.toContain('\u001b');
    const masked = (await explain(id, '--format', 'html')).out;
    expect(masked).not.toMatch(/甲大山|\d{17}[\dX]/);
  });

  it('takes the first characters of an id, and says which id was meant', async () => {
    expect((await explain(id.slice(0, 6))).out).toContain(`疑点 ${id}`);
    expect(await explain(id.slice(0, 3))).toMatchObject({ code: 2, err: expect.stringMatching(/^HC5023/) });
    const slip = id.slice(0, 11) + (id.endsWith('a') ? 'b' : 'a');
    const { code, err } = await explain(slip);
    expect(code).toBe(2);
    expect(err).toContain(`是否想写 ${id}`);
    expect(await explain()).toMatchObject({ code: 2, err: expect.stringMatching(/^HC5027/) });
  });

  it('writes to a file that only its owner can read', async () => {
    expect(await explain(id, '--format', 'html', '--to', at('e.html'))).toMatchObject({ code: 0, out: '' });
    expect(statSync(at('e.html')).mode & 0o777).toBe(0o600);
  });

  it('says so when a file has changed or is not there, and finds it elsewhere', async () => {
    const original = readFileSync(at('in', 'vehicle.csv'), 'utf8');
    try {
      writeFileSync(at('in', 'vehicle.csv'), original.replace('陇A10001', '陇A19999'));
      const changed = (await explain(id)).out;
      expect(changed).toMatch(/! 文件 vehicle\.csv 的内容已与核查时不同/);
      expect(changed).toContain('陇A19999');

      mkdirSync(at('moved'));
      writeFileSync(at('moved', '车.csv'), original);
      expect((await explain(id, '--inputs', at('moved'))).out).not.toContain('不同（当时');

      renameSync(at('in', 'vehicle.csv'), at('gone.csv'));
      const gone = (await explain(id)).out;
      expect(gone).toMatch(/! 没有找到文件 vehicle\.csv/);
      expect(gone).toContain('roster.csv#3　贫困人口信息');
    } finally {
      writeFileSync(at('in', 'vehicle.csv'), original);
    }
  });

  it('shows all that the extracts say of a household', async () => {
    const { code, out } = await explain('--household', 'H1');
    expect(code).toBe(0);
    expect(out).toMatch(/^户 H1 的全部数据\n/);
    expect(out).toContain('家庭成员（2 人）');
    expect(out).toMatch(new RegExp(`${id} MI01 \\[高\\] 甲\\*\\*名下`));
    expect(out).toContain('roster.csv#3  按户编号');
    expect(out).toContain('vehicle.csv#3  按 乙** 的证件号码');
    expect(out).toMatch(/没有这一户记录的数据/);
    expect(out).not.toContain(number('$乙'));
    expect(out).not.toContain('丙');

    const told = JSON.parse((await explain('--household', 'H1', '--format', 'json', '--mask', 'none')).out);
    expect(told).toMatchObject({
      household_no: 'H1',
      members: [
        { name: '甲大山', matched: true },
        { name: '乙小花', matched: true },
      ],
      findings: expect.arrayContaining([expect.objectContaining({ finding_id: id })]),
      datasets: [
        { dataset: 'person', rows: [{ source: 'roster.csv#3' }, { source: 'roster.csv#4' }] },
        {
          dataset: 'vehicle',
          rows: [
            { source: 'vehicle.csv#2', by: 'owner_id', member: '甲大山', values: { plate: '陇A10001' } },
            { source: 'vehicle.csv#3', by: 'owner_id', member: '乙小花' },
          ],
        },
      ],
    });
    expect((await explain('--household', 'H1', '--format', 'html')).out).toContain(
      '<h1>户 H1 的全部数据</h1>',
    );
  });

  it('says which household was meant', async () => {
    const { code, err } = await explain('--household', 'H11');
    expect(code).toBe(2);
    expect(err).toMatch(/^HC5026 .*是否想写 H1）/);
  });
});
