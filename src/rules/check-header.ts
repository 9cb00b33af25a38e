import type { Bilingual } from '../bilingual.js';
import type { Place } from '../checked-yaml.js';
import { ruleTables } from '../datasets/catalogue.js';
import type { Dataset } from '../datasets/dataset.js';
import { codeList } from '../datasets/labels.js';
import { lineAt, type SqlShape } from '../facts/sql-shape.js';
import { didYouMean } from '../nearest.js';
import type { Pack } from '../policy/pack.js';
import { scalarNames } from '../policy/values.js';
import type { RuleHeader } from './header.js';
import type { Rule } from './load.js';

/** Throws, naming the rule's file and that line of it. */
export type Fail = (problem: Bilingual, line: number) => never;

/** Clauses, datasets, columns and code lists that the header names are there. */
export function checkHeader(
  { header, lineOf }: Rule,
  inputs: { readonly clauses: ReadonlySet<string> },
  fail: Fail,
): void {
  const clauses = [
    ...header.clause.map((clause, at) => [clause, ['clause', at]] as const),
    ...header.exemptions.map(({ clause }, at) => [clause, ['exemptions', at, 'clause']] as const),
  ];
  for (const [clause, place] of clauses) {
    if (clause === undefined || inputs.clauses.has(clause)) continue;
    fail(
      {
        zh: `政策中没有条款 ${clause}（全部条款见 hecha rules --clauses）`,
        en: `the notice has no clause ${clause} (hecha rules --clauses lists them)`,
      },
      lineOf(place),
    );
  }
  const datasetOf = (key: string, id: string, place: Place): Dataset => {
    const dataset = ruleTables.find((each) => each.id === id);
    if (dataset !== undefined) return dataset;
    const near = didYouMean(
      id,
      ruleTables.map((each) => each.id),
    );
    return fail(
      { zh: `${key}：没有数据集 ${id}${near.zh}`, en: `${key}: there is no dataset ${id}${near.en}` },
      lineOf(place),
    );
  };
  for (const [at, id] of (header.absence ?? []).entries()) datasetOf('absence', id, ['absence', at]);
  const groups: [RuleHeader['needs'], Place][] = [
    [header.needs, ['needs']],
    ...header.needs_any.flatMap((group, at) =>
      group.map((needs, of): [RuleHeader['needs'], Place] => [needs, ['needs_any', at, of]]),
    ),
  ];
  for (const [needs, place] of groups) {
    for (const [key, columns] of Object.entries(needs)) {
      const id = key.replace(/\?$/, '');
      const dataset = datasetOf('needs', id, [...place, key]);
      for (const [at, marked] of columns.entries()) {
        const column = marked.replace(/\?$/, '');
        if (dataset.fields[column]) continue;
        const near = didYouMean(column, Object.keys(dataset.fields));
        fail(
          {
            zh: `needs：${id} 没有列 ${column}${near.zh}`,
            en: `needs: ${id} has no column ${column}${near.en}`,
          },
          lineOf([...place, key, at]),
        );
      }
    }
  }
  for (const [column, { codes }] of Object.entries(header.evidence)) {
    try {
      if (codes) codeList(codes);
    } catch {
      fail(
        {
          zh: `evidence ${column}：没有代码表 ${codes}`,
          en: `evidence ${column}: there is no code list ${codes}`,
        },
        lineOf(['evidence', column, 'codes']),
      );
    }
  }
  for (const key of ['personal', 'volatile'] as const) {
    for (const [at, column] of (header[key] ?? []).entries()) {
      if (header.evidence[column]) continue;
      fail(
        { zh: `${key}：${column} 不是 evidence 里的列`, en: `${key}: ${column} is not a column of evidence` },
        lineOf([key, at]),
      );
    }
  }
  for (const [at, column] of header.volatile.entries()) {
    if (!header.key.includes(column)) continue;
    fail(
      {
        zh: `volatile：${column} 是 key 的列，不能随日期变化`,
        en: `volatile: ${column} is a column of key, which must not move with the day`,
      },
      lineOf(['volatile', at]),
    );
  }
}

/** Every parameter is declared, there, and used. */
export function checkParameters(
  { header, body, bodyLine, lineOf }: Rule,
  shape: SqlShape,
  inputs: { readonly pack: Pack },
  fail: Fail,
): void {
  const namesOf = (name: string): readonly string[] =>
    name === 'as_of' ? ['as_of'] : scalarNames(inputs.pack, name);
  for (const [at, name] of header.params.entries()) {
    const line = lineOf(['params', at]);
    if (name !== 'as_of' && !inputs.pack.parameters[name]) {
      const near = didYouMean(name, Object.keys(inputs.pack.parameters));
      fail(
        {
          zh: `params：政策包没有参数 ${name}${near.zh}`,
          en: `params: the policy has no parameter ${name}${near.en}`,
        },
        line,
      );
    }
    const isUsed = namesOf(name).some((each) => shape.parameters.has(each)) || shape.tables.has(name);
    if (!isUsed) fail({ zh: `params：没有用到 ${name}`, en: `params: ${name} is not used` }, line);
  }
  const bound = header.params.flatMap(namesOf);
  for (const name of shape.parameters) {
    if (bound.includes(name)) continue;
    const offset = Math.max(0, body.search(new RegExp(`\\$${name}\\b`)));
    fail(
      { zh: `$${name} 没有写在 params 里`, en: `$${name} is not in params` },
      lineAt(body, offset, bodyLine),
    );
  }
}
