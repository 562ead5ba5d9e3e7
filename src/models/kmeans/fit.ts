import type { Engine } from '../../engine/engine.ts';
import { ModelError } from '../../errors.ts';
import type { WhyDropped } from '../../text/en/remarks/classes.ts';
import { remark, type Remark } from '../../text/remark.ts';
import { columnTypes, kindOf, resolveFeatures } from '../feature-set.ts';
import { fitMatrix, keepColumns, type FeatureMatrix, type MatrixColumn } from '../matrix.ts';
import { matrixSql } from '../matrix.sql.ts';
import { droppedFor, freezeDeep, type FitInput } from '../model.ts';
import { refuseCoarseGrids } from '../coarse-grid.ts';
import { describeClusters, meanSquareOf, overallFeatures } from './clusters.ts';
import type { KChoice } from './choice.ts';
import { calinskiHarabasz, daviesBouldin } from './criteria/indices.ts';
import type { FittedKmeans, KmeansCluster } from './fitted.ts';
import { incumbentOf } from './incumbent.ts';
import { withMembers, type KmeansFitOptions } from './options.ts';
import { lloydFromBest } from './race.ts';
import { takeSample } from './sample.ts';
import { start } from './start.ts';
import { refuseEmptyCategories, weigh, weightsOf } from './weights.ts';
import { membersSql } from './working.sql.ts';
import { writeWorking } from './working.ts';

/** The rows on their grids, while a fit lasts. */
const working = 'working.main.kmeans';

/** A hash sample of them. */
const sampled = 'working.main.kmeans_sample';

/** Criteria of all customers; clusters that ended without any are not counted. */
function indicesOf(all: readonly KmeansCluster[]): Pick<FittedKmeans, 'calinskiHarabasz' | 'daviesBouldin'> {
  const clusters = all.filter((one) => one.customers > 0).map((one) => ({ ...one, n: one.customers }));
  return { calinskiHarabasz: calinskiHarabasz(clusters), daviesBouldin: daviesBouldin(clusters) };
}

/** A category or channel that nobody has may be misspelt. */
const whyDropped = ({ source, low, high }: MatrixColumn): WhyDropped =>
  source.kind === 'share' && low === 0 && high === 0 ? { code: 'unbought', of: source.of } : { code: 'constant' };

/** Why there is nothing to tell rows apart by. */
function nothingDiffers({ used }: FeatureMatrix, { row = 'customer' }: FitInput): ModelError {
  return new ModelError(
    used === 1
      ? `kmeans: there is one ${row} alone; segments need two or more that differ`
      : 'kmeans: every feature is constant; choose features that differ',
  );
}

/** Segments that were large enough in the sample and are not among all customers. */
function smallSegments(
  clusters: readonly KmeansCluster[],
  choice: KChoice | null,
  { row = 'customer' }: FitInput,
): Remark[] {
  const least = (choice?.smallestShare ?? 0) * clusters.reduce((sum, { customers }) => sum + customers, 0);
  const chosen = choice?.criteria.find(({ k }) => k === choice.chosen);
  return clusters.flatMap(({ segment, customers }) =>
    chosen?.largeEnough && customers < least ? [remark('smallSegment', { segment, rows: customers, row })] : [],
  );
}

/** Of a k that was not compared: segments below the smallest share, or half of the mean size where that is less. They may be of outliers alone. */
function tinySegments(
  clusters: readonly KmeansCluster[],
  { smallest_share: share }: KmeansFitOptions,
  { row = 'customer' }: FitInput,
): Remark[] {
  const least = Math.min(share, 0.5 / clusters.length);
  const all = clusters.reduce((sum, { customers }) => sum + customers, 0);
  const tiny = clusters.map(({ customers }) => customers).filter((customers) => customers < least * all);
  if (tiny.length === 0) return [];
  return [remark('tinySegments', { sizes: tiny.sort((a, b) => a - b), least, row })];
}

/**
 * k-means (MacQueen 1967): k segments with the least sum of squared distances to their means. Seeds on a hash sample,
 * then Lloyd's algorithm on all customers until no centre moves; the figures are exact whole-number sums, so the result
 * does not depend on the order of rows or on threads. Features are standardised by their standard deviation (divisor n)
 * unless `standardize` is false, and weighted; text and yes/no columns are coded by level; constant columns are dropped
 * and named. k is given, or chosen on the sample; of a `stored` model k stays until another was better often. Reads `features.customer` or the relation given.
 * Throws `ConfigError` for features that are not there, `ModelError` for fewer than k distinct customers, constant
 * features only, or values that are not finite.
 */
export async function fitKmeans(
  engine: Engine,
  options: KmeansFitOptions,
  input: FitInput,
  stored: FittedKmeans | null = null,
): Promise<FittedKmeans> {
  const { asOf, relation = 'features.customer', key = 'customer_id', isNumbered = false } = input;
  const weights = weightsOf(options);
  const types = await columnTypes(engine, relation);
  const resolved = withMembers(options, types);
  const where = membersSql(resolved.customers);
  const money = kindOf(types.get('monetary') ?? '') === 'number' ? 'monetary' : null;
  const scope = { model: 'kmeans', relation, key, where };
  const features = await resolveFeatures(engine, options.features, scope, 'every');
  refuseEmptyCategories(features);
  const asked = await fitMatrix(engine, features, scope, options.missing);
  try {
    let matrix = asked;
    let spread = await writeWorking(engine, working, matrix, where, money);
    const kept = spread.deviations.flatMap((deviation, j) => (deviation > 0 ? [j] : []));
    if (kept.length === 0) throw nothingDiffers(asked, input);
    if (kept.length < asked.columns.length) {
      matrix = keepColumns(asked, kept);
      spread = await writeWorking(engine, working, matrix, where, money);
    }
    await refuseCoarseGrids(engine, 'kmeans', working, matrix.columns);
    const dropped = asked.columns.filter((_, j) => !kept.includes(j));
    const weighed = weigh(matrix.columns, spread, weights, options.standardize);
    const space = { means: spread.means, factors: weighed.map(({ factor }) => factor) };
    const meanSquare = meanSquareOf(spread, space);
    const sample = await takeSample(engine, sampled, matrixSql(matrix, where), space, resolved.sample, isNumbered);
    const incumbent = incumbentOf(stored, resolved, asOf);
    const begun = await start(
      engine,
      { table: working, sample, space, meanSquare, row: input.row },
      resolved,
      incumbent,
    );
    const found = await lloydFromBest(engine, working, space, begun.starts, spread.n, options);
    const clusters = await describeClusters(engine, working, found, matrix, spread, space);
    return freezeDeep({
      model: 'kmeans',
      asOf,
      options: resolved,
      matrix: { ...matrix, used: spread.n },
      space,
      features: overallFeatures(matrix, spread, weighed),
      dropped: dropped.map((column) => droppedFor(column.name, whyDropped(column))),
      customers: spread.n,
      total: spread.n * meanSquare,
      within: clusters.reduce((sum, cluster) => sum + cluster.within, 0),
      orderedBy: money === null ? 'customers' : 'mean monetary',
      clusters,
      ...indicesOf(clusters),
      choice: begun.choice,
      changes: [],
      warnings: [
        ...begun.warnings,
        ...smallSegments(clusters, begun.choice, input),
        ...(begun.choice === null ? tinySegments(clusters, resolved, input) : []),
      ],
      convergence: found.convergence,
    });
  } finally {
    await engine.drop(working);
    await engine.drop(sampled);
  }
}
