import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.js';
import { readFactFiles } from '../../src/facts/facts.js';
import { shapeOf } from '../../src/facts/sql-shape.js';
import { tablesRead } from '../../src/facts/tables-read.js';
import { loadRules } from '../../src/rules/load.js';
import { emptyCounty } from '../rules/shipped.js';

let engine: Engine;
beforeAll(async () => {
  ({ engine } = await emptyCounty());
});
afterAll(() => engine.close());

const statements = [...(await loadRules()), ...(await readFactFiles())].map(
  ({ file, body }) => [file, body] as const,
);

describe('the tables that a text reads', () => {
  it.each(statements)('of %s are those that the engine’s parser finds', async (_, body) => {
    const { tables } = await shapeOf(engine, body);
    expect([...tablesRead(body)].toSorted()).toEqual([...tables.keys()].toSorted());
  });

  it('are none that only comments, texts or functions name', () => {
    const sql = `-- FROM a
      WITH own AS (SELECT 1 FROM member /* JOIN b */)
      SELECT EXTRACT(YEAR FROM c.day), 'FROM d' FROM own JOIN vehicle ON own.x IS DISTINCT FROM e.y`;
    expect([...tablesRead(sql)]).toEqual(['member', 'vehicle']);
  });
});
