import { writeAddress } from './address.js';
import { findingDetail } from './detail.js';
import { byId, element, grouped, replaceChildren } from './element.js';
import { fillText } from './fill.js';
import { matching, noFilter, sorted, statusCode, townshipKey } from './filter.js';
import { messageAt, ruleAt, textAt } from './store.js';

/** @typedef {import('./store.js').Store} Store */
/** @typedef {import('./filter.js').Filter} Filter */
/** @typedef {import('./filter.js').SortColumn} SortColumn */

const FIELDS = /** @type {(keyof Filter)[]} */ ([
  'township',
  'village',
  'family',
  'rule',
  'severity',
  'status',
  'text'
]);
/** Milliseconds after the last key before the text is searched. */
const PAUSE = 150;

/**
 * The view of all findings: filters, sorting, pages, and a finding that opens.
 * @param {Store} store
 * @returns {{ show: (values: Object<string, string>) => void }} shows what an address asks for
 */
export function createList(store) {
  const { texts } = store.data;
  let filter = noFilter();
  /** @type {{ column: SortColumn, descending: boolean } | undefined} the gravest first, until somebody sorts otherwise */
  let order = { column: 'severity', descending: false };
  /** @type {Uint32Array} */
  let found = new Uint32Array(0);
  let page = 0;
  const body = byId('list-body');
  const field = (/** @type {string} */ name) =>
    /** @type {HTMLInputElement | HTMLSelectElement} */ (byId('f-' + name));
  const sizeField = /** @type {HTMLSelectElement} */ (byId('page-size'));
  const pageSize = () => Number(sizeField.value);
  const isAll = () => FIELDS.every(name => filter[name] === '');
  const pages = () => Math.max(1, Math.ceil(found.length / pageSize()));

  fillOptions(store, field);

  function search() {
    found = sorted(store, matching(store, filter), order);
    page = 0;
    byId('found').textContent = fillText(isAll() ? texts['found.all'] : texts['found.some'], {
      count: grouped(found.length),
      all: grouped(store.count)
    });
    showPage();
  }

  function showPage() {
    const start = page * pageSize();
    const rows = Array.from(found.slice(start, start + pageSize()), index => findingRow(store, index));
    replaceChildren(body, rows.length > 0 ? rows : [element('tr', {}, [emptyCell(texts['found.none'])])]);
    byId('page-number').textContent = fillText(texts['page-of'], {
      page: grouped(page + 1),
      pages: grouped(pages())
    });
    /** @type {[string, boolean][]} */
    const ends = [
      ['page-first', page === 0],
      ['page-previous', page === 0],
      ['page-next', page >= pages() - 1],
      ['page-last', page >= pages() - 1]
    ];
    ends.forEach(([id, isEnd]) => {
      /** @type {HTMLButtonElement} */ (byId(id)).disabled = isEnd;
    });
  }

  function turnTo(/** @type {number} */ number) {
    page = Math.min(Math.max(0, number), pages() - 1);
    showPage();
    byId('list').scrollIntoView();
  }

  /** The address follows the filters, so that it can be passed on; some browsers do not allow it for files. */
  function keepAddress() {
    const values = Object.create(null);
    FIELDS.forEach(name => {
      values[name] = filter[name];
    });
    try {
      window.history.replaceState(null, '', writeAddress('findings', values));
    } catch (_) {
      // The list is right all the same.
    }
  }

  function readFields() {
    const township = filter.township;
    FIELDS.forEach(name => {
      filter[name] = field(name).value;
    });
    if (filter.township !== township) offerVillages();
    keepAddress();
    search();
  }

  /** Only the villages of the township that is chosen, lest two of one name be mixed up. */
  function offerVillages() {
    const names = new Set();
    store.data.places.forEach(place => {
      if (place[2] !== '' && townshipKey(place) === filter.township) names.add(place[2]);
    });
    const select = field('village');
    replaceOptions(select, Array.from(names).sort(), name => [name, name]);
    /** @type {HTMLSelectElement} */ (select).disabled = names.size === 0;
    if (!names.has(filter.village)) filter.village = '';
    select.value = filter.village;
  }

  let timer = 0;
  FIELDS.forEach(name => {
    field(name).addEventListener(name === 'text' ? 'input' : 'change', () => {
      window.clearTimeout(timer);
      if (name === 'text') timer = window.setTimeout(readFields, PAUSE);
      else readFields();
    });
  });
  byId('filters').addEventListener('submit', event => {
    event.preventDefault();
    // What was typed is searched now, and not once more later, which would close what has been opened since.
    window.clearTimeout(timer);
    readFields();
  });
  byId('f-reset').addEventListener('click', () => show(Object.create(null), true));
  sizeField.addEventListener('change', () => turnTo(0));
  byId('page-first').addEventListener('click', () => turnTo(0));
  byId('page-previous').addEventListener('click', () => turnTo(page - 1));
  byId('page-next').addEventListener('click', () => turnTo(page + 1));
  byId('page-last').addEventListener('click', () => turnTo(pages() - 1));
  const heads = Array.from(document.querySelectorAll('#list th[data-sort]'));
  const markOrder = () => {
    heads.forEach(head => {
      const isSorted = order !== undefined && head.getAttribute('data-sort') === order.column;
      const direction = order !== undefined && order.descending ? 'descending' : 'ascending';
      head.setAttribute('aria-sort', isSorted ? direction : 'none');
    });
  };
  markOrder();
  heads.forEach(head => {
    head.addEventListener('click', () => {
      const column = /** @type {SortColumn} */ (head.getAttribute('data-sort'));
      // Once up, once down, then the order of the report.
      if (order === undefined || order.column !== column) order = { column, descending: false };
      else order = order.descending ? undefined : { column, descending: true };
      markOrder();
      search();
    });
  });

  function show(/** @type {Object<string, string>} */ values, /** @type {boolean} */ isReset = false) {
    filter = noFilter();
    FIELDS.forEach(name => {
      filter[name] = values[name] || '';
    });
    field('township').value = filter.township;
    offerVillages();
    FIELDS.forEach(name => {
      field(name).value = filter[name];
    });
    if (isReset) keepAddress();
    search();
    if (found.length === 1) openRow(body.querySelector('button.open'));
  }

  return { show: values => show(values) };
}

/**
 * The row of one finding; the row below it, with all details, is made when it opens.
 * @param {Store} store
 * @param {number} index
 * @returns {HTMLElement}
 */
function findingRow(store, index) {
  const { data } = store;
  const { texts } = data;
  const [severity, severityLabel] = data.severities[store.severity[index]];
  const [status, statusLabel] = data.statuses[store.status[index]];
  const rule = ruleAt(store, index);
  const place = data.places[store.place[index]];
  const message = messageAt(store, index);
  const cell = (/** @type {string} */ name, /** @type {(Node | string)[]} */ children) =>
    element('td', { class: 'c-' + name }, children);
  const toggle = element('button', { type: 'button', class: 'open', 'aria-expanded': 'false' }, [
    element('span', { class: 'arrow', 'aria-hidden': 'true' }),
    element('span', { class: 'tag ' + severity }, [severityLabel]),
    element('span', { class: 'hidden-text' }, [
      ' ' + texts['open-finding'] + ' ' + textAt(store, index, 'id')
    ])
  ]);
  const row = element('tr', { class: 'finding' }, [
    cell('severity', [toggle]),
    cell('status', [element('span', { class: 'status ' + statusCode(status) }, [statusLabel])]),
    cell('rule', [element('b', {}, [rule.id]), ' ' + rule.title]),
    cell('township', [place[1]]),
    cell('village', [place[2]]),
    cell('household', [textAt(store, index, 'household')]),
    cell('subject', [textAt(store, index, 'subject')]),
    cell('message', [message])
  ]);
  /** @type {HTMLElement | undefined} */
  let below;
  const turn = () => {
    if (below) {
      if (below.parentNode) below.parentNode.removeChild(below);
      below = undefined;
    } else {
      const wide = emptyCell('');
      wide.appendChild(findingDetail(store, index));
      below = element('tr', { class: 'opened' }, [wide]);
      if (row.parentNode) row.parentNode.insertBefore(below, row.nextSibling);
    }
    toggle.setAttribute('aria-expanded', String(below !== undefined));
  };
  row.addEventListener('click', () => {
    // Who marks a text in order to copy it does not want the row to open.
    const marked = window.getSelection();
    if (!marked || marked.isCollapsed || String(marked) === '') turn();
  });
  return row;
}

/** @param {string} text */
const emptyCell = text => element('td', { colspan: '8' }, [text]);

/** @param {Element | null} button */
function openRow(button) {
  if (button instanceof HTMLElement && button.getAttribute('aria-expanded') === 'false') button.click();
}

/**
 * Puts the choices of a run into the filters.
 * @param {Store} store
 * @param {(name: string) => HTMLInputElement | HTMLSelectElement} field
 */
function fillOptions({ data, count, rule }, field) {
  const townships = new Map();
  data.places.forEach(place => {
    if (place[1] !== '') townships.set(townshipKey(place), place);
  });
  const counties = new Set(Array.from(townships.values(), place => place[0])).size;
  replaceOptions(field('township'), Array.from(townships.keys()).sort(), key => {
    const place = townships.get(key);
    return [key, counties > 1 ? place[0] + place[1] : place[1]];
  });
  const counts = new Uint32Array(data.rules.length);
  for (let index = 0; index < count; index += 1) counts[rule[index]] += 1;
  replaceOptions(field('family'), Object.keys(data.families), code => [code, data.families[code]]);
  const families = Object.keys(data.families);
  const rules = data.rules.map((each, at) => ({ each, at, rank: families.indexOf(each.family) }));
  rules.sort((a, b) => a.rank - b.rank || a.at - b.at);
  replaceOptions(field('rule'), rules, ({ each, at }) => [
    each.id,
    each.id + ' ' + each.title + ' (' + grouped(counts[at]) + ')'
  ]);
  replaceOptions(field('severity'), data.severities, each => [each[0], each[1]]);
  const statuses = new Map();
  data.statuses.forEach(([code, label]) => {
    if (!statuses.has(statusCode(code)))
      statuses.set(statusCode(code), data.texts['status.' + statusCode(code)] || label);
  });
  replaceOptions(field('status'), Array.from(statuses).concat([['all', data.texts['with-closed']]]), pair => [
    pair[0],
    pair[1]
  ]);
}

/**
 * The options of a choice, behind the first one, which is all.
 * @template T
 * @param {Element} select
 * @param {readonly T[]} entries
 * @param {(entry: T) => readonly [string, string]} option value and label
 */
function replaceOptions(select, entries, option) {
  const all = /** @type {Element} */ (select.firstElementChild);
  const options = entries.map(entry => {
    const [value, label] = option(entry);
    return element('option', { value }, [label]);
  });
  replaceChildren(select, [/** @type {Node} */ (all)].concat(options));
}
