import type { Bilingual } from '../bilingual.js';
import { datasets } from '../datasets/catalogue.js';
import type { Engine } from '../engine/engine.js';
import type { Coverage } from '../report/model.js';
import type { Given } from '../rules/needs.js';

const GUARANTEES: Readonly<Record<string, Bilingual>> = {
  education: { zh: '义务教育', en: 'compulsory education' },
  housing: { zh: '住房安全', en: 'safe housing' },
  medical: { zh: '基本医疗', en: 'medical care' },
  water: { zh: '饮水安全', en: 'safe water' },
};

/** What could be checked: the datasets given, the roster's size, and the facts that are unknown and for how many households. */
export async function measureCoverage(engine: Engine, given: Given): Promise<Coverage> {
  const rows: { id: string; title: Bilingual; given: boolean; rows: number }[] = [];
  for (const { id, title } of datasets) {
    rows.push({
      id,
      title,
      given: given.has(id),
      rows: await count(engine, `SELECT count(*) AS n FROM main.${id}`),
    });
  }
  const households = await count(engine, 'SELECT count(*) AS n FROM roster_household');
  const unknownFacts: { fact: string; title: Bilingual; households: number }[] = [];
  for (const [fact, title] of Object.entries(GUARANTEES)) {
    const known = await count(engine, `SELECT count(*) AS n FROM known_guarantee WHERE gap = '${fact}'`);
    if (known < households) unknownFacts.push({ fact, title, households: households - known });
  }
  const incomes: [string, Bilingual, string][] = [
    ['income', { zh: '人均收入', en: 'income per capita' }, 'income IS NULL'],
    ['exit_status', { zh: '脱贫属性', en: 'exit status' }, 'exit_status IS NULL'],
    [
      'exit_year',
      { zh: '脱贫年度（已脱贫户）', en: 'exit year (of exited households)' },
      "exit_status = 'exited' AND exit_year IS NULL",
    ],
  ];
  for (const [fact, title, condition] of incomes) {
    const unknown = await count(engine, `SELECT count(*) AS n FROM roster_household WHERE ${condition}`);
    if (unknown > 0) unknownFacts.push({ fact, title, households: unknown });
  }
  return {
    datasets: rows,
    unknownFacts,
    households,
    persons: await count(engine, 'SELECT count(*) AS n FROM member'),
    activeHouseholds: await count(engine, 'SELECT count(*) AS n FROM roster_household WHERE active'),
  };
}

async function count(engine: Engine, sql: string): Promise<number> {
  const [row] = await engine.all(sql);
  return Number(row?.n);
}
