import { realpathSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import { buildReport } from '../../src/reports/build.ts';
import { warehouseOf } from '../../src/pipeline/releases.ts';
import { spokenLanguages } from '../../src/text/messages.ts';
import { company, reportOf } from '../reports/support.ts';
import { sharedFolder } from '../support/running.ts';
import { sampleRelease } from '../support/sample-release.ts';
import {
  barriers,
  chartsOf,
  describeInBrowser,
  looks,
  openPage,
  overflowing,
  startBrowser,
  unfold,
} from './chromium.ts';
import { hostileNames } from './hostile.ts';

/** The report of the sample in every language that has texts. */
async function writeReports(folder: string): Promise<void> {
  const release = realpathSync(join(await sampleRelease(), 'store/current'));
  const engine = await openDuckdb({ file: warehouseOf(release), readOnly: true });
  const context = { title: 'Haitzondo Denda', asOf: '2025-12-31', runId: basename(release), currency: 'EUR' };
  for (const locale of spokenLanguages)
    writeFileSync(join(folder, `${locale}.html`), await buildReport(engine, { ...context, locale }));
  await engine.close();
}

/** Every width and every scheme is searched for barriers in the first language; in the others one of the looks, each time another. */
const isSearched = (language: number, look: number): boolean =>
  language === 0 ? look === 0 || look === 3 : look === (language - 1) % looks.length;

describeInBrowser('the report in a browser', () => {
  const folder = sharedFolder();
  let browser: Browser;
  beforeAll(async () => {
    [browser] = await Promise.all([startBrowser(), writeReports(folder)]);
  });
  afterAll(() => browser.close());

  describe.each(spokenLanguages.map((locale, language) => ({ locale, language })))(
    'in $locale',
    ({ locale, language }) => {
      it.each(looks.map((look, i) => ({ ...look, i })))(
        'fits $width pixels in $scheme, closed and unfolded, sends and complains of nothing, names its charts, has no barrier',
        async ({ i, ...look }) => {
          const { page, misdeeds } = await openPage(browser, join(folder, `${locale}.html`), look);
          expect(await overflowing(page)).toEqual([]);
          await unfold(page);
          expect(await overflowing(page)).toEqual([]);
          const charts = await chartsOf(page);
          expect(charts.length).toBeGreaterThanOrEqual(20);
          expect(charts.filter(({ name, width, height }) => name.length < 20 || width < 50 || height < 10)).toEqual([]);
          if (isSearched(language, i)) expect(await barriers(page)).toEqual([]);
          expect(misdeeds).toEqual([]);
          await page.close();
        },
      );
    },
  );

  it.each(spokenLanguages)(
    'sorts a table by any column, and back; filters it; compares segments: in %s',
    async (locale) => {
      const { page, misdeeds } = await openPage(browser, join(folder, `${locale}.html`), {
        width: 1440,
        scheme: 'light',
      });
      await unfold(page);
      const filter = page.locator('#rfm .filter input').first();
      const table = page.locator('#rfm .filter + .scroll').first();
      const rows = table.locator('tbody tr:not(.sum)');
      const before = await rows.allTextContents();
      expect(before.length).toBeGreaterThan(8);
      const sorted = (descending: boolean): Promise<boolean> =>
        rows.evaluateAll((all, falls) => {
          const figures = all.map((row) =>
            Number((row as HTMLTableRowElement).cells[1]!.textContent.replace(/\D/g, '')),
          );
          return figures.every((value, i) => i === 0 || (falls ? figures[i - 1]! >= value : figures[i - 1]! <= value));
        }, descending);
      const header = table.locator('thead th').nth(1);
      for (const [direction, descending] of [
        ['descending', true],
        ['ascending', false],
      ] as const) {
        await header.locator('button').click();
        expect(await header.getAttribute('aria-sort')).toBe(direction);
        expect(await sorted(descending)).toBe(true);
      }
      expect(await rows.allTextContents()).not.toEqual(before);
      await header.locator('button').click();
      expect(await rows.allTextContents()).toEqual(before);

      const sought = (await rows.last().locator('th').first().textContent())!.trim();
      await filter.fill(sought.toLocaleUpperCase(locale));
      const left = await table.locator('tbody tr:visible:not(.sum)').allTextContents();
      expect(left.length).toBeGreaterThan(0);
      expect(left.length).toBeLessThan(before.length);
      for (const row of left) expect(row).toContain(sought);
      await filter.fill('');
      expect(await table.locator('tbody tr:visible:not(.sum)').count()).toBe(before.length);

      const cards = page.locator('ul.cards > li[data-segment]:visible');
      const boxes = page.locator('fieldset.compare input[type=checkbox]');
      const all = await cards.count();
      expect(all).toBeGreaterThan(3);
      for (const box of [3, 1]) await boxes.nth(box).check();
      const picked = await cards.evaluateAll((shown) => shown.map((card) => card.getAttribute('data-segment')));
      expect(picked).toEqual([await boxes.nth(1).getAttribute('value'), await boxes.nth(3).getAttribute('value')]);
      const columns = page.locator('th[data-segment]:visible');
      expect(
        new Set(await columns.evaluateAll((shown) => shown.map((one) => one.getAttribute('data-segment')))),
      ).toEqual(new Set(picked));
      await page.locator('fieldset.compare button').click();
      expect(await cards.count()).toBe(all);
      expect(misdeeds).toEqual([]);
      await page.close();
    },
  );

  it('shows names that would act, and does not let them: of segments, categories, sources, customers, files, the company', async () => {
    const names = new Map(
      ['Loyal regulars', 'Tea', 'Passers-by', 'fair', 'b', 'Hagglers', 'Tea drinkers', 'shop', 'Cups', 'a'].map(
        (name, i) => [name, hostileNames[i % hostileNames.length]!],
      ),
    );
    const renamed = (text: string): string =>
      names.get(text) ??
      text.replace(/^category_share:(.*)$/, (_, category: string) => `category_share:${renamed(category)}`);
    const given = JSON.parse(JSON.stringify(company), (_, value: unknown) =>
      typeof value === 'string' ? renamed(value) : value,
    ) as typeof company;
    const tags = new Map<string, number>();
    for (const [file, tables, title] of [
      ['harmless', company, 'Shop'],
      ['hostile', given, hostileNames[1]],
    ] as const) {
      writeFileSync(join(folder, `${file}.html`), (await reportOf(tables, { title })).html);
      const { page, misdeeds } = await openPage(browser, join(folder, `${file}.html`), looks[0]!);
      await unfold(page);
      const acting = await page.locator('script, style, link, img, iframe, object, [onload], [onerror]').count();
      expect(acting).toBe(tags.get('harmless') ?? acting);
      tags.set(file, acting);
      expect(await overflowing(page)).toEqual([]);
      expect(misdeeds).toEqual([]);
      const text = await page.evaluate(() => document.body.textContent);
      const shown = hostileNames.filter((name) => text.includes(name));
      expect(shown).toEqual(file === 'hostile' ? hostileNames : []);
      await page.close();
    }
  });
});
