import { describe, expect, it } from 'vitest';
import { accountInputs } from '../../src/audit/accounts.js';
import { datasetById } from '../../src/datasets/catalogue.js';
import type { Detected } from '../../src/ingest/detection.js';
import type { FileRead } from '../../src/ingest/ingest.js';
import type { PartRead } from '../../src/ingest/part-read.js';
import type { RawPart } from '../../src/ingest/raw.js';
import type { PartAccount } from '../../src/normalize/part.js';

const detected: Detected = {
  dataset: datasetById('vehicle'),
  headerRow: 3,
  headerHeight: 1,
  header: [],
  columns: [],
  unknownColumns: [],
  unused: [],
  reasons: { keys: [], signatures: [], hints: [], configured: false },
};

const partRead = (part: Partial<RawPart> = {}, read: Partial<PartRead> = {}): PartRead => ({
  detected,
  unknownColumns: ['备注'],
  warnings: [],
  ...read,
  part: {
    index: 0,
    file: '车辆.csv',
    dataset: datasetById('vehicle'),
    headerRow: 3,
    columns: [{ field: 'owner_id', index: 1, header: '身份证明号码' }],
    typed: false,
    table: 'part_0',
    rowsAbove: 3,
    rowsBelow: 10,
    ...part,
  },
});

const account = (counts: Partial<PartAccount> = {}): PartAccount =>
  ({
    accepted: 6,
    rejected: 1,
    skipped: 3,
    skippedBy: { blank: 2, total: 1 },
    badCells: 4,
    unmatched: { 'check-digit': 1 },
    ...counts,
  }) as PartAccount;

const report = (read: PartRead, counts: PartAccount) => {
  const file: FileRead = { name: read.part.file, size: 5, sha256: 'ab', kind: 'csv', parts: [read] };
  return accountInputs([file], new Map([[read, counts]]));
};

describe('accountInputs', () => {
  it('counts every row of a part: read = accepted + rejected + skipped', () => {
    const [file] = report(partRead({}, { encoding: 'utf-8' }), account());
    expect(file).toEqual({
      path: '车辆.csv',
      size: 5,
      sha256: 'ab',
      kind: 'csv',
      parts: [
        {
          file: '车辆.csv',
          dataset: 'vehicle',
          datasetTitle: { zh: '机动车', en: 'Motor vehicles' },
          headerRow: 3,
          encoding: 'utf-8',
          read: 13,
          accepted: 6,
          rejected: 1,
          skipped: 6,
          skippedBy: { blank: 2, total: 1, title: 2, header: 1 },
          badCells: 4,
          unmatched: { 'check-digit': 1 },
          mapping: { 身份证明号码: 'owner_id' },
          unknownColumns: ['备注'],
          warnings: [],
        },
      ],
    });
  });

  it('adds up what was skipped', () => {
    for (const rowsAbove of [0, 1, 2, 7]) {
      const [part] = report(partRead({ rowsAbove }), account())[0]?.parts ?? [];
      const sum = Object.values(part?.skippedBy ?? {}).reduce((total, count) => total + count, 0);
      expect(sum).toBe(part?.skipped);
      expect(part?.read).toBe(rowsAbove + 10);
    }
  });

  it('counts a header that stands again among the rows with the header', () => {
    const counts = account({ skippedBy: { blank: 2, header: 1 } as PartAccount['skippedBy'] });
    expect(report(partRead(), counts)[0]?.parts[0]?.skippedBy).toEqual({ blank: 2, title: 2, header: 2 });
  });

  it('says of a sheet which it is, and whether it was hidden', () => {
    const [part] = report(partRead({ sheet: '旧', hidden: true }), account())[0]?.parts ?? [];
    expect(part).toMatchObject({ sheet: '旧', hidden: true });
  });

  it.each([
    ['a row too few', { accepted: 5 }, 12],
    ['a row too many', { rejected: 2 }, 14],
    ['a row skipped twice', { skipped: 4 }, 14],
  ])('makes no report with %s', (_, counts, read) => {
    expect(() => report(partRead(), account(counts))).toThrow(
      expect.objectContaining({ code: 'HC3006', values: { place: '车辆.csv', counted: 13, read } }),
    );
    expect(() => report(partRead({ sheet: '表1' }), account(counts))).toThrow(
      expect.objectContaining({ values: expect.objectContaining({ place: '车辆.csv!表1' }) }),
    );
  });

  it('makes no report for a part that nobody accounted for', () => {
    const read = partRead();
    const file: FileRead = { name: 'a', size: 1, sha256: '', kind: 'csv', parts: [read] };
    expect(() => accountInputs([file], new Map([[partRead(), account()]]))).toThrow('no account');
  });
});
