import { describe, expect, it } from 'vitest';
import { rfmOptions } from '../../../src/models/rfm/options.ts';

const problems = (written: unknown): string[] =>
  rfmOptions.safeParse(written).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];

describe('rfmOptions', () => {
  it('has defaults', () => {
    expect(rfmOptions.parse({})).toEqual({
      bins: 5,
      binning: 'independent',
      cut_points: {},
      weights: { recency: 1, frequency: 1, monetary: 1 },
      refit: 'always',
    });
  });

  it('refuses what means nothing, and says where', () => {
    expect(problems({ bins: 11 })).toHaveLength(1);
    expect(problems({ bins: 1 })).toHaveLength(1);
    expect(problems({ binning: 'both' })).toHaveLength(1);
    expect(problems({ cut_points: { recency: [30, 30] } })).toEqual([
      'cut_points.recency: must ascend, each value above the one before',
    ]);
    expect(problems({ cut_points: { recency: [] } })).toHaveLength(1);
    expect(problems({ cut_points: { monetary: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] } })).toHaveLength(1);
    expect(problems({ cut_points: { monetary: [Number.POSITIVE_INFINITY] } })).toHaveLength(1);
    expect(problems({ cut_points: { money: [1] } })).toHaveLength(1);
    expect(problems({ binning: 'nested', cut_points: { recency: [30] } })).toEqual([
      'cut_points: must be left out where binning is nested: cells have cut-points of their own',
    ]);
    expect(problems({ weights: { recency: 0, frequency: 0, monetary: 0 } })).toEqual(['weights: must not all be 0']);
    expect(problems({ weights: { recency: -1 } })).toHaveLength(1);
    expect(problems({ weights: { recency: 0.00001 } })).toEqual(['weights.recency: must have at most 4 decimals']);
    expect(problems({ weights: { recency: 0, frequency: 0.3333 } })).toEqual([]);
  });
});
