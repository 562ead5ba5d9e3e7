import type { Engine } from '../../engine/engine.ts';
import { evaluateCounts, type Stakes, type TwoClassEvaluation } from '../evaluation/evaluate.ts';
import type { FittedTree } from './fitted.ts';

/**
 * How well the probability of a class finds its rows: by trees that do not know them, each cut back as the cross-validated table is; of a tree without
 * parts by its own leaves. All rows of a leaf have one probability, so they are counted already.
 *
 * @param positive one of the two classes
 */
export function rateTree(
  engine: Engine,
  { classes, heldOut, nodes }: FittedTree,
  positive: string,
  stakes: Stakes | null,
): Promise<TwoClassEvaluation> {
  const place = classes.findIndex((one) => one.class === positive);
  const leaves = heldOut ?? nodes.filter(({ split }) => split === null);
  const counts = leaves.map((leaf) => ({
    score: leaf.probabilities[place]!,
    rows: leaf.counts.reduce((sum, count) => sum + count, 0),
    hits: leaf.counts[place]!,
  }));
  return evaluateCounts(engine, counts, stakes);
}
