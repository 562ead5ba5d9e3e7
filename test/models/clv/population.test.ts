import { describe, expect, it } from 'vitest';
import type { FamilyName } from '../../../src/models/clv/family.ts';
import type { PurchaseModel } from '../../../src/models/clv/fit-purchases.ts';
import { clvOptions } from '../../../src/models/clv/options.ts';
import { populationOf, type Band } from '../../../src/models/clv/population.ts';

const modelOf = (family: FamilyName, parameters: Readonly<Record<string, number>>): PurchaseModel => ({
  ...{ family, asked: family, unit: 'day', customers: 1, parameters, covariance: null },
  ...{ logLikelihood: 0, remarks: [] },
  convergence: { converged: true, reason: '', iterations: 1, starts: 1, agreed: 1 },
});

const options = clvOptions.parse({ unit: 'day' });
const wholeOf = (bands: readonly Band[]): number => bands.reduce((sum, { share }) => sum + share, 0);

describe('how customers differ, by a model', () => {
  it('is the gamma distribution of their pace by year: r = 1 is exponential', () => {
    const { pace, stop } = populationOf(modelOf('nbd', { r: 1, alpha: 100 }), options);
    expect(pace.mean).toBeCloseTo(3.6525, 12);
    expect(stop).toBeNull();
    expect(pace.bands).toHaveLength(13);
    expect(pace.bands[0]).toMatchObject({ from: 0, to: 1 });
    expect(pace.bands[0]!.share).toBeCloseTo(1 - Math.exp(-1 / 3.6525), 12);
    expect(pace.bands.at(-1)).toEqual({
      from: 12,
      to: null,
      share: expect.closeTo(Math.exp(-12 / 3.6525), 12) as number,
    });
    expect(wholeOf(pace.bands)).toBeCloseTo(1, 12);
  });

  it('is the beta distribution of stopping after a purchase: a = b = 1 is uniform', () => {
    const { stop } = populationOf(modelOf('bgnbd', { r: 0.3, alpha: 40, a: 1, b: 1 }), options);
    expect([stop!.per, stop!.mean]).toEqual(['purchase', 0.5]);
    for (const { share } of stop!.bands) expect(share).toBeCloseTo(0.1, 12);
  });

  it('is that of stopping within a year, where customers stop at any time', () => {
    const { stop } = populationOf(modelOf('pareto', { r: 0.5, alpha: 70, s: 1, beta: 365.25 }), options);
    expect(stop!.per).toBe('year');
    expect(stop!.mean).toBeCloseTo(0.5, 12);
    // P(1 − e^−μ < 0.5) with μ ~ Exp(1) a year.
    expect(wholeOf(stop!.bands.slice(0, 5))).toBeCloseTo(1 - Math.exp(-Math.LN2), 12);
    expect(wholeOf(stop!.bands)).toBeCloseTo(1, 12);
  });

  it.each([
    [1e-3, 1e-2],
    [2e5, 1e6],
  ])('holds where shapes are as extreme as %d and %d', (r, alpha) => {
    const { pace, stop } = populationOf(modelOf('bgnbd', { r, alpha, a: r, b: alpha }), options);
    for (const bands of [pace.bands, stop!.bands]) {
      expect(wholeOf(bands)).toBeCloseTo(1, 9);
      expect(bands.every(({ share }) => share >= 0)).toBe(true);
    }
  });
});
