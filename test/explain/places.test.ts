import { describe, expect, it } from 'vitest';
import { placesOf } from '../../src/explain/places.js';
import type { RecordedManifest } from '../../src/reproduce/recorded-run.js';

const part = (file: string, sheet: string | null, dataset: string) => ({
  file,
  sheet,
  dataset,
  header_row: 1,
  mapping: {},
});
const manifest = {
  inputs: [
    { path: 'a; b#1.csv', sha256: '', parts: [part('a; b#1.csv', null, 'vehicle')] },
    {
      path: '册.xlsx',
      sha256: '',
      parts: [part('册.xlsx', '一', 'person'), part('册.xlsx', '一!二', 'person')],
    },
    {
      path: '导出.zip/车.csv',
      sha256: '',
      inside: { path: '导出.zip', size: 1, sha256: '' },
      parts: [part('导出.zip/车.csv', null, 'vehicle')],
    },
  ],
} as unknown as RecordedManifest;

describe('the places that sources name', () => {
  it('are known by the parts of the run, whatever characters their names have', () => {
    expect(placesOf('a; b#1.csv#12; 册.xlsx!一#3; 册.xlsx!一!二#4; 导出.zip/车.csv#5', manifest)).toEqual([
      { text: 'a; b#1.csv#12', file: 'a; b#1.csv', row: 12, dataset: 'vehicle', given: 'a; b#1.csv' },
      { text: '册.xlsx!一#3', file: '册.xlsx', sheet: '一', row: 3, dataset: 'person', given: '册.xlsx' },
      {
        text: '册.xlsx!一!二#4',
        file: '册.xlsx',
        sheet: '一!二',
        row: 4,
        dataset: 'person',
        given: '册.xlsx',
      },
      { text: '导出.zip/车.csv#5', file: '导出.zip/车.csv', row: 5, dataset: 'vehicle', given: '导出.zip' },
    ]);
  });

  it('are passed over when they are of no input', () => {
    expect(placesOf('别的.csv#1; a; b#1.csv#2; ?#3', manifest)).toMatchObject([{ row: 2 }]);
    expect(placesOf('', manifest)).toEqual([]);
  });
});
