import { describe, expect, it } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.js';
import type { SqlParameter } from '../../src/engine/engine.js';
import { filledSql } from '../../src/facts/filled-sql.js';

describe('filledSql', () => {
  it('writes values where parameters stand, and nowhere else', () => {
    const sql = `SELECT '$a', "$a", $a -- $a
/* $a */ FROM t WHERE x > $ab AND d < $day AND n = $name`;
    expect(filledSql(sql, { a: 3500, ab: 0.05, day: { date: '2017-07-31' }, name: "O'x" })).toBe(
      `SELECT '$a', "$a", 3500 -- $a
/* $a */ FROM t WHERE x > CAST(0.05 AS DECIMAL(18, 6)) AND d < DATE '2017-07-31' AND n = 'O''x'`,
    );
  });

  it('has a value of the same type as the bound one', async () => {
    const engine = await openDuckdb();
    const values: Record<string, SqlParameter> = { a: 3500, b: 0.05, c: { date: '2017-07-31' } };
    const sql = 'SELECT typeof($a) AS a, typeof($b) AS b, typeof($c) AS c, $a * $b AS product, $c AS day';
    expect(await engine.all(filledSql(sql, values))).toEqual(await engine.all(sql, values));
    await engine.close();
  });

  it('does not guess a value that is not there', () => {
    expect(() => filledSql('SELECT $a', {})).toThrow('$a has no value');
  });
});
