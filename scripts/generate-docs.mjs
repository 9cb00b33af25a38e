// Writes docs/rules.md, docs/data.md and docs/dirty-files.md from what `npm run build` put into dist/; `--check` writes nothing and fails when one is stale.
import { readFile, writeFile } from 'node:fs/promises';
import { dataPage } from './docs/data-page.mjs';
import { dirtyPage } from './docs/dirty-page.mjs';
import { cell } from './docs/markdown.mjs';
import { rulesPage } from './docs/rules-page.mjs';

const built = (module) => import(new URL(`../dist/src/${module}`, import.meta.url).href);
const [{ loadRules }, { families }, { describeRule }, { clauseCoverage }, { shippedExamples }] =
  await Promise.all([
    built('rules/load.js'),
    built('rules/header.js'),
    built('rules/describe.js'),
    built('rules/clause-coverage.js'),
    built('rules/shipped-examples.js'),
  ]);
const [
  { loadClauses },
  { loadPack },
  { readFactFiles },
  { tablesRead },
  { datasets, ruleTables },
  { codeList },
] = await Promise.all([
  built('policy/clauses.js'),
  built('policy/pack.js'),
  built('facts/facts.js'),
  built('facts/tables-read.js'),
  built('datasets/catalogue.js'),
  built('datasets/labels.js'),
]);
const [{ labelTexts }, { parameterText }, { expectations }] = await Promise.all([
  built('report/texts/labels.js'),
  built('report/parameter-text.js'),
  built('cli/rules-show.js'),
]);

const [rules, clauses, pack, facts] = await Promise.all([
  loadRules(),
  loadClauses(),
  loadPack('gansu-2017'),
  readFactFiles(),
]);

/** A parameter's value in both languages; that of each year where it has one for each. */
function value(parameter) {
  const say = (lang) => {
    const { kind, unit } = parameter;
    const one = (each) => cell(parameterText({ value: each, unit }, { rules, lang }));
    if (kind === 'by-year')
      return Object.entries(parameter.value)
        .map(([year, each]) => `${year}: ${one(each)}`)
        .join('; ');
    return one(kind === 'range' ? parameter.value.join('–') : parameter.value);
  };
  return { en: say('en'), zh: say('zh') };
}

const described = await Promise.all(
  rules.map(async (rule) => ({
    ...describeRule(rule, { clauses, pack, facts }),
    examples: expectations(await shippedExamples(rule)),
  })),
);
const isFact = new Set(facts.map(({ header }) => header.name));
const isDataset = new Set(ruleTables.map(({ id }) => id));
const inFields = new Set(
  datasets.flatMap(({ id, fields }) => Object.keys(fields).map((field) => `${id}.${field}`)),
);
const derivedCodes = [
  ...new Set(
    rules.flatMap(({ header }) => Object.values(header.evidence).flatMap(({ codes }) => codes ?? [])),
  ),
]
  .filter((name) => !inFields.has(name) && name !== 'dataset.title')
  .sort()
  .map((name) => [name, codeList(name)]);

const pages = {
  'dirty-files.md': await dirtyPage(built),
  'rules.md': rulesPage({
    rules: described,
    families,
    clauses: clauseCoverage(clauses, rules),
    label: (name) => labelTexts[name],
    value,
  }),
  'data.md': dataPage({
    datasets,
    previous: ruleTables.filter((table) => !datasets.includes(table)),
    derivedCodes,
    facts: facts.map(({ header, body }) => ({
      name: header.name,
      doc: header.doc,
      reads: [...tablesRead(body)]
        .filter((name) => isFact.has(name) || isDataset.has(name))
        .map((name) => ({ name, isFact: isFact.has(name) })),
      parameters: [...header.params, ...header.lists],
    })),
    pack,
    value,
  }),
};

const stale = [];
for (const [name, text] of Object.entries(pages)) {
  const file = new URL(`../docs/${name}`, import.meta.url);
  if ((await readFile(file, 'utf8').catch(() => '')) === text) continue;
  stale.push(`docs/${name}`);
  if (!process.argv.includes('--check')) await writeFile(file, text);
}
if (process.argv.includes('--check') && stale.length > 0) {
  process.stderr.write(`${stale.join(', ')} stale: run npm run docs\n`);
  process.exitCode = 1;
}
