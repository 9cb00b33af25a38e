/** FROM where it names no table. */
const OTHER_FROM = /\bDISTINCT\s+FROM\b|\bEXTRACT\s*\(\s*\w+\s+FROM\b/gi;
const CTE = /\b(\w+)\s+AS\s+(?:(?:NOT\s+)?MATERIALIZED\s+)?\(/gi;

/**
 * The tables that a SELECT reads, by its text alone: every name after FROM or JOIN that is none of its own CTEs. It shows what a
 * rule stands on without starting the engine; what a rule may read is judged by the engine's parser (`shapeOf`).
 */
export function tablesRead(sql: string): Set<string> {
  const code = sql
    .replace(/--.*|\/\*[\s\S]*?\*\//g, '')
    .replace(/'(?:[^']|'')*'/g, "''")
    .replace(OTHER_FROM, '');
  const own = new Set([...code.matchAll(CTE)].map(([, name]) => name));
  const read = [...code.matchAll(/\b(?:FROM|JOIN)\s+(\w+)/gi)].map(([, name = '']) => name);
  return new Set(read.filter((name) => !own.has(name)));
}
