import { expect, it, onTestFinished } from 'vitest';
import type { FittedKmeans } from '../../src/models/kmeans/fitted.ts';
import { kmeansOptions } from '../../src/models/kmeans/options.ts';
import { nobody } from '../../src/pipeline/people/file.ts';
import { kmeansPart } from '../../src/pipeline/kmeans-part.ts';
import { open, table } from '../models/support.ts';

it('says what became of k in the outcome of every refit, and in the remarks when it is another', async () => {
  const engine = await open();
  onTestFinished(() => engine.close());
  /** Four groups, two of which are one where `gap` is 0. */
  const shop = (gap: number): Promise<void> =>
    table(
      engine,
      'features.customer',
      `select i as customer_id, [0, 9, 4, 4][i % 4 + 1] + i * 7919 % 101 / 50 as a, [0, 0, 9, 9 + ${gap}][i % 4 + 1] + i * 104729 % 97 / 50 as b
        from range(400) as t (i)`,
    );
  const asked = { features: ['a', 'b'], k: { from: 3, to: 4 }, restarts: 2, sample: 200, refit: 'always' };
  const told: unknown[] = [];
  let stored: FittedKmeans | null = null;
  for (const [night, gap] of [0, 9, 9, 9].entries()) {
    await shop(gap);
    const made = await kmeansPart.fit(
      engine,
      kmeansOptions.parse(asked),
      { asOf: `2026-01-0${night + 1}` },
      { former: null, stored, later: null, people: nobody, windows: [] },
    );
    told.push([made.how, made.changes]);
    stored = made.fitted;
  }
  const better = (rest: string) => expect.stringMatching(new RegExp(`^${rest}$`)) as unknown;
  expect(told).toEqual([
    [undefined, undefined],
    [better('fitted anew: refit is always; k stays 3; 4 was better by 0\\.\\d{3} in 1 of 3 refits'), []],
    [better('fitted anew: refit is always; k stays 3; 4 was better by 0\\.\\d{3} in 2 of 3 refits'), []],
    [
      better('fitted anew: refit is always; k is 4 now: it was better by 0\\.\\d{3} in 3 refits in a row'),
      [better('k is 4 now: it was better by 0\\.\\d{3} in 3 refits in a row')],
    ],
  ]);
});
