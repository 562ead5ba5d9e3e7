import { dot, tabulate, whitening, type Rows } from '../../math/linear-algebra.ts';
import type { Grid } from '../grid.ts';
import type { Rule } from '../rule.ts';
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
  if (classCovariances === null) {
    const all = whiten(
      correlation,
      classes.map((_, c) => c),
    );
    return { rule, whitenings: [all], constants: priors, quadratic: false };
  }
  const whitenings = classCovariances.map(({ covariance }, c) => {
    const standardised = tabulate(p, p, (i, j) => covariance[i]![j]! / (deviation(i) * deviation(j)));
    return whiten(standardised, [c]);
  });
  return {
    rule,
    whitenings,
    constants: whitenings.map(({ logDeterminant }, c) => logDeterminant / 2 + priors[c]!),
    quadratic: true,
  };
}
