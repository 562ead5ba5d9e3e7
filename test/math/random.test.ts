import { describe, expect, it } from 'vitest';
import { uniformStream } from '../../src/math/random.ts';

const draw = (seed: number, index: number, count: number): number[] => {
  const next = uniformStream(seed, index);
  return Array.from({ length: count }, next);
};

describe('uniformStream(seed, index)', () => {
  it('repeats for the same seed and index, and for no others', () => {
    expect(draw(1, 2, 5)).toEqual(draw(1, 2, 5));
    const firsts = [0, 1, 2, 3].flatMap((seed) => [0, 1, 2, 3].map((index) => draw(seed, index, 1)[0]));
    expect(new Set(firsts).size).toBe(16);
  });

  it('is uniform on [0, 1)', () => {
    const values = draw(7, 0, 20_000);
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values)).toBeLessThan(1);
    expect(values.reduce((sum, value) => sum + value, 0) / values.length).toBeCloseTo(0.5, 2);
    expect(values.reduce((sum, value) => sum + (value - 0.5) ** 2, 0) / values.length).toBeCloseTo(1 / 12, 2);
  });
});
