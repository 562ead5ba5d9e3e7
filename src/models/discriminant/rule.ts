import type { Grid } from '../grid.ts';
import type { DiscriminantAnalysis } from './fitted.ts';

/** The classification functions on points of the grids: what SQL needs to assign a row. */
export interface Rule {
  /** The columns that are used: `u<place + 1>`, its mean in points, and standard deviations within classes per point. */
  readonly columns: readonly { readonly place: number; readonly centre: number; readonly factor: number }[];
  readonly classes: readonly {
    readonly class: string;
    readonly constant: number;
    readonly weights: readonly number[];
  }[];
}

/** The rule of an analysis whose predictors are at these places of the matrix. */
export function ruleOf(analysis: DiscriminantAnalysis, grids: readonly Grid[], places: readonly number[]): Rule {
  return {
    columns: places.map((place, j) => {
      const { low, scale } = grids[place]!;
      const { mean, sd } = analysis.predictors[j]!;
      return { place, centre: (mean - low) * scale, factor: 1 / (sd * scale) };
    }),
    classes: analysis.classes.map((one) => ({ class: one.class, ...one.scoring })),
  };
}
