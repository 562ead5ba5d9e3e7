import type { Engine } from '../../engine/engine.ts';
import { ConfigError, ModelError } from '../../errors.ts';
import { relationName } from '../../sql/relation.ts';
import { sql } from '../../sql/sql.ts';
import { plainFeature } from '../../text/feature.ts';
import { percent } from '../../text/percent.ts';
import { chanceOf, tableOf, type ClassificationTable } from '../classification-table.ts';
import { freezeDeep, type FitInput } from '../model.ts';
import { binFeatures, edgesOf, findCrowded, type BinnedFeature } from './bin-features.ts';
import { lookupSql } from './binning.sql.ts';
import { classCosts, type ClassCosts } from './costs.ts';
import { choose, crossErrors, crossTable, heldOutLeaves, probabilitiesOf, readHeldOut } from './cross-validate.ts';
import { readFeatures } from './features.ts';
import type { FittedTree, TreeFeature, TreeNode } from './fitted.ts';
import { growTrees, type GrownTree, type Ground } from './grow.ts';
import type { LevelFrame } from './level.sql.ts';
import type { TreeOptions } from './options.ts';
import { collapseAt, cutBack, isSplitAt, pruneSequence } from './prune.ts';
import { readRows } from './rows.ts';
import { knownSql, rowValuesSql, workingSql, type TreeRows } from './working.sql.ts';

/** What a fit makes while it lasts: all rows as bins, the rows of a level and their counts, bins of listed values. */
const tables = {
  working: 'models.working_tree',
  counts: 'models.working_tree_count',
  lookup: 'models.working_tree_value',
};

const levels = ['models.working_tree_even', 'models.working_tree_odd'] as const;

const total = (counts: readonly number[]): number => counts.reduce((sum, one) => sum + one, 0);

/** Rows by class: of all, then without each part. */
async function readRoots(engine: Engine, rows: TreeRows): Promise<number[][]> {
  const members = rows.weight === null ? sql`count(*)` : sql`sum(weight)`;
  const found = await engine.rows(
    sql`select class, part, ${members} as members from ${relationName(tables.working)} group by class, part order by class, part`,
    { class: 'integer', part: 'integer', members: 'integer' },
    rows.classes.length * Math.max(1, rows.folds),
  );
  const count = (isIn: (part: number) => boolean): number[] =>
    rows.classes.map((_, c) =>
      total(found.filter((one) => one.class === c && isIn(one.part)).map((one) => one.members)),
    );
  return [count(() => true), ...Array.from({ length: rows.folds }, (_, fold) => count((part) => part !== fold))];
}

const featureOf = ({ name, column, levels, binning, missing }: BinnedFeature): TreeFeature => ({
  feature: name,
  column,
  levels,
  isWhole: binning.kind === 'grid' && binning.scale === 1,
  isExact: binning.kind !== 'even' && binning.kind !== 'edges',
  missing,
});

/** The nodes that a tree keeps at a complexity, the root first, each with its children behind it. */
function keepNodes(
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

/** Makes the working table; anew where some features need other bins. */
async function placeAll(
  engine: Engine,
  rows: TreeRows,
  features: readonly BinnedFeature[],
  known: number,
): Promise<readonly BinnedFeature[]> {
  if (features.some(({ binning }) => binning.kind === 'list'))
    await engine.create(tables.lookup, lookupSql(features.map(({ binning }) => binning)));
  await engine.create(tables.working, workingSql(rows, features, tables.lookup));
  const crowded = await findCrowded(engine, tables.working, features, known);
  if (crowded.length === 0) return features;
  const better = [...features];
  for (const i of crowded)
    better[i] = { ...features[i]!, binning: await edgesOf(engine, rowValuesSql(rows, [features[i]!.column])) };
  await engine.create(tables.working, workingSql(rows, better, tables.lookup));
  return better;
}

/** Who is put where by the leaves. */
function resubstitute(nodes: GrownTree, leaves: readonly number[], classes: readonly string[]): ClassificationTable {
  const counts = classes.map(() => classes.map(() => 0));
  for (const at of leaves) nodes[at]!.counts.forEach((count, c) => (counts[c]![nodes[at]!.class]! += count));
  return tableOf(classes, counts);
}

function doubtsOf(fitted: Pick<FittedTree, 'nodes' | 'crossValidated' | 'chance'>): string[] {
  const { nodes, crossValidated, chance } = fitted;
  if (nodes.length === 1)
    return ['no split is worth its complexity; the tree is its root, and puts all rows into one class'];
  if (crossValidated === null || crossValidated.hitRatio > chance.maximum) return [];
  return [
    `in cross-validation ${percent(crossValidated.hitRatio)} are put into their own class, no more than the ${percent(chance.maximum)} if all were put into the largest one; take the rules as a description, not as a forecast`,
  ];
}

/** Grows, prunes and cross-validates on a working table that is there. */
async function fitGrown(engine: Engine, options: TreeOptions, rows: TreeRows, features: readonly BinnedFeature[]) {
  const roots = await readRoots(engine, rows);
  const present = rows.classes.filter((_, c) => roots[0]![c]! > 0);
  if (present.length < 2) throw new ModelError('tree: only one class has rows to fit; at least two are needed');
  const costs: ClassCosts = classCosts(options, rows.classes, roots[0]!);
  const isFolded = rows.folds > 0;
  const frame: LevelFrame = {
    ...{ masses: costs.masses, criterion: options.criterion, minLeaf: options.min_leaf },
    ...{ isWeighted: rows.weight !== null, isFolded },
  };
  const ground: Ground = { engine, ...tables, levels, features, frame, costs, options };
  const trees = await growTrees(ground, roots);
  const held = isFolded ? await readHeldOut(engine, tables.working, trees, frame) : [];
  const nodes = trees[0]!;
  const collapsed = collapseAt(nodes);
  const steps = pruneSequence(nodes, collapsed, options.cp);
  const judged = isFolded ? crossErrors(steps, held, nodes[0]!.risk, costs) : null;
  const { prune } = options;
  const chosen = prune === 'cp' || judged === null ? steps.length - 1 : choose(judged, prune);
  const { cp } = steps[chosen]!;
  const heldCp = prune === 'cp' ? cp : chosen === 0 ? Infinity : Math.sqrt(cp * steps[chosen - 1]!.cp);
  const classes = rows.classes.map((label, c) => {
    const n = roots[0]![c]!;
    const plain = options.priors === 'size' && Object.keys(options.class_weights).length === 0;
    return {
      class: label,
      rows: n,
      prior: costs.priors[c]!,
      weight: plain ? 1 : (costs.priors[c]! * total(roots[0]!)) / n,
    };
  });
  const resubstitution = resubstitute(nodes, cutBack(nodes, collapsed, cp).leaves, rows.classes);
  const crossValidated = isFolded ? { ...crossTable(held, heldCp, rows.classes), folds: rows.folds } : null;
  const isRated = isFolded && classes.length === 2;
  const heldOut = isRated ? heldOutLeaves(held, heldCp, classes.map((one) => one.weight)) : null; // prettier-ignore
  return {
    ...{
      rows: total(roots[0]!),
      classes,
      nodes: keepNodes(nodes, collapsed, cp, classes),
      sequence: judged ?? steps,
      chosen,
    },
    ...{ resubstitution, crossValidated, heldOut, chance: chanceOf(resubstitution) },
  };
}

/**
 * A classification tree (CART; Breiman, Friedman, Olshen & Stone 1984), as R's rpart grows and prunes it: binary splits that lower
 * impurity most, cut back by cost-complexity to `cp` or by cross-validation. Rows are counted in the engine, by node, feature, bin and
 * class; what is fetched depends on nodes and features, not on rows. Counts are whole, so the tree is the same on any number of threads. Missing
 * values go to the side where the split is best, later ones without a precedent to the larger side. Reads `features.customer` or the relation
 * given; the classes are a column of it, or the scores of k-means (`segment`) or RFM (`rfm_segment`). Throws `ConfigError` for names that are not
 * there, `ModelError` for one class or values that are not finite.
 */
export async function fitTree(engine: Engine, options: TreeOptions, input: FitInput): Promise<FittedTree> {
  if (options.prune !== 'cp' && options.folds === 0)
    throw new ConfigError('tree: prune by cross-validation needs parts; folds must be from 2 to 20');
  const own = options.features
    .map(plainFeature)
    .find((name) => [options.class, options.fold, options.weight].includes(name));
  if (own !== undefined)
    throw new ConfigError(`tree: features must not name ${own}, which is the class, fold or weight`);
  const rows = await readRows(engine, options, input);
  const { relation, key } = rows;
  const scope = { model: 'tree', relation, key, where: knownSql(rows) };
  const raw = await readFeatures(engine, options.features, scope);
  const values = rowValuesSql(rows, raw.features.map(({ column }) => column)); // prettier-ignore
  const { features: binned, dropped, rows: known } = await binFeatures(engine, raw.features, values);
  if (known === 0) throw new ModelError(`tree: no rows to fit in ${relation}; check the input`);
  const none = [...raw.dropped, ...dropped];
  if (binned.length === 0)
    throw new ModelError(`tree: no feature varies (${none.map(({ feature }) => feature).join(', ')}); choose others`);
  try {
    const features = await placeAll(engine, rows, binned, known);
    const grown = await fitGrown(engine, options, rows, features);
    return freezeDeep({
      ...{ model: 'tree', asOf: input.asOf, options, relation, key },
      ...grown,
      features: features.map(featureOf),
      dropped: none,
      warnings: doubtsOf(grown),
    });
  } finally {
    for (const table of [...Object.values(tables), ...levels]) await engine.drop(table);
  }
}
