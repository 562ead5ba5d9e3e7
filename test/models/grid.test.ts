import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseGrid, gridValue, meanPoint } from '../../src/models/grid.ts';

const point = (x: number, grid: { low: number; scale: number }): number => Math.round((x - grid.low) * grid.scale);

describe('chooseGrid(range, finest)', () => {
  it('is decimal and exact for whole numbers, cents and four decimals', () => {
    expect(chooseGrid({ n: 2, low: 3, high: 90, decimals: 0 }, false)).toEqual({ kind: 'decimal', low: 3, scale: 1 });
    expect(chooseGrid({ n: 2, low: -2.5, high: 10.25, decimals: 2 }, false)).toEqual({
      kind: 'decimal',
      low: -2.5,
      scale: 100,
    });
    fc.assert(
      fc.property(fc.integer({ min: -(2 ** 29), max: 2 ** 29 }), fc.integer({ min: 0, max: 4 }), (whole, places) => {
        const [low, x] = [-(2 ** 28) / 10 ** places, whole / 10 ** places];
        const grid = { low, scale: 10 ** places };
        expect(point(x, grid)).toBe(whole + 2 ** 28);
      }),
    );
  });

  it('is the finest power of two below 2³⁰ otherwise', () => {
    for (const [low, high] of [
      [0, 1],
      [-3, 1e9],
      [0, 2 ** -40],
      [5, 5.3],
    ] as const) {
      const grid = chooseGrid({ n: 2, low, high, decimals: null }, false)!;
      expect(grid.kind).toBe('binary');
      expect(Math.log2(grid.scale) % 1).toBe(0);
      expect(point(high, grid)).toBeLessThanOrEqual(2 ** 30);
      expect(point(high, { ...grid, scale: grid.scale * 2 })).toBeGreaterThanOrEqual(2 ** 30);
    }
  });

  it('turns binary where decimals do not fit', () => {
    expect(chooseGrid({ n: 2, low: 0, high: 2e6, decimals: 4 }, false)!.kind).toBe('binary');
    expect(chooseGrid({ n: 2, low: 0, high: 1e5, decimals: 4 }, false)!.kind).toBe('decimal');
  });

  it('refines a decimal grid where means are filled in', () => {
    expect(chooseGrid({ n: 2, low: 18, high: 90, decimals: 0 }, true)).toEqual({
      kind: 'decimal',
      low: 18,
      scale: 1e7,
    });
  });

  it('has a grid for a constant and none for a range wider than a double', () => {
    expect(chooseGrid({ n: 2, low: Math.PI, high: Math.PI, decimals: null }, false)).toMatchObject({ scale: 1 });
    expect(chooseGrid({ n: 2, low: -1.7e308, high: 1.7e308, decimals: null }, false)).toBeNull();
    expect(chooseGrid({ n: 2, low: 0, high: Number.MIN_VALUE, decimals: null }, false)).toBeNull();
  });
});

describe('gridValue(grid, u) and meanPoint(total, n)', () => {
  it('go back to values and to the nearest point', () => {
    expect(gridValue({ kind: 'decimal', low: -2.5, scale: 100 }, 150)).toBe(-1);
    expect(meanPoint(10n, 4)).toBe(3);
    expect(meanPoint(9n, 4)).toBe(2);
  });
});
