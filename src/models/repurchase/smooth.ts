import type { FittedTree } from '../tree/fitted.ts';

/**
 * So many rows are added to every leaf, in the proportion of all rows: so no probability is 0 or 1 (m-estimate, Cestnik 1990; two, as many as
 * Laplace's correction adds for two classes, see Provost & Domingos 2003).
 */
const added = 2;

/** The tree with smoothed shares of its nodes as probabilities, whatever the priors were that it was grown with. */
export function smoothed(tree: FittedTree): FittedTree {
  const { classes, nodes, rows } = tree;
  return {
    ...tree,
    nodes: nodes.map((node) => ({
      ...node,
      probabilities: node.counts.map((count, c) => (count + (added * classes[c]!.rows) / rows) / (node.rows + added)),
    })),
  };
}
