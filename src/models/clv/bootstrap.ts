import { randomPoisson } from 'd3-random';
import { times } from '../../math/linear-algebra.ts';
import type { Slope } from '../../math/minimise.ts';
import { quantileOf } from '../../math/quantile.ts';
import { uniformStream } from '../../math/random.ts';
import { families } from './families.ts';
import { parametersOf, type PurchaseModel } from './fit-purchases.ts';
import type { Spending } from './fitted.ts';
import { countOf, thin } from './histories.ts';
import type { NumberedHistories, Spends } from './read-histories.ts';
import type { Outlook } from './score-histories.ts';
import type { Estimate } from './search.ts';
import { spendLikelihood } from './spend.ts';
import { foretell, type Sums } from './totals.ts';

/** How often customers count in one bootstrap sample: Poisson numbers, which need no total (Hanley & MacGibbon 2006). */
function resample(customers: Float64Array, uniform: () => number): Float64Array {
  const draw = randomPoisson.source(uniform);
  const one = draw(1);
  return customers.map((n) => (n === 1 ? one() : draw(n)()));
}

/** Rows that are resampled, and histories over which sums are foretold for a replicate, at most about so many. */
const [resampled, foretold] = [20_000, 4_000] as const;

/**
 * Parameters as other customers would have it: their rows are resampled, and from the parameters that fit them all two steps of Newton with the old curvature are
 * taken, which give the bootstrap its accuracy (Davidson & MacKinnon 1999). Of many rows some are resampled; the parameters that come of m of n customers scatter √(n/m) times as
 * widely, and are drawn together by as much (Bickel, Götze & van Zwet 1997).
 */
function scattering<C extends { readonly customers: Float64Array }>(
  likelihood: (parameters: readonly number[], rows: C) => Slope,
  { parameters, covariance }: { readonly parameters: readonly number[]; readonly covariance: Estimate['covariance'] },
  rows: C,
): (uniform: () => number) => readonly number[] {
  if (covariance === null) return () => parameters;
  const few = thin(rows, resampled);
  const share = countOf(few) / countOf(rows);
  const logs = parameters.map(Math.log);
  const fitted = (customers: Float64Array): number[] => {
    let at = logs;
    for (let step = 0; step < 2; step++) {
      const here = at.map(Math.exp);
      const score = likelihood(here, { ...few, customers }).gradient.map((slope, i) => (slope * here[i]!) / share);
      const move = times(covariance, score);
      at = at.map((log, i) => log + Math.min(Math.max(move[i]!, -2), 2));
    }
    return at;
  };
  const own = fitted(few.customers);
  return (uniform) => {
    const other = fitted(resample(few.customers, uniform));
    return logs.map((log, i) => Math.exp(log + (other[i]! - own[i]!) * Math.sqrt(share)));
  };
}

/** The ends that 95 of 100 values lie between. */
const ends = [0.025, 0.975] as const;

/**
 * Intervals for sums over the customers that there are, as shares of them, as their parameters might have come out had other customers been drawn: customers are resampled,
 * the models refitted, the sums foretold again, not discounted; purchases and spends apart, as the models take them to be independent. The chance in what the
 * customers will do is not in them.
 */
export function bootstrapSums(
  purchases: PurchaseModel,
  spending: Spending,
  histories: NumberedHistories,
  spends: Spends,
  { schedule }: Outlook,
  { replicates, seed }: { readonly replicates: number; readonly seed: number },
): Readonly<Record<'purchases' | 'value', readonly [low: number, high: number]>> | null {
  if (replicates === 0) return null;
  const shown = thin(histories, foretold);
  const undiscounted = { schedule: { ...schedule, ends: [schedule.ends.at(-1)!], factors: [1] }, delta: 0 };
  const known = foretell(purchases, spending, shown, undiscounted);
  const { family } = purchases;
  const drawPurchases = scattering(
    families[family].logLikelihood,
    { parameters: parametersOf(purchases), covariance: purchases.covariance },
    histories,
  );
  const { model } = spending;
  const drawSpending =
    model === null
      ? null
      : scattering(
          spendLikelihood,
          {
            parameters: [model.parameters.p, model.parameters.q, model.parameters.gamma],
            covariance: model.covariance,
          },
          spends,
        );
  const drawn: Sums[] = Array.from({ length: replicates }, (_, i) => {
    const uniform = uniformStream(seed, i);
    const rates = drawPurchases(uniform);
    const parameters = Object.fromEntries(families[family].parameters.map((name, j) => [name, rates[j]!]));
    const worths = drawSpending?.(uniform);
    const worth =
      worths === undefined
        ? spending
        : { ...spending, model: { ...model!, parameters: { p: worths[0]!, q: worths[1]!, gamma: worths[2]! } } };
    return foretell({ ...purchases, parameters }, worth, shown, undiscounted);
  });
  const interval = (of: 'purchases' | 'value'): [number, number] => {
    const sorted = drawn.map((one) => one[of] / known[of]).sort((a, b) => a - b);
    return [quantileOf(sorted, ends[0]), quantileOf(sorted, ends[1])];
  };
  return { purchases: interval('purchases'), value: interval('value') };
}
