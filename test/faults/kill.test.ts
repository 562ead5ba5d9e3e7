import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { uniformStream } from '../../src/math/random.ts';
import { temporaryFolder } from '../support/running.ts';
import { failures } from './support/failures.ts';
import { keepFigures } from './support/figures.ts';
import { groundOf, sightOf, thirdNight, unlike, type Ground } from './support/ground.ts';
import { byLevel, isLong, patience, seed } from './support/level.ts';
import { progressOf } from './support/progress.ts';
import { letWork, nightCommand, type Ended, type Moment } from './support/spawn.ts';
import { makeGood } from './support/stepwise.ts';
import { stateOf, treeOf } from './support/store.ts';

/** One of the kills that follow from a seed. */
interface Kill {
  readonly seed: number;
  readonly kill: number;
}

const known = failures.of('kill') as readonly Kill[];
const kills = known.length + Number(process.env['BEZERO_KILLS'] ?? byLevel({ quick: 2, short: 40, full: 200 }));

const isPublished = (line: string): boolean => line.startsWith('published ');

/** Half of the moments are uniform in time, half follow a line that a run says: steps that take long are not hit alone. */
function momentOf({ seed, kill }: Kill, undisturbed: Ended): Moment {
  const next = uniformStream(seed, kill);
  if (kill % 2 === 0) return { after: next() * undisturbed.time, line: 0 };
  return { line: 1 + Math.floor(next() * undisturbed.lines.length), after: next() * 15 };
}

let ground: Ground;
beforeAll(async () => {
  ground = await groundOf('lists');
});

describe('a night that is killed (SIGKILL) at a random moment', () => {
  it(
    'leaves one whole release to see, keeps what it said it published, and is made good by the next run from every other state that it left',
    { timeout: patience },
    async () => {
      const shop = ground.copy();
      const undisturbed = await letWork(nightCommand(shop.folder, thirdNight), null);
      const count = {
        ...{ kills: 0, 'runs that were done before': 0, torn: 0, 'releases lost': 0 },
        ...{ 'states rerun': 0, unequal: 0, 'left aside': 0 },
      };
      const rerun = new Set<string>();
      const progress = progressOf('kills', kills);
      for (let at = 0; count.kills < kills && at < 2 * kills; at++) {
        const one = known[at] ?? { seed, kill: at - known.length };
        ground.renew(shop);
        shop.lanes(one.kill % 4 < 2 ? 1 : 2);
        const moment = momentOf(one, undisturbed);
        const { code, lines } = await letWork(nightCommand(shop.folder, thirdNight), moment);
        const store = treeOf(shop.store);
        const [sight, state] = [sightOf(store, ground), stateOf(shop.store, store)];
        if (code === null) count.kills++;
        else count['runs that were done before']++;
        if (sight === 'torn') count.torn++;
        const isLost = lines.some(isPublished) && sight !== 'after';
        if (isLost) count['releases lost']++;
        const unequal: string[] = [];
        let leftovers: string[] = [];
        if (!rerun.has(state)) {
          rerun.add(state);
          count['states rerun']++;
          unequal.push(...(await makeGood(ground, shop, sight)));
          leftovers = ['', 'releases', 'loads'].flatMap((folder) =>
            readdirSync(join(shop.store, folder)).filter((name) => name.startsWith('.')),
          );
        }
        if (unequal.length > 0) count.unequal++;
        if (leftovers.length > 0) count['left aside']++;
        if (unequal.length > 0 || leftovers.length > 0 || sight === 'torn' || isLost) {
          console.error(one, moment, lines.at(-1), sight, unequal, leftovers);
          failures.keep('kill', one);
        }
        if (code === null) progress();
      }
      keepFigures('kill', count);
      expect(count).toEqual({
        kills: expect.any(Number) as number,
        'runs that were done before': expect.any(Number) as number,
        ...{ torn: 0, 'releases lost': 0, unequal: 0, 'left aside': 0 },
        'states rerun': expect.any(Number) as number,
      });
      expect(count.kills).toBe(kills);
    },
  );

  it.runIf(isLong)('is a test that can fail: a run that publishes file by file in its place is torn', async () => {
    const attempts = byLevel({ short: 20, full: 40 });
    const root = temporaryFolder();
    const store = join(root, 'store');
    const script = `const fs = require('node:fs'), path = require('node:path');
      console.log('ready');
      const [from, to] = process.argv.slice(1);
      for (const entry of fs.readdirSync(from, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile()) continue;
        const file = path.join(path.relative(from, entry.parentPath), entry.name);
        fs.mkdirSync(path.dirname(path.join(to, file)), { recursive: true });
        fs.copyFileSync(path.join(from, file), path.join(to, file));
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 25);
      }`;
    const { store: known } = ground.shop;
    const [former, present] = readdirSync(join(known, 'releases')).map((run) => join(known, 'releases', run));
    const [whole, wanted] = [treeOf(former!), treeOf(present!)];
    let torn = 0;
    for (let kill = 0; kill < attempts; kill++) {
      rmSync(store, { recursive: true, force: true });
      mkdirSync(store, { recursive: true });
      const place = join(store, 'releases/one');
      cpSync(former!, place, { recursive: true });
      const command = [process.execPath, '-e', script, present!, place] as const;
      const after = uniformStream(seed, kill)() * 25 * wanted.size;
      await letWork([...command], { after, line: 0 });
      const found = treeOf(place);
      if (unlike(found, wanted).length > 0 && unlike(found, whole).length > 0) torn++;
    }
    keepFigures('kill-control', { kills: attempts, torn });
    expect(torn).toBeGreaterThan(0);
  });
});
