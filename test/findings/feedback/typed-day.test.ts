import { describe, expect, it } from 'vitest';
import { typedDay } from '../../../src/findings/feedback/typed-day.js';
import { NUMBER_MARK } from '../../../src/ingest/raw.js';

describe('typedDay', () => {
  it.each([
    '2026-11-03',
    '2026-11-3',
    '2026/11/3',
    '2026.11.03',
    '2026。11。3'.replaceAll('。', '.'),
    '2026年11月3日',
    '2026 年 11 月 3 号',
    '２０２６／１１／３',
    '20261103',
    ' 2026-11-03 ',
    '2026-11-03 08:30:00',
    '2026-11-03T08:30:00',
    `${NUMBER_MARK}20261103`,
    `${NUMBER_MARK}46329`,
    `${NUMBER_MARK}46329.354`,
    '46329',
  ])('reads %s', (raw) => {
    expect(typedDay(raw, false)).toBe('2026-11-03');
  });

  it('counts from 1904 where the workbook does', () => {
    expect(typedDay(`${NUMBER_MARK}${46_329 - 1462}`, true)).toBe('2026-11-03');
  });

  it.each([
    '11月3日',
    '11/3',
    `${NUMBER_MARK}11.3`,
    '26/11/3',
    '3/11/2026',
    '2026年11月',
    `${NUMBER_MARK}2026`,
    '2026-02-30',
    '2026-13-01',
    '1926-11-03',
    '昨天',
    '2026-11-03、2026-11-04',
    '',
    '12',
  ])('does not guess at %s', (raw) => {
    expect(typedDay(raw, false)).toBeUndefined();
  });
});
