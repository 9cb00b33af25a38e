import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Finding } from '../../../src/findings/finding.js';
import type { AreaComparison, PageFacts, ReportModel } from '../../../src/report/model.js';
import { writeReports } from '../../../src/report/write-reports.js';
import { filledEngine, reportModel, vehicleFinding } from '../fixture.js';

/** Cell values that would run, end an element, or open another, were they ever read as markup. */
export const HOSTILE = [
  '<script>window.hacked = 1</script>',
  '</script><img src=x onerror="window.hacked = 1">',
  '<!--<script>',
  '"onload="window.hacked=1',
  "' onfocus='window.hacked=1",
  '=HYPERLINK("http://x.invalid")',
  '\u2028\u2029\u0000]]>{name}[[x]]',
];

/** A finding for each of them, with the value in every text that a cell can reach. */
export const hostileFindings: readonly Finding[] = HOSTILE.map((value, index) =>
  vehicleFinding({
    finding_id: `HOSTILE${index}`,
    township: value,
    village: `村${value}`,
    household_no: value,
    subject_name: value,
    id_number: value,
    message: value,
    evidence: {
      plate: value,
      vehicle_type: value,
      status: value,
      registered_on: null,
      price: 1,
      owner: value,
      overdue: true,
      vehicle_count: 2,
    },
    sources: `${value}.csv#3; ${value}.csv#4`,
  }),
);

const village = (name: string): PageFacts['villages'][number] => ({
  county: '清水县',
  township: '白沙镇',
  village: name,
  households: 2,
  persons: 7,
  activeHouseholds: 1,
  activePersons: 3,
  exitedHouseholds: 1,
  gaps: ['education', 'housing', 'medical', 'water'].map((guarantee, at) => ({
    guarantee,
    households: at,
    known: at === 3 ? 0 : 2,
  })),
  sheet: { poor_village: 'true', collective_income: '12000.00', exit_year: '2016-01-01' },
});

const pageFacts: PageFacts = {
  year: '2017',
  exits: Array.from({ length: 9 }, (_, at) => ({
    county: '清水县',
    township: '白沙镇',
    village: at === 0 ? '柳湾村' : `村${at}`,
    atStart: 20 + at,
    exited: 4 + (at % 3),
  })),
  incomes: Array.from({ length: 20 }, (_, at) => ({ from: 1750 + at * 175, exited: at, active: 20 - at })),
  incomeStep: 175,
  villages: [village('柳湾村'), ...HOSTILE.map((value) => village(value))],
};

const area = (level: AreaComparison['level'], township: string, statistics: number): AreaComparison => {
  const measure = { statistics, roster: 1000, difference: 1000 - statistics, percent: 20, exceeds: true };
  return {
    level,
    county: '清水县',
    township,
    village: '',
    year: '2017',
    unknownName: false,
    persons: measure,
    households: level === 'county' ? undefined : measure,
  };
};

/** Writes the page of the fixture's audit, with every picture and hostile values, or without what only the page shows; what the test changes goes on top. @returns its text */
export async function writtenPage(
  change: Partial<ReportModel> = {},
  more: readonly Finding[] = hostileFindings,
  { bare = false }: { readonly bare?: boolean } = {},
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'hecha-page-'));
  const engine = await filledEngine(more);
  try {
    await engine.exec(`
      CREATE TABLE hecha.household_sheet AS
      SELECT '清水县' AS county, '白沙镇' AS township, '柳湾村' AS village, '0000000001' AS household_no, '欧阳建国' AS head_name,
        3 AS members, 'ordinary' AS category, 'poor' AS exit_status, NULL AS exit_year, 2100.5 AS income, 1 AS gaps, 3 AS known
      UNION ALL SELECT '清水县', '白沙镇', '柳湾村', '0000000009', '<b>王</b>', 4, 'no-such', 'exited', 2016, NULL, 0, 15`);
    const model = reportModel(engine, {
      ...(!bare && {
        page: pageFacts,
        areas: [
          area('township', '白沙镇', 1250),
          area('township', HOSTILE[0] ?? '', 900),
          area('county', '', 1250),
        ],
      }),
      ...change,
    });
    const page = {
      ...model,
      policy: {
        ...model.policy,
        values: {
          ...model.policy.values,
          stable_income_line: {
            value: 3500,
            unit: 'yuan a person a year',
            clause: '二.三',
            source: '',
            label: { zh: '人均稳定收入线', en: 'stable income line' },
          },
        },
      },
    };
    await writeReports(page, folder, new Set(['html']));
    return await readFile(join(folder, 'report.html'), 'utf8');
  } finally {
    await engine.close();
    await rm(folder, { recursive: true, force: true });
  }
}
