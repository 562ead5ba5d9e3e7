import { describe, expect, it } from 'vitest';
import { drawnTowards, pooledUplift } from '../../../src/models/campaign/uplift.ts';

const arms = (treated: number, buyers: number, control: number, others: number) => ({
  treated: { n: treated, successes: buyers },
  control: { n: control, successes: others },
});

describe('the rise of the share who buy over several campaigns', () => {
  it('is the risk difference of Mantel and Haenszel', () => {
    // Two strata: 0.06 - 0.045 with the weight 900, 0.2 - 0.1 with 50.
    const found = pooledUplift([arms(9000, 540, 1000, 45), arms(100, 20, 100, 10)])!;
    expect(found.difference).toBeCloseTo((900 * 0.015 + 50 * 0.1) / 950, 12);
    expect([found.treated, found.control]).toEqual([9100, 1100]);
  });

  it('has the variance of Agresti and Caffo, above 0 also where nobody bought', () => {
    const found = pooledUplift([arms(98, 0, 48, 0)])!;
    expect(found.difference).toBe(0);
    expect(found.variance).toBeCloseTo((0.01 * 0.99) / 100 + (0.02 * 0.98) / 50, 15);
  });

  it('is unknown where nobody was left alone, or nobody contacted', () => {
    expect(pooledUplift([arms(10, 1, 0, 0), arms(0, 0, 10, 1)])).toBeNull();
  });
});

describe('a measured rise and what was expected', () => {
  it('are weighed by their variances, and never fall below 0', () => {
    const rise = (difference: number, variance: number) => ({ difference, variance, treated: 1, control: 1 });
    // As sure of one as of the other: half of each.
    expect(drawnTowards(0.02, rise(0.1, 0.0004))).toBeCloseTo(0.06, 12);
    expect(drawnTowards(0.02, rise(0.1, 1e-12))).toBeCloseTo(0.1, 6);
    expect(drawnTowards(0.02, rise(0.1, 1))).toBeCloseTo(0.02, 3);
    expect(drawnTowards(0.02, rise(-0.5, 0.0004))).toBe(0);
  });
});
