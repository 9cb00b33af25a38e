import type { SqlParameter } from '../engine/engine.js';

/** Text, quoted names and comments, which hold no parameters, or one parameter. */
const TOKEN = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\/|\$([A-Za-z_]\w*)/g;

/** A bound value as SQL has it; a fraction in the type in which it is bound, so that the sums come out alike. */
function literalOf(value: SqlParameter): string {
  if (value === null) return 'NULL';
  if (typeof value === 'object') return `DATE '${value.date}'`;
  if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'`;
  if (typeof value === 'number' && !Number.isInteger(value)) return `CAST(${value} AS DECIMAL(18, 6))`;
  return String(value);
}

/**
 * A SELECT with the values of its `$name` parameters written into it, to be run where nothing can be bound.
 * @throws Error for a parameter that has no value
 */
export function filledSql(sql: string, parameters: Readonly<Record<string, SqlParameter>>): string {
  return sql.replace(TOKEN, (token, name: string | undefined) => {
    if (name === undefined) return token;
    const value = parameters[name];
    if (value === undefined) throw new Error(`$${name} has no value`);
    return literalOf(value);
  });
}
