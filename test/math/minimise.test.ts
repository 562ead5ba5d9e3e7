import { describe, expect, it } from 'vitest';
import { hessian, minimise, type Smooth } from '../../src/math/minimise.ts';

const limits = { tolerance: 1e-9, most: 500, reach: 10 };

const rosenbrock: Smooth = ([x, y]) => ({
  value: (1 - x!) ** 2 + 100 * (y! - x! * x!) ** 2,
  gradient: [-2 * (1 - x!) - 400 * x! * (y! - x! * x!), 200 * (y! - x! * x!)],
});

const beale: Smooth = ([x, y]) => {
  const parts = [1.5, 2.25, 2.625].map((c, i) => c - x! * (1 - y! ** (i + 1)));
  return {
    value: parts.reduce((sum, part) => sum + part * part, 0),
    gradient: [
      parts.reduce((sum, part, i) => sum - 2 * part * (1 - y! ** (i + 1)), 0),
      parts.reduce((sum, part, i) => sum + 2 * part * x! * (i + 1) * y! ** i, 0),
    ],
  };
};

/** Powell's singular function: its Hessian vanishes at the minimum. */
const powell: Smooth = ([a, b, c, d]) => {
  const [p, q, r, s] = [a! + 10 * b!, c! - d!, b! - 2 * c!, a! - d!];
  return {
    value: p * p + 5 * q * q + r ** 4 + 10 * s ** 4,
    gradient: [2 * p + 40 * s ** 3, 20 * p + 4 * r ** 3, 10 * q - 8 * r ** 3, -10 * q - 40 * s ** 3],
  };
};

describe('minimise', () => {
  it.each([
    ['Rosenbrock’s valley', rosenbrock, [-1.2, 1], [1, 1], 8],
    ['Beale’s function', beale, [1, 1], [3, 0.5], 8],
    ['Powell’s singular function', powell, [3, -1, 0, 1], [0, 0, 0, 0], 2],
  ] as const)('finds the minimum of %s', (_, f, start, at, digits) => {
    const found = minimise(f, start, limits);
    expect(found.converged).toBe(true);
    found.at.forEach((value, i) => {
      expect(value).toBeCloseTo(at[i]!, digits);
    });
  });

  it('scales badly scaled functions by itself', () => {
    const bowl: Smooth = ([x, y]) => ({ value: 1e8 * x! * x! + 1e-4 * y! * y!, gradient: [2e8 * x!, 2e-4 * y!] });
    const found = minimise(bowl, [1, 1000], limits);
    expect(found.converged).toBe(true);
    expect(Math.abs(found.at[1]!)).toBeLessThan(1e-4);
  });

  it('turns back where a function has no value', () => {
    const barrier: Smooth = ([x]) => ({ value: x! - Math.log(x!), gradient: [1 - 1 / x!] });
    expect(minimise(barrier, [20], limits).at[0]).toBeCloseTo(1, 8);
  });

  it('says that it has not converged: out of iterations, without end, or without a start', () => {
    expect(minimise(rosenbrock, [-1.2, 1], { ...limits, most: 3 })).toMatchObject({ converged: false, iterations: 3 });
    const slope: Smooth = () => ({ value: NaN, gradient: [1] });
    expect(minimise(slope, [0], limits)).toMatchObject({ converged: false, iterations: 0 });
    const endless: Smooth = ([x]) => ({ value: -x!, gradient: [-1] });
    expect(minimise(endless, [0], { ...limits, most: 20 })).toMatchObject({
      converged: false,
      reason: 'stopped after 20 iterations',
    });
    // The gradient lies: nothing goes down along it.
    const lie: Smooth = ([x]) => ({ value: x! * x!, gradient: [-1] });
    expect(minimise(lie, [1], limits)).toMatchObject({
      converged: false,
      reason: 'no step along the gradient goes down',
    });
  });

  it('has second derivatives by differences', () => {
    const found = hessian(rosenbrock, [1, 1]);
    [802, -400, -400, 200].forEach((value, i) => {
      expect(found.flat()[i]).toBeCloseTo(value, 3);
    });
  });
});
