import { dot, tabulate, whitening, type Rows } from '../../math/linear-algebra.ts';
import type { Grid } from '../grid.ts';
import type { Cost, Rule } from '../rule.ts';
import type { DiscriminantAnalysis } from './fitted.ts';
import type { ClassCovariance } from './quadratic.ts';
import { ruleOf } from './rule.ts';

/**
 * What turns standardised values z into y = factor·z, in which a covariance is the unit matrix; and the classes that it
 * is the covariance of, by number from 0, with their means in y. D² to a class is then Σ(y − centre)².
 */
export interface Whitening {
  /** Lower triangular. */
  readonly factor: Rows;
  readonly centres: readonly { readonly class: number; readonly centre: readonly number[] }[];
}

/** ½D² to each class less what all share, −(factorᵀ·centre)·z + ½|centre|², and the cost of its prior: of classes with one covariance. */
const linearCosts = ({ factor, centres }: Whitening, priors: readonly number[]): Cost[] =>
  centres.map(({ class: number, centre }) => ({
    constant: dot(centre, centre) / 2 + priors[number]!,
    weights: factor.map((_, j) => -factor.reduce((sum, row, i) => sum + row[j]! * centre[i]!, 0)),
  }));

/** How an analysis puts rows of a matrix into its classes. */
export interface Classifier {
  /** The standardised values, and the costs of the linear analysis. */
  readonly rule: Rule;
  /** One for all classes, or one for each. */
  readonly whitenings: readonly Whitening[];
  /** Cost of a class less ½D²: −ln prior, and ½ln|Σ| where covariances differ. */
  readonly constants: readonly number[];
  readonly quadratic: boolean;
}

/** The classifier of an analysis whose predictors are at these places of a matrix. */
export function classifierOf(
  analysis: DiscriminantAnalysis & { readonly classCovariances: readonly ClassCovariance[] | null },
  grids: readonly Grid[],
  places: readonly number[],
): Classifier {
  const { predictors, classes, correlation, classCovariances } = analysis;
  const p = predictors.length;
  const deviation = (i: number): number => predictors[i]!.sd;
  const whiten = (covariance: Rows, members: readonly number[]): Whitening & { logDeterminant: number } => {
    const { factor, logDeterminant } = whitening(covariance);
    const centres = members.map((c) => {
      const z = classes[c]!.means.map((mean, j) => (mean - predictors[j]!.mean) / deviation(j));
      return { class: c, centre: factor.map((row) => dot(row, z)) };
    });
    return { factor, centres, logDeterminant };
  };
  const rule = ruleOf(analysis, grids, places);
  const priors = classes.map(({ prior }) => -Math.log(prior));
  const standardised = ({ covariance }: ClassCovariance): Rows =>
    tabulate(p, p, (i, j) => covariance[i]![j]! / (deviation(i) * deviation(j)));
  const everyClass = classes.map((_, c) => c);
  if (classCovariances === null)
    return { rule, whitenings: [whiten(correlation, everyClass)], constants: priors, quadratic: false };
  if (classCovariances.every(({ shrinkage }) => shrinkage.pooled === 1)) {
    const shared = whiten(standardised(classCovariances[0]!), everyClass);
    const costs = linearCosts(shared, priors);
    return { rule: { ...rule, costs }, whitenings: [shared], constants: priors, quadratic: false };
  }
  const whitenings = classCovariances.map((one, c) => whiten(standardised(one), [c]));
  return {
    rule,
    whitenings,
    constants: whitenings.map(({ logDeterminant }, c) => logDeterminant / 2 + priors[c]!),
    quadratic: true,
  };
}
