import { dot, generalizedEigen, tabulate, times, type Rows } from '../../math/linear-algebra.ts';
import type { DiscriminantFunction } from './fitted.ts';
import type { Scatter } from './scatter.ts';
import { bartlett, raoF } from './wilks.ts';

/** A function with less than this share of the first eigenvalue separates nothing: rounding. */
const least = 1e-12;

/** The largest coefficient by size is positive; of equally large ones the first. */
function withSign(coefficients: readonly number[]): number[] {
  const largest = coefficients.reduce((best, value) => (Math.abs(value) > Math.abs(best) ? value : best), 0);
  return coefficients.map((value) => (largest < 0 ? -value : value));
}

/**
 * The canonical discriminant functions (Fisher 1936; Rencher & Christensen 2012, ch. 8): directions a with W⁻¹B a = λ
 * a, largest λ first, at most min(p, g − 1). Scaled so that scores have pooled variance 1 within classes (divisor n −
 * g) and mean 0 over all customers; signed so that the standardised coefficient of largest size is positive.
 */
export function canonicalFunctions(
  scatter: Scatter,
  deviations: readonly number[],
  correlation: Rows,
): DiscriminantFunction[] {
  const { n, classes, between, within, total, means } = scatter;
  const [p, g] = [deviations.length, classes.length];
  const scaled = tabulate(p, p, (i, j) => between[i]![j]! / (deviations[i]! * deviations[j]!) / (n - g));
  const pairs = generalizedEigen(scaled, correlation)
    .slice(0, Math.min(p, g - 1))
    .filter(({ value }, _, all) => value > least * all[0]!.value);
  const sum = pairs.reduce((total, { value }) => total + value, 0);
  return pairs.map(({ value: eigenvalue, vector }, i) => {
    const wilks = pairs.slice(i).reduce((product, pair) => product / (1 + pair.value), 1);
    const standardised = withSign(vector);
    const raw = standardised.map((coefficient, j) => coefficient / deviations[j]!);
    const { f, df1, df2, p: chance } = raoF(wilks, n - i, p - i, g - i);
    const structure = times(correlation, standardised);
    return {
      eigenvalue,
      variance: eigenvalue / sum,
      canonicalCorrelation: Math.sqrt(eigenvalue / (1 + eigenvalue)),
      test: { wilks, ...bartlett(wilks, n, p, g, i) },
      rao: { f, df1, df2, p: chance },
      constant: -dot(raw, means),
      raw,
      standardised,
      structure,
      totalStructure: structure.map(
        (value, j) => value * Math.sqrt((within[j]![j]! / total[j]![j]!) * (1 + eigenvalue)),
      ),
    };
  });
}
