import { generalizedEigen, tabulate } from '../../math/linear-algebra.ts';
import { hessian, minimise, type Minimum, type Slope, type Smooth } from '../../math/minimise.ts';
import type { Convergence } from '../model.ts';

/** A log-likelihood and its gradient by positive parameters. */
export type Likelihood = (parameters: readonly number[]) => Slope;

/** Parameters with the greatest likelihood. */
export interface Estimate {
  readonly parameters: readonly number[];
  readonly logLikelihood: number;
  /** Covariances of the logarithms of the parameters, by the inverse Hessian; null: the likelihood is flat. */
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

/** A likelihood and the customers that it is of. */
export interface Sample {
  readonly likelihood: Likelihood;
  readonly customers: number;
}

/** Curvature below this share of the greatest is rounding: the function is flat there. */
const flat = 1e-9;

/** The inverse Hessian; along directions in which the function is flat, it is as large as can be told. Null: it is flat in all. */
function inverseHessian(f: Smooth, at: readonly number[]): number[][] | null {
  const n = at.length;
  const curvature = hessian(f, at);
  if (!curvature.flat().every(Number.isFinite)) return null;
  const pairs = generalizedEigen(
    curvature,
    tabulate(n, n, (i, j) => (i === j ? 1 : 0)),
  );
  const least = flat * pairs[0]!.value;
  if (!(least > 0)) return null;
  return tabulate(n, n, (i, j) =>
    pairs.reduce((sum, { value, vector }) => sum + (vector[i]! * vector[j]!) / Math.max(value, least), 0),
  );
}

/**
 * Maximum likelihood in the logarithms of the parameters, from several starts, with the covariances by the inverse Hessian.
 *
 * @param samples from few customers to all of them: the starts are compared by the few, the best of them goes on from one to the next, with its curvature there
 */
export function search(samples: readonly Sample[], starts: readonly (readonly number[])[]): Estimate {
  const [few, ...more] = samples;
  const customers = samples.at(-1)!.customers;
  let f = objective(few!.likelihood, few!.customers);
  const searches = starts
    .map((start) => minimise(f, start.map(Math.log), { ...limits, tolerance }))
    .sort((left, right) => left.value - right.value);
  const best = searches[0]!;
  const agreed = searches.filter(({ value }) => (value - best.value) * few!.customers < 1e-3).length;
  let found: Minimum = best;
  for (const sample of more) {
    const metric = inverseHessian(f, found.at);
    f = objective(sample.likelihood, sample.customers);
    found = minimise(f, found.at, { ...limits, tolerance }, metric);
  }
  // Where no step goes down any more for rounding, the gradient is as small as it can be.
  const isAtTop = Math.max(...found.gradient.map(Math.abs)) < 1e-5;
  const covariance = inverseHessian(f, found.at);
  return {
    parameters: found.at.map(Math.exp),
    logLikelihood: -found.value * customers,
    covariance: covariance?.map((row) => row.map((value) => value / customers)) ?? null,
    convergence: {
      iterations: found.iterations,
      converged: found.converged || isAtTop,
      reason: !found.converged && isAtTop ? 'the likelihood rises no further' : found.reason,
      ...{ starts: starts.length, agreed },
    },
  };
}
