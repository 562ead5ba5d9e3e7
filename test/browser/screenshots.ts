/**
 * Pictures of the report of the sample for `docs/`: of a desktop in light, of a phone in light and dark. Run it after `npm start`:
 *
 *   npm run screenshots
 */
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openPage, startBrowser, type Look } from './chromium.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const pictures: readonly (readonly [file: string, look: Look, height: number])[] = [
  ['report.png', { width: 1440, scheme: 'light' }, 1000],
  ['report-phone.png', { width: 360, scheme: 'light' }, 780],
  ['report-phone-dark.png', { width: 360, scheme: 'dark' }, 780],
];

const browser = await startBrowser();
for (const [file, look, height] of pictures) {
  const { page } = await openPage(browser, `${root}store/current/report.html`, look);
  await page.setViewportSize({ width: look.width, height });
  await page.screenshot({ path: `${root}docs/${file}` });
  console.log(`docs/${file}: ${Math.ceil(statSync(`${root}docs/${file}`).size / 1000)} kB`);
  await page.close();
}
await browser.close();
