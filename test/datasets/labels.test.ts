import { describe, expect, it } from 'vitest';
import { datasets } from '../../src/datasets/catalogue.js';
import { codeLabel, codeList } from '../../src/datasets/labels.js';

const status = codeList('vehicle.status');

describe('codeList', () => {
  it('finds the list of every field with codes', () => {
    for (const { id, fields } of datasets) {
      for (const [name, field] of Object.entries(fields)) {
        if (field.codes) expect(codeList(`${id}.${name}`)).toBe(field.codes);
        else expect(() => codeList(`${id}.${name}`)).toThrow(`no code list ${id}.${name}`);
      }
    }
  });

  it('has the titles of the datasets, and the codes that only facts make', () => {
    expect(Object.keys(codeList('dataset.title'))).toEqual(datasets.map(({ id }) => id));
    expect(Object.keys(codeList('guarantee.kind'))).toEqual(['education', 'housing', 'medical', 'water']);
  });

  it.each(['', 'vehicle', 'vehicle.', 'vehicle.no_such', 'no_such.status', 'vehicle.constructor'])(
    'has none for %o',
    (path) => {
      expect(() => codeList(path)).toThrow('no code list');
    },
  );
});

describe('codeLabel', () => {
  it('shows a code by its label', () => {
    expect(codeLabel(status, 'E', 'zh')).toBe('注销');
    expect(codeLabel(status, 'E', 'en')).toBe('struck off');
  });

  it('shows several in their order', () => {
    expect(codeLabel(status, 'G,Q', 'zh')).toBe('违法未处理、逾期未检验');
    expect(codeLabel(status, 'G,Q', 'en')).toBe('offence pending, inspection overdue');
  });

  it.each(['没有这个', 'constructor', '__proto__', 'toString'])(
    'shows %o, which no list knows, as it stands',
    (value) => {
      expect(codeLabel(status, value, 'zh')).toBe(value);
      expect(codeLabel(status, `A,${value}`, 'zh')).toBe(`正常、${value}`);
    },
  );
});
