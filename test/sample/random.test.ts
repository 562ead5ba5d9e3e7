import { describe, expect, it } from 'vitest';
import { cumulate, rollFor } from '../../src/sample/random.ts';

const draws = (count: number, draw: () => number): number[] => Array.from({ length: count }, draw);
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('the stream of a customer', () => {
  it('is the same whoever was drawn before', () => {
    const drawSome = (): number[] => {
      const dice = rollFor(5, 1234);
      return draws(20, () => dice.uniform());
    };
    const alone = drawSome();
    for (let index = 0; index < 50; index += 1) rollFor(5, index).normal(0, 1);
    expect(drawSome()).toEqual(alone);
  });

  it('is another one for each customer and each seed', () => {
    const firsts = new Set<number>();
    for (let index = 0; index < 20_000; index += 1)
      firsts.add(rollFor(1, index).uniform() + rollFor(1, index).below(7));
    expect(firsts.size).toBeGreaterThan(19_990);
    expect(rollFor(1, 0).uniform()).not.toBe(rollFor(2, 0).uniform());
  });

  it('shows no trace of the neighbours: first numbers are uniform and not correlated', () => {
    const firsts = Array.from({ length: 50_000 }, (_, index) => rollFor(3, index).uniform());
    expect(mean(firsts)).toBeCloseTo(0.5, 2);
    expect(mean(firsts.map((value) => (value - 0.5) ** 2))).toBeCloseTo(1 / 12, 2);
    expect(Math.abs(mean(firsts.slice(1).map((value, i) => (value - 0.5) * (firsts[i]! - 0.5))) * 12)).toBeLessThan(
      0.015,
    );
  });

  it('draws the distributions that it is asked for', () => {
    const dice = rollFor(9, 9);
    expect(mean(draws(50_000, dice.gamma(0.9, 9.7)))).toBeCloseTo(0.9 / 9.7, 2);
    expect(mean(draws(50_000, () => dice.beta(0.9, 3.5)))).toBeCloseTo(0.9 / 4.4, 2);
    expect(mean(draws(50_000, () => dice.poisson(2.5)))).toBeCloseTo(2.5, 1);
    expect(mean(draws(50_000, () => dice.exponential(4)))).toBeCloseTo(0.25, 2);
    expect(dice.poisson(0)).toBe(0);
    expect(dice.exponential(0)).toBe(Infinity);
    const weights = cumulate([3, 0, 1]);
    const chosen = draws(20_000, () => dice.choose(weights));
    expect(mean(chosen.map((index) => (index === 0 ? 1 : 0)))).toBeCloseTo(0.75, 1);
    expect(chosen).not.toContain(1);
  });
});
