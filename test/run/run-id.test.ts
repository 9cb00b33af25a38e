import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/run/canonical-json.js';
import { type RunIdentity, runId } from '../../src/run/run-id.js';

const identity: RunIdentity = {
  asOf: '2017-07-31',
  inputs: [
    { path: 'a/roster.xlsx', sha256: '1'.repeat(64) },
    { path: 'a/vehicle.csv', sha256: '2'.repeat(64) },
  ],
  policy: { name: 'gansu-2017', values: { line: 3500, gap: 0.05 } },
  rules: [
    { id: 'MI01', definition: { sql: 'SELECT 1' } },
    { id: 'MI02', definition: { sql: 'SELECT 2' } },
  ],
};

describe('runId', () => {
  it('is the as-of day and eight hex digits', () => {
    expect(runId(identity)).toMatch(/^2017-07-31-[0-9a-f]{8}$/);
  });

  it('is the same for the same audit, in whatever folder and order', () => {
    const moved = identity.inputs.map((input) => ({ ...input, path: input.path.replace('a/', '/b/c/') }));
    const same: RunIdentity = {
      ...identity,
      inputs: moved.reverse(),
      rules: [...identity.rules].reverse(),
      policy: { values: { gap: 0.05, line: 3500 }, name: 'gansu-2017' },
    };
    expect(runId(same)).toBe(runId(identity));
  });

  it.each<[string, Partial<RunIdentity>]>([
    ['the day', { asOf: '2017-08-01' }],
    ['a byte of an input', { inputs: [{ path: 'a', sha256: '3'.repeat(64) }] }],
    ['an input left out', { inputs: identity.inputs.slice(0, 1) }],
    ['a threshold', { policy: { name: 'gansu-2017', values: { line: 3501, gap: 0.05 } } }],
    ['a rule left out', { rules: identity.rules.slice(0, 1) }],
    [
      'a rule’s SQL',
      { rules: [{ id: 'MI01', definition: { sql: 'SELECT 3' } }, ...identity.rules.slice(1)] },
    ],
  ])('is another after a change of %s', (_, change) => {
    expect(runId({ ...identity, ...change })).not.toBe(runId(identity));
  });
});

describe('canonicalJson', () => {
  it('sorts keys at every depth, keeps the order of lists, and has no spaces', () => {
    expect(canonicalJson({ b: [2, { d: 1, c: null }], a: 'x', u: undefined })).toBe(
      '{"a":"x","b":[2,{"c":null,"d":1}]}',
    );
    expect(canonicalJson(JSON.parse('{"__proto__":1,"A":2}'))).toBe('{"A":2,"__proto__":1}');
  });
});
