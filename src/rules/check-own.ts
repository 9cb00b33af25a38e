import type { Engine } from '../engine/engine.js';
import { HechaError } from '../errors.js';
import { buildFacts, buildLists, type Fact } from '../facts/facts.js';
import { createTables } from '../normalize/tables.js';
import type { Pack } from '../policy/pack.js';
import { policyValues } from '../policy/values.js';
import { checkRule } from './check.js';
import type { Rule } from './load.js';

/** The day that facts over empty tables are built for: any will do. */
const DAY = '2017-07-31';

/**
 * Fills an empty engine with every dataset, list and fact as an empty table, which is all that checking a rule needs.
 */
export async function arrangeEmpty(engine: Engine, facts: readonly Fact[], pack: Pack): Promise<void> {
  await createTables(engine);
  await buildLists(engine, pack);
  await buildFacts(engine, facts, { pack, asOf: DAY, scalars: policyValues(pack, DAY).scalars });
}

/**
 * Holds a county's own rules against what they declare before any input is read, so that a slip is known at once.
 * @param engine an empty one
 * @throws HechaError HC4001 naming file and line of the first fault
 */
export async function checkOwnRules(
  engine: Engine,
  rules: readonly Rule[],
  inputs: { readonly facts: readonly Fact[]; readonly pack: Pack; readonly clauses: ReadonlySet<string> },
): Promise<void> {
  const own = rules.filter(({ path }) => path !== undefined);
  if (own.length === 0) return;
  await arrangeEmpty(engine, inputs.facts, inputs.pack);
  for (const rule of own) await checkRule(engine, rule, inputs);
}

/** What may stand in for a parameter: a list is a table, a range has two `$` names, the rest one. */
const shapeOf = (pack: Pack, name: string): string | undefined => {
  const kind = pack.parameters[name]?.kind;
  return kind === 'by-year' ? 'number' : kind;
};

/**
 * A pack that extends none must have every parameter that facts and rules of ours are written with, of the kind that they read.
 * @param ours the pack that they are written for
 * @throws HechaError HC2004 naming the first that is not there
 */
export function checkComplete(
  pack: Pack,
  ours: Pack,
  readers: readonly (Pick<Fact, 'header'> | Rule)[],
): void {
  for (const { header } of readers) {
    for (const name of [...header.params, ...('lists' in header ? header.lists : [])]) {
      const wanted = shapeOf(ours, name);
      if (wanted !== undefined && shapeOf(pack, name) !== wanted) {
        throw new HechaError('HC2004', { pack: pack.name, parameter: name });
      }
    }
  }
}
