// An engine for many small runs one after the other: each gets tables of its own, and what takes longer than reading a small file is done once.

/**
 * Wraps an engine. Session variables are set once; the table of a dataset is made when a statement first names it.
 * `begin` gives a run an empty database, `end` throws that away.
 */
export function frugalEngine(engine) {
  const variables = new Set();
  let waiting = new Map();

  const makeNamed = async (sql) => {
    for (const [name, statement] of waiting) {
      if (!sql.includes(name)) continue;
      waiting.delete(name);
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
    async begin() {
      waiting = new Map();
      await engine.exec("ATTACH ':memory:' AS one_case; USE one_case");
    },
    async end() {
      await engine.exec('USE memory; DETACH one_case');
    },
    close: () => engine.close(),
  };
}
