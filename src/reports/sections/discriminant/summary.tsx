import type { VNode } from 'preact';
import { Tiles } from '../../parts/pieces.tsx';
import type { AnalysisProps } from './analysis.ts';

/** How well the segments are told apart, against chance. */
export function Summary({ view: { t, f }, analysis }: AnalysisProps): VNode {
  const words = t.discriminant.tiles;
  const { overall, hitRatio, chance, customers, folds } = analysis;
  return (
    <Tiles
      tiles={[
        { label: words.hit, value: f.share(hitRatio, 1), note: words.hitNote(customers, folds) },
        { label: words.maximum, value: f.share(chance.maximum, 1), note: words.maximumNote },
        { label: words.proportional, value: f.share(chance.proportional, 1), note: words.proportionalNote },
        { label: words.wilks, value: f.fixed(overall.wilks, 3), note: words.explained(overall.wilks) },
        {
          label: words.significance,
          value: t.discriminant.p(overall.p),
          note: words.test(overall.f, overall.df1, overall.df2),
        },
      ]}
    />
  );
}
