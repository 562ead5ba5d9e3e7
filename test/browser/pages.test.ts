import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { main } from '../../src/cli.ts';
import { recordingEffects } from '../support/effects.ts';
import { sharedFolder } from '../support/running.ts';
import { barriers, describeInBrowser, openPage, overflowing, startBrowser, unfold } from './chromium.ts';
import { hostileNames, hostileOrders } from './hostile.ts';

const commands = [
  ['kmeans', ['orders.csv', '--features', 'category,amount,visits', '--k', '3']],
  ['discriminant', ['orders.csv', '--class', 'category', '--features', 'amount,visits,cost']],
  ['tree', ['orders.csv', '--class', 'category', '--features', 'customer,amount,visits']],
  ['clv', ['orders.csv', '--horizon', '26w', '--bootstrap', '5']],
  ['profit', ['orders.csv', '--cost', 'cost', '--by', 'category']],
] as const;

describeInBrowser('the page of a command in a browser', () => {
  const folder = sharedFolder();
  let browser: Browser;
  beforeAll(async () => {
    writeFileSync(join(folder, 'orders.csv'), hostileOrders());
    browser = await startBrowser();
  });
  afterAll(() => browser.close());

  /** What a command writes, looked at twice, for barriers without what is `alike`; the text of the page. */
  async function textOfPage(argv: readonly string[], file: string, alike: string[] = []): Promise<string> {
    const effects = recordingEffects(folder);
    expect(await main(argv, effects), effects.said.join('\n')).toBe(0);
    const narrow = await openPage(browser, join(folder, file), { width: 360, scheme: 'light' });
    expect(await overflowing(narrow.page)).toEqual([]);
    await unfold(narrow.page);
    expect(await overflowing(narrow.page)).toEqual([]);
    const wide = await openPage(browser, join(folder, file), { width: 1440, scheme: 'dark' });
    expect(await overflowing(wide.page)).toEqual([]);
    expect(await barriers(wide.page, alike)).toEqual([]);
    expect([...narrow.misdeeds, ...wide.misdeeds]).toEqual([]);
    const text = await wide.page.evaluate(() => document.body.textContent);
    await Promise.all([narrow.page.close(), wide.page.close()]);
    return text;
  }

  it.each(commands)(
    'of %s fits a phone, sends and complains of nothing, has no barrier, and shows names that would act',
    async (command, argv) => {
      const text = await textOfPage([command, ...argv, '--report', `${command}.html`], `${command}.html`);
      expect(hostileNames.filter((name) => text.includes(name)).length).toBeGreaterThan(0);
      expect(text).not.toMatch(/NaN|undefined/);
    },
  );

  it('of docs does, too', async () => {
    const alike = ['warehouse', 'features', 'models', 'scores', 'segments', 'marts'].map((schema) => `#${schema}`);
    const text = await textOfPage(['docs', '--output', 'dictionary.html'], 'dictionary.html', alike);
    expect(text).toContain('marts.customer');
  });
});
