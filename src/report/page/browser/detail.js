import { element } from './element.js';
import { confidenceAt, evidenceAt, messageAt, ruleAt, sourcesAt, textAt } from './store.js';

/** @typedef {import('./store.js').Store} Store */

/** More sources than this are folded. */
const MANY = 12;

/**
 * All that is known of one finding: what was found, evidence, clause, what to check, sources, thresholds, id.
 * @param {Store} store
 * @param {number} index
 * @returns {HTMLElement}
 */
export function findingDetail(store, index) {
  const { texts, clauses } = store.data;
  const rule = ruleAt(store, index);
  const sources = sourcesAt(store, index);
  const list = (/** @type {string[]} */ items) =>
    element(
      'ul',
      { class: 'plain' },
      items.map(item => element('li', {}, [item]))
    );
  return element('div', { class: 'detail' }, [
    element('p', { class: 'message' }, [messageAt(store, index)]),
    element('div', { class: 'halves' }, [
      element('div', { class: 'half' }, [
        element('h4', {}, [texts['detail.verify']]),
        element('p', {}, [rule.verify]),
        element('h4', {}, [texts['detail.evidence']]),
        pairs(
          [[texts['detail.id-number'], textAt(store, index, 'idNumber')]].concat(evidenceAt(store, index)),
          texts
        )
      ]),
      element('div', { class: 'half' }, [
        element('h4', {}, [texts['detail.clause']]),
        element(
          'div',
          {},
          rule.clauses.map(clause =>
            element('p', {}, [element('b', {}, [clause]), ' ' + (clauses[clause] || '')])
          )
        ),
        element('h4', {}, [texts['detail.predicate']]),
        element('p', {}, [rule.predicate]),
        element('h4', {}, [texts['detail.parameters']]),
        rule.parameters.length > 0 ? pairs(rule.parameters, texts) : element('p', {}, [texts.none]),
        element('h4', {}, [
          texts['detail.sources'] + (sources.length > MANY ? ' (' + sources.length + ')' : '')
        ]),
        sources.length === 0
          ? element('p', {}, [texts.none])
          : sources.length <= MANY
            ? list(sources)
            : element('details', {}, [
                element('summary', {}, [sources.slice(0, 3).join('; ') + ' …']),
                list(sources)
              ]),
        element('p', { class: 'small' }, [
          texts['detail.id'] + ' ',
          element('code', {}, [textAt(store, index, 'id')]),
          ' · ' + texts['detail.confidence'] + ' ' + confidenceAt(store, index)[1]
        ])
      ])
    ])
  ]);
}

/**
 * A table of labels and values; a value that is not there shows as a dash.
 * @param {readonly (readonly string[])[]} rows
 * @param {Readonly<Object<string, string>>} texts
 */
function pairs(rows, texts) {
  return element('table', { class: 'pairs' }, [
    element(
      'tbody',
      {},
      rows.map(row =>
        element('tr', {}, [
          element('th', { scope: 'row' }, [row[0]]),
          element('td', {}, [row[1] === '' ? texts.empty : row[1]])
        ])
      )
    )
  ]);
}
