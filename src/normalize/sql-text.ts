/** A text as a SQL literal. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** A name as a quoted SQL identifier: fields are called `group`, `use`, `year`. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Columns computed side by side from those below: alias and expression. */
export type Layer = readonly (readonly [alias: string, expression: string])[];

/** Every word of an expression: the names of the columns that it reads are among them. */
const words = (expression: string): string[] => expression.match(/[a-z]\w*/g) ?? [];

/**
 * A query for `outputs` from layers of columns over a source, each a sub-select: an expression is written, and computed, once however
 * often the layers above name its alias. A layer passes on only what is named above it, which keeps the planning of wide tables short.
 * @param source a relation, and its columns
 */
export function layered(
  source: { readonly from: string; readonly columns: readonly string[] },
  layers: readonly Layer[],
  outputs: string,
): string {
  // From the top down: what must each layer hand up?
  const needs: Set<string>[] = [new Set(words(outputs))];
  for (const layer of [...layers].reverse()) {
    const above = new Set(needs[0]);
    for (const [alias] of layer) above.delete(alias);
    for (const [, expression] of layer) for (const word of words(expression)) above.add(word);
    needs.unshift(above);
  }
  let known = [...source.columns];
  let from = source.from;
  for (const [index, layer] of layers.entries()) {
    const above = needs[index + 1] ?? new Set();
    const passed = known.filter((name) => above.has(name));
    const computed = layer.map(([alias, expression]) => `${expression} AS ${alias}`);
    from = `(SELECT ${[...passed, ...computed].join(',\n')} FROM ${from})`;
    known = [...passed, ...layer.map(([alias]) => alias)];
  }
  return `SELECT ${outputs} FROM ${from}`;
}

/** Lays the layers of several cells side by side: the first of each together, then the second … */
export function sideBySide(stacks: readonly (readonly Layer[])[]): Layer[] {
  const height = Math.max(0, ...stacks.map((stack) => stack.length));
  return Array.from({ length: height }, (_, level) => stacks.flatMap((stack) => stack[level] ?? []));
}
