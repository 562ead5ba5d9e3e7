import type { Grid } from '../grid.ts';
import type { Rule } from '../rule.ts';
import type { DiscriminantAnalysis } from './fitted.ts';

/**
 * The rule of an analysis whose predictors are at these places of a matrix: the cost of a class is its classification
 * function with the other sign.
 */
export function ruleOf(analysis: DiscriminantAnalysis, grids: readonly Grid[], places: readonly number[]): Rule {
  return {
    columns: places.map((place, j) => {
      const { low, scale } = grids[place]!;
      const { mean, sd } = analysis.predictors[j]!;
      return { place, centre: (mean - low) * scale, factor: 1 / (sd * scale) };
    }),
    costs: analysis.classes.map(({ scoring }) => ({
      constant: -scoring.constant,
      weights: scoring.weights.map((weight) => -weight),
    })),
  };
}
