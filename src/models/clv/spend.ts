import { ModelError } from '../../errors.ts';
import { digamma, logGamma } from '../../math/gamma.ts';
import type { Slope } from '../../math/minimise.ts';
import { fewestRepeatBuyers } from './fit-purchases.ts';
import { countOf, growing } from './histories.ts';
import type { Spends } from './read-histories.ts';
import { search, type Estimate } from './search.ts';
import { remark, type Remark } from '../../text/remark.ts';
import type { WhyNot } from '../../text/en/why-not.ts';

/** A fitted Gamma-Gamma model of what purchases are worth. */
export interface SpendModel {
  readonly customers: number;
  readonly parameters: { readonly p: number; readonly q: number; readonly gamma: number };
  /** Covariances of the logarithms of the parameters. */
  readonly covariance: Estimate['covariance'];
  readonly logLikelihood: number;
  readonly convergence: Estimate['convergence'];
  /** Mean of the mean spends that were seen. */
  readonly meanSpend: number;
  /** Pearson's correlation of repeat purchases and mean spend, which the model takes to be 0; null: one of both is constant. */
  readonly correlation: number | null;
  readonly remarks: readonly Remark[];
}

/** From here on, spend and frequency are not independent enough. */
const tooCorrelated = 0.3;

/** ln L of the Gamma-Gamma model (Fader & Hardie 2013, 1a) and its gradient by p, q, γ. */
export function spendLikelihood(
  [p, q, gamma]: readonly number[],
  { repeats, mean, logMean, customers }: Spends,
): Slope {
  const [shape, tail, scale] = [p!, q!, gamma!];
  const [logScale, logTail, slopeTail] = [Math.log(scale), logGamma(tail), digamma(tail)];
  let [value, byP, byQ, byGamma, x] = [0, 0, 0, 0, -1];
  let [common, slopeP, slopeQ] = [0, 0, 0];
  for (let i = 0; i < customers.length; i++) {
    if (repeats[i] !== x) {
      x = repeats[i]!;
      const px = shape * x;
      common = logGamma(px + tail) - logGamma(px) - logTail + tail * logScale + px * Math.log(x);
      const joint = digamma(px + tail);
      slopeP = x * (joint - digamma(px) + Math.log(x));
      slopeQ = joint - slopeTail + logScale;
    }
    const [n, px, log] = [customers[i]!, shape * x, logMean[i]!];
    const total = scale + x * mean[i]!;
    const logTotal = Math.log(total);
    value += n * (common + (px - 1) * log - (px + tail) * logTotal);
    byP += n * (slopeP + x * (log - logTotal));
    byQ += n * (slopeQ - logTotal);
    byGamma += n * (tail / scale - (px + tail) / total);
  }
  return { value, gradient: [byP, byQ, byGamma] };
}

interface Moments {
  readonly customers: number;
  readonly mean: number;
  readonly correlation: number | null;
}

function momentsOf({ repeats, mean, customers }: Spends): Moments {
  let [n, sumX, sumM] = [0, 0, 0];
  for (let i = 0; i < customers.length; i++) {
    n += customers[i]!;
    sumX += customers[i]! * repeats[i]!;
    sumM += customers[i]! * mean[i]!;
  }
  let [xx, xm, mm] = [0, 0, 0];
  for (let i = 0; i < customers.length; i++) {
    const [dx, dm] = [repeats[i]! - sumX / n, mean[i]! - sumM / n];
    xx += customers[i]! * dx * dx;
    xm += customers[i]! * dx * dm;
    mm += customers[i]! * dm * dm;
  }
  const spread = Math.sqrt(xx * mm);
  return { customers: n, mean: sumM / n, correlation: spread > 1e-12 * n ? xm / spread : null };
}

/** The mean of spend exists from q = 1 on, and is known from a little above. */
const leastQ = 1.01;

/**
 * What purchases are worth: purchases of a customer are gamma around a mean of their own, which is inverse gamma among customers and independent of how often they buy
 * (Colombo & Jiang 1999; Fader & Hardie 2013), by maximum likelihood. Throws `ModelError` where fewer than ten customers have repeat purchases of some value, or spend
 * spreads so widely that it has no mean.
 */
export function fitSpend(spends: Spends): SpendModel {
  const { customers, mean, correlation } =
    spends.customers.length === 0 ? { customers: 0, mean: 0, correlation: null } : momentsOf(spends);
  if (customers < fewestRepeatBuyers || spends.mean.every((value) => value === spends.mean[0]))
    throw new ModelError(
      `clv: what purchases are worth must be known of at least ${fewestRepeatBuyers} repeat buyers, and differ between them; of ${customers} it is known${customers < fewestRepeatBuyers ? '' : ', and does not'}`,
      { cause: { code: 'fewSpends', customers, least: fewestRepeatBuyers } satisfies WhyNot },
    );
  const samples = growing(spends).map((read) => ({
    likelihood: (parameters: readonly number[]) => spendLikelihood(parameters, read),
    customers: countOf(read),
  }));
  const found = search(samples, [
    [6, 4, mean / 2],
    [2, 2, mean / 2],
    [1, 10, 9 * mean],
  ]);
  if (found.parameters[1]! < leastQ)
    throw new ModelError(
      `clv: what purchases are worth must have a mean among customers; it spreads too widely (q ${found.parameters[1]!.toFixed(3)})`,
      { cause: { code: 'wideSpends' } satisfies WhyNot },
    );
  const named = ([p, q, gamma]: readonly number[]) => ({ p: p!, q: q!, gamma: gamma! });
  const { converged } = found.convergence;
  const isCorrelated = correlation !== null && Math.abs(correlation) >= tooCorrelated;
  return {
    customers,
    parameters: named(found.parameters),
    covariance: found.covariance,
    logLikelihood: found.logLikelihood,
    convergence: found.convergence,
    meanSpend: mean,
    correlation,
    remarks: [
      ...(converged ? [] : [remark('searchEnded', { title: 'Gamma-Gamma' })]),
      ...(isCorrelated ? [remark('correlated', { correlation })] : []),
    ],
  };
}

/**
 * Σ E[M | m̄, x] of customers who made x repeat purchases each, by all that they spent on these, in which it is linear: p(nγ + spent)/(px + q − 1) (Fader & Hardie 2013, 5); of x = 0 the mean
 * of the population.
 */
export const expectedSpends = (
  { parameters: { p, q, gamma } }: Pick<SpendModel, 'parameters'>,
  customers: number,
  repeats: number,
  spent: number,
): number => (p * (customers * gamma + spent)) / (p * repeats + q - 1);

/** E[M] of the population: pγ / (q − 1). */
export const meanSpendOf = (model: SpendModel): number => expectedSpends(model, 1, 0, 0);

/** E[M | m̄, x]: what a purchase of a customer is worth who made x repeat purchases of m̄ on average. */
export const expectedSpend = (model: SpendModel, repeats: number, mean: number): number =>
  expectedSpends(model, 1, repeats, repeats === 0 ? 0 : repeats * mean);
