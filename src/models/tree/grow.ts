import type { Engine } from '../../engine/engine.ts';
import { ModelError } from '../../errors.ts';
import { join, raw, sql, type Sql } from '../../sql/sql.ts';
import { numbered, whole } from '../literal.sql.ts';
import type { BinnedFeature } from './bin-features.ts';
import { cutBetween, missingBin } from './binning.ts';
import { assign, type ClassCosts } from './costs.ts';
import { comparable } from './impurity.ts';
import { bestLevelSplit, type LevelCount } from './level-split.ts';
import { bestCutsSql, countsSql, levelCountsSql, type Candidate, type LevelFrame } from './level.sql.ts';
import type { TreeOptions } from './options.ts';
import { binRuleSql, walkSql } from './rule.sql.ts';
import { newDivisions, placeRows } from './place.ts';
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

/** More nodes than these on one level, of one tree, are no model of people. */
const mostNodes = 4096;

/** What trees grow on. */
export interface Ground {
  readonly engine: Engine;
  /** The working table, and tables for the rows of two levels in turn and for the counts of one. */
  readonly working: string;
  readonly levels: readonly [string, string];
  readonly counts: string;
  readonly features: readonly BinnedFeature[];
  readonly frame: LevelFrame;
  readonly costs: ClassCosts;
  readonly options: TreeOptions;
}

/** What a node is split by, and what it brings. */
interface Found {
  readonly split: Split;
  readonly improvement: number;
  readonly first: readonly number[];
}

const total = (counts: readonly number[]): number => counts.reduce((sum, one) => sum + one, 0);

function nodeOf(id: number, depth: number, counts: readonly number[], costs: ClassCosts): GrownNode {
  return { id, depth, counts, ...assign(counts, costs), split: null, improvement: 0, children: null };
}

const larger = (first: readonly number[], counts: readonly number[]): 'first' | 'second' =>
  2 * total(first) >= total(counts) ? 'first' : 'second';

const numberOf = (row: object, column: string): number => (row as Readonly<Record<string, number>>)[column]!;

/** The best cuts of numbers: by candidate, then by feature. */
async function findCuts(
  ground: Ground,
  candidates: readonly Candidate[],
  countsOf: (place: number) => readonly number[],
): Promise<[number, Found][]> {
  const { engine, features, frame } = ground;
  const numbers = features.flatMap(({ levels }, i) => (levels === null ? [i] : []));
  if (numbers.length === 0) return [];
  const withMissing = numbers.some((i) => features[i]!.missing > 0);
  const ls = numbered('l', frame.masses.length);
  const shape = {
    ...({ place: 'integer', feature: 'integer', below: 'integer', above: 'integer', missing: 'number' } as const),
    ...({ missing_first: 'boolean', improvement: 'number' } as const),
    ...Object.fromEntries(ls.map((l) => [l, 'number'] as const)),
  };
  const query = bestCutsSql(ground.counts, candidates, frame, numbers, withMissing);
  const rows = await engine.rows(query, shape, candidates.length * numbers.length);
  return rows.map((row) => {
    const { place, feature, below, above, improvement } = row;
    const first = ls.map((l) => numberOf(row, l));
    if (below === missingBin) return [place, { split: { kind: 'missing', feature }, improvement, first }];
    const cut = cutBetween(features[feature]!.binning, below, above);
    const missing = row.missing === 0 ? larger(first, countsOf(place)) : row.missing_first ? 'first' : 'second';
    return [place, { split: { kind: 'number', feature, ...cut, missing }, improvement, first }];
  });
}

/** The best divisions of levels. */
async function findLevels(
  ground: Ground,
  candidates: readonly Candidate[],
  countsOf: (place: number) => readonly number[],
): Promise<[number, Found][]> {
  const { engine, features, frame } = ground;
  const coded = features.flatMap(({ levels }, i) => (levels === null ? [] : [i]));
  if (coded.length === 0) return [];
  const cs = numbered('c', frame.masses.length);
  const shape = {
    ...({ place: 'integer', feature: 'integer', bin: 'integer' } as const),
    ...Object.fromEntries(cs.map((c) => [c, 'number'] as const)),
  };
  const most = candidates.length * coded.reduce((sum, i) => sum + features[i]!.levels!.length + 2, 0);
  const rows = await engine.rows(levelCountsSql(ground.counts, candidates, frame, coded), shape, most);
  const grouped = new Map<string, { place: number; feature: number; levels: LevelCount[] }>();
  for (const row of rows) {
    const { place, feature, bin } = row;
    const key = `${place} ${feature}`;
    if (!grouped.has(key)) grouped.set(key, { place, feature, levels: [] });
    grouped.get(key)!.levels.push({ code: bin, counts: cs.map((c) => numberOf(row, c)) });
  }
  return [...grouped.values()].flatMap(({ place, feature, levels }): [number, Found][] => {
    const best = bestLevelSplit(levels, frame);
    if (!best) return [];
    const { first, second, improvement, counts } = best;
    const others = larger(counts, countsOf(place));
    return [[place, { split: { kind: 'levels', feature, first, second, others }, improvement, first: counts }]];
  });
}

/**
 * Grows several trees at once, level by level: the first on all rows, each further one without a part of them. A level takes one
 * count of rows by region, feature, bin and class; trees that have split alike so far share their regions, so a cross-validation of trees
 * that agree costs little more than one tree. A node is split by the feature whose best split lowers impurity most; of
 * equal ones by the first.
 */
export async function growTrees(ground: Ground, roots: readonly (readonly number[])[]): Promise<GrownTree[]> {
  const { engine, options, costs, features } = ground;
  const trees = roots.map((counts) => [nodeOf(1, 0, counts, costs)]);
  const mayGrow = (tree: number, { counts, depth, risk }: GrownNode): boolean => {
    const rows = total(counts);
    const enough = rows >= options.min_split && rows >= 2 * options.min_leaf;
    return enough && depth < options.depth && risk > options.cp * trees[tree]![0]!.risk;
  };
  const kept = ['class', ...(ground.frame.isFolded ? ['part'] : []), ...(ground.frame.isWeighted ? ['weight'] : [])];
  const columns = [...kept, ...numbered('b', features.length)];
  let open = trees.flatMap((nodes, tree) => (mayGrow(tree, nodes[0]!) ? [{ tree, node: 0, region: 0 }] : []));
  let rows = ground.working;
  for (let depth = 0; open.length > 0; depth++) {
    const active = open;
    await engine.create(ground.counts, countsSql(rows, features.length, ground.frame));
    const candidates = active.map(({ tree, region }, place) => ({
      place,
      region,
      without: tree === 0 ? null : tree - 1,
    }));
    const countsOf = (place: number): readonly number[] => trees[active[place]!.tree]![active[place]!.node]!.counts;
    const found = [
      ...(await findCuts(ground, candidates, countsOf)),
      ...(await findLevels(ground, candidates, countsOf)),
    ].sort(([, a], [, b]) => a.split.feature - b.split.feature);
    const best = new Map<number, Found & { readonly score: number }>();
    for (const [place, one] of found) {
      const mass = countsOf(place).reduce((sum, count, c) => sum + count * costs.masses[c]!, 0);
      const score = comparable(one.improvement, mass);
      if (score > (best.get(place)?.score ?? 0)) best.set(place, { ...one, score });
    }
    const divisions = newDivisions();
    open = [...best]
      .sort(([a], [b]) => a - b)
      .flatMap(([place, { split, improvement, first }]) => {
        const { tree, node, region } = active[place]!;
        const nodes = trees[tree]!;
        const parent = nodes[node]!;
        const second = parent.counts.map((count, c) => count - first[c]!);
        const at = nodes.length;
        nodes.push(nodeOf(2 * parent.id, depth + 1, first, costs));
        nodes.push(nodeOf(2 * parent.id + 1, depth + 1, second, costs));
        Object.assign(parent, { split, improvement, children: [at, at + 1] });
        return (['first', 'second'] as const).flatMap((side, i) => {
          const child = at + i;
          return mayGrow(tree, nodes[child]!)
            ? [{ tree, node: child, region: divisions.take(region, split, side) }]
            : [];
        });
      });
    if (open.length > mostNodes * trees.length)
      throw new ModelError(
        `tree: it grows to more than ${mostNodes} nodes on a level; raise min_leaf, min_split or cp, or lower depth`,
      );
    const next = ground.levels[depth % 2]!;
    if (open.length > 0) await placeRows(engine, rows, next, divisions.all, columns);
    rows = next;
  }
  return trees;
}

/** Rows of a part by leaf of the tree that was grown without it: `tree, node, class, members`. */
export function heldOutSql(working: string, trees: readonly GrownTree[], frame: LevelFrame): Sql {
  const branches = trees.flatMap((nodes, tree) => {
    if (tree === 0) return [];
    const leaf = walkSql(nodes, binRuleSql, whole)!;
    const members = frame.isWeighted ? sql`sum(weight)` : sql`count(*)`;
    return [
      sql`select ${whole(tree)} as tree, node, class, ${members} as members
        from (select ${leaf} as node, * from ${raw(working)} where part = ${whole(tree - 1)}) as placed group by node, class`,
    ];
  });
  return sql`select * from (${join(branches, ' union all ')}) as held order by tree, node, class`;
}
