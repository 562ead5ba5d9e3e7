import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ModelError } from '../../../src/errors.ts';
import { families } from '../../../src/models/clv/families.ts';
import { fitPurchases, parametersOf } from '../../../src/models/clv/fit-purchases.ts';
import { spendsOf } from '../../../src/models/clv/read-histories.ts';
import { fitSpend, meanSpendOf } from '../../../src/models/clv/spend.ts';
import { historiesOf, type Triple } from './support.ts';

const times = (n: number, triple: Triple): Triple[] => Array.from({ length: n }, () => triple);

describe('histories that say too little are refused in words', () => {
  it.each([
    ['nobody again', times(20, [0, 0, 50]), /must have bought more than once; of 20 customers none has/],
    ['one customer', times(1, [10, 18, 20]), /at least 10 customers must have bought again; of 1 customers 1 did/],
    ['nine of twenty', [...times(11, [0, 0, 50]), ...times(9, [1, 9, 50])], /of 20 customers 9 did/],
    ['one history', times(20, [2, 10, 30]), /must differ in when they bought; 20 customers have 1 different histories/],
  ] as const)('%s', (_, triples, message) => {
    for (const family of ['bgnbd', 'mbgnbd', 'pareto'] as const) {
      const fit = () => fitPurchases(family, historiesOf(triples, 'week'));
      expect(fit).toThrow(ModelError);
      expect(fit).toThrow(message);
    }
  });

  it('spends that are all the same, or of a few', () => {
    const of = (means: readonly number[]) => () =>
      fitSpend(
        spendsOf({
          repeats: Float64Array.from(means, (_, i) => 1 + (i % 3)),
          mean: Float64Array.from(means),
          customers: new Float64Array(means.length).fill(1),
        }),
      );
    expect(of(Array.from({ length: 30 }, () => 20))).toThrow(/of 30 it is known, and does not/);
    expect(of([1, 2, 3])).toThrow(/at least 10 repeat buyers, and differ between them; of 3 it is known$/);
    const nearlyEqual = of(Array.from({ length: 30 }, (_, i) => 20 + 1e-6 * i))();
    expect(meanSpendOf(nearlyEqual)).toBeCloseTo(20, 2);
  });
});

const history = fc
  .tuple(fc.nat(6), fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 14, max: 700 }))
  .map(([x, share, days]): Triple => [x, x === 0 ? 0 : Math.max(1, Math.round(share * days)) / 7, days / 7]);

it('up to twenty customers of any kind are refused, or have figures that are finite and no faster than anyone was', () => {
  fc.assert(
    fc.property(
      fc.array(history, { minLength: 1, maxLength: 20 }),
      fc.constantFrom('bgnbd', 'mbgnbd', 'pareto'),
      (triples, asked) => {
        let fitted;
        try {
          fitted = fitPurchases(asked, historiesOf(triples, 'week'));
        } catch (error) {
          expect(error).toBeInstanceOf(ModelError);
          return;
        }
        const [family, parameters] = [families[fitted.family], parametersOf(fitted)];
        const fastest = Math.max(...triples.map(([x, , age]) => (x + 1) / age));
        expect(Number.isFinite(fitted.logLikelihood)).toBe(true);
        for (const [x, recency, age] of triples) {
          const alive = family.alive(parameters, x, recency, age);
          const expected = family.expectedIfAlive(parameters, x, age, 52);
          const residual = family.residualIfAlive(parameters, x, 0.002)(age);
          expect(alive >= 0 && alive <= 1).toBe(true);
          expect(expected >= 0 && expected <= 2 * 52 * fastest).toBe(true);
          expect(residual >= 0 && residual < Infinity).toBe(true);
        }
      },
    ),
    { numRuns: 40, seed: 5 },
  );
});
