import { describe, expect, it } from 'vitest';
import { datasetById, datasets } from '../../src/datasets/catalogue.js';
import { headerText, matchHeader } from '../../src/ingest/header-text.js';
import { tableColumns } from '../../src/normalize/tables.js';

const all = datasets.map((dataset) => [dataset.id, dataset] as const);

describe('the catalogue of datasets', () => {
  it('has ids that are table names, each once', () => {
    const ids = datasets.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z_]+$/);
  });

  it('finds a dataset by its id', () => {
    for (const dataset of datasets) expect(datasetById(dataset.id)).toBe(dataset);
    expect(() => datasetById('no_such')).toThrow('no dataset no_such');
  });

  it('has the registration system’s own sheets as rosters, and nothing else', () => {
    expect(datasets.filter(({ roster }) => roster).map(({ id }) => id)).toEqual([
      'person',
      'household',
      'second_roster',
    ]);
  });

  it('knows the second roster by nothing but its hints', () => {
    const [person, second] = [datasetById('person'), datasetById('second_roster')];
    expect(Object.keys(second.fields)).toEqual(Object.keys(person.fields));
    expect(second.hints.filter((hint) => person.hints.includes(hint))).toEqual([]);
  });
});

describe.each(all)('%s', (_, dataset) => {
  it('has a title, a department and hints in words', () => {
    for (const { zh, en } of [dataset.title, dataset.department]) {
      expect(zh).toMatch(/^[\p{Script=Han}·]+$/u);
      expect(en).toMatch(/^[\w ,’()-]+$/);
    }
    expect(dataset.hints.length).toBeGreaterThan(0);
    for (const hint of dataset.hints) expect(hint.trim()).not.toBe('');
  });

  it('has no header that names two fields', () => {
    const owner = new Map<string, string>();
    for (const [field, { headers }] of Object.entries(dataset.fields)) {
      expect(headers.length, field).toBeGreaterThan(0);
      for (const header of headers) {
        const text = headerText(header);
        expect(text, `a header of ${field}`).not.toBe('');
        expect(owner.get(text) ?? field, header).toBe(field);
        owner.set(text, field);
      }
    }
  });

  it('is found again by each of its headers', () => {
    for (const [field, { headers }] of Object.entries(dataset.fields)) {
      for (const header of headers) expect(matchHeader(dataset, header)?.field, header).toBe(field);
      expect(matchHeader(dataset, headers[0] ?? '')?.rank).toBe(0);
    }
  });

  it('has keys that are fields', () => {
    expect(dataset.keys.length).toBeGreaterThan(0);
    for (const alternatives of dataset.keys) {
      expect(alternatives.length).toBeGreaterThan(0);
      for (const field of alternatives) expect(dataset.fields).toHaveProperty(field);
    }
  });

  it('has fields that make columns of different names', () => {
    for (const field of Object.keys(dataset.fields)) expect(field).toMatch(/^[a-z_]+$/);
    const names = tableColumns(dataset).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('says of each field what its type needs', () => {
    for (const [field, { type, en, codes, unit, default: value }] of Object.entries(dataset.fields)) {
      expect(en, field).toMatch(/^[A-Z]/);
      expect(codes !== undefined, field).toBe(type === 'code' || type === 'list');
      if (unit !== undefined) expect(type, field).toBe('money');
      if (value === undefined) continue;
      if (type === 'yesno') expect(['true', 'false'], field).toContain(value);
      else expect(Object.keys(codes ?? {}), field).toContain(value);
    }
  });

  it('has wide pairs that are names and ID numbers of its own', () => {
    if (!dataset.wide) return;
    expect(dataset.keys).toContainEqual(['id_number']);
    const texts = (headers: readonly string[]): string[] => headers.map(headerText);
    const [names, numbers] = [texts(dataset.wide.name), texts(dataset.wide.id_number)];
    expect(names.filter((name) => numbers.includes(name))).toEqual([]);
    for (const text of [...names, ...numbers]) expect(text).not.toMatch(/\d$/);
  });
});
