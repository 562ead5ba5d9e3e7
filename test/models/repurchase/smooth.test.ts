import { expect, it } from 'vitest';
import { smoothed } from '../../../src/models/repurchase/smooth.ts';
import type { FittedTree } from '../../../src/models/tree/fitted.ts';

const node = (counts: readonly number[]) => ({ counts, rows: counts[0]! + counts[1]!, probabilities: [0.5, 0.5] });

it('leaves of one outcome are near 0 and 1, the nearer the more rows they have; the root keeps the rate of all', () => {
  const tree = {
    rows: 400,
    classes: [
      { class: 'no', rows: 300 },
      { class: 'yes', rows: 100 },
    ],
    nodes: [
      [300, 100],
      [250, 0],
      [50, 100],
      [50, 0],
    ].map(node),
  } as unknown as FittedTree;
  const [root, pure, mixed, small] = smoothed(tree).nodes.map(({ probabilities }) => probabilities);
  expect(root).toEqual([0.75, 0.25]);
  expect(pure![1]).toBeCloseTo(0.5 / 252, 15);
  expect(small![1]).toBeCloseTo(0.5 / 52, 15);
  expect(mixed![1]).toBeCloseTo(100.5 / 152, 15);
  for (const [no, yes] of [root!, pure!, mixed!, small!]) expect(no! + yes!).toBeCloseTo(1, 15);
});
