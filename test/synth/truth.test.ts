import { describe, expect, it } from 'vitest';
import { rosterCount } from '../../src/synth/area-count.js';
import type { Household } from '../../src/synth/model.js';
import { layOut, type Village } from '../../src/synth/places.js';
import type { Property, Vehicle } from '../../src/synth/records.js';
import { statisticsOf, statisticsTruth } from '../../src/synth/statistics.js';
import { isCountedProperty, isCountedVehicle } from '../../src/synth/truth/assets.js';
import { isMedicalNeed } from '../../src/synth/truth/gaps.js';

const vehicle = (details: Partial<Vehicle>): Vehicle => ({
  ...{ id: '', name: '', plate: '', plateKind: '02', type: '小型轿车', use: '非营运', brand: '' },
  ...{ registered: '2014-01-01', status: ['A'] },
  ...details,
});

describe('vehicles', () => {
  it.each([
    ['小型轿车', true],
    ['K33', true],
    ['轻型普通货车', true],
    ['H31', true],
    ['重型半挂牵引车', true],
    ['普通二轮摩托车', false],
    ['M21', false],
    ['正三轮载货摩托车', false],
    ['三轮汽车', false],
    ['N11', false],
    ['低速货车', false],
    ['H51', false],
    ['轮式拖拉机', false],
    ['T11', false],
    ['普通全挂车', false],
    ['B11', false],
    ['G31', false],
    ['残疾人机动轮椅车', false],
  ])('of type %s: counted %s', (type, counted) => {
    expect(isCountedVehicle(vehicle({ type }))).toBe(counted);
  });

  it.each([
    [['A'], true],
    [['D'], true],
    [['G', 'Q'], true],
    [['K'], true],
    [['B'], false],
    [['C'], false],
    [['E'], false],
    [['G', 'M'], false],
    [['P'], false],
  ])('in state %s: counted %s', (status, counted) => {
    expect(isCountedVehicle(vehicle({ status }))).toBe(counted);
  });

  it.each([
    ['02', true],
    ['01', true],
    ['07', false],
    ['08', false],
    ['13', false],
    ['14', false],
    ['15', false],
  ])('of no stated type with a plate %s: counted %s', (plateKind, counted) => {
    expect(isCountedVehicle(vehicle({ type: undefined, plateKind }))).toBe(counted);
  });
});

describe('properties', () => {
  const property = (details: Partial<Property>): Property => ({
    ...{ id: '', name: '', certificate: '', location: '', usage: 'residential', nature: 'market', area: 90 },
    ...{ registered: '2014-01-01', share: '', status: 'in-force' },
    ...details,
  });

  it.each([
    [{}, true],
    [{ usage: 'commercial' }, true],
    [{ usage: 'office', nature: undefined }, true],
    [{ nature: 'economic' }, true],
    [{ usage: 'garage' }, false],
    [{ usage: 'homestead', nature: 'homestead' }, false],
    [{ nature: 'relocation' }, false],
    [{ nature: 'public-rental' }, false],
    [{ nature: 'self-built' }, false],
    [{ status: 'cancelled' }, false],
    [{ status: 'transferred' }, false],
  ])('%o: counted %s', (details, counted) => {
    expect(isCountedProperty(property(details))).toBe(counted);
  });
});

describe('a medical need', () => {
  const year = (details: object) => ({
    ...{ id: '', name: '', year: 2017, diagnosis: '', serious: false, chronic: true, cured: false },
    ...{ total: 0, selfPaid: 0, nonCompliant: 0 },
    ...details,
  });

  it.each([
    ['3000 yuan', [year({ selfPaid: 2600, nonCompliant: 400 })], false],
    ['3000.01 yuan', [year({ selfPaid: 2600, nonCompliant: 400.01 })], true],
    ['dear last year only', [year({ selfPaid: 10 }), year({ year: 2016, selfPaid: 9000 })], false],
    ['dear, but not chronic', [year({ chronic: false, selfPaid: 9000 })], false],
    ['serious', [year({ serious: true, chronic: false })], true],
    ['serious and cured', [year({ serious: true, chronic: false, cured: true })], false],
  ])('%s', (_name, rows, needed) => {
    expect(isMedicalNeed(rows)).toBe(needed);
  });
});

describe('statistics against the roster', () => {
  const [village] = layOut(40, 1).villages as [Village];
  const household = (members: number): Household =>
    ({
      village,
      standing: { exitStatus: 'poor' },
      members: Array.from({ length: members }, (_, id) => ({ id: String(id) })),
    }) as unknown as Household;

  it.each([
    [200, 210, []],
    [209, 220, []],
    [200, 211, ['DD01']],
    [190, 200, []],
    [180, 190, ['DD01']],
    [100, 109, []],
    [100, 90, ['DD01']],
  ])('%i persons against %i', (persons, counted, expected) => {
    const roster = rosterCount();
    roster.add(household(persons));
    const rules = statisticsTruth(
      [{ village, households: 1, persons: counted, ruralPopulation: 900 }],
      roster,
    ).map(({ rule, key }) => [rule, key]);
    expect(rules).toEqual(
      expected.flatMap((rule) => ['village', 'township', 'county'].map((level) => [rule, level])),
    );
  });

  it('are near the roster for most villages and far from it for some', () => {
    const county = layOut(1000, 3);
    const roster = rosterCount();
    for (const each of county.villages)
      for (let index = 0; index < 20; index += 1) roster.add({ ...household(4), village: each });
    const far = statisticsTruth(statisticsOf(county, roster, 3), roster).filter(
      ({ key }) => key === 'village',
    );
    expect(far.length).toBeGreaterThan(3);
    expect(far.length).toBeLessThan(county.villages.length / 2);
  });
});
