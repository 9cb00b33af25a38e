import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.js';
import { temporaryFolder } from '../run/temporary-folder.js';

it('says so when the folder cannot be spilled to (gone, full, read-only)', async () => {
  const folder = await temporaryFolder();
  writeFileSync(join(folder, 'no-folder'), '');
  const tiny = await openDuckdb({
    memory: '20MB',
    threads: 1,
    temporary: join(folder, 'no-folder', 'below'),
  });
  await expect(
    tiny.exec(
      'CREATE TABLE t AS SELECT md5(CAST(range AS VARCHAR)) AS h FROM range(1000000) ORDER BY h NULLS LAST',
    ),
  ).rejects.toMatchObject({ code: 'HC5002' });
  await tiny.close();
});
