import { describe, expect, it } from 'vitest';
import { fitPurchases, parametersOf } from '../../../src/models/clv/fit-purchases.ts';
import { plantedHistories, type Planted } from './support.ts';
import { inEnglish } from '../../../src/text/remark.ts';
import { seedsToTry } from '../../support/full.ts';

const planted: readonly Planted[] = [
  { family: 'bgnbd', parameters: [0.6, 6, 0.9, 3] },
  { family: 'mbgnbd', parameters: [0.8, 7, 0.8, 2.5] },
  { family: 'pareto', parameters: [0.7, 8, 0.8, 12] },
];

describe.each(planted)('planted $family', (company) => {
  it.each(seedsToTry)('is found again within four standard errors, seed %d', (seed) => {
    const { family, parameters } = company;
    const found = fitPurchases(family, plantedHistories(company, 2500, seed));
    expect(found.family).toBe(family);
    expect(found.convergence.converged).toBe(true);
    parametersOf(found).forEach((value, i) => {
      const spread = Math.sqrt(found.covariance![i]![i]!);
      expect(spread).toBeLessThan(0.8);
      expect(Math.abs(Math.log(value / parameters[i]!)) / spread).toBeLessThan(4);
    });
  });
});

describe('nobody drops out', () => {
  const histories = plantedHistories({ family: 'nbd', parameters: [1.2, 8] }, 1500, 2);

  it.each(['bgnbd', 'mbgnbd', 'pareto'] as const)('%s says so, and the NBD is used', (family) => {
    const found = fitPurchases(family, histories);
    expect(found).toMatchObject({ family: 'nbd', asked: family });
    expect(inEnglish(found.remarks)[0]).toMatch(
      /nobody seems to drop out: the likelihood of .+ runs to its limit, the NBD/,
    );
    expect(Object.keys(found.parameters)).toEqual(['r', 'alpha']);
    const [r, alpha] = parametersOf(found);
    expect(Math.abs(r! / 1.2 - 1)).toBeLessThan(0.2);
    expect(Math.abs(alpha! / 8 - 1)).toBeLessThan(0.2);
  });

  it('where the likelihood has a top beside the boundary by chance, it says that it is not certain', () => {
    const found = fitPurchases('mbgnbd', plantedHistories({ family: 'nbd', parameters: [1.2, 8] }, 1500, 1));
    expect(found.family).toBe('mbgnbd');
    expect(inEnglish(found.remarks)[0]).toBe(
      'it is not certain that anybody drops out: ln L of MBG/NBD is only 0.36 above that of the NBD, where nobody does',
    );
  });

  it('where somebody does, it does not say so', () => {
    const some = plantedHistories({ family: 'pareto', parameters: [1.2, 8, 0.5, 60] }, 1500, 1);
    expect(fitPurchases('pareto', some)).toMatchObject({ family: 'pareto', remarks: [] });
  });
});
