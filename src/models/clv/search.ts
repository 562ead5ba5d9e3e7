import { inversePositive, isPositiveDefinite } from '../../math/linear-algebra.ts';
import { hessian, minimise, type Minimum, type Slope, type Smooth } from '../../math/minimise.ts';
import type { Convergence } from '../model.ts';

/** A log-likelihood and its gradient by positive parameters. */
export type Likelihood = (parameters: readonly number[]) => Slope;

/** Parameters with the greatest likelihood. */
export interface Estimate {
  readonly parameters: readonly number[];
  readonly logLikelihood: number;
  /** Covariances of the logarithms of the parameters, by the inverse Hessian; null: it is not positive definite. */
  readonly covariance: readonly (readonly number[])[] | null;
  readonly convergence: Convergence & {
    /** Searches that were begun, and those that came to the greatest likelihood. */
    readonly starts: number;
    readonly agreed: number;
  };
}

/** Logarithms beyond these are not parameters of data: a search that goes there runs to the boundary. */
const farthest = 30;

/** −ln L per customer, as a function of the logarithms of the parameters. */
const objective =
  (likelihood: Likelihood, customers: number): Smooth =>
  (logs) => {
    if (logs.some((log) => Math.abs(log) > farthest)) return { value: Infinity, gradient: logs };
    const parameters = logs.map(Math.exp);
    const { value, gradient } = likelihood(parameters);
    return { value: -value / customers, gradient: gradient.map((slope, i) => (-slope * parameters[i]!) / customers) };
  };

const limits = { most: 300, reach: 2 };

/** The gradient of ln L per customer at which a search has converged. */
const tolerance = 1e-8;

/** Starts are compared on about so many rows. */
export const roughly = 4_000;

/** A likelihood and the customers that it is of. */
export interface Sample {
  readonly likelihood: Likelihood;
  readonly customers: number;
}

/**
 * Maximum likelihood in the logarithms of the parameters, from several starts, with the covariances by the inverse Hessian.
 *
 * @param few what the starts are compared by; the best of them goes on with all
 * @param isAll the few are all
 */
export function search(all: Sample, few: Sample, isAll: boolean, starts: readonly (readonly number[])[]): Estimate {
  const { customers } = all;
  const roughly = objective(few.likelihood, few.customers);
  const searches = starts
    .map((start) => minimise(roughly, start.map(Math.log), { ...limits, tolerance }))
    .sort((left, right) => left.value - right.value);
  const best = searches[0]!;
  const f = objective(all.likelihood, customers);
  const found: Minimum = isAll ? best : minimise(f, best.at, { ...limits, tolerance });
  const agreed = searches.filter(({ value }) => (value - best.value) * few.customers < 1e-3).length;
  // Where no step goes down any more for rounding, the gradient is as small as it can be.
  const isAtTop = Math.max(...found.gradient.map(Math.abs)) < 1e-5;
  const curvature = hessian(f, found.at);
  return {
    parameters: found.at.map(Math.exp),
    logLikelihood: -found.value * customers,
    covariance: isPositiveDefinite(curvature)
      ? inversePositive(curvature).map((row) => row.map((value) => value / customers))
      : null,
    convergence: {
      iterations: found.iterations,
      converged: found.converged || isAtTop,
      reason: !found.converged && isAtTop ? 'the likelihood rises no further' : found.reason,
      ...{ starts: starts.length, agreed },
    },
  };
}

/** Standard errors of the parameters (delta method); null where the curvature does not say. */
export const standardErrors = ({ parameters, covariance }: Estimate): readonly number[] | null =>
  covariance === null ? null : parameters.map((value, i) => value * Math.sqrt(covariance[i]![i]!));
