import { logRising } from '../../math/gamma.ts';
import type { Family } from './family.ts';

/** P(N = 0 … most) of the negative binomial distribution: Poisson purchases in a time, rates ~ Gamma(r, α). */
export function negativeBinomial(r: number, alpha: number, length: number, most: number): number[] {
  const share = length / (alpha + length);
  let term = Math.exp(-r * Math.log1p(length / alpha));
  return Array.from({ length: most + 1 }, (_, n) => {
    const here = term;
    term *= ((r + n) / (n + 1)) * share;
    return here;
  });
}

/** NBD (Ehrenberg 1959): everybody stays a customer. What the other models come to where none drops out. */
export const nbd: Family = {
  name: 'nbd',
  parameters: ['r', 'alpha'],
  starts: (rate, age) => [
    [1, 1 / rate],
    [0.3, 0.3 / rate],
    [1, age],
  ],
  logLikelihood([r, alpha], { repeats, age, customers }) {
    const [shape, scale] = [r!, alpha!];
    const logScale = Math.log(scale);
    let [value, byR, byAlpha, x] = [0, 0, 0, -1];
    let rising = { value: 0, slope: 0 };
    for (let i = 0; i < customers.length; i++) {
      if (repeats[i] !== x) {
        x = repeats[i]!;
        rising = logRising(shape, x);
      }
      const [n, total, log] = [customers[i]!, scale + age[i]!, Math.log(scale + age[i]!)];
      value += n * (rising.value + shape * logScale - (shape + x) * log);
      byR += n * (rising.slope + logScale - log);
      byAlpha += n * (shape / scale - (shape + x) / total);
    }
    return { value, gradient: [byR, byAlpha] };
  },
  alive: () => 1,
  expectedIfAlive: ([r, alpha], repeats, age, length) => ((r! + repeats) / (alpha! + age)) * length,
  residualIfAlive:
    ([r, alpha], repeats, delta) =>
    (age) =>
      (r! + repeats) / (alpha! + age) / delta,
  expectedOfNew: ([r, alpha], length) => (r! / alpha!) * length,
  distribution: ([r, alpha], length, most) => negativeBinomial(r!, alpha!, length, most),
};
