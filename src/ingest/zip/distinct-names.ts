/** The names in their order, each but the first of equal ones with a number behind it: `甲`, `甲 (2)`. */
export function distinctNames(names: readonly string[]): string[] {
  const used = new Set<string>();
  const times = new Map<string, number>();
  return names.map((name) => {
    let distinct = name;
    let number = times.get(name) ?? 1;
    for (; used.has(distinct); distinct = `${name} (${number})`) number++;
    times.set(name, number);
    used.add(distinct);
    return distinct;
  });
}
