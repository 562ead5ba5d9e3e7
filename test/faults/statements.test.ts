import { beforeAll, describe, expect, it } from 'vitest';
import { keepFigures } from './support/figures.ts';
import { groundOf, type Ground } from './support/ground.ts';
import { byLevel, isLong, patience } from './support/level.ts';
import { failAt, makeGood, pointsOf, stateOf } from './support/stepwise.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await groundOf('lists');
});

describe.runIf(isLong)('a night in which a statement fails', () => {
  it('fails whole with a sentence, and the next run makes it good', { timeout: patience }, async () => {
    const points = await pointsOf(ground, 'statement');
    const every = byLevel({ quick: 1, short: 40, full: 1 });
    const shop = ground.copy();
    const rerun = new Set<string>();
    const count = {
      statements: points.length,
      failed: 0,
      torn: 0,
      'without a sentence': 0,
      'states rerun': 0,
      unequal: 0,
    };
    for (let at = Math.floor(every / 2); at < points.length; at += every) {
      const failed = await failAt(ground, shop, {
        kind: 'statement',
        at,
        lasting: at % 2 === 0 ? 'once' : 'for ever',
        error: (point) => new Error(`IO Error: no answer to ${point.slice(0, 40)}`),
      });
      if (failed.code !== 0) count.failed++;
      if (failed.sight !== 'before') count.torn++;
      if (failed.code < 2 || !failed.said.includes('no answer to')) {
        count['without a sentence']++;
        console.error(`${at}. ${failed.point}: exit ${failed.code}, ${failed.said}`);
      }
      const state = stateOf(failed.store);
      if (rerun.has(state)) continue;
      rerun.add(state);
      count['states rerun']++;
      const unequal = await makeGood(ground, shop, failed.sight);
      if (unequal.length === 0) continue;
      count.unequal++;
      console.error(`${at}. ${failed.point}: exit ${failed.code}, ${failed.said}; after the rerun:`, unequal);
    }
    keepFigures('statements', count);
    expect(count).toMatchObject({ torn: 0, 'without a sentence': 0, unequal: 0 });
    expect(count.failed).toBeGreaterThan(0);
  });
});
