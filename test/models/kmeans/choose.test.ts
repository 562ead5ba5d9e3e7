import { describe, expect, it } from 'vitest';
import { choose, judge, type KCriteria } from '../../../src/models/kmeans/choose.ts';
import { kmeansOptions, rangeOf } from '../../../src/models/kmeans/options.ts';
import { remark } from '../../../src/text/remark.ts';

const one = (k: number, silhouette: number, changes: Partial<KCriteria> = {}): KCriteria => ({
  k,
  within: 1,
  smallestShare: 0.1,
  silhouette,
  silhouettes: [],
  calinskiHarabasz: 1,
  daviesBouldin: 1,
  gap: 1,
  gapError: 1,
  rand: 0.9,
  jaccard: Array.from({ length: k }, () => 0.9),
  ...changes,
});

const chosen = (criteria: readonly KCriteria[], smallest = 0.02) => choose(judge(criteria, smallest));

describe('choose(judge(criteria, smallestShare))', () => {
  it('takes the largest silhouette, of equal ones the smaller k', () => {
    expect(chosen([one(3, 0.3), one(4, 0.5), one(5, 0.4)])).toEqual({ k: 4, warning: null });
    expect(chosen([one(3, 0.5), one(4, 0.5 + 1e-12), one(5, 0.4)]).k).toBe(3);
  });

  it('passes over a k that is unstable as a whole or in one segment, or has a segment too small', () => {
    expect(chosen([one(3, 0.3), one(4, 0.5, { rand: 0.7 })]).k).toBe(3);
    expect(chosen([one(3, 0.3), one(4, 0.5, { jaccard: [1, 1, 1, 0.6] })]).k).toBe(3);
    expect(chosen([one(3, 0.3), one(4, 0.5, { smallestShare: 0.01 })]).k).toBe(3);
    expect(chosen([one(3, 0.3), one(4, 0.5, { smallestShare: 0.01 })], 0.01).k).toBe(4);
  });

  it('takes a k for stable from the limits of the rule on', () => {
    expect(chosen([one(3, 0.3), one(4, 0.5, { rand: 0.8, jaccard: [1, 1, 1, 0.75] })]).k).toBe(4);
    expect(chosen([one(3, 0.3), one(4, 0.5, { rand: 0.799 })]).k).toBe(3);
    expect(chosen([one(3, 0.3), one(4, 0.5, { jaccard: [1, 1, 1, 0.749] })]).k).toBe(3);
  });

  it('says so where none is stable, and where none has its segments large enough', () => {
    const unstable = { rand: 0.5 };
    expect(chosen([one(3, 0.5, { smallestShare: 0 }), one(4, 0.4, unstable), one(5, 0.3, unstable)])).toEqual({
      k: 4,
      warning: remark('unstableK', { from: 3, to: 5 }),
    });
    expect(chosen([one(3, 0.5, { smallestShare: 0.001 })])).toEqual({
      k: 3,
      warning: remark('smallShareK', { from: 3, to: 3 }),
    });
  });
});

describe('the option k', () => {
  const k = (value: unknown) => kmeansOptions.safeParse({ features: ['a'], k: value });

  it('is a number, auto (3 to 8) or a range', () => {
    expect(k(5).data!.k).toBe(5);
    expect(kmeansOptions.parse({ features: ['a'] }).k).toBe(5);
    expect(rangeOf('auto')).toEqual({ from: 3, to: 8 });
    expect(k('auto').data!.k).toBe('auto');
    expect(rangeOf({ from: 2, to: 20 })).toEqual({ from: 2, to: 20 });
    expect(k({ from: 2, to: 20 }).success).toBe(true);
  });

  it.each([1, 101, 2.5, 'six', { from: 2 }, { from: 4, to: 3 }, { from: 2, to: 21 }])('is not %j', (value) => {
    expect(k(value).success).toBe(false);
  });
});
