import { compiled, lgam, psi } from 'cephes';

await compiled;

/** ln Γ(x) of x > 0. */
export const logGamma = (x: number): number => lgam(x);

/** ψ(x) = d ln Γ(x) / dx of x > 0. */
export const digamma = (x: number): number => psi(x);

/**
 * ln(Γ(x + n) / Γ(x)) of a whole n ≥ 0, and its derivative by x. Up to 32 factors it is their sum, so that nothing cancels where x is
 * large; beyond, the difference of two logarithms.
 */
export function logRising(x: number, n: number): { readonly value: number; readonly slope: number } {
  if (n > 32) return { value: logGamma(x + n) - logGamma(x), slope: digamma(x + n) - digamma(x) };
  let [value, slope] = [0, 0];
  for (let i = 0; i < n; i++) {
    value += Math.log(x + i);
    slope += 1 / (x + i);
  }
  return { value, slope };
}

/** ln(1 + eˣ), without overflow. */
export const logOnePlusExp = (x: number): number => (x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x)));

/** Weights below this share of the largest one do not count. */
const least = 1e-17;

/**
 * The mean of a function of a gamma variable, E f(λ), λ ~ Gamma(shape, rate): by the trapezoidal rule in ln λ, whose error falls as
 * exp(−π²/h) where f has no singularity but at λ ≤ 0 (Trefethen & Weideman 2014, 5). The nodes are on one grid for all rates, so that a function
 * that is kept by its value can serve many of them.
 *
 * @param shape best not far below 1: nodes go on to the left until e^(shape·ln λ) vanishes
 */
export function gammaMean(shape: number, rate: number, f: (value: number) => number): number {
  const step = Math.min(0.25, 0.5 / Math.sqrt(shape));
  const top = Math.log(shape / rate);
  const middle = Math.round(top / step);
  let [weights, sum] = [0, 0];
  for (const direction of [-1, 1])
    for (let node = direction < 0 ? middle : middle + 1; ; node += direction) {
      const v = node * step - top;
      const weight = Math.exp(shape * (v - Math.expm1(v)));
      if (weight < least) break;
      weights += weight;
      sum += weight * f(Math.exp(node * step));
    }
  return sum / weights;
}
