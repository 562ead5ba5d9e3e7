import { createHash } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PublishedFile } from '../../src/pipeline/record.ts';
import { keepFigures } from './support/figures.ts';
import { groundOf, thirdNight, thirdNightAgain, unlike, type Ground } from './support/ground.ts';
import { byLevel, isLong } from './support/level.ts';
import { letWork, nightCommand } from './support/spawn.ts';
import { differences, treeOf } from './support/store.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await groundOf('lists');
});

describe.runIf(isLong)('two at once', () => {
  it('lets one run work and tells the other who works', async () => {
    const rounds = byLevel({ short: 2, full: 6 });
    const count = { runs: 0, published: 0, refused: 0 };
    for (let round = 0; round < rounds; round++) {
      const shop = ground.copy();
      const runs = await Promise.all([
        letWork(nightCommand(shop.folder, thirdNight), null),
        letWork(nightCommand(shop.folder, thirdNightAgain), null),
      ]);
      count.runs += runs.length;
      const store = treeOf(shop.store);
      for (const { code, lines } of runs) {
        if (code === 0) count.published++;
        else if (code === 5 && /is in use by "bezero run nightly.yaml" \(process \d+/.test(lines.at(-1)!))
          count.refused++;
      }
      // The second may have begun when the first was done: then nothing had changed for it.
      expect(Math.min(unlike(store, ground.after).length, unlike(store, ground.afterAgain).length)).toBe(0);
    }
    keepFigures('two-runs', count);
    expect(count.published + count.refused).toBe(count.runs);
    expect(count.refused).toBeGreaterThan(0);
  });

  it('shows a reader whole releases while others are published', async () => {
    const nights = byLevel({ short: 2, full: 6 });
    const shop = ground.copy();
    const count = { nights, reads: 0, 'releases seen': 0, mixed: 0 };
    const done = { yes: false };
    const read = async (): Promise<void> => {
      const runs = new Set<string>();
      while (!done.yes) {
        // A reader takes the link once, and reads below what it shows.
        const run = readlinkSync(join(shop.store, 'current'));
        const folder = join(shop.store, run);
        const { files } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
          files: (PublishedFile & { sha256: string })[];
        };
        const isWhole = files.every(
          ({ file, sha256 }) =>
            createHash('sha256')
              .update(readFileSync(join(folder, file)))
              .digest('hex') === sha256,
        );
        runs.add(run);
        count.reads++;
        if (!isWhole || files.length === 0) count.mixed++;
        await pause(2);
      }
      count['releases seen'] = runs.size;
    };
    const reader = read();
    for (let night = 0; night < nights; night++) {
      const stamp = { now: `2026-11-2${3 + night}T02:00:00Z`, random: '0000' };
      const { code } = await letWork(nightCommand(shop.folder, stamp, 'run', 'nightly.yaml', '--force'), null);
      expect(code).toBe(0);
    }
    done.yes = true;
    await reader;
    keepFigures('reader', count);
    expect(count).toMatchObject({ mixed: 0, 'releases seen': nights + 1 });
    expect(differences(ground.before, treeOf(ground.shop.store))).toEqual([]);
  });
});
