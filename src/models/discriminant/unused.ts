import { dot } from '../../math/linear-algebra.ts';
import type { DiscriminantFunction } from './fitted.ts';
import type { Scatter } from './scatter.ts';

/** A predictor that the analysis does without, and its pooled correlations within classes with the functions. */
export interface UnusedPredictor {
  readonly predictor: string;
  readonly structure: readonly number[];
}

/**
 * The structure of predictors that vary within classes and are not used, of those `given` with these names: (Σ raw·W) /
 * ((n − g)·sd), as scores have pooled variance 1.
 */
export function unusedStructure(
  { n, classes, within }: Scatter,
  names: readonly string[],
  kept: readonly number[],
  functions: readonly DiscriminantFunction[],
): UnusedPredictor[] {
  return names.flatMap((predictor, u) => {
    const own = within[u]![u]!;
    if (kept.includes(u) || own === 0) return [];
    const products = kept.map((j) => within[u]![j]!);
    const size = Math.sqrt(own * (n - classes.length));
    return [{ predictor, structure: functions.map(({ raw }) => dot(raw, products) / size) }];
  });
}
