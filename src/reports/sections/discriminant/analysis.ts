import type { Discriminant } from '../../data/discriminant.ts';
import type { View } from '../../view.ts';

/** What the parts of the section are made from. */
export interface AnalysisProps {
  readonly view: View;
  readonly analysis: Discriminant;
}

/** The attribute that goes most closely with a function. */
export function leading({ structure }: Discriminant, index: number) {
  return structure.reduce<Discriminant['structure'][number] | null>(
    (best, row) => (Math.abs(row.loadings[index] ?? 0) > Math.abs(best?.loadings[index] ?? 0) ? row : best),
    null,
  );
}
