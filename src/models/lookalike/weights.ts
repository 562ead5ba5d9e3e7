import { inversePositive, times } from '../../math/linear-algebra.ts';
import type { LearntDiscriminant } from '../discriminant/fitted.ts';
import type { LookalikeWeight } from './fitted.ts';

/** How far one standard deviation of each predictor moves the logarithm of the odds of a seed: sd · Σ⁻¹(μ_yes − μ_no), Σ as the rule has it. */
export function weightsOf({
  predictors,
  classes,
  covariance,
  classCovariances,
}: LearntDiscriminant): LookalikeWeight[] {
  const seed = classes.find((one) => one.class === 'yes')!;
  const other = classes.find((one) => one.class !== 'yes')!;
  const apart = seed.means.map((mean, j) => mean - other.means[j]!);
  const slopes = times(inversePositive(classCovariances?.[0]?.covariance ?? covariance), apart);
  return predictors.map(({ predictor, sd }, j) => ({ predictor, weight: sd * slopes[j]! }));
}
