import { describe, expect, it } from 'vitest';
import { cheapestAt, costAt, intervalsOf, leadOf, regionShares } from '../../../src/reports/discriminant/regions.ts';

/** −ln(prior·density) of independent normal scores, up to a constant: its mean on both functions and its deviation. */
const normal = (prior: number, x: number, y: number, sd: number): [number, number, number, number, number, number] => {
  const own = 1 / (2 * sd * sd);
  return [own * (x * x + y * y) + 2 * Math.log(sd) - Math.log(prior), -2 * own * x, -2 * own * y, own, 0, own];
};

const inner = normal(0.5, 0, 0, 1);
const outer = normal(0.5, 0, 0, 3);

describe('regions of classes with covariances of their own', () => {
  it('are a circle where one class lies within another: r² = 2 ln 9 / (1 − 1/9)', () => {
    const r = Math.sqrt((2 * Math.log(9)) / (1 - 1 / 9));
    expect(leadOf([inner, outer], 0, { x: r * Math.cos(1), y: r * Math.sin(1) })).toBeCloseTo(0, 12);
    expect(cheapestAt([inner, outer], { x: 0.99 * r, y: 0 })).toBe(0);
    expect(cheapestAt([inner, outer], { x: 0, y: -1.01 * r })).toBe(1);
    const [share] = regionShares([inner, outer], { x: [-4, 4], y: [-4, 4] }, 400);
    expect(share).toBeCloseTo((Math.PI * r * r) / 64, 3);
  });

  it('come again on one function, each border where both classes cost the same', () => {
    const parts = intervalsOf([inner, outer], [-9, 9]);
    expect(parts.map(({ index }) => index)).toEqual([1, 0, 1]);
    expect([parts[0]!.from, parts[2]!.to]).toEqual([-9, 9]);
    for (const { to } of parts.slice(0, 2))
      expect(costAt(inner, { x: to, y: 0 })).toBeCloseTo(costAt(outer, { x: to, y: 0 }), 12);
  });

  it('have a single border where deviations are equal, half-way between equally likely classes', () => {
    const parts = intervalsOf([normal(0.5, -1, 0, 1), normal(0.5, 2, 0, 1), normal(1e-9, 0, 0, 1)], [-5, 5]);
    expect(parts.map(({ index }) => index)).toEqual([0, 1]);
    expect(parts[0]!.to).toBeCloseTo(0.5, 12);
  });
});
