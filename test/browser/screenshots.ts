/**
 * Pictures of the report of the sample for `docs/`: of a desktop in light, of a phone in light and dark. Run it after `npm start`:
 *
 *   npm run screenshots
 *
 * With a report in Hebrew, also of that one: `npm run screenshots -- store-he/current/report.html`.
 */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openPage, startBrowser, type Look } from './chromium.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const sample = `${root}store/current/report.html`;
const hebrew = process.argv[2] === undefined ? [] : [resolve(process.argv[2])];

const pictures: readonly (readonly [file: string, look: Look, height: number, report: string])[] = [
  ['report.png', { width: 1440, scheme: 'light' }, 1000, sample],
  ['report-phone.png', { width: 360, scheme: 'light' }, 780, sample],
  ['report-phone-dark.png', { width: 360, scheme: 'dark' }, 780, sample],
  ...hebrew.map((report) => ['report-hebrew.png', { width: 1440, scheme: 'light' }, 1000, report] as const),
];

const browser = await startBrowser();
for (const [file, look, height, report] of pictures) {
  const { page } = await openPage(browser, report, look);
  await page.setViewportSize({ width: look.width, height });
  await page.screenshot({ path: `${root}docs/${file}` });
  console.log(`docs/${file}: ${Math.ceil(statSync(`${root}docs/${file}`).size / 1000)} kB`);
  await page.close();
}
await browser.close();
