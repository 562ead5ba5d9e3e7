import { describe, expect, it } from 'vitest';
import { generateCustomers } from '../../src/sample/generate-customers.ts';
import { planSample } from '../../src/sample/plan.ts';

describe('mean order lines per customer', () => {
  it.each([
    { customers: 5_000, lines: 1, seed: 1 },
    { customers: 5_000, lines: 2.5, seed: 2 },
    { customers: 5_000, lines: 10, seed: 3 },
    { customers: 5_000, lines: 25, seed: 4 },
    { customers: 1_000, lines: 100, seed: 5 },
    { customers: 2_000, lines: 10, seed: 1 },
  ])('are within 2 % of what was asked for: $lines, with $customers customers', (size) => {
    let lines = 0;
    for (const { purchases } of generateCustomers(planSample(size))) lines += purchases.count;
    expect(Math.abs(lines / size.customers / size.lines - 1)).toBeLessThan(0.02);
  });

  it('move the rate and the baskets, never the other parameters', () => {
    const plans = [1, 10, 100].map((lines) => planSample({ customers: 500, lines, seed: 1 }));
    const [few, usual, many] = plans.map(({ population, basketScale }) => ({ ...population.purchases, basketScale }));
    expect(few!.alpha).toBeGreaterThan(usual!.alpha);
    expect(usual!.alpha).toBeGreaterThan(many!.alpha);
    expect(few!.basketScale).toBeLessThan(usual!.basketScale);
    expect(usual!.basketScale).toBeLessThan(many!.basketScale);
    for (const { population } of plans) {
      expect(population).toMatchObject({ purchases: { r: 0.9, a: 0.9, b: 3.5 }, spend: { p: 6, q: 4, gamma: 48 } });
    }
  });
});
