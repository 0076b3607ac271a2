import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Report } from '@holdfast/triage';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { browserPath, startBrowser } from '../src/browser.js';
import type { Setting } from '../src/matrix.js';
import { writeProject } from '../src/project.js';
import { runCommandLine } from '../src/run-command-line.js';
import { runProject } from '../src/run-project.js';

const SETTINGS: readonly Setting[] = [
  { runner: 'vitest-4', mode: 'forks' },
  { runner: 'jest-30', mode: 'in-band' },
];

const ATTACK = `</script><img src=x onerror="document.title='run'"> {{report}} <!--`;

const FILES = {
  'src/cart.js': 'exports.total = (cart) => cart.lines.length;\n',
  'test/cart.test.js': `
const { total } = require('../src/cart.js');
test('adds up', () => { expect(total(undefined)).toBe(0); });
test('is empty at first', () => {});
`,
  'test/orders.test.js': `
const refuse = () => { throw Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' }); };
test('are stored', refuse);
test('are listed', refuse);
test(${JSON.stringify(ATTACK)}, () => { throw new Error(${JSON.stringify(`${ATTACK}\nsecond line`)}); });
`,
};

/** What a page must not do, as it does it. */
interface Opened {
  readonly page: Page;
  readonly complaints: readonly string[];
}

describe.each(SETTINGS)('report.html of a run of $runner', (setting) => {
  const executable = browserPath();
  let browser: Browser | undefined;
  let report: Report;
  let path: string;

  beforeAll(async () => {
    const { directory, report: written } = await runProject(writeProject(setting, FILES));
    report = written as Report;
    path = join(directory, 'holdfast-report', 'report.html');
    if (executable !== undefined) browser = await startBrowser(executable);
  });

  afterAll(() => browser?.close());

  const open = async (file = path, options: BrowserContextOptions = {}, hash = ''): Promise<Opened> => {
    if (browser === undefined) throw new Error('there is no browser');
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...options });
    const complaints: string[] = [];
    const address = pathToFileURL(file).href;
    page.on('console', (message) => complaints.push(`console: ${message.text()}`));
    page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
    page.on('dialog', (dialog) => complaints.push(`dialog: ${dialog.message()}`));
    page.on('request', (request) => {
      if (request.url().split('#')[0] !== address) complaints.push(`request: ${request.url()}`);
    });
    await page.goto(address + hash);
    return { page, complaints };
  };

  it('holds report.json to the letter', () => {
    const html = readFileSync(path, 'utf8');
    const [, json = ''] = /<script type="application\/json" id="report">([^<]*)<\/script>/.exec(html) ?? [];
    const letters = readFileSync(join(path, '../report.json'), 'utf8');
    expect(json.replaceAll('\\u003c', '<') === letters).toBe(true);
    expect(JSON.parse(json)).toEqual(report);
  });

  it('is what the command renders of report.json', async () => {
    const { stdout } = await runCommandLine(join(path, '../..'), ['report', '--format', 'html']);
    expect(stdout === readFileSync(path, 'utf8')).toBe(true);
  });

  describe('in a browser', () => {
    beforeEach((context) => {
      if (executable === undefined)
        context.skip('there is no Chromium on this machine; the variable CHROMIUM can name one');
    });

    it('shows every incident in the order of the report, and complains of nothing', async () => {
      const { page, complaints } = await open();
      expect(await page.locator('h1').textContent()).toBe('4 of 5 tests failed');
      expect(await page.locator('.group > h2').first().textContent()).toMatch(/^Look at first \d$/);
      const groups = await page.locator('.group').all();
      const order = report.incidents.map(({ id }) => id);
      const shown: string[] = [];
      for (const group of groups) {
        const ids = await group.locator('.incident').evaluateAll((cards) => cards.map(({ id }) => id));
        expect(ids).toEqual(order.filter((id) => ids.includes(id)));
        shown.push(...ids);
      }
      expect([...shown].sort()).toEqual([...order].sort());
      const [first] = report.incidents;
      const card = page.locator('.incident').first();
      expect(await card.locator('h3').textContent()).toBe(first?.title);
      expect(await card.textContent()).toContain(first?.why);
      expect(complaints).toEqual([]);
    });

    it('shows what looks like markup as the text it is', async () => {
      const { page, complaints } = await open();
      const card = page.locator('.incident', { hasText: '</script><img' });
      expect(await card.locator('h3').textContent()).toContain(ATTACK);
      await card.locator('summary').first().click();
      expect(await card.locator('.message').first().textContent()).toContain(`${ATTACK}\nsecond line`);
      expect(await page.locator('img').count()).toBe(0);
      expect(await page.title()).toBe('4 of 5 tests failed – Holdfast');
      expect(complaints).toEqual([]);
    });

    it('lets the own code in a stack stand out', async () => {
      const { page } = await open();
      const card = page.locator('.incident', { hasText: 'adds up' });
      await card.locator('summary').first().click();
      expect(await card.locator('.frame.own').first().textContent()).toContain('src/cart.js:1');
    });

    it('finds by word, file, category and standing, and shows everything again', async () => {
      const { page } = await open();
      const shown = () => page.locator('.incident h3').allTextContents();
      const all = await shown();
      await page.locator('#search').fill('econnrefused listed');
      await expect
        .poll(() => page.getByRole('status').textContent())
        .toMatch(/^1 of \d incidents, 1 of 4 failures$/);
      expect(await page.locator('.incident .size').textContent()).toBe('1 of 2 failures');
      await page.getByRole('button', { name: 'Show all' }).click();
      expect(await shown()).toEqual(all);
      const outages = report.incidents.filter(({ category }) => category === 'ENVIRONMENT');
      const chip = page.getByRole('button', { name: /^ENVIRONMENT/ });
      await chip.click();
      expect(await chip.getAttribute('aria-pressed')).toBe('true');
      expect(await shown()).toEqual(outages.map(({ title }) => title));
      await chip.click();
      await page.getByLabel('File', { exact: true }).fill('CART');
      await expect.poll(shown).toEqual(['adds up']);
      await page.getByLabel('Standing').selectOption('proven');
      expect(await page.locator('main').textContent()).toBe('No failure is like that.');
    });

    it('lists failures one by one, too', async () => {
      const { page } = await open();
      await page.getByLabel('Show').selectOption('failures');
      expect(await page.locator('.failure .name').allTextContents()).toEqual(
        report.failures.map(({ title }) => title.at(-1)),
      );
      await page.getByLabel('Order').last().selectOption('title');
      expect((await page.locator('.failure .name').allTextContents())[1]).toBe('adds up');
    });

    it('opens the incident or the failure that its address names, whatever is filtered', async () => {
      const row = report.failures.find(({ title }) => title.at(-1) === 'are listed');
      const { page } = await open(path, {}, `#${row?.id}`);
      const opened = page.locator(`#${row?.id}`);
      expect(await opened.locator('.message').first().textContent()).toContain('connect ECONNREFUSED');
      await page.locator('#search').fill('nothing is like this');
      await expect.poll(() => page.locator('.incident').count()).toBe(0);
      await page.evaluate(`location.hash = '${report.incidents[0]?.id}'`);
      await expect
        .poll(() => page.locator(`#${report.incidents[0]?.id} details[open]`).count())
        .toBeGreaterThan(0);
    });

    it.each([700, 900, 1_280])(
      'hides nothing that is jumped to behind the search, %i pixels wide',
      async (width) => {
        const { page } = await open(path, { viewport: { width, height: 600 } });
        for (const summary of await page.locator('.incident > details > summary').all())
          await summary.click();
        const last = report.incidents.at(-1)?.id;
        await page.evaluate(`location.hash = '${last}'`);
        const card = page.locator(`#${last}`);
        await expect.poll(() => card.evaluate((element) => element.matches(':focus-within'))).toBe(true);
        const search = await page.locator('.filters').boundingBox();
        const top = (await card.boundingBox())?.y ?? -1;
        expect(top).toBeGreaterThanOrEqual(Math.max(0, (search?.y ?? 0) + (search?.height ?? 0)));
      },
    );

    it('can be used by the keyboard alone', async () => {
      const { page } = await open();
      await page.keyboard.press('/');
      expect(await page.evaluate('document.activeElement.id')).toBe('search');
      await page.keyboard.type('econnrefused');
      await expect.poll(() => page.locator('.incident').count()).toBe(1);
      const summary = page.locator('.incident summary').first();
      for (let presses = 0; presses < 30; presses += 1) {
        await page.keyboard.press('Tab');
        if (await summary.evaluate((element) => element.matches(':focus'))) break;
      }
      await page.keyboard.press('Enter');
      await expect.poll(() => page.locator('.incident .failure').count()).toBe(2);
    });

    it('follows the colours of the system, and fits a small screen', async () => {
      const ground = (page: Page) => page.evaluate('getComputedStyle(document.body).backgroundColor');
      const light = await open(path, { colorScheme: 'light' });
      const dark = await open(path, { colorScheme: 'dark', viewport: { width: 360, height: 740 } });
      expect(await ground(light.page)).toBe('rgb(247, 247, 245)');
      expect(await ground(dark.page)).toBe('rgb(21, 23, 26)');
      for (const summary of await dark.page.locator('.incident > details > summary').all())
        await summary.click();
      expect(await dark.page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    });

    it('says the most important where scripts are off', async () => {
      const { page } = await open(path, { javaScriptEnabled: false });
      const summary = page.locator('noscript pre');
      expect(await summary.isVisible()).toBe(true);
      const text = await summary.textContent();
      expect(text).toContain('Look at first');
      expect(text).toContain('adds up');
      expect(text).toContain(ATTACK);
      expect(await page.locator('img').count()).toBe(0);
    });

    it('without a failure does not say that nothing failed where the runner counted some', async () => {
      const none = { ...report, incidents: [], failures: [], categories: [] };
      const untold = join(path, '../untold.json');
      writeFileSync(untold, JSON.stringify(none));
      await runCommandLine(join(path, '..'), [
        'report',
        untold,
        '--format',
        'html',
        '--output',
        'untold.html',
      ]);
      const { page, complaints } = await open(join(path, '../untold.html'));
      expect(await page.locator('h1').textContent()).toBe('4 of 5 tests failed');
      expect(await page.locator('main').textContent()).toBe(
        'The runner counted 4 failed tests and told nothing of them.',
      );
      expect(await page.locator('.filters, .skip').count()).toBe(0);
      expect(complaints).toEqual([]);
    });

    it('stays light with 5,000 failures', async () => {
      const rows = Array.from({ length: 5_000 }, (_, number) => {
        const row = report.failures[number % report.failures.length];
        return {
          ...row,
          id: `f-many${number}`,
          title: [`number ${number}`],
          incident: `i-many${number % 1_000}`,
        };
      });
      const incidents = Array.from({ length: 1_000 }, (_, number) => {
        const failures = rows.filter((_row, at) => at % 1_000 === number).map(({ id }) => id);
        return { ...report.incidents[0], id: `i-many${number}`, title: `incident ${number}`, failures };
      });
      const large = join(path, '../large.json');
      writeFileSync(large, JSON.stringify({ ...report, incidents, failures: rows }));
      await runCommandLine(join(path, '..'), ['report', large, '--format', 'html', '--output', 'large.html']);
      const { page, complaints } = await open(join(path, '../large.html'));
      const elements = () => page.evaluate<number>('document.querySelectorAll("*").length');
      expect(await elements()).toBeLessThan(5_000);
      await page.locator('#search').fill('number 4321');
      await expect.poll(() => page.locator('.incident').count()).toBe(1);
      await page.evaluate(`location.hash = 'f-many4999'`);
      await expect.poll(() => page.locator('#f-many4999 .error').count()).toBe(1);
      expect(await elements()).toBeLessThan(25_000);
      expect(complaints).toEqual([]);
    });
  });
});
