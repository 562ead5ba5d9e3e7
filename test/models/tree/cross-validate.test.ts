import { describe, expect, it } from 'vitest';
import { choose, crossErrors, type HeldOut } from '../../../src/models/tree/cross-validate.ts';
import { nodeOf } from '../../../src/models/tree/node.ts';

/** A row of the first class costs 2 where it is put into the second, one of the second 1. */
const costs = {
  priors: [0.5, 0.5],
  masses: [1, 1],
  losses: [
    [0, 2],
    [1, 0],
  ],
};

/**
 * A tree of the root (of the second class), a leaf of the first and a branch of the second, which parts once more into the second and the first; the root is a leaf from a
 * complexity of 0.25 on, the branch from 0.1 on. `held` are the rows of the part at its last leaves.
 */
function grown(held: readonly (readonly [number, number])[]): HeldOut {
  const node = (id: number, depth: number, counts: number[], children: readonly [number, number] | null = null) => ({
    ...nodeOf(id, depth, counts, costs),
    children,
  });
  const [left, low, high] = held;
  const sum = (...parts: (readonly [number, number])[]): [number, number] => [
    parts.reduce((all, [first]) => all + first, 0),
    parts.reduce((all, [, second]) => all + second, 0),
  ];
  return {
    nodes: [
      node(1, 0, [20, 60], [1, 2]),
      node(2, 1, [10, 10]),
      node(3, 1, [10, 50], [3, 4]),
      node(6, 2, [0, 45]),
      node(7, 2, [10, 5]),
    ],
    collapsed: [0.25, 0, 0.1, 0, 0],
    counts: [sum(left!, low!, high!), left!, sum(low!, high!), low!, high!],
  };
}

const step = (cp: number, splits: number) => ({ cp, splits, relativeError: 1 });

describe('the error of trees in cross-validation', () => {
  const held = [grown([[4, 1], [1, 8], [2, 0]]), grown([[3, 2], [0, 7], [1, 1]])]; // prettier-ignore
  const found = crossErrors([step(0.5, 0), step(0.08, 1), step(0.01, 2)], held, 40, costs);

  it('is of the trees cut back to the geometric mean of two complexities, by the error of the root', () => {
    // All 30 rows at the root: 11 of the first class cost 22. With the leaf: 3 wrong at it, 4 · 2 in the branch. With both splits: 3, 1 · 2, and 1.
    expect(found.map(({ crossError }) => crossError)).toEqual([22 / 40, 11 / 40, 6 / 40]);
    expect(found.map(({ cp, splits }) => [cp, splits])).toEqual([[0.5, 0], [0.08, 1], [0.01, 2]]); // prettier-ignore
  });

  it('has the standard error of a sum of costs: squares less the square of the sum by the rows', () => {
    const errors = [44 - 22 ** 2 / 30, 19 - 11 ** 2 / 30, 8 - 6 ** 2 / 30].map((square) => Math.sqrt(square) / 40);
    for (const [i, error] of errors.entries()) expect(found[i]!.crossDeviation).toBeCloseTo(error, 14);
  });
});

describe('the chosen tree', () => {
  const judged = [
    [1, 0.75],
    [0.75, 0.01],
    [0.5, 0.25],
    [0.5, 0.01],
    [0.625, 0.5],
  ].map(([crossError, crossDeviation], i) => ({
    ...step(1 / (i + 1), i),
    crossError: crossError!,
    crossDeviation: crossDeviation!,
  }));

  it('has the least error, and is the smaller one of two that have it', () => {
    expect(choose(judged, 'cv_min')).toBe(2);
  });

  it('is the smallest within one standard error of the least, that of the least', () => {
    expect(choose(judged, 'cv')).toBe(1);
    expect(choose(judged.slice(0, 1).concat(judged.slice(2)), 'cv')).toBe(1);
  });
});
