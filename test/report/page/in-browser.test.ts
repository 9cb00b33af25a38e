import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { vehicleFinding } from '../fixture.js';
import { browserAtHand } from './browser-at-hand.js';
import { HOSTILE, hostileFindings, writtenPage } from './written-page.js';

const atHand = await browserAtHand();

/** More than a page of the list, in two townships. */
const many = Array.from({ length: 120 }, (_, index) =>
  vehicleFinding({
    finding_id: `MANY${String(index).padStart(8, '0')}`,
    township: index % 3 === 0 ? '安平乡' : '白沙镇',
    village: index % 2 === 0 ? '柳湾村' : '沙坡村',
    severity: index % 4 === 0 ? 'medium' : 'high',
    status: index === 7 ? 'closed:不属实' : 'persisting',
    household_no: `00000001${String(index).padStart(2, '0')}`,
  }),
);

describe.skipIf(atHand === undefined)('the page in a browser', () => {
  let folder: string;
  let browser: Browser;
  let page: Page;
  let requests: string[];
  let complaints: string[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hecha-browser-'));
    await writeFile(join(folder, 'report.html'), await writtenPage({}, [...hostileFindings, ...many]));
    await writeFile(join(folder, 'english.html'), await writtenPage({ lang: 'en' }, many));
    browser = await chromium.launch({
      ...(atHand && { executablePath: atHand.executablePath, env: { ...process.env, ...atHand.env } }),
      args: ['--no-sandbox'],
    });
  });
  afterAll(async () => {
    await browser?.close();
    await atHand?.remove();
    await rm(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, offline: true });
    page = await context.newPage();
    page.setDefaultTimeout(10_000);
    requests = [];
    complaints = [];
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(address());
  });
  afterEach(async () => {
    expect(complaints).toEqual([]);
    expect(requests.filter((url) => !url.startsWith('file:') && !url.startsWith('data:'))).toEqual([]);
    await page.context().close();
  });

  const address = (hash = '', name = 'report.html'): string =>
    `${pathToFileURL(join(folder, name)).href}${hash}`;
  const rows = () => page.locator('#list-body > tr.finding');
  const found = () => page.locator('#found').innerText();

  it('opens from disk on the first screen, with the rest one step away', async () => {
    await expect.poll(() => page.locator('h1').innerText()).toContain('清水县');
    await expect.poll(() => page.locator('#overview').isVisible()).toBe(true);
    for (const view of ['findings', 'villages', 'coverage']) {
      await page.click(`#to-${view}`);
      await expect.poll(() => page.locator(`#${view}`).isVisible(), { message: view }).toBe(true);
      await expect.poll(() => page.locator('#overview').isVisible(), { message: view }).toBe(false);
      await expect.poll(() => page.locator(`#to-${view}`).getAttribute('aria-current')).toBe('page');
    }
    await page.goBack();
    await expect.poll(() => page.locator('#villages').isVisible()).toBe(true);
  });

  it('leads from a number to its findings', async () => {
    await page.locator('.families a[href="#findings?family=dual-dataset"]').click();
    await expect.poll(() => rows().count()).toBe(1);
    await expect.poll(() => page.inputValue('#f-family')).toBe('dual-dataset');
    // One alone is opened at once.
    await expect.poll(() => page.locator('.opened').count()).toBe(1);
  });

  it('filters, clears, sorts and turns pages', async () => {
    await page.click('#to-findings');
    await expect.poll(() => rows().count()).toBe(50);
    const all = await found();
    await page.selectOption('#f-severity', 'medium');
    await page.selectOption('#f-township', { label: '安平乡' });
    await expect.poll(found).toMatch(/符合条件 11 条/);
    await page.selectOption('#f-village', '柳湾村');
    await page.fill('#f-text', '0000000112');
    await expect.poll(found).toMatch(/符合条件 1 条/);
    expect(page.url()).toContain('text=0000000112');
    await page.click('#f-reset');
    await expect.poll(found).toBe(all);
    await page.selectOption('#f-status', 'closed');
    await expect.poll(() => rows().count()).toBe(1);
    await page.click('#f-reset');
    await page.click('#page-next');
    await expect.poll(() => page.locator('#page-number').innerText()).toBe('第 2 / 3 页');
    await page.click('#page-last');
    await expect.poll(() => page.locator('#page-next').isDisabled()).toBe(true);
    await page.selectOption('#page-size', '500');
    await expect.poll(() => rows().count()).toBe(130);
    const sort = page.locator('th[data-sort="household"]');
    await sort.click();
    await expect.poll(() => sort.getAttribute('aria-sort')).toBe('ascending');
    await sort.click();
    await expect.poll(() => sort.getAttribute('aria-sort')).toBe('descending');
    const numbers = await page.locator('td.c-household').allInnerTexts();
    expect(numbers).toEqual([...numbers].sort().reverse());
  });

  it('opens a finding by mouse with all that is known of it', async () => {
    await page.goto(address('#findings?text=AAAAAAAAAAA2'));
    const detail = await page.locator('.detail').innerText();
    for (const text of [
      '＝1+1',
      '000000********123X',
      '(一)4',
      '核实是否本人实际所有和使用',
      '机动车.csv#12',
      '名册.xlsx!Sheet1#87',
      '老旧车辆年限',
      '10年',
      'AAAAAAAAAAA2',
    ])
      expect(detail).toContain(text);
    await page.locator('tr.finding td.c-message').click();
    await expect.poll(() => page.locator('.opened').count()).toBe(0);
  });

  it('does all of that by keyboard', async () => {
    await page.keyboard.press('Tab');
    await expect.poll(() => page.evaluate('document.activeElement.className')).toBe('skip');
    await page.focus('#to-findings');
    await page.keyboard.press('Enter');
    await page.focus('#f-text');
    await page.keyboard.type('AAAAAAAAAAA');
    await page.keyboard.press('Enter');
    await expect.poll(() => rows().count()).toBe(3);
    await page.keyboard.press('Tab');
    await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('f-reset');
    await page.locator('button.open').first().focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('button.open').first().getAttribute('aria-expanded')).toBe('true');
    await expect.poll(() => page.locator('.detail').count()).toBe(1);
    await page.keyboard.press('Space');
    await expect.poll(() => page.locator('.detail').count()).toBe(0);
    await page.locator('th[data-sort="rule"] button').focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('th[data-sort="rule"]').getAttribute('aria-sort')).toBe('ascending');
  });

  it('shows a village on one sheet', async () => {
    await page.click('#to-villages');
    await page.selectOption('#v-village', '柳湾村');
    const sheet = await page.locator('#v-sheet').innerText();
    for (const text of [
      '2 户 7 人',
      '12000',
      '0000000001',
      '欧阳**',
      '2,101',
      '未脱贫',
      '教育',
      '不明：医疗、饮水',
    ])
      expect(sheet).toContain(text);
    expect(sheet).toContain('核实是否本人实际所有和使用');
    // What a verdict closed asks for no visit.
    expect(sheet).not.toContain('MANY00000007');
    await page.goto(address(`#villages?${new URLSearchParams({ village: '柳湾村' })}`));
    await expect.poll(() => page.locator('.sheet-title').innerText()).toContain('柳湾村');
  });

  it('runs nothing that stands in a cell', async () => {
    await page.goto(address('#findings?rule=MI01'));
    await page.selectOption('#page-size', '500');
    for (let index = 0; index < HOSTILE.length; index += 1) {
      await page.fill('#f-text', `HOSTILE${index}`);
      await page.keyboard.press('Enter');
      const opened = page.locator('button.open');
      if ((await opened.first().getAttribute('aria-expanded')) === 'false') await opened.first().click();
    }
    await page.click('#to-villages');
    for (const value of HOSTILE.slice(0, 6)) {
      await page.selectOption('#v-village', value);
      await expect.poll(() => page.locator('.sheet-title').innerText()).toContain(value);
    }
    await expect.poll(() => page.evaluate('window.hacked')).toBeUndefined();
    await expect
      .poll(() => page.locator('img, iframe, object, embed, [onload], [onerror], [onfocus]').count())
      .toBe(0);
    await expect.poll(() => page.locator('script:not([type])').count()).toBe(1);
  });

  it('has nothing that axe finds seriously wrong, in any view, on any width', async () => {
    for (const name of ['report.html', 'english.html']) {
      await page.goto(address('', name));
      await page.evaluate(axe.source);
      for (const view of ['overview', 'findings', 'villages', 'coverage']) {
        await page.click(`#to-${view}`);
        if (view === 'findings') await page.locator('button.open').first().click();
        const faults = await page.evaluate<
          string[]
        >(`axe.run({ resultTypes: ['violations'] }).then((result) =>
          result.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
            .map(({ id, nodes }) => id + ' ' + nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(' ')))`);
        expect(faults, `${name} ${view}`).toEqual([]);
      }
    }
  });

  it('fits a phone without scrolling sideways', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    for (const view of ['overview', 'findings', 'villages', 'coverage']) {
      await page.click(`#to-${view}`);
      if (view === 'findings') await page.locator('button.open').first().click();
      await expect
        .poll(() => page.evaluate('document.documentElement.scrollWidth'), { message: view })
        .toBeLessThanOrEqual(390);
    }
  });

  it('prints', async () => {
    const overview = await page.pdf({ format: 'A4' });
    expect(overview.subarray(0, 5).toString()).toBe('%PDF-');
    await page.goto(address('#villages?village=柳湾村'));
    const hidden = await page
      .emulateMedia({ media: 'print' })
      .then(() =>
        Promise.all(['nav', '#v-print', '#overview'].map((part) => page.locator(part).first().isVisible())),
      );
    expect(hidden).toEqual([false, false, false]);
    await expect.poll(() => page.locator('.sheet-title').isVisible()).toBe(true);
  });
});
