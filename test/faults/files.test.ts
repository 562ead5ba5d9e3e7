import { beforeAll, describe, expect, it } from 'vitest';
import { keepFigures } from './support/figures.ts';
import { groundOf, type Ground } from './support/ground.ts';
import { byLevel, isLong, patience } from './support/level.ts';
import { progressOf } from './support/progress.ts';
import { failAt, pointsOf, tallyOf, type Lasting } from './support/stepwise.ts';

/** What a disk says that is full, and one that is broken. */
const systemError = (code: string, text: string, point: string): NodeJS.ErrnoException =>
  Object.assign(new Error(`${code}: ${text}, ${point}`), {
    code,
    errno: -5,
    syscall: point.split(' ')[0]!,
    path: point.split(' ')[1],
  });

const errors: Record<Lasting, (point: string) => Error> = {
  once: (point) => systemError('ENOSPC', 'no space left on device', point),
  'for ever': (point) => systemError('EIO', 'i/o error', point),
};

let ground: Ground;
beforeAll(async () => {
  ground = await groundOf('lists');
});

describe.runIf(isLong)('a night in which a file operation fails', () => {
  it.each(['once', 'for ever'] as const)(
    'fails whole with a sentence, and the next run makes it good: %s',
    { timeout: patience },
    async (lasting) => {
      const points = await pointsOf(ground, 'file');
      const every = byLevel({ short: 40, full: 1 });
      const shop = ground.copy();
      const { count, add } = tallyOf(ground, shop);
      const ended = { operations: points.length, failed: 0, survived: 0 };
      const first = lasting === 'once' ? 0 : Math.floor(every / 2);
      const progress = progressOf(`file operations, ${lasting}`, Math.ceil((points.length - first) / every));
      for (let at = first; at < points.length; at += every) {
        const failed = await failAt(ground, shop, { kind: 'file', at, lasting, error: errors[lasting] });
        if (failed.code === 0) ended.survived++;
        else ended.failed++;
        await add(at, failed, {
          isTorn: failed.sight === 'torn' || (failed.code === 0 && failed.sight !== 'after'),
          isSaid: failed.code === 0 || failed.code > 1,
        });
        progress();
      }
      keepFigures(`files-${lasting.replace(' ', '-')}`, { ...ended, ...count });
      expect(count).toMatchObject({ torn: 0, 'without a sentence': 0, unequal: 0 });
      expect(ended.failed).toBeGreaterThan(0);
    },
  );
});
