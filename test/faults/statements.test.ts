import { beforeAll, describe, expect, it } from 'vitest';
import { keepFigures } from './support/figures.ts';
import { groundOf, type Ground } from './support/ground.ts';
import { byLevel, isLong, patience } from './support/level.ts';
import { progressOf } from './support/progress.ts';
import { failAt, pointsOf, tallyOf } from './support/stepwise.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await groundOf('lists');
});

describe.runIf(isLong)('a night in which a statement fails', () => {
  it(
    'fails whole with a sentence or does without it, and the next run makes it good',
    { timeout: patience },
    async () => {
      const points = await pointsOf(ground, 'statement');
      const every = byLevel({ short: 40, full: 1 });
      const shop = ground.copy();
      const { count, add } = tallyOf(ground, shop);
      const ended = { statements: points.length, failed: 0, survived: 0 };
      const first = Math.floor(every / 2);
      const progress = progressOf('statements', Math.ceil((points.length - first) / every));
      for (let at = first; at < points.length; at += every) {
        const failed = await failAt(ground, shop, {
          kind: 'statement',
          at,
          lasting: Math.floor(at / every) % 2 === 0 ? 'once' : 'for ever',
          error: (point) => new Error(`IO Error: no answer to ${point.slice(0, 40)}`),
        });
        if (failed.code === 0) ended.survived++;
        else ended.failed++;
        await add(at, failed, {
          isTorn: failed.sight !== (failed.code === 0 ? 'after' : 'before'),
          isSaid: failed.code === 0 || (failed.code >= 2 && failed.said.includes('no answer to')),
        });
        progress();
      }
      keepFigures('statements', { ...ended, ...count });
      expect(count).toMatchObject({ torn: 0, 'without a sentence': 0, unequal: 0 });
      expect(ended.failed).toBeGreaterThan(0);
    },
  );
});
