import { describe, expect, it } from 'vitest';
import { middleHalf, type GridBin } from '../../src/models/coarse-grid.ts';

const bin = (rows: number, low: number, high = low): GridBin => ({ rows, low, high });

describe('middleHalf(bins)', () => {
  it('is the widest span the quartiles can have', () => {
    expect(middleHalf([bin(10, 0, 90), bin(10, 100, 190), bin(10, 200, 290), bin(10, 300, 390)])).toBe(290);
  });

  it('sets aside a value that at least half of the rows share', () => {
    expect(middleHalf([bin(60, 0), bin(10, 100, 190), bin(20, 200, 290), bin(10, 300, 390)])).toBe(290);
    expect(middleHalf([bin(60, 0)])).toBeNull();
  });

  it('is small where nearly all rows are in one corner', () => {
    expect(middleHalf([bin(999, 0, 100), bin(1, 2 ** 30)])).toBe(100);
  });
});
