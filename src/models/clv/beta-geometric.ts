import { gammaMean, logRising } from '../../math/gamma.ts';
import { hypergeometricOne } from '../../math/hypergeometric.ts';
import type { Family } from './family.ts';
import { negativeBinomial } from './nbd.ts';

/**
 * Expected purchases of one who is a customer now, buys at a rate λ ~ Gamma(k, A) and drops out after each purchase with p ~ Beta(a, b): were nobody to drop
 * out, n purchases would come with the probability of a negative binomial distribution, and of n that would come Σ_{j<n} E(1 − p)^j do.
 * All terms are positive, so nothing cancels; it is E[X(t)] and E[Y(t) | alive] of Fader, Hardie & Lee (2005, 9 and 10), whose ₂F₁ divided by a − 1 fails at a = 1.
 */
function purchasesBefore(k: number, A: number, a: number, b: number, length: number): number {
  if (length <= 0) return 0;
  const share = length / (A + length);
  const mean = (k * length) / A;
  let [weight, made, survival, weights, sum] = [1, 0, 1, 1, 0];
  for (let n = 0; ; n++) {
    const ratio = (share * (k + n)) / (n + 1);
    made += survival;
    survival *= (b + n) / (a + b + n);
    weight *= ratio;
    weights += weight;
    sum += weight * made;
    if (n > mean && ratio < 1 && (weight * (made + 1 / (1 - ratio))) / (1 - ratio) < 1e-16 * sum) return sum / weights;
    if (weights > 1e200) [weight, weights, sum] = [weight * 1e-200, weights * 1e-200, sum * 1e-200];
  }
}

/** A function that keeps what it has computed. */
function keeping(f: (value: number) => number): (value: number) => number {
  const known = new Map<number, number>();
  return (value) => {
    let found = known.get(value);
    if (found === undefined) known.set(value, (found = f(value)));
    return found;
  };
}

/**
 * BG/NBD (Fader, Hardie & Lee 2005): after each repeat purchase a customer drops out with a probability p ~ Beta(a, b) of their own.
 * MBG/NBD (Batislam, Denizel & Filiztekin 2007): after the first purchase too; `early` is then 1, else 0.
 */
function betaGeometric(name: 'bgnbd' | 'mbgnbd', early: 0 | 1): Family {
  /** ln of the odds of having dropped out with the last purchase. */
  const logOdds = ([r, alpha, a, b]: readonly number[], repeats: number, recency: number, age: number): number =>
    repeats + early === 0
      ? -Infinity
      : Math.log(a! / (b! + repeats + early - 1)) + (r! + repeats) * Math.log1p((age - recency) / (alpha! + recency));
  return {
    name,
    parameters: ['r', 'alpha', 'a', 'b'],
    starts: (rate, age) => [
      [0.5, 0.5 / rate, 0.8, 2.5],
      [1, age, 1, 1],
      [0.3, 0.15 / rate, 0.5, 10],
    ],
    logLikelihood(parameters, { repeats, recency, age, customers }) {
      const [r, alpha, a, b] = parameters as [number, number, number, number];
      const logAlpha = Math.log(alpha);
      let [value, byR, byAlpha, byA, byB, x, at] = [0, 0, 0, 0, 0, -1, -1];
      let [common, slopeR, slopeA, slopeB, logPrior, inversePrior, last, logLast] = [0, 0, 0, 0, 0, 0, 0, 0];
      for (let i = 0; i < customers.length; i++) {
        if (repeats[i] !== x) {
          x = repeats[i]!;
          const [rates, stays, all] = [logRising(r, x), logRising(b, x + early), logRising(a + b, x + early)];
          common = rates.value + r * logAlpha + stays.value - all.value;
          const prior = b + x + early - 1;
          [logPrior, inversePrior] = x + early === 0 ? [-Infinity, 0] : [Math.log(a / prior), 1 / prior];
          [slopeR, slopeA, slopeB] = [rates.slope + logAlpha, -all.slope, stays.slope - all.slope];
        }
        if (recency[i] !== at) {
          at = recency[i]!;
          last = alpha + at;
          logLast = Math.log(last);
        }
        const n = customers[i]!;
        const since = age[i]! - at;
        const gap = Math.log1p(since / last);
        const logEnd = logLast + gap;
        // d: ln of the odds of having dropped out; ln(1 + eᵈ) and eᵈ/(1 + eᵈ) by e^−|d|, without overflow.
        const d = logPrior + (r + x) * gap;
        const small = Math.exp(-Math.abs(d));
        const out = (d > 0 ? 1 : small) / (1 + small);
        value += n * (common - (r + x) * logEnd + (d > 0 ? d : 0) + Math.log(1 + small));
        byR += n * (slopeR - logEnd + out * gap);
        byAlpha += n * (r / alpha - (r + x) * ((1 - out) / (last + since) + out / last));
        byA += n * (slopeA + out / a);
        byB += n * (slopeB - out * inversePrior);
      }
      return { value, gradient: [byR, byAlpha, byA, byB] };
    },
    alive: (parameters, repeats, recency, age) => 1 / (1 + Math.exp(logOdds(parameters, repeats, recency, age))),
    expectedIfAlive: ([r, alpha, a, b], repeats, age, length) =>
      purchasesBefore(r! + repeats, alpha! + age, a!, b! + repeats + early, length),
    // E λ/(δ + λp): by p, E_p 1/(1 − (1 − p)ρ) = ₂F₁(1, b; a + b; ρ) with ρ = λ/(λ + δ); then by λ.
    residualIfAlive([r, alpha, a, b], repeats, delta) {
      const [k, stays] = [r! + repeats, b! + repeats + early];
      const byRate = keeping((rate) => hypergeometricOne(stays, a! + stays, rate / (rate + delta)) / (rate + delta));
      return (age) => (k / (alpha! + age)) * gammaMean(k + 1, alpha! + age, byRate);
    },
    expectedOfNew: ([r, alpha, a, b], length) =>
      (early === 1 ? b! / (a! + b!) : 1) * purchasesBefore(r!, alpha!, a!, b! + early, length),
    distribution([r, alpha, a, b], length, most) {
      const unending = negativeBinomial(r!, alpha!, length, most);
      let [before, more] = [1, 1];
      let stays = early === 1 ? b! / (a! + b!) : 1;
      return unending.map((probability, n) => {
        const here = probability * stays + more * (before - stays);
        more -= probability;
        before = stays;
        stays *= (b! + n + early) / (a! + b! + n + early);
        return here;
      });
    },
  };
}

/** BG/NBD: r, α, a, b. */
export const bgnbd = betaGeometric('bgnbd', 0);

/** MBG/NBD: r, α, a, b. */
export const mbgnbd = betaGeometric('mbgnbd', 1);
