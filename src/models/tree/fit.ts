import type { Engine } from '../../engine/engine.ts';
import { ConfigError, ModelError } from '../../errors.ts';
import { plainFeature } from '../../text/feature.ts';
import { chanceOf } from '../classification-table.ts';
import { freezeDeep, type FitInput } from '../model.ts';
import { binFeatures, type BinnedFeature } from './bin-features.ts';
import { classCosts, type ClassCosts } from './costs.ts';
import type { LevelFrame } from './counts.sql.ts';
import { choose, crossErrors, crossTable, heldOutLeaves, readHeldOut } from './cross-validate.ts';
import { readFeatures } from './features.ts';
import type { FittedTree } from './fitted.ts';
import { newTables, type Tables } from './ground.ts';
import { growTrees } from './grow.ts';
import { featureOf, keepNodes, resubstitute } from './kept.ts';
import { total } from './node.ts';
import type { TreeOptions } from './options.ts';
import { collapseAt, cutBack, pruneSequence } from './prune.ts';
import { readAmong, readRows } from './rows.ts';
import { makeWorking, readRoots } from './working.ts';
import { knownSql, rowValuesSql, type TreeRows } from './working.sql.ts';
import { remark, type Remark } from '../../text/remark.ts';

function doubtsOf(fitted: Pick<FittedTree, 'nodes' | 'crossValidated' | 'chance'>): Remark[] {
  const { nodes, crossValidated, chance } = fitted;
  if (nodes.length === 1) return [remark('rootOnly')];
  if (crossValidated === null || crossValidated.hitRatio > chance.maximum) return [];
  return [remark('treeByChance', { hit: crossValidated.hitRatio, maximum: chance.maximum })];
}

/** Grows, prunes and cross-validates on a working table that is there. */
async function fitGrown(
  engine: Engine,
  tables: Tables,
  options: TreeOptions,
  rows: TreeRows,
  features: readonly BinnedFeature[],
) {
  const roots = await readRoots(engine, tables.working, rows);
  const present = rows.classes.filter((_, c) => roots[0]![c]! > 0);
  if (present.length < 2) throw new ModelError('tree: only one class has rows to fit; at least two are needed');
  const costs: ClassCosts = classCosts(options, rows.classes, roots[0]!);
  const isFolded = rows.folds > 0;
  const frame: LevelFrame = {
    ...{ masses: costs.masses, criterion: options.criterion, minLeaf: options.min_leaf },
    ...{ isWeighted: rows.weight !== null },
  };
  const trees = await growTrees({ engine, tables, features, frame, costs, options }, roots);
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
  const tables = newTables();
  try {
    const features = await makeWorking(engine, tables, rows, binned);
    const grown = await fitGrown(engine, tables, options, rows, features);
    return freezeDeep({
      ...{
        model: 'tree',
        asOf: input.asOf,
        options,
        relation,
        key,
        row: input.row ?? 'customer',
        source: rows.source,
        among: await readAmong(engine, rows),
      },
      ...grown,
      features: features.map(featureOf),
      dropped: none,
      warnings: doubtsOf(grown),
    });
  } finally {
    for (const table of Object.values(tables)) await engine.drop(table);
  }
}
