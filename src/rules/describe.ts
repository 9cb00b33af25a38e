import type { Bilingual } from '../bilingual.js';
import { ruleTables } from '../datasets/catalogue.js';
import type { FactFile } from '../facts/facts.js';
import { tablesRead } from '../facts/tables-read.js';
import type { Clause } from '../policy/clauses.js';
import type { Pack } from '../policy/pack.js';
import type { Parameter } from '../policy/pack-schema.js';
import type { RuleHeader } from './header.js';
import type { Rule } from './load.js';
import { absenceOf } from './needs.js';

/** A parameter of a rule as the policy pack has it. */
export interface ParameterShown {
  readonly name: string;
  /** Absent for `as_of`, the day of the audit, which no pack sets. */
  readonly parameter?: Parameter;
  /** The facts through which it reaches the rule; empty when the rule itself reads it. */
  readonly through: readonly string[];
}

/** One dataset that a rule reads. */
export interface InputShown {
  readonly dataset: string;
  readonly title: Bilingual;
  readonly optional: boolean;
  readonly columns: readonly {
    readonly column: string;
    readonly header: string;
    readonly en: string;
    readonly optional: boolean;
  }[];
}

/** All that is to be said of a rule, ready for a terminal, a page or JSON. */
export interface RuleShown {
  readonly id: string;
  readonly file: string;
  readonly title: Bilingual;
  readonly family: RuleHeader['family'];
  readonly severity: RuleHeader['severity'];
  readonly subject: RuleHeader['subject'];
  readonly clauses: readonly ({ readonly id: string } & Partial<Clause>)[];
  readonly predicate: Bilingual;
  readonly parameters: readonly ParameterShown[];
  readonly inputs: readonly InputShown[];
  /** Of each group one alternative must be there. */
  readonly inputs_any: readonly (readonly (readonly InputShown[])[])[];
  /** Datasets in which the lack of a row decides, by their names. */
  readonly absence: readonly { readonly dataset: string; readonly title: Bilingual }[];
  readonly facts: readonly { readonly name: string; readonly doc: Bilingual }[];
  readonly exemptions: RuleHeader['exemptions'];
  readonly evidence: RuleHeader['evidence'];
  readonly key: readonly string[];
  readonly message: Bilingual;
  readonly verify: Bilingual;
  readonly sql: string;
}

/** What rules are described with. */
export interface DescribeInputs {
  readonly clauses: ReadonlyMap<string, Clause>;
  readonly pack: Pack;
  readonly facts: readonly FactFile[];
}

/** Puts a rule's header together with what it names: clauses, parameters, datasets, facts. Reads no data, starts no engine. */
export function describeRule({ file, header, body }: Rule, inputs: DescribeInputs): RuleShown {
  const read = tablesRead(body);
  return {
    id: header.id,
    file,
    title: header.title,
    family: header.family,
    severity: header.severity,
    subject: header.subject,
    clauses: header.clause.map((id) => ({ id, ...inputs.clauses.get(id) })),
    predicate: header.predicate,
    parameters: parametersOf(header, read, inputs),
    inputs: inputsOf(header.needs),
    inputs_any: header.needs_any.map((group) => group.map(inputsOf)),
    absence: absenceOf(header).map((id) => ({
      dataset: id,
      title: ruleTables.find((each) => each.id === id)?.title ?? { zh: id, en: id },
    })),
    facts: inputs.facts
      .filter(({ header: { name } }) => read.has(name))
      .map(({ header: { name, doc } }) => ({ name, doc })),
    exemptions: header.exemptions,
    evidence: header.evidence,
    key: header.key,
    message: header.message,
    verify: header.verify,
    sql: body,
  };
}

/** The datasets of one needs entry, in the order in which it names them. */
function inputsOf(needs: RuleHeader['needs']): InputShown[] {
  return Object.entries(needs).map(([key, columns]) => {
    const id = key.replace(/\?$/, '');
    const dataset = ruleTables.find((each) => each.id === id);
    return {
      dataset: id,
      title: dataset?.title ?? { zh: id, en: id },
      optional: key.endsWith('?'),
      columns: columns.map((name) => {
        const column = name.replace(/\?$/, '');
        const field = dataset?.fields[column];
        return {
          column,
          header: field?.headers[0] ?? column,
          en: field?.en ?? column,
          optional: name.endsWith('?'),
        };
      }),
    };
  });
}

/** The rule's own parameters, then those of the facts that it reads, through other facts too. */
function parametersOf(
  header: RuleHeader,
  read: ReadonlySet<string>,
  { pack, facts }: DescribeInputs,
): ParameterShown[] {
  const through = new Map<string, string[]>(header.params.map((name) => [name, []]));
  for (const fact of standsOn(read, facts)) {
    for (const name of [...fact.header.params, ...fact.header.lists]) {
      const known = through.get(name);
      if (known === undefined) through.set(name, [fact.header.name]);
      else if (known.length > 0) known.push(fact.header.name);
    }
  }
  return [...through].map(([name, names]) => {
    const parameter = pack.parameters[name];
    return { name, ...(parameter && { parameter }), through: names };
  });
}

function standsOn(read: ReadonlySet<string>, facts: readonly FactFile[]): FactFile[] {
  const wanted = new Set(read);
  // A set takes in what is added while it is walked.
  for (const name of wanted) {
    const fact = facts.find((each) => each.header.name === name);
    if (fact) for (const table of tablesRead(fact.body)) wanted.add(table);
  }
  return facts.filter(({ header }) => wanted.has(header.name));
}
