import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../run/temporary-folder.js';
import { hecha } from './fake-io.js';

const RULE = `/*
id: CX01
title: { zh: 名下有农机补贴车辆, en: Owns a vehicle bought with a farm subsidy }
family: mis-identification
severity: low
clause: [(一)4]
subject: person
predicate: { zh: 在册贫困户成员名下有一辆车。, en: A member of an active household owns a vehicle. }
needs: { vehicle: [owner_id, plate], person: [exit_status] }
key: [plate]
message: { zh: "{name}名下有{plate}", en: "{name} owns {plate}" }
evidence: { plate: { zh: 号牌号码, en: Plate } }
verify: { zh: 核实车辆。, en: Check the vehicle. }
*/
SELECT m.household_no, m.name, m.id_number, m.county, m.township, m.village, v.plate, v.ref AS vehicle_ref
FROM active_member m
JOIN vehicle v ON v.owner_id_key = m.id_key
`;

const EXAMPLES = `rule: CX01
people:
  甲: { born: 1970-05-01, sex: 男 }
base:
  person:
    - { household_no: H1, name: 甲, id_number: $甲, relation: 户主, exit_status: 未脱贫 }
examples:
  - name: a vehicle is flagged
    rows:
      vehicle: [{ owner_id: $甲, plate: 甘A1 }]
    flags: [{ subject: $甲 }]
  - name: without the extract it is not run
    not_run: true
`;

/** A configuration with a rule of the county's and two values of its own. */
async function county(): Promise<string> {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'own'));
  await writeFile(join(folder, 'own', 'cx01-subsidy.sql'), RULE);
  await writeFile(join(folder, 'own', 'cx01.yaml'), EXAMPLES);
  const config = join(folder, 'hecha.yaml');
  await writeFile(
    config,
    'own_rules: own\nparameters:\n  stable_income_line: 3800\n  old_vehicle_years: 15\n',
  );
  return config;
}

describe('hecha rules with a configuration', () => {
  it('lists the county’s own rules among ours', async () => {
    const config = await county();
    const { code, out, err } = await hecha('rules', '-c', config);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^ {2}CX01 {2}低 .*名下有农机补贴车辆 .*机动车$/m);
    expect(out).toMatch(/^ {2}MI01 /m);
    expect((await hecha('rules')).out).not.toContain('CX01');
    expect((await hecha('rules', '--clauses', '-c', config)).out).toMatch(/→ CX01 {2}名下有农机补贴车辆/);
  });

  it('explains one like ours', async () => {
    const config = await county();
    const { code, out, err } = await hecha('rules', 'show', 'cx01', '--config', config);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^CX01 {2}名下有农机补贴车辆\n/);
    expect(out).toContain('在册贫困户成员名下有一辆车。\n  A member of an active household owns a vehicle.');
    expect(out).toMatch(/active_member {2}\S/);
    expect(out).toContain('  FROM active_member m');
    expect(out).toMatch(/列为疑点 {2}a vehicle is flagged\n {2}不运行 {4}without the extract/);
  });

  it('shows the values that it sets, and those of the pack for the others', async () => {
    const config = await county();
    const { out } = await hecha('rules', 'show', 'RP04', 'MI01', '-c', config);
    expect(out).toMatch(/\(stable_income_line\) = 3800元.*hecha\.yaml/);
    expect(out).toMatch(/\(old_vehicle_years\) = 15年.*hecha\.yaml/);
    expect(out).toMatch(/\(exit_window\) = 2014–2017/);
    const json = JSON.parse((await hecha('rules', 'show', 'RP04', '-c', config, '--json')).out) as {
      parameters: { name: string; in_force?: unknown; from?: { by: string } }[];
    }[];
    const line = json[0]?.parameters.find(({ name }) => name === 'stable_income_line');
    expect(line).toMatchObject({ in_force: 3800, from: { by: 'config' } });
  });

  it('says what is wrong with it', async () => {
    expect(await hecha('rules', '-c', '/no/such.yaml')).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringMatching(/^HC1001 /),
    });
    const folder = await temporaryFolder();
    const wrong = join(folder, 'hecha.yaml');
    await writeFile(wrong, 'parameters:\n  stable_incme_line: 3800\n');
    const { code, err } = await hecha('rules', 'show', 'RP04', '-c', wrong);
    expect(code).toBe(2);
    expect(err).toMatch(/^HC2003 .*hecha\.yaml.*2.*stable_income_line/);
  });
});
