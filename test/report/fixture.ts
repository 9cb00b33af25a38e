import { openDuckdb } from '../../src/engine/duckdb.js';
import type { Engine } from '../../src/engine/engine.js';
import type { Finding } from '../../src/findings/finding.js';
import { findingColumns } from '../../src/report/finding-rows.js';
import type { PartReport, ReportModel, RuleOutcome } from '../../src/report/model.js';
import { type RuleHeader, ruleHeader } from '../../src/rules/header.js';

/** A small audit with made-up people in a county that does not exist (region code 000000), and every kind of cell. */

const vehicleRule: RuleHeader = ruleHeader.parse({
  id: 'MI01',
  title: { zh: '名下有在用车辆', en: 'Registered household owns a vehicle in use' },
  family: 'mis-identification',
  severity: 'high',
  clause: ['(一)4'],
  subject: 'person',
  predicate: { zh: '甲', en: 'a' },
  needs: { vehicle: ['owner_id', 'status'] },
  params: ['old_vehicle_years', 'exempt_vehicle_types'],
  key: ['plate'],
  message: { zh: '{name}名下疑似有{plate}', en: '{name} appears to own {plate}' },
  evidence: {
    plate: { zh: '号牌号码', en: 'Plate' },
    vehicle_type: { zh: '车辆类型', en: 'Vehicle type' },
    status: { zh: '机动车状态', en: 'Status', codes: 'vehicle.status' },
    registered_on: { zh: '初次登记日期', en: 'First registered on' },
    price: { zh: '车价（元）', en: 'Price (yuan)' },
    owner: { zh: '登记的所有人', en: 'Owner as registered' },
    overdue: { zh: '是否逾期未检验', en: 'Overdue for inspection' },
    vehicle_count: { zh: '本人计入车辆数', en: 'Vehicles of this person' },
  },
  exemptions: [
    { id: 'motorcycle', when: { zh: '摩托车', en: 'motorcycle' }, clause: '(一)4' },
    { id: 'tricycle', when: { zh: '三轮汽车', en: 'tricycle' } },
  ],
  verify: {
    zh: '核实是否本人实际所有和使用：是否已卖未过户、报废未注销、挂靠或被借用身份证。',
    en: 'Check who owns and uses it: sold, scrapped, or registered for somebody else.',
  },
});

const cadreRule: RuleHeader = ruleHeader.parse({
  id: 'MI03',
  title: { zh: '家中有现任村干部', en: 'Member is a serving village cadre' },
  family: 'mis-identification',
  severity: 'high',
  clause: ['二.一'],
  subject: 'person',
  predicate: { zh: '甲', en: 'a' },
  needs: { cadre: ['post'] },
  params: [],
  message: { zh: '{name}疑似为现任{post}', en: '{name} appears to be serving as {post}' },
  evidence: { post: { zh: '职务', en: 'Post' } },
  verify: { zh: '核实是否仍在任。', en: 'Check whether still in office.' },
});

const areaRule: RuleHeader = ruleHeader.parse({
  id: 'DD01',
  title: { zh: '贫困人口数与统计监测相差较大', en: 'Persons differ from statistical monitoring' },
  family: 'dual-dataset',
  severity: 'high',
  clause: ['(三)7'],
  subject: 'area',
  predicate: { zh: '甲', en: 'a' },
  needs: { statistics: ['poor_persons'] },
  params: ['dual_gap'],
  message: { zh: '{township}两套数据相差{gap}人', en: '{township}: the two differ by {gap} persons' },
  evidence: {
    roster_persons: { zh: '名册人数', en: 'Persons on the roster' },
    statistics_persons: { zh: '统计监测人数', en: 'Persons in statistics' },
    gap_share: { zh: '相对差距', en: 'Relative gap' },
  },
  verify: { zh: '核对两套数据的口径和截止日期。', en: 'Compare definitions and dates of both.' },
});

const parameters = { old_vehicle_years: 10, exempt_vehicle_types: ['motorcycle', 'tricycle'] };

/** A finding of MI01, with what the test changes. */
export function vehicleFinding(change: Partial<Finding> = {}): Finding {
  return {
    finding_id: 'AAAAAAAAAAA1',
    rule_id: 'MI01',
    family: 'mis-identification',
    severity: 'high',
    confidence: 'exact',
    status: 'new',
    clause: '(一)4',
    county: '清水县',
    township: '白沙镇',
    village: '柳湾村',
    household_no: '0000000001',
    subject_type: 'person',
    subject_name: '欧阳建国',
    id_number: '000000196003021234',
    message: '欧阳建国名下疑似有甘X00001（小型轿车），所有人欧阳建国（000000196003021234）',
    evidence: {
      plate: '甘X00001',
      vehicle_type: '小型轿车',
      status: 'A,Q',
      registered_on: '2015-06-01',
      price: 85_000.5,
      owner: '欧阳建国',
      overdue: true,
      vehicle_count: null,
    },
    sources: '机动车.csv#12; 名册.xlsx!Sheet1#87',
    parameters,
    ...change,
  };
}

export const findings: readonly Finding[] = [
  vehicleFinding({
    finding_id: 'AAAAAAAAAAA2',
    township: '安平乡',
    severity: 'medium',
    confidence: 'repaired',
    status: 'persisting',
    household_no: '0000000002',
    subject_name: '=HYPERLINK("http://x.invalid","王")',
    id_number: '00000019710405123X',
    message: '\t=cmd|calc 名下疑似有<script>alert(1)</script>',
    evidence: {
      plate: '＝1+1',
      vehicle_type: '@SUM(A1)',
      status: 'no-such-code',
      registered_on: '1899-01-01',
      price: -12.5,
      owner: '+8613900000000',
      overdue: false,
      vehicle_count: 3,
    },
  }),
  vehicleFinding(),
  vehicleFinding({ finding_id: 'AAAAAAAAAAA3', severity: 'low', township: '', village: '', sources: '' }),
  {
    ...vehicleFinding({ finding_id: 'BBBBBBBBBBB1', rule_id: 'DD01', family: 'dual-dataset' }),
    confidence: 'area',
    clause: '(三)7',
    village: '',
    household_no: '',
    subject_type: 'area',
    subject_name: '白沙镇',
    id_number: '',
    message: '白沙镇两套数据相差250人',
    evidence: { roster_persons: 1000, statistics_persons: 1250, gap_share: 0.2 },
    parameters: { dual_gap: 0.05 },
  },
];

const exempted = vehicleFinding({
  finding_id: 'CCCCCCCCCCC1',
  subject_name: '赵小妹',
  id_number: '000000198001010027',
  evidence: { plate: '甘X77777', vehicle_type: '普通二轮摩托车', status: 'A' },
});

export const rejects = [
  [0, 15, 'id_number', '身份证明号码', '000000196003021000', 'precision-lost', 'row'],
  [0, 16, 'registered_on', '初次登记日期', '2015年13月40日', 'unreadable', 'cell'],
  [0, 17, null, null, '张三,000000196003021234,甘X1', 'ragged', 'row'],
  [1, 9, 'name', '姓名', '=李四光', 'some-new-code', 'cell'],
  [1, 10, 'phone', '联系电话', '0935-1234567', 'unreadable', 'cell'],
  [1, 11, 'education', '文化程度', '小学 000000 19600302 1234', 'unknown-code', 'cell'],
] as const;

/** An engine with the internal tables filled; `more` findings are added to the ones above. */
export async function filledEngine(more: readonly Finding[] = []): Promise<Engine> {
  const engine = await openDuckdb({ threads: 2 });
  const columns = findingColumns.map((column) => `${column} VARCHAR`).join(', ');
  await engine.exec(`
    CREATE SCHEMA hecha;
    CREATE TABLE hecha.finding (${columns});
    CREATE TABLE hecha.exempted (${columns}, exemption VARCHAR);
    CREATE TABLE hecha.part (part INTEGER, file VARCHAR, sheet VARCHAR);
    CREATE TABLE hecha.reject (part INTEGER, row_no BIGINT, field VARCHAR, header VARCHAR, value VARCHAR, reason VARCHAR, level VARCHAR);
    INSERT INTO hecha.part VALUES (0, '机动车.csv', NULL), (1, '名册.xlsx', 'Sheet1')`);
  await fill(engine, 'finding', [...findings, ...more].map(cells));
  await fill(engine, 'exempted', [[...cells(exempted), 'motorcycle']]);
  await fill(engine, 'reject', [...rejects].reverse());
  return engine;
}

async function fill(
  engine: Engine,
  table: string,
  rows: readonly (readonly (string | number | null)[])[],
): Promise<void> {
  const writer = await engine.writer('hecha', table);
  for (const row of rows) writer.write(row);
  writer.close();
}

const cells = (finding: Finding): string[] =>
  findingColumns.map((column) => {
    const value = finding[column];
    return typeof value === 'string' ? value : JSON.stringify(value);
  });

const outcome = (header: RuleHeader, change: Partial<RuleOutcome>): RuleOutcome => ({
  header,
  status: 'clean',
  findings: 0,
  bySeverity: { high: 0, medium: 0, low: 0 },
  exempted: {},
  sql: `SELECT * FROM ${header.id}`,
  parameters: {},
  ...change,
});

const part = (change: Partial<PartReport>): PartReport => ({
  file: '名册.xlsx',
  sheet: 'Sheet1',
  dataset: 'person',
  datasetTitle: { zh: '贫困人口信息', en: 'Registered persons (the roster)' },
  headerRow: 3,
  read: 1_012,
  accepted: 1_000,
  rejected: 2,
  skipped: 10,
  skippedBy: { title: 2, header: 1, blank: 6, total: 1 },
  badCells: 3,
  unmatched: { 'check-digit': 4, 'bad-date': 1 },
  mapping: { 户编号: 'household_no', 姓名: 'name', 证件号码: 'id_number' },
  unknownColumns: ['备注', '序号'],
  warnings: [],
  ...change,
});

/** The model of that audit: one rule that flagged, one not run, one area rule, one reject-laden input. */
export function reportModel(engine: Engine, change: Partial<ReportModel> = {}): ReportModel {
  return {
    engine,
    lang: 'zh',
    mask: undefined,
    toolVersion: '0.1.0',
    runId: '2017-07-31-0123abcd',
    base: '2017-07-31-0123abcd',
    states: [],
    asOf: '2017-07-31',
    asOfSource: 'inputs',
    county: '清水县',
    policy: {
      name: 'gansu-2017',
      title: { zh: '甘肃 2017 年动态调整政策', en: 'Gansu 2017, dynamic adjustment' },
      values: {
        old_vehicle_years: {
          value: 10,
          unit: 'years',
          clause: '(一)4',
          source: 'practice',
          label: { zh: '老旧车辆年限', en: 'age of an old vehicle' },
        },
        exempt_vehicle_types: {
          value: ['motorcycle', 'tricycle'],
          unit: 'vehicle classes',
          clause: '(一)4',
          source: 'practice',
          label: { zh: '不计入的车辆', en: 'vehicles that do not count' },
        },
      },
    },
    inputs: [
      {
        path: '机动车.csv',
        size: 1234,
        sha256: 'a'.repeat(64),
        kind: 'csv',
        parts: [
          part({
            file: '机动车.csv',
            dataset: 'vehicle',
            datasetTitle: { zh: '机动车', en: 'Motor vehicles' },
            headerRow: 1,
            encoding: 'GB18030',
            read: 23,
            accepted: 20,
            rejected: 2,
            skipped: 1,
            skippedBy: { header: 1 },
            badCells: 1,
            unmatched: {},
            unknownColumns: [],
          }),
        ].map(({ sheet, ...rest }) => rest),
      },
      {
        path: '名册.xlsx',
        size: 98_765,
        sha256: 'b'.repeat(64),
        kind: 'xlsx',
        parts: [
          part({
            hidden: true,
            warnings: [
              { zh: '隐藏工作表', en: 'hidden sheet' },
              { zh: '恰好65535行，可能被截断', en: 'exactly 65,535 rows: perhaps cut off' },
            ],
          }),
        ],
      },
    ],
    rules: [
      outcome(vehicleRule, {
        status: 'flagged',
        findings: 3,
        bySeverity: { high: 1, medium: 1, low: 1 },
        exempted: { motorcycle: 1 },
        parameters,
      }),
      outcome(cadreRule, {
        status: 'not-run',
        reason: { zh: '缺少数据：村干部（职务）', en: 'needs cadre (post)' },
      }),
      outcome(areaRule, {
        status: 'flagged',
        findings: 1,
        bySeverity: { high: 1, medium: 0, low: 0 },
        parameters: { dual_gap: 0.05 },
      }),
    ],
    coverage: {
      datasets: [
        { id: 'person', title: { zh: '贫困人口信息', en: 'Registered persons' }, given: true, rows: 1000 },
        { id: 'vehicle', title: { zh: '机动车', en: 'Motor vehicles' }, given: true, rows: 20 },
        { id: 'cadre', title: { zh: '村干部', en: 'Village cadres' }, given: false, rows: 0 },
      ],
      unknownFacts: [{ fact: 'water_gap', title: { zh: '饮水缺口', en: 'water gap' }, households: 321 }],
      households: 321,
      persons: 1000,
      activeHouseholds: 210,
    },
    ...change,
  };
}
