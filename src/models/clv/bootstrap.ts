import { randomPoisson } from 'd3-random';
import { times } from '../../math/linear-algebra.ts';
import type { Slope } from '../../math/minimise.ts';
import { interpolate, quantilePosition } from '../../math/quantile.ts';
import { uniformStream } from '../../math/random.ts';
import { families } from './families.ts';
import { parametersOf, type PurchaseModel } from './fit-purchases.ts';
import type { Spending } from './fitted.ts';
import type { NumberedHistories, Spends } from './read-histories.ts';
import type { Outlook } from './score-histories.ts';
import { spendLikelihood } from './spend.ts';
import { foretell, type Sums } from './totals.ts';

/** How often customers count in one bootstrap sample: Poisson numbers, which need no total (Hanley & MacGibbon 2006). */
function resample(customers: Float64Array, uniform: () => number): Float64Array {
  const draw = randomPoisson.source(uniform);
  const one = draw(1);
  return customers.map((n) => (n === 1 ? one() : draw(n)()));
}

/**
 * Parameters that fit other weights, from those that fit the old ones: two steps of Newton with the old curvature, which give the bootstrap its accuracy
 * (Davidson & MacKinnon 1999).
 */
function refit(
  likelihood: (parameters: readonly number[]) => Slope,
  parameters: readonly number[],
  covariance: readonly (readonly number[])[],
): number[] {
  let logs = parameters.map(Math.log);
  for (let step = 0; step < 2; step++) {
    const at = logs.map(Math.exp);
    const score = likelihood(at).gradient.map((slope, i) => slope * at[i]!);
    logs = logs.map((log, i) => log + Math.min(Math.max(times(covariance, score)[i]!, -2), 2));
  }
  return logs.map(Math.exp);
}

function refitPurchases(model: PurchaseModel, histories: NumberedHistories, weights: Float64Array): PurchaseModel {
  const { covariance, family } = model;
  if (covariance === null) return model;
  const likelihood = (at: readonly number[]) =>
    families[family].logLikelihood(at, { ...histories, customers: weights });
  const found = refit(likelihood, parametersOf(model), covariance);
  return {
    ...model,
    parameters: Object.fromEntries(families[family].parameters.map((parameter, i) => [parameter, found[i]!])),
  };
}

function refitSpending(spending: Spending, spends: Spends, weights: Float64Array): Spending {
  const { model } = spending;
  if (model?.covariance == null) return spending;
  const { p, q, gamma } = model.parameters;
  const found = refit((at) => spendLikelihood(at, { ...spends, customers: weights }), [p, q, gamma], model.covariance);
  return { ...spending, model: { ...model, parameters: { p: found[0]!, q: found[1]!, gamma: found[2]! } } };
}

/** A quantile of ascending numbers. */
function quantileOf(sorted: readonly number[], p: number): number {
  const { below, above, part } = quantilePosition(sorted.length, p);
  return interpolate(sorted[below]!, sorted[above]!, part);
}

/** The ends that 95 of 100 values lie between. */
const ends = [0.025, 0.975] as const;

/**
 * Intervals for sums over the customers that there are, as their parameters might have come out had other customers been drawn: customers are resampled, the models
 * refitted, the sums foretold again; purchases and spends apart, as the models take them to be independent. The chance in what the customers
 * will do is not in them.
 */
export function bootstrapSums(
  purchases: PurchaseModel,
  spending: Spending,
  histories: NumberedHistories,
  spends: Spends,
  outlook: Outlook,
  { replicates, seed }: { readonly replicates: number; readonly seed: number },
): Readonly<Record<'purchases' | 'value', readonly [low: number, high: number]>> | null {
  if (replicates === 0) return null;
  const drawn: Sums[] = Array.from({ length: replicates }, (_, i) => {
    const uniform = uniformStream(seed, i);
    const model = refitPurchases(purchases, histories, resample(histories.customers, uniform));
    const worth = refitSpending(spending, spends, resample(spends.customers, uniform));
    return foretell(model, worth, histories, { ...outlook, delta: 0 });
  });
  const interval = (of: (sums: Sums) => number): [number, number] => {
    const sorted = drawn.map(of).sort((a, b) => a - b);
    return [quantileOf(sorted, ends[0]), quantileOf(sorted, ends[1])];
  };
  return { purchases: interval((one) => one.purchases), value: interval((one) => one.value) };
}
