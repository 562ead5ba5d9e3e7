import { tableOf, type ClassificationTable } from '../classification-table.ts';
import type { BinnedFeature } from './bin-features.ts';
import type { FittedTree, TreeFeature, TreeNode } from './fitted.ts';
import { probabilitiesOf, total, type GrownTree } from './node.ts';
import { isSplitAt } from './prune.ts';

/** A feature as a fitted tree has it. */
export const featureOf = ({ name, column, levels, binning, missing }: BinnedFeature): TreeFeature => ({
  feature: name,
  column,
  levels,
  isWhole: binning.kind === 'grid' && binning.scale === 1,
  isExact: binning.kind !== 'even' && binning.kind !== 'edges',
  missing,
});

/** The nodes that a tree keeps at a complexity, the root first, each with its children behind it. */
export function keepNodes(
  nodes: GrownTree,
  collapsed: readonly number[],
  cp: number,
  classes: FittedTree['classes'],
): TreeNode[] {
  const weights = classes.map((one) => one.weight);
  const order: number[] = [];
  const visit = (at: number): void => {
    order.push(at);
    if (isSplitAt(collapsed, at, cp)) for (const child of nodes[at]!.children!) visit(child);
  };
  visit(0);
  return order.map((at): TreeNode => {
    const { id, counts, class: place, risk, split, improvement, children } = nodes[at]!;
    const isSplit = isSplitAt(collapsed, at, cp);
    return {
      ...{ id, rows: total(counts), counts, probabilities: probabilitiesOf(counts, weights) },
      ...{ class: classes[place]!.class, risk, split: isSplit ? split : null },
      ...{ improvement: isSplit ? improvement : 0, complexity: collapsed[at]! },
      children: isSplit ? [order.indexOf(children![0]), order.indexOf(children![1])] : null,
    };
  });
}

/** Who is put where by the leaves. */
export function resubstitute(
  nodes: GrownTree,
  leaves: readonly number[],
  classes: readonly string[],
): ClassificationTable {
  const counts = classes.map(() => classes.map(() => 0));
  for (const at of leaves) nodes[at]!.counts.forEach((count, c) => (counts[c]![nodes[at]!.class]! += count));
  return tableOf(classes, counts);
}
