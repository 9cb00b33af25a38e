import { readAddress } from './address.js';
import { byId } from './element.js';
import { createList } from './list.js';
import { createStore, searchedText } from './store.js';
import { createVillage } from './village.js';

/** Texts made for the search in one go while nobody waits. */
const AT_ONCE = 2000;

/**
 * The JSON of a script element.
 * @param {Element} block
 * @returns {any}
 */
const read = block => JSON.parse(block.textContent || 'null');

function start() {
  const store = createStore(
    read(byId('page-data')),
    Array.from(document.querySelectorAll('script.findings'), read)
  );
  const shows = { findings: createList(store).show, villages: createVillage(store).show };
  const views = ['overview', 'findings', 'villages', 'coverage'];

  function turnTo() {
    const address = readAddress(window.location.hash);
    const view = views.indexOf(address.view) >= 0 ? address.view : views[0];
    views.forEach(name => {
      byId(name).hidden = name !== view;
      const link = byId('to-' + name);
      if (name === view) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    });
    if (view === 'findings' || view === 'villages') shows[view](address.values);
    window.scrollTo(0, 0);
  }
  window.addEventListener('hashchange', turnTo);
  turnTo();

  let next = 0;
  const prepare = () => {
    const end = Math.min(store.count, next + AT_ONCE);
    for (; next < end; next += 1) searchedText(store, next);
    if (next < store.count) window.setTimeout(prepare, 4);
    else document.documentElement.setAttribute('data-ready', '');
  };
  window.setTimeout(prepare, 50);
}

start();
