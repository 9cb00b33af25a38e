import { describe, expect, it } from 'vitest';
import { differences } from '../../src/findings/difference.js';
import { hitRates, rectification } from '../../src/findings/rectification.js';
import type { FindingState, KeptVerdict } from '../../src/findings/state.js';
import { aVerdict } from './a-verdict.js';

const kept = (change: Parameters<typeof aVerdict>[0] = {}): KeptVerdict => aVerdict(change);

const state = (finding_id: string, change: Partial<FindingState> = {}): FindingState => ({
  finding_id,
  rule_id: 'MI01',
  family: 'mis-identification',
  severity: 'high',
  county: '安平县',
  township: '甲乡',
  village: '乙村',
  household_no: '1',
  subject_name: '张三',
  message: '…',
  status: 'persisting',
  fingerprint: 'f1',
  first_seen: '2017-07-01',
  last_seen: '2017-07-31',
  gone_on: null,
  gone_by: null,
  verdict: null,
  ...change,
});

const on = { asOf: '2017-07-31', dueDays: 30 };

describe('rectification', () => {
  it('counts each finding where it stands', () => {
    const gone = { status: 'gone', gone_on: '2017-07-20', gone_by: 'data' } as const;
    const { total } = rectification(
      [
        state('a'),
        state('b', { verdict: kept({ verdict: 'confirmed' }) }),
        state('c', { verdict: kept({ verdict: 'partial' }), ...gone }),
        state('d', { status: 'closed', verdict: kept() }),
        state('e', gone),
        state('f', { ...gone, gone_by: 'rule', verdict: kept({ verdict: 'confirmed' }) }),
        state('g', { verdict: kept({ verdict: 'unverifiable' }), status: 'changed' }),
        state('h', { status: 'unjudged' }),
        state('i', { status: 'unjudged', verdict: kept() }),
      ],
      on,
    );
    expect(total).toEqual({
      county: '',
      township: '',
      found: 9,
      confirmed: 3,
      refuted: 2,
      unverifiable: 1,
      unanswered: 2,
      rectified: 1,
      closedByItself: 1,
      ruleChanged: 1,
      outstanding: 4,
      oldestDays: 30,
      overdue: 0,
    });
  });

  it('calls overdue what is open for more than the days allowed, or said to be put right and still there', () => {
    const over = (change: Partial<FindingState>): number =>
      rectification([state('a', change)], on).total.overdue;
    expect(over({ first_seen: '2017-07-01' })).toBe(0);
    expect(over({ first_seen: '2017-06-30' })).toBe(1);
    const said = (completed_on: string) => kept({ verdict: 'confirmed', completed_on });
    expect(over({ verdict: said('2017-07-31') })).toBe(0);
    expect(over({ verdict: said('2017-07-30') })).toBe(1);
    expect(over({ first_seen: '2017-01-01', status: 'closed', verdict: kept() })).toBe(0);
  });

  it('keeps townships apart, and gives a finding without a county to the only one there is', () => {
    const { townships } = rectification(
      [state('a', { township: '丙乡' }), state('b'), state('c', { county: '' })],
      on,
    );
    expect(townships.map(({ township, found }) => [township, found])).toEqual([
      ['丙乡', 1],
      ['甲乡', 2],
    ]);
  });
});

describe('hitRates', () => {
  it('shares out the verdicts of each rule, and the reasons for the refuted', () => {
    const rates = hitRates([
      state('a', { verdict: kept({ verdict: 'confirmed' }) }),
      state('b', { verdict: kept({ verdict: 'partial' }) }),
      state('c', { verdict: kept({ reason: 'sold' }) }),
      state('d', { verdict: kept({ reason: 'sold' }) }),
      state('e', { verdict: kept({ reason: 'affiliated' }) }),
      state('f', { verdict: kept({ verdict: 'unverifiable', reason: '' }) }),
      state('g'),
      state('h', { rule_id: 'AA01', verdict: kept({ verdict: 'unverifiable' }) }),
    ]);
    expect(rates).toEqual([
      { rule: 'AA01', confirmed: 0, partial: 0, refuted: 0, unverifiable: 1, share: undefined, reasons: [] },
      {
        rule: 'MI01',
        confirmed: 1,
        partial: 1,
        refuted: 3,
        unverifiable: 1,
        share: 0.4,
        reasons: [
          ['sold', 2],
          ['affiliated', 1],
        ],
      },
    ]);
  });
});

describe('differences', () => {
  const run = (states: FindingState[], ran = ['MI01']) => ({ states, asOf: '2017-07-31', ran: new Set(ran) });

  it('tells new, changed, gone and not judged, and leaves out what is carried from other nights', () => {
    const a = run([
      state('same'),
      state('other'),
      state('gone'),
      state('lost', { rule_id: 'MI02' }),
      state('old', { status: 'gone', gone_on: '2017-07-31' }),
      state('closed', { status: 'closed' }),
    ]);
    const b = run([
      state('same'),
      state('other', { fingerprint: 'f2' }),
      state('new'),
      state('closed'),
      state('lost', { rule_id: 'MI02', status: 'unjudged' }),
    ]);
    const { different, same } = differences(a, b);
    expect(same).toBe(2);
    expect(different.map(({ change, state: { finding_id } }) => [finding_id, change])).toEqual([
      ['gone', 'gone'],
      ['new', 'new'],
      ['other', 'changed'],
      ['lost', 'unjudged'],
    ]);
  });
});
