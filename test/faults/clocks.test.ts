import { basename } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { currentRelease, listReleases } from '../../src/pipeline/releases.ts';
import { keepFigures } from './support/figures.ts';
import { groundOf, nightOf, thirdNight, unlike, type Ground } from './support/ground.ts';
import { byLevel, isLong, patience } from './support/level.ts';
import { seen, treeOf } from './support/store.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await groundOf('lists');
});

const zone = process.env['TZ'];
afterEach(() => {
  process.env['TZ'] = zone;
});

const zones = ['America/St_Johns', 'Asia/Kathmandu', 'Pacific/Apia', 'America/Los_Angeles'];

describe.runIf(isLong)('clocks and zones', () => {
  it('writes the same bytes in whatever zone the machine is', { timeout: patience }, async () => {
    const tried = zones.slice(0, byLevel({ short: 2, full: 4 }));
    let equal = 0;
    for (const tz of tried) {
      process.env['TZ'] = tz;
      const shop = ground.copy();
      expect((await nightOf(shop, thirdNight)).code).toBe(0);
      if (unlike(treeOf(shop.store), ground.after).length === 0) equal++;
    }
    keepFigures('zones', { zones: tried.length, equal });
    expect(equal).toBe(tried.length);
  });

  it(
    'looks back from leap days, ends of years and days on which the hour changes, in any zone alike',
    { timeout: patience },
    async () => {
      const days = ['2024-02-29', '2024-12-31', '2025-03-30', '2025-10-26', '2025-01-01', '2024-03-31'];
      const tried = days.slice(0, byLevel({ short: 2, full: 6 }));
      let equal = 0;
      for (const day of tried) {
        const lists = [];
        for (const tz of ['UTC', 'Asia/Kathmandu']) {
          process.env['TZ'] = tz;
          const shop = ground.copy();
          expect((await nightOf(shop, thirdNight, 'run', 'nightly.yaml', '--as-of', day)).lines.join()).toContain(
            `as of ${day}`,
          );
          lists.push(treeOf(shop.store));
        }
        if (unlike(lists[0]!, lists[1]!).length === 0) equal++;
      }
      keepFigures('days', { days: tried.length, equal });
      expect(equal).toBe(tried.length);
    },
  );

  it('keeps the order of releases where the clock is put back by days', async () => {
    const shop = ground.copy();
    const [before] = await listReleases(shop.store);
    const { code } = await nightOf(shop, { now: '2026-11-18T02:00:00Z', random: '0000' });
    const releases = await listReleases(shop.store);
    expect(code).toBe(0);
    expect(releases.map(({ current, hasWarehouse }) => [current, hasWarehouse])).toEqual([
      [true, true],
      [false, true],
    ]);
    expect(releases[1]!.run).toBe(before!.run);
    const lists = (tree: ReturnType<typeof treeOf>) =>
      new Map([...seen(tree)].filter(([path]) => /^(segments|campaigns)/.test(path)));
    expect(lists(treeOf(shop.store))).toEqual(lists(ground.after));
    const again = await nightOf(shop, { now: '2026-11-17T02:00:00Z', random: '0000' });
    expect(again.lines.join()).toContain('nothing has changed');
    expect((await nightOf(shop, thirdNight, 'rollback', '--store', 'store')).code).toBe(0);
    expect(await currentRelease(shop.store)).toBe(basename(before!.folder));
  });
});
