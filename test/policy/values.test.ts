import { describe, expect, it } from 'vitest';
import { loadPack, type Pack } from '../../src/policy/pack.js';
import { policyValues, scalarNames } from '../../src/policy/values.js';

const described = { unit: '', clause: '', source: '', label: { zh: '甲', en: 'a' } };
const pack: Pack = {
  name: 'x',
  title: { zh: '县', en: 'County' },
  sha256: '',
  origins: {},
  parameters: {
    line: { kind: 'number', value: 3500, ...described },
    gap: { kind: 'number', value: 0.05, ...described },
    posts: { kind: 'list', value: ['主任', '文书'], ...described },
    window: { kind: 'range', value: [2014, 2017], ...described },
    yearly: { kind: 'by-year', value: { 2016: 2952, 2014: 2800, 2018: 3000 }, ...described },
  },
};

describe('policyValues', () => {
  it('gives scalars to bind, lists to read, and all as they are shown', () => {
    expect(policyValues(pack, '2016-07-31')).toEqual({
      scalars: { line: 3500, gap: 0.05, window_from: 2014, window_to: 2017, yearly: 2952 },
      lists: { posts: ['主任', '文书'] },
      shown: { line: 3500, gap: 0.05, posts: ['主任', '文书'], window: '2014–2017', yearly: 2952 },
    });
  });

  it.each([
    ['the year itself', '2014-12-31', 2800],
    ['the first day of a year', '2016-01-01', 2952],
    ['a year without a value: the last before it', '2017-07-31', 2952],
    ['a later year', '2030-01-01', 3000],
    ['an earlier year', '2010-01-01', 2800],
  ])('takes of a yearly value that of %s', (_, asOf, value) => {
    expect(policyValues(pack, asOf).scalars.yearly).toBe(value);
  });

  it('refuses a yearly value without a year', () => {
    const empty: Pack = { ...pack, parameters: { yearly: { kind: 'by-year', value: {}, ...described } } };
    expect(() => policyValues(empty, '2017-01-01')).toThrow('no year');
  });

  it('shows every parameter of the pack that ships', async () => {
    const shipped = await loadPack('gansu-2017');
    const { shown, scalars, lists } = policyValues(shipped, '2017-07-31');
    expect(Object.keys(shown)).toEqual(Object.keys(shipped.parameters));
    for (const name of Object.keys(shown)) {
      const bound = scalarNames(shipped, name);
      expect(bound.length > 0, name).toBe(lists[name] === undefined);
      for (const each of bound) expect(scalars, name).toHaveProperty(each);
    }
  });
});

describe('scalarNames', () => {
  it.each([
    ['line', ['line']],
    ['window', ['window_from', 'window_to']],
    ['yearly', ['yearly']],
    ['posts', []],
    ['no_such', []],
  ])('%s → %j', (name, names) => {
    expect(scalarNames(pack, name)).toEqual(names);
  });
});
