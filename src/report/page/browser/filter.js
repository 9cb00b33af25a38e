import { ruleAt, searchedText, textAt } from './store.js';

/** @typedef {import('./store.js').Store} Store */

/**
 * What is asked for; an empty text asks for nothing, of the status for all that are open; `all` is with those that are closed.
 * Otherwise `status` is the code without the verdict that may follow it.
 * @typedef {object} Filter
 * @property {string} township
 * @property {string} village
 * @property {string} family
 * @property {string} rule
 * @property {string} severity
 * @property {string} status
 * @property {string} text words, all of which must occur
 */

/** @typedef {'severity' | 'status' | 'rule' | 'township' | 'village' | 'household' | 'subject'} SortColumn */

/** @returns {Filter} */
export const noFilter = () => ({
  township: '',
  village: '',
  family: '',
  rule: '',
  severity: '',
  status: '',
  text: ''
});

/**
 * A township's name with its county, for two counties may have townships of one name.
 * @param {readonly string[]} place
 */
export const townshipKey = place => place[0] + '/' + place[1];

/** The code of a status such as `changed:…`. @param {string} status */
export const statusCode = status => status.split(':')[0];

/** What a verdict closed is shown only to who asks for it. @param {string} asked @param {string} status */
const isAskedStatus = (asked, status) =>
  asked === 'all' || (asked === '' ? status !== 'closed' : status === asked);

/**
 * For each entry of a list 1 when it is asked for, else 0.
 * @template T
 * @param {readonly T[]} list
 * @param {(entry: T) => boolean} isAsked
 */
const chosen = (list, isAsked) => Uint8Array.from(list.map(entry => (isAsked(entry) ? 1 : 0)));

/**
 * The findings that a filter leaves, in the order of the report.
 * @param {Store} store
 * @param {Filter} filter
 * @returns {Uint32Array} their indexes
 */
export function matching(store, filter) {
  const { data } = store;
  const rules = chosen(
    data.rules,
    rule =>
      (filter.rule === '' || rule.id === filter.rule) &&
      (filter.family === '' || rule.family === filter.family)
  );
  const severities = chosen(data.severities, each => filter.severity === '' || each[0] === filter.severity);
  const statuses = chosen(data.statuses, each => isAskedStatus(filter.status, statusCode(each[0])));
  const places = chosen(
    data.places,
    place =>
      (filter.township === '' || townshipKey(place) === filter.township) &&
      (filter.village === '' || place[2] === filter.village)
  );
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  const found = new Uint32Array(store.count);
  let count = 0;
  for (let index = 0; index < store.count; index += 1) {
    if (
      rules[store.rule[index]] &&
      severities[store.severity[index]] &&
      statuses[store.status[index]] &&
      places[store.place[index]] &&
      (words.length === 0 || words.every(word => searchedText(store, index).indexOf(word) >= 0))
    ) {
      found[count] = index;
      count += 1;
    }
  }
  return found.slice(0, count);
}

/**
 * The same findings sorted by one column; equals stay in the order of the report.
 * @param {Store} store
 * @param {Uint32Array} found
 * @param {{ column: SortColumn, descending: boolean } | undefined} order
 * @returns {Uint32Array}
 */
export function sorted(store, found, order) {
  if (order === undefined) return found;
  const keys = sortKeys(store, found, order.column);
  const turn = order.descending ? -1 : 1;
  const places = Array.from(found, (_, at) => at);
  places.sort((a, b) => (keys[a] < keys[b] ? -turn : keys[a] > keys[b] ? turn : a - b));
  return Uint32Array.from(places, at => found[at]);
}

/**
 * What is compared: numbers, of names their rank in the order of the language.
 * @param {Store} store
 * @param {Uint32Array} found
 * @param {SortColumn} column
 * @returns {(string | number)[]}
 */
function sortKeys(store, found, column) {
  const { data } = store;
  const of = (/** @type {(index: number) => string | number} */ key) => Array.from(found, key);
  switch (column) {
    case 'severity':
      return of(index => store.severity[index]);
    case 'status': {
      const rank = ranks(data.statuses.map(status => status[0]));
      return of(index => rank[store.status[index]]);
    }
    case 'rule':
      return of(index => ruleAt(store, index).id);
    case 'township': {
      const rank = ranks(data.places.map(place => place[0] + ' ' + place[1]));
      return of(index => rank[store.place[index]]);
    }
    case 'village': {
      const rank = ranks(data.places.map(place => place[2]));
      return of(index => rank[store.place[index]]);
    }
    default:
      return of(index => textAt(store, index, column));
  }
}

/**
 * The rank of each text in the order in which people look names up; equal texts have one rank.
 * @param {readonly string[]} texts
 */
function ranks(texts) {
  const compare = new Intl.Collator(['zh-Hans-CN', 'en']).compare;
  const order = Array.from(new Set(texts)).sort(compare);
  const rank = new Map(order.map((text, at) => /** @type {[string, number]} */ ([text, at])));
  return texts.map(text => rank.get(text) || 0);
}
