import { writeAddress } from './address.js';
import { byId, element, grouped, replaceChildren } from './element.js';
import { statusCode, townshipKey } from './filter.js';
import { messageAt, ruleAt, textAt } from './store.js';

/** @typedef {import('./store.js').Store} Store */
/** @typedef {import('../page-data.js').PageVillage} PageVillage */
/** @typedef {import('../page-data.js').HouseholdBlock} HouseholdBlock */
/** @typedef {import('../page-data.js').HouseholdRow} HouseholdRow */

/** The guarantees by their place in the sums of a row. */
const GUARANTEES = ['education', 'housing', 'medical', 'water'];

/**
 * The view of one village: its indicators, findings by rule, households, and each finding in words; one sheet to print.
 * @param {Store} store
 * @returns {{ show: (values: Object<string, string>) => void }}
 */
export function createVillage(store) {
  const { data } = store;
  const { texts, places } = data;
  const townshipField = /** @type {HTMLSelectElement} */ (byId('v-township'));
  const villageField = /** @type {HTMLSelectElement} */ (byId('v-village'));
  /** @type {Map<string, PageVillage[]>} */
  const byTownship = new Map();
  data.villages.forEach(village => {
    const key = townshipKey(places[village.place]);
    const known = byTownship.get(key);
    if (known) known.push(village);
    else byTownship.set(key, [village]);
  });
  const counties = new Set(data.villages.map(village => places[village.place][0])).size;

  replaceChildren(
    townshipField,
    Array.from(byTownship, ([key, villages]) => {
      const place = places[villages[0].place];
      return element('option', { value: key }, [
        (counties > 1 ? place[0] : '') + (place[1] || texts['no-township'])
      ]);
    })
  );
  const offerVillages = () => {
    replaceChildren(
      villageField,
      (byTownship.get(townshipField.value) || []).map(village =>
        element('option', { value: places[village.place][2] }, [places[village.place][2]])
      )
    );
  };
  const choose = () => {
    try {
      window.history.replaceState(
        null,
        '',
        writeAddress('villages', { township: townshipField.value, village: villageField.value })
      );
    } catch (_) {
      // Not allowed for files by some browsers; the sheet is right all the same.
    }
    showSheet();
  };
  townshipField.addEventListener('change', () => {
    offerVillages();
    choose();
  });
  villageField.addEventListener('change', choose);
  byId('v-print').addEventListener('click', () => window.print());

  function showSheet() {
    const village = (byTownship.get(townshipField.value) || []).find(
      each => places[each.place][2] === villageField.value
    );
    replaceChildren(byId('v-sheet'), village ? villageSheet(store, village) : []);
  }

  return {
    show(values) {
      if (byTownship.size === 0) return;
      townshipField.value = byTownship.has(values.township || '') ? values.township : townshipField.value;
      offerVillages();
      if (values.village) villageField.value = values.village;
      if (villageField.selectedIndex < 0) villageField.selectedIndex = 0;
      showSheet();
    }
  };
}

/**
 * @param {Store} store
 * @param {PageVillage} village
 * @returns {HTMLElement[]}
 */
function villageSheet(store, village) {
  const { texts, places } = store.data;
  const place = places[village.place];
  /** @type {number[]} */
  const findings = [];
  for (let index = 0; index < store.count; index += 1) {
    const isClosed = statusCode(store.data.statuses[store.status[index]][0]) === 'closed';
    if (store.place[index] === village.place && !isClosed) findings.push(index);
  }
  const households = householdRows(village.place);
  return [
    element('h3', { class: 'sheet-title' }, [place[0] + ' ' + place[1] + ' ' + place[2]]),
    element('h4', {}, [texts['village.indicators']]),
    element(
      'dl',
      { class: 'indicators' },
      village.indicators.map(([label, value]) =>
        element('div', {}, [
          element('dt', {}, [label]),
          element('dd', {}, [value === '' ? texts.empty : value])
        ])
      )
    ),
    element('h4', {}, [texts['village.findings'] + ' (' + grouped(findings.length) + ')']),
    findings.length === 0
      ? element('p', {}, [texts['village.no-findings']])
      : findingsByRule(store, findings),
    element('h4', {}, [texts['village.households'] + ' (' + grouped(households.length) + ')']),
    households.length === 0
      ? element('p', {}, [texts['village.no-households']])
      : householdTable(store, households, findings),
    findings.length === 0 ? element('p', {}, []) : element('h4', {}, [texts['village.in-words']]),
    inWords(store, findings)
  ];
}

/**
 * The households of a village, read when they are first wanted.
 * @param {number} place
 * @returns {readonly HouseholdRow[]}
 */
function householdRows(place) {
  const block = document.querySelector('script.households[data-place="' + place + '"]');
  if (!block || !block.textContent) return [];
  return /** @type {HouseholdBlock} */ (JSON.parse(block.textContent)).rows;
}

/** @param {Store} store @param {number[]} findings */
function findingsByRule(store, findings) {
  const { severities, texts } = store.data;
  /** @type {Map<number, number[]>} */
  const counts = new Map();
  findings.forEach(index => {
    const rule = store.rule[index];
    const known = counts.get(rule) || severities.map(() => 0);
    known[store.severity[index]] += 1;
    counts.set(rule, known);
  });
  const number = (/** @type {number} */ value) =>
    element('td', { class: 'number' }, [value === 0 ? '-' : grouped(value)]);
  return element('table', { class: 'grid' }, [
    element('thead', {}, [
      element('tr', {}, [
        element('th', { scope: 'col' }, [texts['village.rule']]),
        ...severities.map(each => element('th', { scope: 'col', class: 'number' }, [each[1]])),
        element('th', { scope: 'col', class: 'number' }, [texts.total])
      ])
    ]),
    element(
      'tbody',
      {},
      Array.from(counts, ([rule, each]) =>
        element('tr', {}, [
          element('th', { scope: 'row' }, [store.data.rules[rule].id + ' ' + store.data.rules[rule].title]),
          ...each.map(number),
          number(each.reduce((sum, value) => sum + value, 0))
        ])
      )
    )
  ]);
}

/**
 * @param {Store} store
 * @param {readonly HouseholdRow[]} households
 * @param {number[]} findings
 */
function householdTable(store, households, findings) {
  const { texts, words } = store.data;
  /** @type {Map<string, number>} */
  const counts = new Map();
  findings.forEach(index => {
    const number = textAt(store, index, 'household');
    counts.set(number, (counts.get(number) || 0) + 1);
  });
  const titles = [
    'household',
    'head',
    'members',
    'category',
    'state',
    'exit-year',
    'income',
    'gaps',
    'count'
  ];
  const numeric = ['members', 'income', 'count'];
  return element(
    'div',
    { class: 'scroll', tabindex: '0', role: 'group', 'aria-label': texts['village.households'] },
    [
      element('table', { class: 'grid households' }, [
        element('thead', {}, [
          element(
            'tr',
            {},
            titles.map(name =>
              element('th', { scope: 'col', class: numeric.indexOf(name) >= 0 ? 'number' : '' }, [
                texts['village.' + name]
              ])
            )
          )
        ]),
        element(
          'tbody',
          {},
          households.map(row => {
            const found = counts.get(row[0]) || 0;
            return element('tr', { class: found > 0 ? 'flagged' : '' }, [
              element('td', {}, [row[0]]),
              element('td', {}, [row[1]]),
              element('td', { class: 'number' }, [String(row[2])]),
              element('td', {}, [words[row[3]] || texts.empty]),
              element('td', {}, [words[row[4]] || texts.empty]),
              element('td', {}, [row[5] === null ? '' : String(row[5])]),
              element('td', { class: 'number' }, [
                row[6] === null ? texts.unknown : grouped(Math.round(row[6]))
              ]),
              element('td', {}, [gapsText(row[7], row[8], texts)]),
              element('td', { class: 'number' }, [found === 0 ? '-' : String(found)])
            ]);
          })
        )
      ])
    ]
  );
}

/**
 * Which guarantees lack something, and which are not known: what is not known is no clean bill.
 * @param {number} gaps
 * @param {number} known
 * @param {Readonly<Object<string, string>>} texts
 */
function gapsText(gaps, known, texts) {
  const of = (/** @type {(bit: number) => boolean} */ isMeant) =>
    GUARANTEES.filter((_, at) => isMeant(1 << at))
      .map(name => texts['guarantee.' + name])
      .join(texts['list-separator']);
  const lacking = of(bit => (gaps & bit) !== 0);
  const unknown = of(bit => (gaps & bit) === 0 && (known & bit) === 0);
  return (
    [lacking, unknown === '' ? '' : texts.unknown + texts.colon + unknown]
      .filter(Boolean)
      .join(texts.semicolon) || '-'
  );
}

/**
 * Every finding of the village in words, household by household, with what to check.
 * @param {Store} store
 * @param {number[]} findings
 */
function inWords(store, findings) {
  const { severities, texts } = store.data;
  /** @type {Map<string, number[]>} */
  const groups = new Map();
  findings.forEach(index => {
    const number = textAt(store, index, 'household');
    const known = groups.get(number);
    if (known) known.push(index);
    else groups.set(number, [index]);
  });
  return element(
    'ul',
    { class: 'in-words' },
    Array.from(groups.keys())
      .sort()
      .map(number =>
        element('li', {}, [
          element('b', {}, [number === '' ? texts['village.itself'] : number]),
          element(
            'ul',
            {},
            (groups.get(number) || []).map(index => {
              const [severity, label] = severities[store.severity[index]];
              const rule = ruleAt(store, index);
              return element('li', {}, [
                element('span', { class: 'tag ' + severity }, [label]),
                ' ' + rule.id + ' ' + messageAt(store, index),
                element('span', { class: 'verify' }, [
                  ' ' + texts['detail.verify'] + texts.colon + rule.verify
                ])
              ]);
            })
          )
        ])
      )
  );
}
