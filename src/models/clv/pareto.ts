import { gammaMean, logOnePlusExp, logRising } from '../../math/gamma.ts';
import { gaussLegendre } from '../../math/legendre.ts';
import type { Family } from './family.ts';
import { negativeBinomial } from './nbd.ts';

const [coarse, fine] = [gaussLegendre(16), gaussLegendre(32)];

/** ln ∫ (α+y)^(−k) (β+y)^(−s−1) dy from `from` to `to`, and the means of what its derivatives need under that weight. */
interface Ended {
  readonly log: number;
  readonly logAlpha: number;
  readonly logBeta: number;
  readonly inverseAlpha: number;
  readonly inverseBeta: number;
}

/** Of nobody: no time has gone by since the last purchase. */
const none: Ended = { log: -Infinity, logAlpha: 0, logBeta: 0, inverseAlpha: 0, inverseBeta: 0 };

/** Beyond this fall of the logarithm nothing is left of an integral. */
const deepest = 40;

/**
 * The chance of having dropped out at some time between the last purchase and now, by Gauss–Legendre in u = ln(c + y), c the smaller of α and β: there the
 * integrand has no singularity nearer than π to the real line, and its logarithm is concave. The pair of ₂F₁ of Fader & Hardie (2005)
 * that it equals overflows and cancels where k is large.
 */
function ended(k: number, alpha: number, s: number, beta: number, from: number, to: number): Ended {
  const c = Math.min(alpha, beta);
  const other = Math.max(alpha, beta) - c;
  // The exponents of c + y and of the larger one; the 1 is dy = (c + y) du.
  const own = (c === alpha ? k : s + 1) - 1;
  const far = c === alpha ? s + 1 : k;
  const low = Math.log(c + from);
  let high = Math.log(c + to);
  const top = -own * low - far * Math.log(other + c + from);
  const drop = top + own * high + far * Math.log(other + c + to);
  // Where the integrand vanishes long before the end, the nodes go where it does not; concave: it falls faster the farther.
  if (drop > deepest) {
    let near = low;
    for (let i = 0; i < 8; i++) {
      const middle = (near + high) / 2;
      if (top + own * middle + far * Math.log(other + Math.exp(middle)) > deepest) high = middle;
      else near = middle;
    }
  }
  const { nodes, weights } = drop < 6 && high - low < 2 ? coarse : fine;
  const half = (high - low) / 2;
  let sum = 0;
  let logOwn = 0;
  let logFar = 0;
  let inverseOwn = 0;
  let inverseFar = 0;
  for (let j = 0; j < nodes.length; j++) {
    const u = low + half * (1 + nodes[j]!);
    const near = Math.exp(u);
    const log = Math.log(other + near);
    const mass = weights[j]! * Math.exp(-own * u - far * log - top);
    sum += mass;
    logOwn += mass * u;
    logFar += mass * log;
    inverseOwn += mass / near;
    inverseFar += mass / (other + near);
  }
  const isAlpha = c === alpha;
  return {
    log: top + Math.log(half * sum),
    logAlpha: (isAlpha ? logOwn : logFar) / sum,
    logBeta: (isAlpha ? logFar : logOwn) / sum,
    inverseAlpha: (isAlpha ? inverseOwn : inverseFar) / sum,
    inverseBeta: (isAlpha ? inverseFar : inverseOwn) / sum,
  };
}

/** (1 − e^(−qL)) / q, and L where q is 0. */
const shrunk = (q: number, length: number): number => (q === 0 ? length : -Math.expm1(-q * length) / q);

/** Expected purchases at a rate of 1, until dropping out at a rate ~ Gamma(s, B): B/(s − 1) · (1 − (B/(B+t))^(s−1)), also at s = 1. */
const lived = (s: number, B: number, length: number): number => B * shrunk(s - 1, Math.log1p(length / B));

/**
 * Pareto/NBD (Schmittlein, Morrison & Colombo 1987; Fader & Hardie 2005, note): a customer drops out at a rate μ ~ Gamma(s, β) of their own, at any time.
 */
export const pareto: Family = {
  name: 'pareto',
  parameters: ['r', 'alpha', 's', 'beta'],
  starts: (rate, age) => [
    [0.5, 0.4 / rate, 0.6, age / 3],
    [1, age, 1, age],
    [0.3, 0.15 / rate, 0.3, age],
  ],
  logLikelihood(parameters, { repeats, recency, age, customers }) {
    const [r, alpha, s, beta] = parameters as [number, number, number, number];
    const [logAlpha, logS, logBeta] = [Math.log(alpha), Math.log(s), Math.log(beta)];
    let [value, byR, byAlpha, byS, byBeta, x] = [0, 0, 0, 0, 0, -1];
    let rising = { value: 0, slope: 0 };
    for (let i = 0; i < customers.length; i++) {
      if (repeats[i] !== x) {
        x = repeats[i]!;
        rising = logRising(r, x);
      }
      const n = customers[i]!;
      const k = r + x;
      const now = age[i]!;
      const logA = Math.log(alpha + now);
      const logB = Math.log(beta + now);
      const stays = -k * logA - s * logB;
      let log = stays;
      let out = 0;
      let over = none;
      if (now > recency[i]!) {
        over = ended(k, alpha, s, beta, recency[i]!, now);
        const d = logS + over.log - stays;
        out = 1 / (1 + Math.exp(-d));
        log += logOnePlusExp(d);
      }
      const stay = 1 - out;
      value += n * (rising.value + r * logAlpha + s * logBeta + log);
      byR += n * (rising.slope + logAlpha - stay * logA - out * over.logAlpha);
      byAlpha += n * (r / alpha - k * (stay / (alpha + now) + out * over.inverseAlpha));
      byS += n * (logBeta - stay * logB + out * (1 / s - over.logBeta));
      byBeta += n * (s / beta - (stay * s) / (beta + now) - out * (s + 1) * over.inverseBeta);
    }
    return { value, gradient: [byR, byAlpha, byS, byBeta] };
  },
  alive([r, alpha, s, beta], repeats, recency, age) {
    if (age <= recency) return 1;
    const k = r! + repeats;
    const over = ended(k, alpha!, s!, beta!, recency, age);
    return 1 / (1 + Math.exp(Math.log(s!) + over.log + k * Math.log(alpha! + age) + s! * Math.log(beta! + age)));
  },
  expectedIfAlive: ([r, alpha, s, beta], repeats, age, length) =>
    ((r! + repeats) / (alpha! + age)) * lived(s!, beta! + age, length),
  residualIfAlive:
    ([r, alpha, s, beta], repeats, delta) =>
    (age) =>
      ((r! + repeats) / (alpha! + age) / delta) * gammaMean(1, delta * (beta! + age), (y) => (1 + y) ** -s!),
  expectedOfNew: ([r, alpha, s, beta], length) => (r! / alpha!) * lived(s!, beta!, length),
  distribution([r, alpha, s, beta], length, most) {
    const lasting = Math.exp(-s! * Math.log1p(length / beta!));
    const all = negativeBinomial(r!, alpha!, length, most).map((probability) => probability * lasting);
    if (length <= 0) return all;
    const c = Math.min(alpha!, beta!);
    const [low, high] = [Math.log(c), Math.log(c + length)];
    const half = (high - low) / 2;
    fine.nodes.forEach((node, j) => {
      const u = low + half * (1 + node);
      const y = Math.exp(u) - c;
      const mass = fine.weights[j]! * half * Math.exp(u) * (s! / beta!) * (1 + y / beta!) ** (-s! - 1);
      negativeBinomial(r!, alpha!, y, most).forEach((probability, n) => (all[n]! += mass * probability));
    });
    return all;
  },
};
