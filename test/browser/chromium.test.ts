import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../support/running.ts';
import { barriers, chartsOf, describeInBrowser, openPage, overflowing, startBrowser, unfold } from './chromium.ts';

const faulty = `<!doctype html><meta charset="utf-8"><title>x</title>
<p style="color:#ddd;background:#fff">pale</p><img src="missing.png">
<figure><svg role="img" width="80" height="20"></svg></figure>
<details><summary>more</summary><div style="width:500px">wide</div></details>
<script>alert(1); console.log('said'); document.body.append(new Error('x').message); nowhere();</script>`;

describeInBrowser('what looks at pages', () => {
  it('finds what is wrong: scripts that act, requests, charts without names, pale words, what is too wide', async () => {
    const file = join(temporaryFolder(), 'faulty.html');
    writeFileSync(file, faulty);
    const browser = await startBrowser();
    try {
      const { page, misdeeds } = await openPage(browser, file, { width: 360, scheme: 'light' });
      for (const deed of [
        /^dialogue: 1$/,
        /^console log: said$/,
        /^request: .*missing\.png$/,
        /^error: nowhere is not/,
      ])
        expect(misdeeds).toContainEqual(expect.stringMatching(deed));
      expect(await overflowing(page)).toEqual([]);
      await unfold(page);
      expect((await overflowing(page))[0]).toMatch(/^\d+ > 360$/);
      expect(await chartsOf(page)).toEqual([{ name: '', width: 80, height: 20 }]);
      const found = (await barriers(page)).map((barrier) => barrier.split(':')[0]);
      expect(found).toEqual(['color-contrast', 'html-has-lang', 'image-alt', 'svg-img-alt']);
      expect(await barriers(page, ['figure', 'img', 'p'])).toHaveLength(1);
    } finally {
      await browser.close();
    }
  });
});
