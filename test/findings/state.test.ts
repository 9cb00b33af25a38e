import { describe, expect, it } from 'vitest';
import { standingVerdicts } from '../../src/findings/ledger.js';
import { type FindingState, type Night, settle, statusText, type Tonight } from '../../src/findings/state.js';
import type { Verdict } from '../../src/findings/verdicts.js';
import { aVerdict as verdict } from './a-verdict.js';

const tonight = (change: Partial<Tonight> = {}): Tonight => ({
  finding_id: 'aaaaaaaaaaaa',
  rule_id: 'MI01',
  family: 'mis-identification',
  severity: 'high',
  county: '安平县',
  township: '甲乡',
  village: '乙村',
  household_no: '1',
  subject_name: '张三',
  message: '张三名下有车',
  fingerprint: 'f1',
  ...change,
});

const night = (change: Partial<Night> & { ledger?: Verdict[] } = {}): Night => ({
  asOf: '2017-08-02',
  findings: [],
  verdicts: standingVerdicts(change.ledger ?? []),
  gone: () => 'data',
  ...change,
});

const first = (ledger: Verdict[] = []): FindingState[] =>
  settle(night({ asOf: '2017-08-01', findings: [tonight()], ledger }));

describe('settle', () => {
  it('calls all of a first night new', () => {
    expect(first()).toMatchObject([
      { status: 'new', first_seen: '2017-08-01', last_seen: '2017-08-01', gone_on: null, verdict: null },
    ]);
  });

  it('keeps the first day of one that persists, and tells one whose evidence changed', () => {
    const [same] = settle(night({ findings: [tonight()], previous: first() }));
    expect(same).toMatchObject({ status: 'persisting', first_seen: '2017-08-01', last_seen: '2017-08-02' });
    const [other] = settle(night({ findings: [tonight({ fingerprint: 'f2' })], previous: first() }));
    expect(other).toMatchObject({ status: 'changed', first_seen: '2017-08-01' });
  });

  it('closes what was refuted on the same evidence, with and without a previous run', () => {
    const ledger = [verdict()];
    for (const previous of [undefined, first()]) {
      const [state] = settle(night({ findings: [tonight()], ledger, ...(previous && { previous }) }));
      expect(state?.status).toBe('closed');
      expect(state && statusText(state)).toBe('closed:不属实');
    }
  });

  it('lets a refuted one come back once as changed when its evidence is another, then persist', () => {
    const ledger = [verdict()];
    const closed = first(ledger);
    expect(closed[0]?.status).toBe('closed');
    const back = settle(night({ findings: [tonight({ fingerprint: 'f2' })], previous: closed, ledger }));
    expect(back[0] && statusText(back[0])).toBe('changed:不属实');
    const later = settle(
      night({
        asOf: '2017-08-03',
        findings: [tonight({ fingerprint: 'f2' })],
        previous: back,
        ledger,
      }),
    );
    expect(later[0]).toMatchObject({ status: 'persisting', verdict: { verdict: 'refuted' } });
    // And back to the evidence that was refuted: closed again.
    const again = settle(night({ findings: [tonight()], previous: later, ledger }));
    expect(again[0]?.status).toBe('closed');
  });

  it('closes nothing by a verdict that does not say on which evidence', () => {
    const [state] = settle(night({ findings: [tonight()], ledger: [verdict({ fingerprint: '' })] }));
    expect(state?.status).toBe('changed');
  });

  it.each(['confirmed', 'partial', 'unverifiable'] as const)('keeps %s open', (word) => {
    const [state] = settle(
      night({ findings: [tonight()], previous: first(), ledger: [verdict({ verdict: word })] }),
    );
    expect(state).toMatchObject({ status: 'persisting', verdict: { verdict: word } });
  });

  it('opens a closed one again when a later verdict says that it is so', () => {
    const closed = first([verdict()]);
    const ledger = [verdict(), verdict({ verdict: 'confirmed', on: '2017-08-06' })];
    expect(settle(night({ findings: [tonight()], previous: closed, ledger }))[0]?.status).toBe('persisting');
  });

  it('calls one that vanished gone, once, and keeps it', () => {
    const gone = settle(night({ previous: first() }));
    expect(gone).toMatchObject([{ status: 'gone', gone_on: '2017-08-02', gone_by: 'data' }]);
    const later = settle(night({ asOf: '2017-08-09', previous: gone }));
    expect(later).toMatchObject([{ status: 'gone', gone_on: '2017-08-02' }]);
  });

  it('does not take what nobody looked at for gone, nor what other thresholds spared for put right', () => {
    const unjudged = settle(night({ previous: first(), gone: () => 'unjudged' }));
    expect(unjudged).toMatchObject([{ status: 'unjudged', last_seen: '2017-08-01', gone_on: null }]);
    expect(settle(night({ previous: unjudged, findings: [tonight()] }))[0]?.status).toBe('persisting');
    expect(settle(night({ previous: first(), gone: () => 'rule' }))).toMatchObject([
      { status: 'gone', gone_by: 'rule' },
    ]);
  });

  it('begins anew with one that was gone and is back', () => {
    const gone = settle(night({ previous: first() }));
    const [back] = settle(night({ asOf: '2017-08-09', findings: [tonight()], previous: gone }));
    expect(back).toMatchObject({ status: 'new', first_seen: '2017-08-09', gone_on: null });
  });

  it('sorts by id', () => {
    const ids = ['c', 'a', 'b'].map((finding_id) => tonight({ finding_id }));
    expect(settle(night({ findings: ids })).map((state) => state.finding_id)).toEqual(['a', 'b', 'c']);
  });
});
