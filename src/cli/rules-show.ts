import { fill, type Lang } from '../bilingual.js';
import { sourceText } from '../policy/source-words.js';
import { displayWidth, padTo } from '../report/display-width.js';
import { parameterText } from '../report/parameter-text.js';
import { labelTexts } from '../report/texts/labels.js';
import type { InputShown, ParameterShown, RuleShown } from '../rules/describe.js';
import type { Example, ExampleFile } from '../rules/example-file.js';
import type { Rule } from '../rules/load.js';
import { rulesTexts } from './rules-texts.js';

/** What an example says of its rule. */
type Expectation = 'flags' | 'exempts' | 'clean' | 'not-run';

/** The examples by name, with what each expects. */
export function expectations(
  file: ExampleFile | undefined,
): { readonly name: string; readonly expects: Expectation }[] {
  return (file?.examples ?? []).map((example) => ({ name: example.name, expects: expected(example) }));
}

function expected({ not_run, flags, exempt }: Example): Expectation {
  if (not_run) return 'not-run';
  if ((flags ?? []).length > 0) return 'flags';
  return (exempt ?? []).length > 0 ? 'exempts' : 'clean';
}

/** One rule in full. `values` are the parameters as they are in force today; `rules` give the labels of exempt codes. */
export function showText(
  rule: RuleShown,
  given: {
    readonly lang: Lang;
    readonly pack: string;
    readonly values: Readonly<Record<string, number | string | readonly string[]>>;
    readonly examples: ExampleFile | undefined;
    readonly rules: readonly Rule[];
  },
): string {
  const { lang } = given;
  const text = rulesTexts[lang];
  const bare = [
    [text.family, `${labelTexts[`family.${rule.family}`][lang]} (${rule.family})`],
    [text.severityOf, labelTexts[`severity.${rule.severity}`][lang]],
    [text.subject, text.subjects[rule.subject]],
    [text.file, rule.file],
  ] as const;
  const sections: (readonly [string, readonly string[]])[] = [
    [text.clauseText, rule.clauses.map((clause) => `${clause.id}  ${clause[lang] ?? ''}`)],
    [text.predicate, [rule.predicate[lang], rule.predicate[lang === 'zh' ? 'en' : 'zh']]],
    [
      fill(text.parameters, { pack: given.pack }),
      rule.parameters.map((parameter) => parameterLine(parameter, given)),
    ],
    [text.inputsOf, inputLines(rule, lang)],
    [text.absence, rule.absence.map(({ dataset, title }) => `${title[lang]} (${dataset})`)],
    [text.facts, rule.facts.map(({ name, doc }) => `${name}  ${doc[lang]}`)],
    [
      text.exemptions,
      rule.exemptions.map(({ id, when, clause }) => `${id}  ${when[lang]}${clause ? `  ${clause}` : ''}`),
    ],
    [text.evidence, columnsOf(Object.entries(rule.evidence).map(([name, label]) => [name, label[lang]]))],
    [text.verify, [rule.verify[lang]]],
    [
      text.examples,
      columnsOf(expectations(given.examples).map(({ name, expects }) => [text.expects[expects], name])),
    ],
    [text.sql, rule.sql.split('\n')],
  ];
  return [
    `${rule.id}  ${rule.title[lang]}`,
    ...columnsOf(bare).map((line) => `  ${line}`),
    ...sections.flatMap(([title, lines]) => [
      '',
      title,
      ...(lines.length > 0 ? lines : [text.none]).map((line) => (line === '' ? '' : `  ${line}`)),
    ]),
    '',
  ].join('\n');
}

/** Rows of two cells, the second ones under each other. */
function columnsOf(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(0, ...rows.map(([first]) => displayWidth(first)));
  return rows.map(([first, second]) => `${padTo(first, width)}  ${second}`);
}

function parameterLine(
  { name, parameter, through }: ParameterShown,
  given: Parameters<typeof showText>[1],
): string {
  const { lang, values, rules } = given;
  const text = rulesTexts[lang];
  if (!parameter) return `${name}  ${name === 'as_of' ? text.asOf : text.unknownParameter}`;
  const value = values[name];
  const shown = value === undefined ? '—' : parameterText({ value, unit: parameter.unit }, { rules, lang });
  const source = `${parameter.clause}${text.semicolon}${sourceText(parameter.source, lang)}`;
  const by = through.length > 0 ? `  [${fill(text.through, { facts: through.join(', ') })}]` : '';
  return `${parameter.label[lang]} (${name}) = ${shown}  ${text.basis}${text.colon}${source}${by}`;
}

function inputLines({ inputs, inputs_any }: RuleShown, lang: Lang): string[] {
  const text = rulesTexts[lang];
  return [
    ...inputs.map((input) => inputLine(input, lang)),
    ...inputs_any.flatMap((group) => [
      text.anyOf,
      ...group.map(
        (alternative) => `  - ${alternative.map((input) => inputLine(input, lang)).join(text.and)}`,
      ),
    ]),
  ];
}

/** `机动车 (vehicle)：身份证明号码、机动车状态；可缺的列：…` */
function inputLine({ dataset, title, optional, columns }: InputShown, lang: Lang): string {
  const text = rulesTexts[lang];
  const names = (wanted: boolean): string =>
    columns
      .filter((column) => column.optional === wanted)
      .map(({ column, header }) => (lang === 'zh' ? `${header} (${column})` : `${column} (${header})`))
      .join(text.listSeparator);
  const may = names(true);
  return (
    `${title[lang]} (${dataset})${optional ? text.optional : ''}${text.colon}${names(false) || '—'}` +
    (may ? fill(text.optionalColumns, { columns: may }) : '')
  );
}
