import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { keepFigures } from './support/figures.ts';
import { groundOf, nightOf, sightOf, thirdNight, thirdNightAgain, unlike, type Ground } from './support/ground.ts';
import { byLevel, isLong, patience } from './support/level.ts';
import { aMinuteLater } from './support/night.ts';
import { canMakeDisks, smallDisk } from './support/small-disk.ts';
import { letWork, nightCommand, type Ended } from './support/spawn.ts';
import { below, seen, treeOf } from './support/store.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await groundOf('lists');
});

const mega = 1 << 20;

const disks = canMakeDisks ? it : it.skip;
if (!canMakeDisks) console.warn('skipped: nights on a full disk, since only root may make small disks');

/** Whether a failure is said in words, and is none of the program. */
const isSaid = ({ code, lines }: Pick<Ended, 'code' | 'lines'>): boolean =>
  code !== null && code > 1 && (lines.at(-1) ?? '') !== '';

/** What a night says on a full disk; the release may be current already. */
const saysFull = /^the disk of the store .* is full \(.* MB are free\)\. Nothing was published| is published/;

describe.runIf(isLong)('a night that runs out of room', () => {
  disks(
    'fails whole where the disk of the store is full, and the next run makes it good',
    { timeout: patience },
    async () => {
      const sizes = byLevel({
        short: [0.25, 6, 14, 19],
        full: Array.from({ length: 24 }, (_, i) => 0.1 + i),
      });
      const count = {
        disks: sizes.length,
        full: 0,
        'large enough': 0,
        torn: 0,
        'without a sentence': 0,
        'reruns equal': 0,
      };
      for (const room of sizes) {
        const disk = smallDisk(400 * mega)!;
        const shop = ground.shop.copyTo(join(disk.folder, 'shop'));
        disk.resize(400 * mega - disk.free() + room * mega);
        const ended = await letWork(nightCommand(shop.folder, thirdNight), null);
        const sight = sightOf(treeOf(shop.store), ground);
        if (ended.code === 0) count['large enough']++;
        else count.full++;
        if (sight === 'torn' || (ended.code === 0) !== (sight === 'after')) count.torn++;
        if (ended.code !== 0 && !saysFull.test(ended.lines.at(-1) ?? '')) {
          count['without a sentence']++;
          console.error(`${room} MB: exit ${ended.code}`, ended.lines.slice(-12));
        }
        disk.resize(400 * mega);
        const again = await nightOf(shop, thirdNightAgain);
        const unequal = unlike(treeOf(shop.store), sight === 'after' ? ground.after : ground.afterAgain);
        if (again.code === 0 && unequal.length === 0) count['reruns equal']++;
        else console.error(`${room} MB:`, again, unequal);
      }
      keepFigures('disk', count);
      expect(count).toMatchObject({ torn: 0, 'without a sentence': 0, 'reruns equal': sizes.length });
      expect(count.full).toBeGreaterThan(0);
    },
  );

  disks('says so where the folder of copies is full, and copies all of it the next time', async () => {
    const disk = smallDisk(64 << 10)!;
    const shop = ground.copy();
    const copy = ['run', 'nightly.yaml', '--copy-to', disk.folder] as const;
    const { code, lines } = await nightOf(shop, thirdNight, ...copy);
    expect(code).toBe(5);
    expect(lines.at(-1)).toMatch(/ is published, but could not be copied to .*ENOSPC/);
    expect(sightOf(treeOf(shop.store), ground)).toBe('after');
    disk.resize(400 * mega);
    expect((await nightOf(shop, thirdNightAgain, ...copy)).code).toBe(0);
    const published = [...seen(treeOf(shop.store))].filter(([path]) => path !== 'bezero.duckdb');
    expect([...treeOf(disk.folder)]).toEqual(published);
    keepFigures('disk-copy', { disks: 1, 'copied whole the next time': 1 });
  });

  disks('says so where the folder for what is temporary is full', async () => {
    const disk = smallDisk(16 << 10)!;
    const command = nightCommand(
      ground.shop.folder,
      thirdNight,
      'kmeans',
      'data/customers.csv',
      '--features',
      'annual_income',
      '-k',
      '2',
      '--scores',
      join(disk.folder, 'scores.csv'),
    );
    const { code, lines } = await letWork(command, null, { TMPDIR: disk.folder });
    expect(code).toBeGreaterThan(1);
    expect(lines.at(-1)).toMatch(/space|room|ENOSPC/i);
    const left = readdirSync(disk.folder).filter((name) => name.startsWith('bezero-'));
    keepFigures('disk-temporary', { disks: 1, 'left behind': left.length });
    expect(left).toEqual([]);
  });

  it('fails whole where no file may be larger than a limit', { timeout: patience }, async () => {
    const limits = byLevel({ short: [2_000], full: [50, 400, 1_000, 2_000, 4_000, 8_000, 16_000] });
    const count = {
      limits: limits.length,
      'ended by the system': 0,
      torn: 0,
      'without a sentence': 0,
      'reruns equal': 0,
    };
    for (const kilobytes of limits) {
      const shop = ground.copy();
      const night = nightCommand(shop.folder, thirdNight);
      const command = `trap '' XFSZ; ulimit -f ${kilobytes}; exec "$@"`;
      const ended = await letWork(['bash', '-c', command, 'bash', ...night], null);
      const sight = sightOf(treeOf(shop.store), ground);
      if (sight !== (ended.code === 0 ? 'after' : 'before')) count.torn++;
      // The system itself ends a process that writes beyond the limit.
      if (ended.code === null) count['ended by the system']++;
      else if (ended.code !== 0 && !isSaid(ended)) {
        count['without a sentence']++;
        console.error(`${kilobytes} kB: exit ${ended.code}`, ended.lines.slice(-12));
      }
      aMinuteLater(shop.store);
      await nightOf(shop, thirdNightAgain);
      const wanted = sight === 'after' ? ground.after : ground.afterAgain;
      if (unlike(treeOf(shop.store), wanted).length === 0) count['reruns equal']++;
    }
    keepFigures('file-size', count);
    expect(count).toMatchObject({ torn: 0, 'without a sentence': 0, 'reruns equal': limits.length });
  });

  it('gives the same lists, or says so, where the engine may take little memory', { timeout: patience }, async () => {
    const limits = byLevel({
      short: ['8MB', '48MB'],
      full: ['1MB', '4MB', '8MB', '16MB', '24MB', '32MB', '64MB', '128MB'],
    });
    const count = { limits: limits.length, 'done in less': 0, 'said so': 0, wrong: 0 };
    for (const limit of limits) {
      const shop = ground.copy();
      const file = join(shop.folder, 'nightly.yaml');
      writeFileSync(file, readFileSync(file, 'utf8').replace('threads: 1', `threads: 1, memory_limit: ${limit}`));
      const ended = await nightOf(shop, thirdNight);
      const store = treeOf(shop.store);
      const lists = ['segments', 'campaigns'].every(
        (folder) => unlike(below(seen(store), folder), below(seen(ground.after), folder)).length === 0,
      );
      if (ended.code === 0 && lists) count['done in less']++;
      else if (isSaid(ended) && sightOf(store, ground) === 'before') count['said so']++;
      else {
        count.wrong++;
        console.error(limit, ended.code, ended.lines.slice(-12));
      }
    }
    keepFigures('memory', count);
    expect(count.wrong).toBe(0);
  });
});
