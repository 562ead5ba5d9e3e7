import { describe, expect, it } from 'vitest';
import { uniformStream } from '../../src/math/random.ts';
import { differenceP } from '../../src/math/rates.ts';
import { detectableLift, powerOf, treatedNeeded } from '../../src/math/sample-size.ts';

const plan = (treatedRate: number, controlRate: number, ratio = 1) => ({
  treatedRate,
  controlRate,
  ratio,
  alpha: 0.05,
});

describe('treatedNeeded(plan, power) and powerOf(plan, treated)', () => {
  it('are those of power.prop.test, by the examples of its help page in R', () => {
    expect(powerOf(plan(0.75, 0.5), 50)).toBeCloseTo(0.7401659, 6);
    expect(treatedNeeded(plan(0.75, 0.5), 0.9)).toBeCloseTo(76.7, 1);
  });

  it('are inverse to each other, for unequal groups too', () => {
    for (const ratio of [1, 1 / 9, 3])
      expect(powerOf(plan(0.06, 0.045, ratio), treatedNeeded(plan(0.06, 0.045, ratio), 0.8))).toBeCloseTo(0.8, 10);
    // By the same equation with the normal quantiles of Python's statistics.
    expect(treatedNeeded(plan(0.06, 0.045, 1 / 9), 0.8)).toBeCloseTo(18042.8328, 3);
    expect(treatedNeeded(plan(0.06, 0.045), 0.8)).toBeCloseTo(3469.3338, 3);
  });

  it('is the share of simulated campaigns in which the test of a result finds the lift', () => {
    const random = uniformStream(7, 1);
    const draw = (n: number, share: number): number => {
      let successes = 0;
      for (let i = 0; i < n; i++) if (random() < share) successes++;
      return successes;
    };
    const runs = 600;
    let found = 0;
    for (let i = 0; i < runs; i++) {
      const treated = { n: 900, successes: draw(900, 0.2) };
      if (differenceP(treated, { n: 300, successes: draw(300, 0.12) }) < 0.05) found++;
    }
    expect(found / runs).toBeCloseTo(powerOf(plan(0.2, 0.12, 1 / 3), 900), 1);
  });
});

describe('detectableLift(plan, treated, power)', () => {
  it('is the lift for which so many are needed; null where they are too few for any', () => {
    const lift = detectableLift({ controlRate: 0.045, ratio: 1 / 9, alpha: 0.05 }, 18043, 0.8);
    expect(lift).toBeCloseTo(0.015, 5);
    expect(detectableLift({ controlRate: 0.5, ratio: 1, alpha: 0.05 }, 2, 0.8)).toBeNull();
  });
});
