/** A text as a SQL literal. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** A name as a quoted SQL identifier: fields are called `group`, `use`, `year`. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Columns computed side by side from those below: alias and expression. */
export type Layer = readonly (readonly [alias: string, expression: string])[];

/**
 * Layers of columns over a source, each a sub-select that keeps what is below it: an expression is written, and computed, once
 * however often the layers above name its alias.
 */
export function layered(source: string, layers: readonly Layer[]): string {
  return layers.reduce((below, layer) => {
    if (layer.length === 0) return below;
    const columns = layer.map(([alias, expression]) => `${expression} AS ${alias}`);
    return `SELECT *,\n${columns.join(',\n')}\nFROM (${below})`;
  }, source);
}

/** Lays the layers of several cells side by side: the first of each together, then the second … */
export function sideBySide(stacks: readonly (readonly Layer[])[]): Layer[] {
  const height = Math.max(0, ...stacks.map((stack) => stack.length));
  return Array.from({ length: height }, (_, level) => stacks.flatMap((stack) => stack[level] ?? []));
}

/**
 * A comparison with many constants, first match first. Not `IN`: DuckDB turns a long one into a join, which may give up the order
 * of rows.
 */
export const isOneOf = (expression: string, words: readonly string[]): string =>
  `(CASE ${expression} ${words.map((word) => `WHEN ${literal(word)} THEN TRUE`).join(' ')} ELSE FALSE END)`;
