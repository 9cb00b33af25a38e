import { fillPieces, templatePieces } from './fill.js';

/** @typedef {import('../page-data.js').PageData} PageData */
/** @typedef {import('../page-data.js').PageRule} PageRule */
/** @typedef {import('../page-data.js').FindingRow} FindingRow */
/** @typedef {import('../page-data.js').FindingBlock} FindingBlock */

/** Where the rows have what; the evidence follows. */
const AT = {
  id: 0,
  severity: 1,
  confidence: 2,
  status: 3,
  place: 4,
  household: 5,
  subject: 6,
  idNumber: 7,
  sources: 8,
  message: 9,
  evidence: 10
};

/**
 * All findings: the rows as they came, and what is filtered by, as numbers in typed arrays.
 * @typedef {object} Store
 * @property {PageData} data
 * @property {number} count
 * @property {FindingRow[]} rows
 * @property {Uint16Array} rule
 * @property {Uint8Array} severity
 * @property {Uint8Array} status
 * @property {Uint16Array} place
 * @property {import('./fill.js').Piece[][]} templates the messages of the rules, taken apart
 * @property {string[]} texts what is searched, in small letters; empty until it is made
 */

/**
 * @param {PageData} data
 * @param {FindingBlock[]} blocks
 * @returns {Store}
 */
export function createStore(data, blocks) {
  let count = 0;
  for (const block of blocks) count += block.rows.length;
  const store = {
    data,
    count,
    rows: new Array(count),
    rule: new Uint16Array(count),
    severity: new Uint8Array(count),
    status: new Uint8Array(count),
    place: new Uint16Array(count),
    templates: data.rules.map(rule => templatePieces(rule.message)),
    texts: new Array(count)
  };
  // The families in the order in which people know them, not in that of the files.
  const families = Object.keys(data.families);
  const rank = data.rules.map(rule => families.indexOf(rule.family));
  const inOrder = blocks
    .map((block, at) => ({ block, at }))
    .sort((a, b) => rank[a.block.rule] - rank[b.block.rule] || a.at - b.at)
    .map(each => each.block);
  let at = 0;
  for (const block of inOrder) {
    for (const row of block.rows) {
      store.rows[at] = row;
      store.rule[at] = block.rule;
      store.severity[at] = Number(row[AT.severity]);
      store.status[at] = Number(row[AT.status]);
      store.place[at] = Number(row[AT.place]);
      at += 1;
    }
  }
  return store;
}

/**
 * A text of a row.
 * @param {Store} store
 * @param {number} index
 * @param {'id' | 'household' | 'subject' | 'idNumber' | 'sources'} column
 * @returns {string}
 */
export function textAt(store, index, column) {
  return String(store.rows[index][AT[column]]);
}

/**
 * @param {Store} store
 * @param {number} index
 * @returns {PageRule}
 */
export function ruleAt(store, index) {
  return store.data.rules[store.rule[index]];
}

/**
 * How a value of the evidence reads: codes by their labels, yes and no in words, nothing as the empty text.
 * @param {PageData} data
 * @param {string} list code list, or ''
 * @param {string | number | boolean | null} value
 * @returns {string}
 */
function shownEvidence(data, list, value) {
  if (value === null || value === '') return '';
  if (typeof value === 'boolean') return data.texts[value ? 'yes' : 'no'];
  const labels = list === '' ? undefined : data.codes[list];
  if (labels === undefined || typeof value !== 'string') return String(value);
  return value
    .split(',')
    .map(code => (Object.prototype.hasOwnProperty.call(labels, code) ? labels[code] : code))
    .join(data.texts['list-separator']);
}

/**
 * The evidence of a finding: label and value, in the rule's order.
 * @param {Store} store
 * @param {number} index
 * @returns {[string, string][]}
 */
export function evidenceAt(store, index) {
  const row = store.rows[index];
  return ruleAt(store, index).columns.map((column, at) => [
    column[1],
    shownEvidence(store.data, column[2], row[AT.evidence + at])
  ]);
}

/**
 * The sentence of a finding: kept whole, or made from the rule's template.
 * @param {Store} store
 * @param {number} index
 * @returns {string}
 */
export function messageAt(store, index) {
  const row = store.rows[index];
  const kept = row[AT.message];
  if (typeof kept === 'string') return kept;
  const rule = ruleAt(store, index);
  const place = store.data.places[store.place[index]];
  /** @type {Object<string, string>} */
  const values = Object.create(null);
  values.county = place[0];
  values.township = place[1];
  values.village = place[2];
  values.household_no = String(row[AT.household]);
  values.name = String(row[AT.subject]);
  rule.columns.forEach((column, at) => {
    values[column[0]] = shownEvidence(store.data, column[2], row[AT.evidence + at]);
  });
  return fillPieces(store.templates[store.rule[index]], values, store.data.texts['not-given']);
}

/**
 * The places where the rows stood, as findings.csv writes them: `vehicle.csv#1204`.
 * @param {Store} store
 * @param {number} index
 * @returns {string[]}
 */
export function sourcesAt(store, index) {
  const packed = textAt(store, index, 'sources');
  /** @type {string[]} */
  const shown = [];
  for (const group of packed === '' ? [] : packed.split(';')) {
    const cut = group.indexOf(':');
    const place = store.data.sources[Number(group.slice(0, cut))];
    for (const row of group.slice(cut + 1).split(',')) shown.push(place + '#' + row);
  }
  return shown;
}

/** @param {Store} store @param {number} index */
export const confidenceAt = (store, index) =>
  store.data.confidences[Number(store.rows[index][AT.confidence])];

/**
 * The text that is searched, made when it is first asked for.
 * @param {Store} store
 * @param {number} index
 * @returns {string}
 */
export function searchedText(store, index) {
  const known = store.texts[index];
  if (known !== undefined) return known;
  const place = store.data.places[store.place[index]];
  const rule = ruleAt(store, index);
  let text =
    textAt(store, index, 'id') +
    '\n' +
    rule.id +
    ' ' +
    rule.title +
    '\n' +
    place[0] +
    ' ' +
    place[1] +
    ' ' +
    place[2];
  text +=
    '\n' +
    textAt(store, index, 'household') +
    ' ' +
    textAt(store, index, 'subject') +
    ' ' +
    textAt(store, index, 'idNumber');
  text += '\n' + messageAt(store, index);
  const row = store.rows[index];
  rule.columns.forEach((column, at) => {
    text += '\n' + shownEvidence(store.data, column[2], row[AT.evidence + at]);
  });
  text = text.toLowerCase();
  store.texts[index] = text;
  return text;
}
