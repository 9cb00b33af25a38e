// `npm run mutate:rules [ID…]`: makes small wrongs in each rule's SQL (flips comparisons, drops conditions, swaps joins …) and runs its
// examples on them. A mutant that no example notices is a survivor: exit 1, unless test/rules/equivalent-mutants.yaml says why
// nothing could notice it. Takes minutes, so it is a nightly script and no test.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { openDuckdb } from '../dist/src/engine/duckdb.js';
import { loadFacts } from '../dist/src/facts/facts.js';
import { loadPack } from '../dist/src/policy/pack.js';
import { parseExamples } from '../dist/src/rules/example-file.js';
import { arrangeExample, differences, judgeExample, prepareExamples } from '../dist/src/rules/examples.js';
import { loadRules } from '../dist/src/rules/load.js';
import { mutantsOf, unchanged } from './sql-mutants.mjs';

const wanted = process.argv.slice(2).map((id) => id.toUpperCase());
const explained = parse(readFileSync('test/rules/equivalent-mutants.yaml', 'utf8')) ?? [];
const isExplained = (rule, mutant) =>
  explained.find(
    (entry) => entry.rule === rule && entry.what === mutant.what && mutant.near.includes(entry.near),
  );

const pack = await loadPack('gansu-2017');
const rules = (await loadRules()).filter(({ header }) => wanted.length === 0 || wanted.includes(header.id));
let made = 0;
let killed = 0;
const survivors = [];
const excused = new Set();
for (const rule of rules) {
  const { id } = rule.header;
  const engine = await openDuckdb({ threads: 1 });
  const facts = await loadFacts(engine);
  const file = parseExamples(readFileSync(`test/rules/${id.toLowerCase()}.yaml`, 'utf8'));
  const mutants = (await mutantsOf(engine, rule.body)).map((mutant) => ({ ...mutant, alive: true }));
  const rewritten = { ...rule, body: await unchanged(engine, rule.body) };
  await prepareExamples(engine, file);
  for (const example of file.examples) {
    if (mutants.every(({ alive }) => !alive)) break;
    const inputs = await arrangeExample(engine, { file, example, rule, facts, pack });
    if (!inputs) continue;
    for (const honest of [rule, rewritten])
      if (differences(file, example, await judgeExample(engine, honest, inputs)).length > 0)
        throw new Error(`${id}: example “${example.name}” fails before anything is changed`);
    for (const mutant of mutants) {
      if (!mutant.alive) continue;
      try {
        const outcome = await judgeExample(engine, { ...rule, body: mutant.sql }, inputs);
        mutant.alive = differences(file, example, outcome).length === 0;
      } catch {
        // SQL that the engine refuses is noticed by whoever runs it.
        mutant.alive = false;
      }
    }
  }
  await engine.close();
  const alive = mutants.filter((mutant) => mutant.alive);
  made += mutants.length;
  killed += mutants.length - alive.length;
  const unexplained = alive.filter((mutant) => {
    const entry = isExplained(id, mutant);
    if (entry) excused.add(entry);
    return !entry;
  });
  survivors.push(...unexplained);
  console.log(
    `${id}  ${mutants.length - alive.length}/${mutants.length} killed, ${alive.length - unexplained.length} explained`,
  );
  for (const { line, what, near } of unexplained)
    console.log(`    line ${rule.bodyLine + line - 1}: ${what}: ${near}`);
}
console.log(
  `${killed} of ${made} mutants killed, ${made - killed - survivors.length} explained, ${survivors.length} not`,
);
if (wanted.length === 0)
  for (const entry of explained)
    if (!excused.has(entry)) console.log(`no longer survives: ${entry.rule} ${entry.what} ${entry.near}`);
process.exit(survivors.length > 0 ? 1 : 0);
