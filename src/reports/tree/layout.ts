import type { PageNode } from './data.ts';

/** A node with its place in the picture: its column, and its row among the leaves (between two where it has children). */
export interface PlacedNode {
  readonly node: PageNode;
  readonly column: number;
  readonly row: number;
  /** The place of its parent; null: the root. */
  readonly parent: number | null;
}

/** Leaves stand in rows of their own, in order; a node stands half-way between its children. */
export function layOut(nodes: readonly PageNode[]): PlacedNode[] {
  const parents = nodes.map(({ depth }, i) => {
    for (let before = i - 1; before >= 0; before--) if (nodes[before]!.depth === depth - 1) return before;
    return null;
  });
  const rows = nodes.map(() => 0);
  let leaves = 0;
  nodes.forEach(({ isLeaf }, i) => {
    if (isLeaf) rows[i] = leaves++;
  });
  for (let i = nodes.length - 1; i >= 0; i--) {
    if (nodes[i]!.isLeaf) continue;
    const children = rows.filter((_, child) => parents[child] === i);
    rows[i] = (children[0]! + children.at(-1)!) / 2;
  }
  return nodes.map((node, i) => ({ node, column: node.depth, row: rows[i]!, parent: parents[i]! }));
}
