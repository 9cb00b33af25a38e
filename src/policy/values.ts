import type { Pack } from './pack.js';

/** What rules and facts are given of a pack: single values bound as `$name`, lists readable as one-column tables. */
export interface PolicyValues {
  /** `$name` → value; a range gives `$name_from` and `$name_to`, a by-year value that of the as-of year. */
  readonly scalars: Readonly<Record<string, number>>;
  readonly lists: Readonly<Record<string, readonly string[]>>;
  /** Parameter → the value in force, as reports show it. */
  readonly shown: Readonly<Record<string, number | string | readonly string[]>>;
}

/** The values of a pack on the as-of day (YYYY-MM-DD). */
export function policyValues(pack: Pack, asOf: string): PolicyValues {
  const scalars: Record<string, number> = {};
  const lists: Record<string, readonly string[]> = {};
  const shown: Record<string, number | string | readonly string[]> = {};
  for (const [name, parameter] of Object.entries(pack.parameters)) {
    if (parameter.kind === 'list') {
      lists[name] = parameter.value;
      shown[name] = parameter.value;
    } else if (parameter.kind === 'range') {
      [scalars[`${name}_from`], scalars[`${name}_to`]] = parameter.value;
      shown[name] = parameter.value.join('–');
    } else {
      const value =
        parameter.kind === 'by-year' ? ofYear(parameter.value, asOf.slice(0, 4)) : parameter.value;
      scalars[name] = value;
      shown[name] = value;
    }
  }
  return { scalars, lists, shown };
}

/** The value of that year; of a year that is not listed, the last one before it, else the first. */
function ofYear(values: Readonly<Record<string, number>>, year: string): number {
  const years = Object.keys(values).sort();
  const chosen = years.filter((each) => each <= year).at(-1) ?? years[0];
  const value = chosen === undefined ? undefined : values[chosen];
  if (value === undefined) throw new Error('a by-year parameter has no year');
  return value;
}

/** `$` names that a parameter of the pack gives. */
export function scalarNames(pack: Pack, parameter: string): readonly string[] {
  const kind = pack.parameters[parameter]?.kind;
  if (kind === undefined || kind === 'list') return [];
  return kind === 'range' ? [`${parameter}_from`, `${parameter}_to`] : [parameter];
}
