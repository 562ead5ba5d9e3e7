import { expect, it } from 'vitest';
import { decideRule, meanOf, type Comparison } from '../../../src/models/next-product/contest.ts';

/** Hit rates of ways, with an error of 0.01 for every difference. */
const compared = (rates: Readonly<Record<string, number>>): Comparison[] =>
  Object.entries(rates).flatMap(([first, rate]) =>
    Object.entries(rates)
      .filter(([second]) => first < second)
      .map(([second, other]) => ({ first, second, difference: rate - other, error: 0.01 }) as Comparison),
  );

const rates = { share: 0.5, cosine: 0.5, lift: 0.5, 'best sellers': 0.4, 'own purchases': 0.45 };

it('a rule is used where it beats both simple lists by more than one standard error', () => {
  expect(decideRule(null, compared(rates))).toBe('share');
  expect(decideRule(null, compared({ ...rates, 'own purchases': 0.495 }))).toBeNull();
  expect(decideRule(null, compared({ ...rates, 'best sellers': 0.6 }))).toBeNull();
  expect(decideRule(null, compared({ ...rates, share: 0.455, cosine: 0.455, lift: 0.4601 }))).toBe('lift');
});

it('of several rules the one that is better by as much is used, else the first', () => {
  expect(decideRule(null, compared({ ...rates, cosine: 0.505 }))).toBe('share');
  expect(decideRule(null, compared({ ...rates, cosine: 0.52 }))).toBe('cosine');
  expect(decideRule(null, compared({ ...rates, cosine: 0.52, lift: 0.54 }))).toBe('lift');
});

it('what was used the night before goes on unless a simple list or another rule beats it', () => {
  const close = { ...rates, lift: 0.495, 'own purchases': 0.49 };
  expect(decideRule('lift', compared(close))).toBe('lift');
  expect(decideRule('lift', compared({ ...close, share: 0.51 }))).toBe('share');
  expect(decideRule('lift', compared({ ...close, 'own purchases': 0.52 }))).toBeNull();
});

it('means have the error of a mean of so many', () => {
  // 3 of 4: variance 0.25, error √(0.25 / 4).
  expect(meanOf(4, 3n, 3n)).toEqual({ mean: 0.75, error: 0.25 });
  expect(meanOf(2, 3_000_000n, 5_000_000_000_000n, 1_000_000)).toEqual({ mean: 1.5, error: 0.5 });
  expect(meanOf(1, 1n, 1n)).toEqual({ mean: 1, error: 0 });
});
