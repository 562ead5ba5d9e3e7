import type { GrownTree } from './node.ts';

/** A tree of the sequence that cost-complexity pruning makes. */
export interface PruneStep {
  /** The least complexity for which it is best, as a share of the error of the root. */
  readonly cp: number;
  readonly splits: number;
  /** Error by that of the root. */
  readonly relativeError: number;
}

/** Complexities that differ by less, relatively, are one. */
const tolerance = 1e-9;

interface Branch {
  readonly leaves: number;
  readonly risk: number;
}

/**
 * Weakest-link pruning (Breiman et al. 1984, 3.3): at each step the nodes whose branch lowers the error least per leaf become leaves.
 * Gives for each node the complexity at which it does, as a share of the error of the root: at a complexity α, a node with a
 * value of at most α is a leaf. Leaves have 0.
 */
export function collapseAt(nodes: GrownTree): number[] {
  const collapsed = nodes.map(() => 0);
  const isLeaf = nodes.map(({ children }) => children === null);
  const scale = nodes[0]!.risk;
  for (let floor = 0; !isLeaf[0]!;) {
    let weakest = Infinity;
    const links = new Map<number, number>();
    const measure = (at: number): Branch => {
      const { children, risk } = nodes[at]!;
      if (isLeaf[at]! || children === null) return { leaves: 1, risk };
      const [first, second] = [measure(children[0]), measure(children[1])];
      const branch = { leaves: first.leaves + second.leaves, risk: first.risk + second.risk };
      const link = Math.max(0, (risk - branch.risk) / (branch.leaves - 1) / scale);
      links.set(at, link);
      weakest = Math.min(weakest, link);
      return branch;
    };
    measure(0);
    floor = Math.max(floor, weakest);
    const close = (at: number): void => {
      const { children } = nodes[at]!;
      if (isLeaf[at]! || children === null) return;
      for (const child of children) close(child);
      collapsed[at] = floor;
      isLeaf[at] = true;
    };
    const visit = (at: number): void => {
      if (isLeaf[at]!) return;
      if (links.get(at)! <= floor * (1 + tolerance) + Number.MIN_VALUE) close(at);
      else for (const child of nodes[at]!.children!) visit(child);
    };
    visit(0);
  }
  return collapsed;
}

/** A node is still split at a complexity. */
export const isSplitAt = (collapsed: readonly number[], at: number, cp: number): boolean =>
  collapsed[at]! > cp * (1 + tolerance);

/** Leaves and error of a tree cut back to a complexity. */
export function cutBack(
  nodes: GrownTree,
  collapsed: readonly number[],
  cp: number,
): { leaves: number[]; risk: number } {
  const leaves: number[] = [];
  const visit = (at: number): void => {
    if (isSplitAt(collapsed, at, cp)) for (const child of nodes[at]!.children!) visit(child);
    else leaves.push(at);
  };
  visit(0);
  return { leaves, risk: leaves.reduce((sum, at) => sum + nodes[at]!.risk, 0) };
}

/** The sequence of best trees from the root alone to that at the complexity `cp`. */
export function pruneSequence(nodes: GrownTree, collapsed: readonly number[], cp: number): PruneStep[] {
  const values = [...collapsed].filter((value) => value > cp * (1 + tolerance)).sort((a, b) => b - a);
  const distinct = values.filter((value, i) => i === 0 || value < values[i - 1]! * (1 - tolerance));
  const scale = nodes[0]!.risk;
  return [...distinct, cp].map((value) => {
    const { leaves, risk } = cutBack(nodes, collapsed, value);
    return { cp: value, splits: leaves.length - 1, relativeError: scale === 0 ? 1 : risk / scale };
  });
}
