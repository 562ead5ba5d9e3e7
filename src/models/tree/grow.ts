import { ModelError } from '../../errors.ts';
import { raw } from '../../sql/sql.ts';
import { blocksOf, rootBlocks, type Blocks } from './block.ts';
import { countsSql } from './counts.sql.ts';
import { findSplits } from './find-splits.ts';
import type { Ground } from './ground.ts';
import { nodeOf, splitNode, total, type GrownNode, type GrownTree } from './node.ts';
import { newDivisions, placeSql } from './place.sql.ts';

/** More nodes than these on one level, of one tree, are no model of people. */
const mostNodes = 4096;

/** A node that may be split, and where its rows are. */
interface OpenNode {
  readonly tree: number;
  readonly node: number;
  readonly region: number;
}

/**
 * Grows several trees at once, level by level: the first on all rows, each further one without a part of them. A level takes one
 * count of rows by region, feature, bin and class; trees that have split alike so far share their regions, so a cross-validation of trees
 * that agree costs little more than one tree. A node is split by the feature whose best split lowers impurity most; of
 * equal ones by the first. The working table and its counts are there.
 */
export async function growTrees(ground: Ground, roots: readonly (readonly number[])[]): Promise<GrownTree[]> {
  const { engine, tables, options, costs, features, frame } = ground;
  const trees = roots.map((counts) => [nodeOf(1, 0, counts, costs)]);
  const mayGrow = (tree: number, { counts, depth, risk }: GrownNode): boolean => {
    const rows = total(counts);
    const enough = rows >= options.min_split && rows >= 2 * options.min_leaf;
    return enough && depth < options.depth && risk > options.cp * trees[tree]![0]!.risk;
  };
  const kept = [...(frame.isWeighted ? [raw('weight')] : []), raw('bins')];
  const [classes, parts] = [frame.masses.length, roots.length - 1];
  const unknown = (tree: number): number | null => (tree === 0 ? null : tree - 1);
  let [rows, blocks]: [string, Blocks] = [tables.working, rootBlocks(parts)];
  let open = trees.flatMap(([root], tree): OpenNode[] => (mayGrow(tree, root!) ? [{ tree, node: 0, region: 0 }] : []));
  while (open.length > 0) {
    const { own, all } = blocks;
    const candidates = open.map(({ tree, node, region }) => ({
      ...{ region, without: tree === 0 ? null : own(region, tree - 1) },
      counts: trees[tree]![node]!.counts,
    }));
    const found = await findSplits(ground, { candidates, blocks: all });
    const divisions = newDivisions();
    open = open.flatMap(({ tree, node, region }, place) => {
      const best = found.get(place);
      if (!best) return [];
      const nodes = trees[tree]!;
      const children = splitNode(nodes, node, best, costs);
      return (['first', 'second'] as const).flatMap((side, i) => {
        const child = children[i]!;
        return mayGrow(tree, nodes[child]!)
          ? [{ tree, node: child, region: divisions.take(region, best.split, side) }]
          : [];
      });
    });
    if (open.length > mostNodes * trees.length)
      throw new ModelError(
        `tree: it grows to more than ${mostNodes} nodes on a level; raise min_leaf, min_split or cp, or lower depth`,
      );
    if (open.length === 0) break;
    const regions: (number | null)[][] = [];
    for (const { tree, region } of open) (regions[region] ??= []).push(unknown(tree));
    const next = blocksOf(regions, parts);
    const into = rows === tables.even ? tables.odd : tables.even;
    await engine.create(into, placeSql(rows, divisions.all, { from: blocks, to: next, classes }, kept));
    await engine.create(tables.counts, countsSql(into, features.length, { ...frame, classes }));
    [rows, blocks] = [into, next];
  }
  return trees;
}
