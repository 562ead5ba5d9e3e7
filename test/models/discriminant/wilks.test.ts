import { describe, expect, it } from 'vitest';
import { bartlett, raoF, univariateF } from '../../../src/models/discriminant/wilks.ts';

describe('raoF(wilks, n, p, g)', () => {
  it('is exact for two classes: F = (1 − λ)/λ · (n − p − 1)/p', () => {
    const { f, df1, df2 } = raoF(0.4, 50, 3, 2);
    expect(f).toBeCloseTo(((1 - 0.4) / 0.4) * (46 / 3), 12);
    expect([df1, df2]).toEqual([3, 46]);
  });

  it('is exact for three classes: F = (1 − √λ)/√λ · (n − p − 2)/p', () => {
    const { f, df1, df2 } = raoF(0.25, 60, 4, 3);
    expect(f).toBeCloseTo(54 / 4, 12);
    expect([df1, df2]).toEqual([8, 108]);
  });

  it('is that of one predictor', () => {
    expect(raoF(0.3, 40, 1, 4)).toMatchObject({ df1: 3, df2: 36 });
    expect(raoF(0.3, 40, 1, 4).f).toBeCloseTo(univariateF(3, 10, 40, 4).f, 12);
  });

  it('finds nothing in λ = 1', () => {
    expect(raoF(1, 50, 3, 3)).toMatchObject({ f: 0, p: 1 });
    expect(bartlett(1, 50, 3, 3, 0).p).toBe(1);
  });
});
