import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openHandout } from '../../src/run/handout.js';
import { temporaryFolder } from './temporary-folder.js';

/** Hands out one file of that text. */
async function handOut(folder: string, text: string, name = '甲乡.xlsx'): Promise<void> {
  const handout = await openHandout(folder);
  try {
    writeFileSync(join(handout.path, name), text);
    await handout.publish({ schema: 1 });
  } catch (error) {
    await handout.discard();
    throw error;
  }
}

it('puts the files in their place, private, with a record of them, and leaves nothing beside', async () => {
  const parent = await temporaryFolder();
  const folder = join(parent, 'worklists', 'run');
  await handOut(folder, 'one');
  expect(readdirSync(folder).sort()).toEqual(['worklists.json', '甲乡.xlsx']);
  expect(readdirSync(join(parent, 'worklists'))).toEqual(['run']);
  expect(statSync(join(folder, '甲乡.xlsx')).mode & 0o777).toBe(0o600);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  const record = JSON.parse(readFileSync(join(folder, 'worklists.json'), 'utf8')) as { files: object[] };
  expect(record.files).toMatchObject([{ path: '甲乡.xlsx', size: 3 }]);
});

it('replaces what nobody has touched, whatever a program put beside it', async () => {
  const folder = join(await temporaryFolder(), 'out');
  await handOut(folder, 'one');
  writeFileSync(join(folder, '~$甲乡.xlsx'), 'lock');
  writeFileSync(join(folder, '.~lock.甲乡.xlsx#'), 'lock');
  await handOut(folder, 'two', '乙乡.xlsx');
  expect(readdirSync(folder).sort()).toEqual(['worklists.json', '乙乡.xlsx']);
});

it('never writes over what somebody may have filled in', async () => {
  const folder = join(await temporaryFolder(), 'out');
  await handOut(folder, 'one');
  writeFileSync(join(folder, '甲乡.xlsx'), 'filled in');
  await expect(handOut(folder, 'two')).rejects.toMatchObject({
    code: 'HC5010',
    values: { file: '甲乡.xlsx' },
  });
  expect(readFileSync(join(folder, '甲乡.xlsx'), 'utf8')).toBe('filled in');
  writeFileSync(join(folder, '甲乡.xlsx'), 'one');
  writeFileSync(join(folder, '甲乡 (2).xlsx'), 'a copy, filled in');
  await expect(handOut(folder, 'two')).rejects.toMatchObject({ code: 'HC5010' });
  expect(readdirSync(join(folder, '..'))).toEqual(['out']);
});

it('notices one that is filled in while the new ones are written', async () => {
  const folder = join(await temporaryFolder(), 'out');
  await handOut(folder, 'one');
  const handout = await openHandout(folder);
  writeFileSync(join(handout.path, '甲乡.xlsx'), 'two');
  writeFileSync(join(folder, '甲乡.xlsx'), 'filled in');
  await expect(handout.publish({})).rejects.toMatchObject({ code: 'HC5010' });
  await handout.discard();
  expect(readFileSync(join(folder, '甲乡.xlsx'), 'utf8')).toBe('filled in');
});

it('goes into an empty folder, and not into one that holds other files', async () => {
  const folder = join(await temporaryFolder(), 'out');
  mkdirSync(folder);
  await handOut(folder, 'one');
  const other = join(await temporaryFolder(), 'other');
  mkdirSync(other);
  writeFileSync(join(other, '名册.xlsx'), 'x');
  await expect(handOut(other, 'one')).rejects.toMatchObject({ code: 'HC5011' });
  writeFileSync(join(other, 'worklists.json'), 'not json');
  await expect(handOut(other, 'one')).rejects.toMatchObject({ code: 'HC5011' });
});

it('leaves nothing when it is given up', async () => {
  const parent = await temporaryFolder();
  const handout = await openHandout(join(parent, 'out'));
  writeFileSync(join(handout.path, 'a.xlsx'), 'x');
  handout.discardSync();
  expect(readdirSync(parent)).toEqual([]);
  await (await openHandout(join(parent, 'out'))).discard();
  expect(readdirSync(parent)).toEqual([]);
});
