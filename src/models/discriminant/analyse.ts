import { correlations, dot, inversePositive, tabulate, times } from '../../math/linear-algebra.ts';
import { towardsDiagonal } from './covariances.ts';
import type { DiscriminantAnalysis, DiscriminantClass, DiscriminantFunction, Predictor } from './fitted.ts';
import { canonicalFunctions } from './functions.ts';
import type { Choice } from './predictors.ts';
import { keepPredictors, type Scatter } from './scatter.ts';
import { bartlett, raoF, univariateF } from './wilks.ts';

/** The scatter with covariances within classes drawn towards their diagonal. */
const drawIn = (scatter: Scatter, diagonal: number): Scatter => ({
  ...scatter,
  within: towardsDiagonal(scatter.within, diagonal),
});

/**
 * Fisher's linear classification functions (Rencher & Christensen 2012, 9.3): −½ m′S⁻¹m + ln prior + (S⁻¹m)′x; computed
 * about the means of all and in deviations within classes, which loses no digits to the distance of the means from
 * zero.
 */
function classify(
  { classes }: Scatter,
  priors: readonly number[],
  deviations: readonly number[],
  inverse: readonly (readonly number[])[],
  functions: readonly DiscriminantFunction[],
): DiscriminantClass[] {
  return classes.map((one, c) => {
    const apart = one.offsets.map((offset, j) => offset / deviations[j]!);
    const standardised = one.means.map((mean, j) => mean / deviations[j]!);
    const weights = times(inverse, apart);
    const fisher = times(inverse, standardised);
    const prior = priors[c]!;
    return {
      class: one.class,
      customers: one.n,
      prior,
      means: one.means,
      deviations: one.scatter.map((row, j) => (one.n > 1 ? Math.sqrt(row[j]! / (one.n - 1)) : null)),
      centroid: functions.map(({ standardised: a }) => dot(a, apart)),
      fisher: {
        constant: Math.log(prior) - dot(fisher, standardised) / 2,
        coefficients: fisher.map((value, j) => value / deviations[j]!),
      },
      scoring: { constant: Math.log(prior) - dot(weights, apart) / 2, weights },
    };
  });
}

/** A linear analysis, the places of its predictors among those given, and the scatter of all that were given. */
export type LinearAnalysis = DiscriminantAnalysis & { readonly kept: readonly number[]; readonly given: Scatter };

/**
 * A linear discriminant analysis from scatter matrices and a choice of predictors: their tests, the canonical
 * functions, the classification functions. Where no predictor is used, classes are told by their priors alone. Null
 * where there are no more customers than classes.
 */
export function analyse(
  given: Scatter,
  names: readonly string[],
  priors: readonly number[],
  choice: Choice,
): LinearAnalysis | null {
  const scatter = drawIn(keepPredictors(given, choice.kept), choice.diagonal);
  const [n, p, g] = [scatter.n, choice.kept.length, scatter.classes.length];
  if (n <= g) return null;

  const covariance = tabulate(p, p, (i, j) => scatter.within[i]![j]! / (n - g));
  const deviations = covariance.map((row, j) => Math.sqrt(row[j]!));
  const correlation = correlations(covariance);
  const inverse = inversePositive(correlation);
  const functions = canonicalFunctions(scatter, deviations, correlation);
  const wilks = functions[0]?.test.wilks ?? 1;
  const predictors = choice.kept.map((place, j): Predictor => ({
    predictor: names[place]!,
    mean: scatter.means[j]!,
    sd: deviations[j]!,
    tolerance: 1 / inverse[j]![j]!,
    ...univariateF(scatter.within[j]![j]!, scatter.total[j]![j]!, n, g),
  }));
  return {
    kept: choice.kept,
    given,
    customers: n,
    predictors,
    dropped: choice.dropped,
    selection: choice.selection,
    classes: classify(scatter, priors, deviations, inverse, functions),
    overall: { ...raoF(wilks, n, p, g), chiSquare: bartlett(wilks, n, p, g, 0) },
    functions,
    covariance,
    correlation,
  };
}
