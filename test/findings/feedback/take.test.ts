import { describe, expect, it } from 'vitest';
import { takeVerdicts } from '../../../src/findings/feedback/take.js';
import { aVerdict } from '../a-verdict.js';

const refuted = aVerdict({ source: '甲.xlsx!识别疑点#3' });
const confirmed = aVerdict({
  verdict: 'confirmed',
  reason: '',
  on: '2017-08-06',
  source: '乙.xlsx!识别疑点#9',
});

describe('takeVerdicts', () => {
  it('takes what the ledger does not have, once', () => {
    const again = { ...refuted, source: '甲 (2).csv#3', run_id: '2017-08-01-00000000' };
    expect(takeVerdicts([], [refuted, again])).toMatchObject({ fresh: [refuted], repeated: [again] });
    expect(takeVerdicts([refuted], [again, confirmed])).toMatchObject({
      fresh: [confirmed],
      repeated: [again],
    });
  });

  it('takes an answer that says more than the one before, which is no contradiction', () => {
    const more = { ...refuted, note: '有协议' };
    expect(takeVerdicts([refuted], [more])).toEqual({ fresh: [more], repeated: [], disagreements: [] });
  });

  it('keeps both of two that contradict each other, and says which one stands', () => {
    const finding_id = refuted.finding_id;
    for (const read of [
      [refuted, confirmed],
      [confirmed, refuted],
    ]) {
      expect(takeVerdicts([], read)).toMatchObject({
        fresh: read,
        disagreements: [{ finding_id, stands: confirmed, overruled: refuted }],
      });
    }
    expect(takeVerdicts([confirmed], [refuted]).disagreements).toEqual([
      { finding_id, stands: confirmed, overruled: refuted },
    ]);
  });

  it('lets the one that was read last stand of one day', () => {
    const sameDay = { ...confirmed, on: refuted.on };
    expect(takeVerdicts([], [sameDay, refuted]).disagreements).toMatchObject([
      { stands: refuted, overruled: sameDay },
    ]);
  });

  it('sees no contradiction where the evidence has changed', () => {
    const since = { ...confirmed, fingerprint: 'f2' };
    expect(takeVerdicts([refuted], [since]).disagreements).toEqual([]);
  });
});
