import { assign, type ClassCosts } from './costs.ts';
import type { Split } from './split.ts';

/** A node while trees grow. */
export interface GrownNode {
  /** The root is 1, the children of n are 2n and 2n + 1. */
  readonly id: number;
  readonly depth: number;
  /** Rows by class. */
  readonly counts: readonly number[];
  /** Its class by the least cost, by place, and that cost. */
  readonly class: number;
  readonly risk: number;
  split: Split | null;
  improvement: number;
  children: readonly [number, number] | null;
}

/** Nodes by place; the root is the first. */
export type GrownTree = readonly GrownNode[];

/** What a node is split by, what it brings, and the rows of the first child by class. */
export interface Found {
  readonly split: Split;
  readonly improvement: number;
  readonly first: readonly number[];
}

export const total = (counts: readonly number[]): number => counts.reduce((sum, one) => sum + one, 0);

/** The child that has more rows, the first of equal ones. */
export const larger = (first: readonly number[], counts: readonly number[]): 'first' | 'second' =>
  2 * total(first) >= total(counts) ? 'first' : 'second';

/** A node that is not split yet. */
export function nodeOf(id: number, depth: number, counts: readonly number[], costs: ClassCosts): GrownNode {
  return { id, depth, counts, ...assign(counts, costs), split: null, improvement: 0, children: null };
}

/** Splits a node; gives the places of its children. */
export function splitNode(
  nodes: GrownNode[],
  at: number,
  { split, improvement, first }: Found,
  costs: ClassCosts,
): readonly [number, number] {
  const parent = nodes[at]!;
  const { id, depth, counts } = parent;
  const second = counts.map((count, c) => count - first[c]!);
  const children = [nodes.length, nodes.length + 1] as const;
  nodes.push(nodeOf(2 * id, depth + 1, first, costs), nodeOf(2 * id + 1, depth + 1, second, costs));
  Object.assign(parent, { split, improvement, children });
  return children;
}

/** The probabilities of the classes where rows by class are these, each counting so much. */
export function probabilitiesOf(counts: readonly number[], weights: readonly number[]): number[] {
  const masses = counts.map((count, c) => count * weights[c]!);
  const mass = total(masses);
  return masses.map((one) => one / mass);
}
