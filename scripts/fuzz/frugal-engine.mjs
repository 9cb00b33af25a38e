// An engine for many small runs one after the other: each gets tables of its own, and what takes longer than reading a small file is done once.

/**
 * Wraps an engine. Session variables are set once; the table of a dataset is made when a statement first names it.
 * `empty` removes all that a run has made.
 */
export function frugalEngine(engine) {
  const variables = new Set();
  const waiting = new Map();
  const made = [];

  const makeNamed = async (sql) => {
    for (const [name, statement] of waiting) {
      if (!sql.includes(name)) continue;
      waiting.delete(name);
      made.push(name);
      await engine.exec(statement);
    }
  };
  const exec = async (sql, parameters) => {
    const table = /^CREATE TABLE (main\."\w+") \(/.exec(sql)?.[1];
    if (table) {
      waiting.set(table, sql);
      return;
    }
    if (/^SET VARIABLE /.test(sql)) {
      if (variables.has(sql)) return;
      variables.add(sql);
    }
    await makeNamed(sql);
    await engine.exec(sql, parameters);
  };
  const all = async (sql, parameters) => {
    await makeNamed(sql);
    return engine.all(sql, parameters);
  };
  const own = { exec, all };
  return {
    engine: new Proxy(engine, {
      get(target, name) {
        if (Object.hasOwn(own, name)) return own[name];
        const value = target[name];
        return typeof value === 'function' ? value.bind(target) : value;
      },
    }),
    async empty() {
      const tables = made.splice(0).map((name) => `DROP TABLE ${name};`);
      waiting.clear();
      await engine.exec(
        `DROP SCHEMA IF EXISTS raw CASCADE; DROP SCHEMA IF EXISTS hecha CASCADE; ${tables.join(' ')}`,
      );
    },
    close: () => engine.close(),
  };
}
