// Writes schemas/*.schema.json from what `npm run build` put into dist/, so that editors complete and check hecha.yaml, policy packs
// and rule headers; `--check` writes nothing and fails when one is stale.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';

const built = (module) => import(new URL(`../dist/src/${module}`, import.meta.url).href);
const [
  { configSchema },
  { packSchema },
  { ruleHeader },
  { loadPack, shippedPacks },
  { measureOf },
  { loadClauses },
  { ruleTables },
] = await Promise.all([
  built('config/schema.js'),
  built('policy/pack-schema.js'),
  built('rules/header.js'),
  built('policy/pack.js'),
  built('policy/units.js'),
  built('policy/clauses.js'),
  built('datasets/catalogue.js'),
]);
const [pack, clauses] = await Promise.all([loadPack(shippedPacks[0]), loadClauses()]);

// Draft 7 is what the YAML extensions of editors know best.
const jsonSchema = (schema, title) => {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input', target: 'draft-7' });
  return { $schema, title, ...rest };
};

const about = ({ label, unit, clause, value }) =>
  `${label.zh} / ${label.en} (${unit}; ${clause}; ${shippedPacks[0]}: ${JSON.stringify(value)})`;

const NUMBER = { type: 'number' };
const VALUES = {
  number: (number) => number,
  list: () => ({ type: 'array', items: { type: 'string' }, uniqueItems: true }),
  range: (number) => ({ type: 'array', items: { ...number, type: 'integer' }, minItems: 2, maxItems: 2 }),
  'by-year': (number) => ({
    type: 'object',
    propertyNames: { pattern: '^(19|20)\\d\\d$' },
    additionalProperties: number,
  }),
};

/** The kind of value that a parameter takes, within the bounds of its unit. */
function schemaOfValue({ kind, unit }) {
  const measure = measureOf(unit);
  const number = {
    type: measure?.whole ? 'integer' : 'number',
    ...(measure && { minimum: measure.least, maximum: measure.most }),
  };
  return VALUES[kind](number);
}

/** Each parameter of the pack that ships, by name. */
const parameters = (schemaOf) =>
  Object.fromEntries(
    Object.entries(pack.parameters).map(([name, parameter]) => [
      name,
      { description: about(parameter), ...schemaOf(parameter) },
    ]),
  );

const config = jsonSchema(configSchema, 'hecha.yaml');
config.properties.policy.examples = [...shippedPacks];
// A pack of the county may have more parameters than the one that ships.
config.properties.parameters = {
  description: config.properties.parameters.description,
  type: 'object',
  properties: parameters(schemaOfValue),
  additionalProperties: { anyOf: Object.values(VALUES).map((schemaOf) => schemaOf(NUMBER)) },
};

const packs = jsonSchema(packSchema, 'Policy pack of hecha');
packs.properties.extends.examples = [...shippedPacks];
// Named for completion only: every entry must be the same.
packs.definitions = { parameter: packs.properties.parameters.additionalProperties };
const entry = { allOf: [{ $ref: '#/definitions/parameter' }] };
packs.properties.parameters.additionalProperties = entry;
packs.properties.parameters.properties = parameters(() => entry);

const header = jsonSchema(ruleHeader, 'Header of a rule of hecha');
header.properties.clause.items.enum = [...clauses.keys()];
header.properties.params.items.examples = ['as_of', ...Object.keys(pack.parameters)];
header.properties.needs.properties = Object.fromEntries(
  ruleTables.flatMap(({ id, title, fields }) => {
    const items = { type: 'string', enum: Object.keys(fields).flatMap((field) => [field, `${field}?`]) };
    const columns = { type: 'array', items, description: `${title.zh} / ${title.en}` };
    return [
      [id, columns],
      [`${id}?`, columns],
    ];
  }),
);

const schemas = { hecha: config, 'policy-pack': packs, 'rule-header': header };
const stale = [];
for (const [name, schema] of Object.entries(schemas)) {
  const file = `schemas/${name}.schema.json`;
  const path = new URL(`../${file}`, import.meta.url);
  const text = `${JSON.stringify(schema, null, 2)}\n`;
  if ((await readFile(path, 'utf8').catch(() => '')) === text) continue;
  stale.push(file);
  if (process.argv.includes('--check')) continue;
  await mkdir(new URL('../schemas/', import.meta.url), { recursive: true });
  await writeFile(path, text);
}
if (process.argv.includes('--check') && stale.length > 0) {
  process.stderr.write(`${stale.join(', ')} stale: run npm run build && node scripts/generate-schemas.mjs\n`);
  process.exitCode = 1;
}
