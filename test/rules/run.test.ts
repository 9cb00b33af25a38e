import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.js';
import type { Engine } from '../../src/engine/engine.js';
import { findingId } from '../../src/findings/identity.js';
import { ROWS_PER_PART } from '../../src/normalize/tables.js';
import { loadPack, type Pack } from '../../src/policy/pack.js';
import type { Rule } from '../../src/rules/load.js';
import { type RuleFinding, runRule, writeFindings } from '../../src/rules/run.js';
import { parseRule } from './shipped.js';

let engine: Engine;
let pack: Pack;
beforeAll(async () => {
  engine = await openDuckdb({ threads: 2 });
  pack = await loadPack('gansu-2017');
});
afterAll(() => engine.close());

const inputs = () => ({ pack, asOf: '2017-07-31', scalars: { old_vehicle_years: 10 } });
const ruleOf = (body: string, header = ''): Rule =>
  parseRule(`/*
id: CX01
title: { zh: 甲, en: a }
family: mis-identification
severity: medium
clause: [(一)4, 二.一]
${header.includes('subject:') ? '' : 'subject: person'}
needs: {}
${header.includes('key:') ? '' : 'key: [plate]'}
message: { zh: "{name}有{plate}", en: "{name} has {plate}" }
evidence: { plate: { zh: 号牌, en: Plate }, price: { zh: 价, en: Price } }
predicate: { zh: 甲, en: a }
verify: { zh: 甲, en: a }
${header}
*/
${body}`);

const run = (body: string, header?: string): Promise<RuleFinding[]> =>
  runRule(engine, ruleOf(body, header), inputs());
/** A row of a rule’s SELECT: the usual columns with these instead. */
const row = (columns: Readonly<Record<string, string>> = {}): string =>
  `SELECT ${Object.entries({
    household_no: "'H1'",
    name: "'甲'",
    id_number: "'1'",
    county: "'安平县'",
    township: "'城关镇'",
    village: "'东村'",
    plate: "'陇A1'",
    price: '5',
    vehicle_ref: 'CAST(7 AS BIGINT)',
    ...columns,
  })
    .map(([name, value]) => `${value} AS ${name}`)
    .join(', ')}`;
const only = async (body: string, header?: string): Promise<RuleFinding> => {
  const [finding, ...others] = await run(body, header);
  if (!finding || others.length > 0) throw new Error(`${others.length + 1} findings`);
  return finding;
};

describe('a finding', () => {
  it('is what its row says', async () => {
    expect(await only(row())).toMatchObject({
      finding_id: findingId('CX01', 'H1/1', ['陇A1']),
      severity: 'medium',
      confidence: 'exact',
      county: '安平县',
      township: '城关镇',
      village: '东村',
      household_no: 'H1',
      subject_name: '甲',
      id_number: '1',
      evidence: { plate: '陇A1', price: 5 },
      refs: [7n],
    });
  });

  it('takes severity and confidence of its row before the rule’s', async () => {
    expect(await only(row({ severity: "'high'", confidence: "'repaired'" }))).toMatchObject({
      severity: 'high',
      confidence: 'repaired',
    });
    expect(await only(row({ severity: 'NULL', confidence: "''" }))).toMatchObject({
      severity: 'medium',
      confidence: 'exact',
    });
  });

  it('has empty text for what the row has not', async () => {
    expect(await only(row({ county: 'NULL', village: 'NULL', price: 'NULL' }))).toMatchObject({
      county: '',
      village: '',
      evidence: { plate: '陇A1', price: null },
    });
  });

  it('keeps evidence exact: numbers as numbers where they fit, as text where a float would round them', async () => {
    const price = async (sql: string): Promise<unknown> => (await only(row({ price: sql }))).evidence.price;
    expect(await price('CAST(3500.5 AS DECIMAL(18, 2))')).toBe(3500.5);
    expect(await price('CAST(-0.05 AS DECIMAL(18, 4))')).toBe(-0.05);
    expect(await price('CAST(12 AS BIGINT)')).toBe(12);
    expect(await price('CAST(3 AS HUGEINT)')).toBe(3);
    expect(await price('CAST(9223372036854775807 AS BIGINT)')).toBe('9223372036854775807');
    expect(await price('CAST(1234567890123456.78 AS DECIMAL(18, 2))')).toBe('1234567890123456.78');
    expect(await price("'00123'")).toBe('00123');
    expect(await price("DATE '2017-07-31'")).toBe('2017-07-31');
    expect(await price('TRUE')).toBe(true);
    expect(await price("''")).toBe('');
  });

  it('shows a date no more precisely than it is known', async () => {
    const price = async (precision: string): Promise<unknown> =>
      (await only(row({ price: "DATE '2017-07-01'", price_precision: precision }))).evidence.price;
    expect(await price("'day'")).toBe('2017-07-01');
    expect(await price("'month'")).toBe('2017-07');
    expect(await price("'year'")).toBe('2017');
    expect(await price('NULL')).toBe('2017-07-01');
  });

  it('collects the rows that it comes from, wherever they are named', async () => {
    const finding = await only(
      row({ ref: 'CAST(9 AS BIGINT)', refs: "'3,12,3'", member_ref: 'NULL', reference: '99', href: '98' }),
    );
    expect(finding.refs).toEqual([3n, 7n, 9n, 12n]);
  });

  it('keeps every digit of a row’s number', async () => {
    const ref = BigInt(300) * BigInt(ROWS_PER_PART) + 1_048_576n;
    expect((await only(row({ vehicle_ref: `CAST(${ref} AS BIGINT)` }))).refs).toEqual([ref]);
  });

  it('is marked where an exemption spared it, and is another than one that none spared', async () => {
    const found = await run(
      `${row()} UNION ALL ${row({ plate: "'陇A2'" })}`.replaceAll(
        'SELECT',
        'SELECT CAST(NULL AS VARCHAR) AS exemption,',
      ),
    );
    expect(found.map(({ exemption }) => exemption)).toEqual([undefined, undefined]);
    const [flagged, spared] = [await only(row()), await only(row({ exemption: "'truck'" }))];
    expect(spared.exemption).toBe('truck');
    expect(spared.finding_id).not.toBe(flagged.finding_id);
    expect((await only(row({ exemption: "''" }))).finding_id).toBe(flagged.finding_id);
  });
});

describe('the subject', () => {
  const idOf = async (columns: Record<string, string>, header = 'key: []'): Promise<string> =>
    (await only(row(columns), header)).finding_id;

  it.each([
    ['a person is household and number', 'person', {}, 'H1/1'],
    ['a person without a number is household and name', 'person', { id_number: 'NULL' }, 'H1/甲'],
    ['a household is its number', 'household', {}, 'H1'],
    ['a village is its place', 'village', {}, '安平县/城关镇/东村'],
    ['a township is its place', 'township', { village: 'NULL' }, '安平县/城关镇/'],
    ['an area is its place', 'area', { township: 'NULL', village: 'NULL' }, '安平县//'],
    ['a helper is a name', 'helper', {}, '甲'],
    ['a record is a name', 'record', {}, '甲'],
    ['a subject of the rule’s own goes before', 'person', { subject: "'own'" }, 'own'],
    ['an empty one does not', 'person', { subject: "''" }, 'H1/1'],
  ])('%s', async (_, subject, columns, expected) => {
    expect(await idOf(columns, `subject: ${subject}\nkey: []`)).toBe(findingId('CX01', expected, []));
  });

  it('of an area is counted and not matched', async () => {
    expect((await only(row(), 'subject: area')).confidence).toBe('area');
    expect((await only(row(), 'subject: village')).confidence).toBe('exact');
  });
});

describe('the id of a finding', () => {
  const id = async (columns: Record<string, string>): Promise<string> =>
    (await only(row(columns))).finding_id;

  it('does not change with amounts, rows, places or severity', async () => {
    const before = await id({});
    for (const columns of [
      { price: '6' },
      { price: 'NULL' },
      { vehicle_ref: 'CAST(8 AS BIGINT)' },
      { vehicle_ref: `CAST(${ROWS_PER_PART} * 3 + 7 AS BIGINT)` },
      { severity: "'low'" },
      { confidence: "'probable'" },
      { township: "'南川乡'" },
      { name: "'甲改'" },
      { more: '1' },
    ]) {
      expect(await id(columns), JSON.stringify(columns)).toBe(before);
    }
  });

  it('changes with household, number and key', async () => {
    const ids = [
      {},
      { household_no: "'H2'" },
      { id_number: "'2'" },
      { plate: "'陇A2'" },
      { plate: 'NULL' },
      { plate: "''" },
    ];
    const all: string[] = [];
    for (const columns of ids) all.push(await id(columns));
    expect(new Set(all).size).toBe(ids.length);
  });

  it('is that of a number as it is written, whatever its type', async () => {
    const key = 'key: [price]';
    const idOf = async (price: string): Promise<string> => (await only(row({ price }), key)).finding_id;
    expect(await idOf('5')).toBe(await idOf('CAST(5 AS BIGINT)'));
    expect(await idOf('CAST(5 AS DECIMAL(18, 2))')).toBe(await idOf('5'));
  });
});

describe('rows of one subject and key', () => {
  it('are one finding, the gravest, with all their sources', async () => {
    const rows = [
      row({ severity: "'low'", price: '1', vehicle_ref: 'CAST(3 AS BIGINT)' }),
      row({ severity: "'high'", price: '9', vehicle_ref: 'CAST(1 AS BIGINT)' }),
      row({ severity: "'medium'", price: '5', vehicle_ref: 'CAST(2 AS BIGINT)' }),
    ];
    expect(await only(rows.join(' UNION ALL '))).toMatchObject({
      severity: 'high',
      evidence: { price: 9 },
      refs: [1n, 2n, 3n],
    });
  });

  it('keep their own evidence when all are as grave: the first by what it says', async () => {
    const rows = [row({ price: '9' }), row({ price: '5' }), row({ price: '7' })];
    expect((await only(rows.join(' UNION ALL '))).evidence.price).toBe(5);
  });

  it('come to the same in whatever order they come', async () => {
    const record = fc.record({
      person: fc.constantFrom('1', '2', null),
      plate: fc.constantFrom('陇A1', '陇A2', null),
      severity: fc.constantFrom('high', 'medium', 'low', null),
      price: fc.option(fc.integer({ min: -3, max: 3 })),
      name: fc.constantFrom('甲', '乙'),
      ref: fc.integer({ min: 1, max: 9 }),
    });
    const sql = (value: string | number | null): string =>
      value === null ? 'NULL' : typeof value === 'number' ? String(value) : `'${value}'`;
    const bodyOf = (records: readonly (typeof record extends fc.Arbitrary<infer R> ? R : never)[]): string =>
      `SELECT * FROM (VALUES ${records
        .map(
          ({ person, plate, severity, price, name, ref }) =>
            `('H1', '${name}', CAST(${sql(person)} AS VARCHAR), '镇', '村', CAST(${sql(plate)} AS VARCHAR), CAST(${sql(price)} AS INTEGER), CAST(${sql(severity)} AS VARCHAR), CAST(${ref} AS BIGINT))`,
        )
        .join(', ')}) v(household_no, name, id_number, township, village, plate, price, severity, row_ref)`;
    const said = (findings: readonly RuleFinding[]): unknown =>
      findings.map(({ row: { row_ref: _, ...columns }, ...finding }) => ({ ...finding, columns }));
    await fc.assert(
      fc.asyncProperty(
        fc
          .array(record, { minLength: 1, maxLength: 12 })
          .chain((records) =>
            fc.tuple(fc.constant(records), fc.shuffledSubarray(records, { minLength: records.length })),
          ),
        async ([records, shuffled]) => {
          const [first, second] = [await run(bodyOf(records)), await run(bodyOf(shuffled))];
          expect(said(second)).toEqual(said(first));
          const ids = first.map(({ finding_id }) => finding_id);
          expect(ids).toEqual([...new Set(ids)].sort());
          const refs = first.flatMap((finding) => finding.refs);
          expect(new Set(refs)).toEqual(new Set(records.map(({ ref }) => BigInt(ref))));
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('a rule', () => {
  it('is given its parameters', async () => {
    const [finding] = await run(row({ price: '$old_vehicle_years' }), 'params: [old_vehicle_years]');
    expect(finding?.evidence.price).toBe(10);
    const [day] = await run(row({ price: '$as_of' }), 'params: [as_of]');
    expect(day?.evidence.price).toBe('2017-07-31');
  });

  it('may find nothing', async () => {
    expect(await run(`${row()} WHERE FALSE`)).toEqual([]);
  });

  it('finds many, none lost between chunks', async () => {
    const found = await run(
      `${row({ plate: 'CAST(range AS VARCHAR)', vehicle_ref: 'range' })} FROM range(5000)`,
    );
    expect(found.length).toBe(5000);
    expect(new Set(found.flatMap(({ refs }) => refs)).size).toBe(5000);
  });

  it('that fails is HC4003, in one line', async () => {
    await expect(run('SELECT no_such_column')).rejects.toMatchObject({
      code: 'HC4003',
      values: { rule: 'CX01', problem: expect.stringMatching(/^[^\n]*no_such_column[^\n]*$/) },
    });
  });
});

describe('writeFindings', () => {
  it('writes the columns of findings.csv', async () => {
    const columns =
      'finding_id rule_id family severity confidence status clause county township village household_no subject_type subject_name id_number message evidence sources parameters'.split(
        ' ',
      );
    await engine.exec(
      `CREATE TABLE finding (${columns.map((name) => `${name} VARCHAR`).join(', ')}); CREATE TABLE exempted AS SELECT *, '' AS exemption FROM finding`,
    );
    const rule = ruleOf(row());
    const context = { lang: 'zh', parts: [{ file: '车辆.csv' }], parameters: { dual_gap: 0.05 } } as const;
    const writer = await engine.writer('main', 'finding');
    writeFindings(writer, rule, await run(row()), context);
    writer.close();
    expect(await engine.all('SELECT * FROM finding')).toEqual([
      {
        finding_id: findingId('CX01', 'H1/1', ['陇A1']),
        rule_id: 'CX01',
        family: 'mis-identification',
        severity: 'medium',
        confidence: 'exact',
        status: 'new',
        clause: '(一)4、二.一',
        county: '安平县',
        township: '城关镇',
        village: '东村',
        household_no: 'H1',
        subject_type: 'person',
        subject_name: '甲',
        id_number: '1',
        message: '甲有陇A1',
        evidence: '{"plate":"陇A1","price":5}',
        sources: '车辆.csv#7',
        parameters: '{"dual_gap":0.05}',
      },
    ]);
    const spared = await engine.writer('main', 'exempted');
    writeFindings(spared, rule, await run(row({ exemption: "'truck'" })), { ...context, lang: 'en' });
    spared.close();
    expect(await engine.all('SELECT message, exemption FROM exempted')).toEqual([
      { message: '甲 has 陇A1', exemption: 'truck' },
    ]);
  });
});
