import { describe, expect, it } from 'vitest';
import { betaBelow, chiSquareTail, fTail, gammaAbove } from '../../src/math/distributions.ts';

const close = (actual: number, expected: number): void => {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-11 * expected);
};

describe('fTail(f, df1, df2)', () => {
  it('is pf(…, lower.tail = FALSE) of R, far into the tail', () => {
    close(fTail(199.145343540085, 8, 288), 1.36500583258942e-112);
    close(fTail(119.264502184505, 2, 147), 1.66966919076945e-31);
  });

  it('takes broken degrees of freedom as they are', () => {
    // scipy.stats.f.sf(3, 8, 286.5); cut to 286 it would be 0.0030165
    close(fTail(3, 8, 286.5), 0.0030151039984508913);
  });

  it('has its ends', () => {
    expect(fTail(0, 2, 10)).toBe(1);
    expect(fTail(-1, 2, 10)).toBe(1);
    expect(fTail(Infinity, 2, 10)).toBe(0);
    expect(fTail(1e9, 200, 1e6)).toBe(0);
  });
});

describe('chiSquareTail(x, df)', () => {
  it('is pchisq(…, lower.tail = FALSE) of R, far into the tail', () => {
    close(chiSquareTail(546.115296487741, 8), 8.87078481589922e-113);
    close(chiSquareTail(282.27, 1), 2.40397979240309e-63);
  });

  it('is 0 where a double cannot hold it, and 1 at 0', () => {
    expect(chiSquareTail(1e7, 3)).toBe(0);
    expect(chiSquareTail(0, 3)).toBe(1);
    expect(chiSquareTail(1e-12, 99)).toBe(1);
    expect(chiSquareTail(Infinity, 3)).toBe(0);
  });
});

describe('betaBelow(x, a, b) and gammaAbove(x, shape, rate)', () => {
  it('are their closed forms where they have one, with ends', () => {
    close(betaBelow(0.3, 2, 1), 0.09);
    expect([betaBelow(-1, 2, 1), betaBelow(1, 2, 1)]).toEqual([0, 1]);
    close(gammaAbove(0.7, 2, 3), 3.1 * Math.exp(-2.1));
    expect([gammaAbove(0, 2, 3), gammaAbove(1e4, 2, 3)]).toEqual([1, 0]);
  });

  it('take shapes below 1', () => {
    // scipy.stats.gamma.sf(1, 0.5) = erfc(1)
    close(gammaAbove(1, 0.5, 1), 0.15729920705028513);
    // The arcsine distribution.
    close(betaBelow(0.25, 0.5, 0.5), (2 / Math.PI) * Math.asin(0.5));
  });
});
