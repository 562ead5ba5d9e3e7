import { expect, it } from 'vitest';
import { leftOutSegments } from '../../../src/models/next-product/by-segment.ts';
import type { Comparison } from '../../../src/models/next-product/contest.ts';

/** The rule `share` against both simple lists, by as much. */
const against = (difference: number, error: number): Comparison[] => [
  { first: 'best sellers', second: 'share', difference: -difference, error },
  { first: 'own purchases', second: 'share', difference: -difference, error },
];

const segment = (name: string | null, customers: number, difference: number, error: number) => ({
  ...{ segment: name, customers, ways: [], comparisons: against(difference, error) },
});

const all = against(0.25, 0.03);

it('a rule is not used in a segment where it finds no more than a simple list', () => {
  const segments = [segment('s1', 45, 0.6, 0.07), segment('s2', 63, 0.01, 0.05), segment('s3', 72, 0.5, 0.06)];
  expect(leftOutSegments('share', all, segments)).toEqual(['s2']);
  // One list is enough.
  const ownOnly = { ...segments[2]!, comparisons: [against(0.5, 0.06)[0]!, against(-0.1, 0.06)[1]!] };
  expect(leftOutSegments('share', all, [...segments.slice(0, 2), ownOnly])).toContain('s3');
});

it('what differs by no more than chance, or is of few customers, goes with all', () => {
  const chance = [segment('s1', 60, 0.3, 0.08), segment('s2', 60, 0.17, 0.1), segment('s3', 60, 0.26, 0.09)];
  expect(leftOutSegments('share', all, chance)).toEqual([]);
  const few = [segment('s1', 45, 0.6, 0.07), segment('s2', 29, -0.3, 0.05), segment('s3', 72, 0.5, 0.06)];
  expect(leftOutSegments('share', all, few)).toEqual([]);
});

it('a difference is drawn in by how far segments differ: DerSimonian and Laird by hand', () => {
  // Weights 100 and 100, mean 0.2, Q = 100·(0.2² + 0.2²) = 8, τ² = (8 − 1)/(200 − 100) = 0.07; of 0 in s2 0.07/0.08 are its own: 0.25/8 = 0.031 < √(0.875·0.01) = 0.094.
  const two = [segment('s1', 50, 0.4, 0.1), segment('s2', 50, 0, 0.1)];
  expect(leftOutSegments('share', all, two)).toEqual(['s2']);
  // 0.1 in s2: Q = 4.5, τ² = 0.035, 0.035/0.045 its own: 0.133 > √(0.00778) = 0.088.
  expect(leftOutSegments('share', all, [two[0]!, segment('s2', 50, 0.1, 0.1)])).toEqual([]);
});
