import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { codeList } from '../../src/datasets/labels.js';
import { unitCodes } from '../../src/facts/unit-codes.js';
import { loadPack } from '../../src/policy/pack.js';
import { valueFault } from '../../src/policy/parameter-value.js';
import { measureOf } from '../../src/policy/units.js';

describe('the units of the pack that ships', async () => {
  const { parameters } = await loadPack('gansu-2017', { codesOf: unitCodes });

  it.each(Object.entries(parameters))(
    '%s has a unit that is known, and a value that fits it',
    (_, parameter) => {
      expect(measureOf(parameter.unit)).toBeDefined();
      expect(valueFault(parameter, parameter.value, unitCodes)).toBeUndefined();
    },
  );

  it('have codes where they say so', () => {
    for (const [name, { unit, kind }] of Object.entries(parameters)) {
      if (/ (codes|classes)$/.test(unit)) expect(unitCodes(unit)?.size, name).toBeGreaterThan(3);
      else expect(unitCodes(unit), name).toBeUndefined();
      if (kind !== 'list') expect(unitCodes(unit), name).toBeUndefined();
    }
  });
});

it('knows the classes that vehicles are sorted into', () => {
  const sql = readFileSync(new URL('../../src/facts/owned-vehicle.sql', import.meta.url), 'utf8');
  const made = [...sql.matchAll(/(?:THEN|ELSE) '([a-z-]+)'/g)].map(([, name]) => name);
  expect([...(unitCodes('vehicle classes') ?? [])].sort()).toEqual([...new Set(made)].sort());
});

it('takes any code list by its name', () => {
  expect([...(unitCodes('business.kind codes') ?? [])]).toEqual(Object.keys(codeList('business.kind')));
  expect(unitCodes('business.company codes')).toBeUndefined();
});

describe('measureOf', () => {
  it.each([
    ['yuan a month', 0, false],
    ['元/月', 0, false],
    ['share of the line', 0, false],
    ['households of one income', 0, true],
    ['户', 0, true],
    ['completed years', 0, true],
    ['exit years', 1949, true],
  ])('bounds %s', (unit, least, whole) => {
    expect(measureOf(unit)).toMatchObject({ least, whole });
  });

  it.each(['', 'dollars', 'much', '里'])('does not know %o', (unit) => {
    expect(measureOf(unit)).toBeUndefined();
  });
});
