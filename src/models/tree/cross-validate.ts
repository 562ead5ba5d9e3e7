import type { Engine } from '../../engine/engine.ts';
import { tableOf, type ClassificationTable } from '../classification-table.ts';
import type { ClassCosts } from './costs.ts';
import type { LevelFrame } from './counts.sql.ts';
import type { HeldOutLeaf } from './fitted.ts';
import { heldOutSql } from './held-out.sql.ts';
import { probabilitiesOf, type GrownTree } from './node.ts';
import { collapseAt, cutBack, type PruneStep } from './prune.ts';

/** A tree of the sequence with its error in cross-validation, by that of the root, and the standard error of that. */
export interface CrossValidatedStep extends PruneStep {
  readonly crossError: number;
  readonly crossDeviation: number;
}

/** Trees that were each grown without a part, with the rows of that part by class at each node. */
export interface HeldOut {
  readonly nodes: GrownTree;
  readonly collapsed: readonly number[];
  readonly counts: readonly (readonly number[])[];
}

/** Runs the rows of each part down the tree that does not know them. */
export async function readHeldOut(
  engine: Engine,
  working: string,
  trees: readonly GrownTree[],
  frame: LevelFrame,
): Promise<HeldOut[]> {
  const classes = frame.masses.length;
  const most = trees.slice(1).reduce((sum, nodes) => sum + nodes.length, 0) * classes;
  const shape = { tree: 'integer', node: 'integer', class: 'integer', members: 'integer' } as const;
  const rows = await engine.rows(heldOutSql(working, trees, frame), shape, most);
  return trees.slice(1).map((nodes, i) => {
    const counts = nodes.map(() => Array.from({ length: classes }, () => 0));
    for (const row of rows) if (row.tree === i + 1) counts[row.node]![row.class] = row.members;
    for (let at = nodes.length - 1; at >= 0; at--)
      for (const child of nodes[at]!.children ?? []) counts[child]!.forEach((count, c) => (counts[at]![c]! += count));
    return { nodes, collapsed: collapseAt(nodes), counts };
  });
}

/** Who of the parts is put where by the trees that do not know them, cut back to a complexity. */
function confusion(held: readonly HeldOut[], cp: number, classes: number): number[][] {
  const table = Array.from({ length: classes }, () => Array.from({ length: classes }, () => 0));
  for (const { nodes, collapsed, counts } of held)
    for (const at of cutBack(nodes, collapsed, cp).leaves)
      counts[at]!.forEach((count, c) => (table[c]![nodes[at]!.class]! += count));
  return table;
}

/** The classification table in cross-validation. */
export const crossTable = (held: readonly HeldOut[], cp: number, classes: readonly string[]): ClassificationTable =>
  tableOf(classes, confusion(held, cp, classes.length));

/** The leaves of the trees that do not know their part, cut back to a complexity; those that rows of the part come to. */
export const heldOutLeaves = (held: readonly HeldOut[], cp: number, weights: readonly number[]): HeldOutLeaf[] =>
  held.flatMap(({ nodes, collapsed, counts }) =>
    cutBack(nodes, collapsed, cp)
      .leaves.filter((at) => counts[at]!.some((count) => count > 0))
      .map((at) => ({ counts: counts[at]!, probabilities: probabilitiesOf(nodes[at]!.counts, weights) })),
  );

/**
 * The error of each tree of the sequence in cross-validation (Breiman et al. 1984, 3.4.2; as rpart has it): the trees without a part are cut back to the
 * geometric mean of the complexities between which the tree of the sequence is best. Standard error √(Σe² − (Σe)²/N), e the cost of a row.
 */
export function crossErrors(
  steps: readonly PruneStep[],
  held: readonly HeldOut[],
  rootRisk: number,
  { losses }: ClassCosts,
): CrossValidatedStep[] {
  return steps.map((step, i) => {
    const cp = i === 0 ? Infinity : Math.sqrt(step.cp * steps[i - 1]!.cp);
    const table = confusion(held, cp, losses.length);
    const sum = (value: (loss: number) => number): number =>
      table.reduce((all, row, c) => row.reduce((some, n, k) => some + n * value(losses[c]![k]!), all), 0);
    const [rows, error, squares] = [sum(() => 1), sum((loss) => loss), sum((loss) => loss * loss)];
    const deviation = Math.sqrt(Math.max(0, squares - (error * error) / rows));
    return { ...step, crossError: error / rootRisk, crossDeviation: deviation / rootRisk };
  });
}

/** The place of the chosen tree: of the least error, or the smallest one within one standard error of it. */
export function choose(steps: readonly CrossValidatedStep[], rule: 'cv' | 'cv_min'): number {
  const least = steps.reduce((best, one, i) => (one.crossError < steps[best]!.crossError ? i : best), 0);
  const { crossError, crossDeviation } = steps[least]!;
  return rule === 'cv_min' ? least : steps.findIndex((one) => one.crossError <= crossError + crossDeviation);
}
