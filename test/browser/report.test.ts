import { copyFileSync, existsSync, readFileSync, readdirSync, realpathSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Mailing } from '../../src/commands/mail/deliver.ts';
import { letterOfRun } from '../../src/commands/mail/letters.ts';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import { buildReport } from '../../src/reports/build.ts';
import { warehouseOf } from '../../src/pipeline/releases.ts';
import { readRunRecord } from '../../src/pipeline/record.ts';
import { readPipeline } from '../../src/pipeline/spec.ts';
import { languageOf, spokenLanguages } from '../../src/text/messages.ts';
import { plain } from '../../src/text/phrase.ts';
import { readWorkbook, recordsOfSheet } from '../exports/read-workbook.ts';
import { company, reportOf } from '../reports/support.ts';
import { recordingEffects } from '../support/effects.ts';
import { hebrewNames, makeHebrewRelease } from '../support/hebrew-release.ts';
import { sharedFolder } from '../support/running.ts';
import { sampleRelease } from '../support/sample-release.ts';
import {
  barriers,
  chartsOf,
  describeInBrowser,
  looks,
  type Look,
  openPage,
  overflowing,
  startBrowser,
  unfold,
} from './chromium.ts';
import { hostileNames } from './hostile.ts';

/** The report of the sample in every language that has texts; in Hebrew that of a release of its own, with hostile names. */
async function writeReports(folder: string): Promise<void> {
  const release = realpathSync(join(await sampleRelease(), 'store/current'));
  const engine = await openDuckdb({ file: warehouseOf(release), readOnly: true });
  const context = { title: 'Haitzondo Denda', asOf: '2025-12-31', runId: basename(release), currency: 'EUR' };
  for (const locale of spokenLanguages.filter((tag) => tag !== 'he'))
    writeFileSync(join(folder, `${locale}.html`), await buildReport(engine, { ...context, locale }));
  await engine.close();
  await makeHebrewRelease(folder);
  copyFileSync(join(folder, 'store/current/report.html'), join(folder, 'he.html'));
}

/** Every width in every scheme, numbered, in the first language; in the others both widths and both schemes, each time in other pairs. */
const looksIn = (language: number): (Look & { i: number })[] =>
  looks
    .map((look, i) => ({ ...look, i }))
    .filter(({ i }) => language === 0 || (i === 0 || i === 3) === (language % 2 === 0));

/** Every width and every scheme is searched for barriers: two looks in the first language, the others in one of the others. */
const isSearched = (language: number, look: number): boolean =>
  language === 0 ? look === 0 || look === 3 : look === looksIn(language)[language === 1 ? 0 : 1]!.i;

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
      it.each(looksIn(language))(
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

  it('of a release in Hebrew says changes, warnings, names and files in its language, and names that would act as they are', async () => {
    const { page, misdeeds } = await openPage(browser, join(folder, 'he.html'), looks[3]!);
    const first = page.locator('#overview');
    const said = (await first.textContent())!;
    const { t, f } = languageOf('he', 'ILS');
    expect(said).toContain(t.overview.changed.title('2025-12-21'));
    expect(said).not.toContain(plain(t.overview.changed.first));
    expect(await first.locator('.warning bdi').textContent()).toBe(t.remarks.noFile({ source: 'late' }));
    expect(said).toContain(t.rfm.names['At risk']);
    expect(said).not.toMatch(/rfm_segment|At risk/);
    expect(await page.locator('h1').textContent()).toContain('₪');
    const names = await page.locator('ul.cards h3').allTextContents();
    expect(names).toHaveLength(4);
    const whole = (await page.locator('body').textContent())!;
    for (const name of [hebrewNames.company, hebrewNames.kitchen, hebrewNames.audience, 'הרים (ציוד) [1] abc'])
      expect(whole).toContain(name);
    expect(await page.content()).not.toContain('\u202e');
    expect(f.direction).toBe('rtl');
    for (const link of await page.locator('#overview a[download], #segments a[download]').all())
      expect(existsSync(join(folder, 'store/current', (await link.getAttribute('href'))!))).toBe(true);
    expect(misdeeds).toEqual([]);
    await page.close();
  });

  it('of a release in Hebrew stands beside a workbook, files and a mail in its language', async () => {
    const release = realpathSync(join(folder, 'store/current'));
    const { t } = languageOf('he');
    const sheets = readWorkbook(join(release, 'segments.xlsx'));
    expect(sheets.every(({ xml }) => xml.includes('rightToLeft="1"'))).toBe(true);
    expect(sheets[0]!.name).toBe(t.workbook.readMe);
    const [segment] = recordsOfSheet(sheets[1]!);
    expect(Object.values(t.rfm.names)).toContain(segment!['rfm_segment']);
    const files = readdirSync(join(release, 'segments')).filter((file) => file.endsWith('.csv'));
    expect(files.filter((file) => !/^[a-z0-9_-]+\.csv$/.test(file))).toEqual([]);
    const text = readFileSync(join(release, 'segments/audience-win_back.csv'), 'utf8');
    const rows = parse<Record<string, string>>(text, { bom: true, columns: true });
    const quiet = new Set([t.rfm.names['At risk'], t.rfm.names["Can't lose them"]]);
    expect(rows.filter((row) => !quiet.has(row['rfm_segment']))).toEqual([]);
    expect(rows[0]!['segment_name']).not.toMatch(/[\u202a-\u202e]/);
    expect(rows[0]!['name']).toContain('יעל');

    const yaml = join(folder, 'nightly.yaml');
    const pipeline = readPipeline(yaml, readFileSync(yaml, 'utf8')) as Mailing;
    const ran = { record: readRunRecord(release)!, release, published: true, former: null };
    const mail = { ...pipeline, mail: { ...pipeline.mail, attach_report: false } };
    const letter = await letterOfRun(mail, ran, undefined, recordingEffects(folder));
    expect(letter.subject).toContain('חנות ההרים [תל אביב]');
    expect(letter.text).toContain(`\n\n${t.overview.changed.title('2025-12-21')}\n- `);
    expect(letter.text).toContain(hebrewNames.audience);
    expect(`${letter.subject}${letter.text}`).not.toMatch(/[\u2028\u202e]/);
  });
});
