// How a report.html behaves in Chromium: its size, how soon it is open, and how long each filter and each sorting takes until the list is painted.
// node scripts/bench-page.mjs hecha-out/latest/report.html   (a county of 44,500 households, `hecha synth`, makes 50,000 findings)
import { realpathSync, statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const path = realpathSync(process.argv[2] ?? 'hecha-out/latest/report.html');
const browser = await chromium.launch({
  executablePath: process.env.HECHA_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
await page.goto(pathToFileURL(path).href);
const opened = await page.evaluate('performance.getEntriesByType("navigation")[0].loadEventEnd');
await page.waitForSelector('html[data-ready]', { state: 'attached' });
await page.click('#to-findings');
const measured = await page.evaluate(`(async () => {
  const took = {};
  const measure = async (name, act) => {
    const start = performance.now();
    act();
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
    took[name] = Math.round(performance.now() - start);
  };
  const choose = (id, value) => () => {
    const field = document.getElementById(id);
    field.value = value;
    field.dispatchEvent(new Event('change'));
  };
  const search = (text) => () => {
    document.getElementById('f-text').value = text;
    document.getElementById('filters').dispatchEvent(new Event('submit', { cancelable: true }));
  };
  for (const name of ['township', 'family', 'rule', 'severity', 'status']) {
    const value = document.getElementById('f-' + name).options[1].value;
    await measure(name, choose('f-' + name, value));
    await measure(name + ' off', choose('f-' + name, ''));
  }
  await measure('text', search('2015'));
  await measure('text off', search(''));
  for (const head of document.querySelectorAll('th[data-sort]'))
    await measure('sort by ' + head.dataset.sort, () => head.click());
  return took;
})()`);
await browser.close();
console.log(`${(statSync(path).size / 1e6).toFixed(1)} MB, open after ${Math.round(opened)} ms`);
console.table(measured);
