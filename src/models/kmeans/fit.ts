import type { Engine } from '../../engine/engine.ts';
import { ModelError } from '../../errors.ts';
import { columnTypes, kindOf, resolveFeatures } from '../feature-set.ts';
import { numbered } from '../literal.sql.ts';
import { fitMatrix, keepColumns, type FeatureMatrix } from '../matrix.ts';
import { matrixSql } from '../matrix.sql.ts';
import { freezeDeep, type FitInput } from '../model.ts';
import { refuseCoarseGrids } from '../spread.ts';
import { describeClusters, overallFeatures } from './clusters.ts';
import type { FittedKmeans } from './fitted.ts';
import { distinctSql, sampleSql } from './lloyd.sql.ts';
import { lloyd } from './lloyd.ts';
import type { KmeansOptions } from './options.ts';
import { startingCentres } from './seeds.ts';
import { positionOf, type Position, type Space } from './space.ts';
import { membersSql } from './working.sql.ts';
import { writeWorking } from './working.ts';

/** The rows on their grids, while a fit lasts. */
const working = 'models.working_kmeans';

/**
 * Starting centres from the hash sample; where it has too few different rows, the last ones repeat and are placed by
 * Lloyd's rule for empty clusters.
 */
async function start(
  engine: Engine,
  matrix: FeatureMatrix,
  space: Space,
  options: KmeansOptions,
): Promise<readonly Position[]> {
  const p = space.means.length;
  const columns = numbered('u', p);
  const shape = Object.fromEntries(columns.map((column) => [column, 'number'] as const));
  const rows = matrixSql(matrix, membersSql(options.customers));
  const sample = await engine.rows(sampleSql(rows, p, options.sample), shape, options.sample);
  const positions = sample.map((row) =>
    positionOf(
      columns.map((column) => row[column]!),
      space,
    ),
  );
  const centres = startingCentres(positions, options.k, options);
  if (centres.length >= options.k) return centres;
  const [counted] = await engine.rows(distinctSql(working, p, options.k), { n: 'integer' }, 1);
  if (counted!.n < options.k) {
    throw new ModelError(
      `kmeans: ${counted!.n} distinct customers for k = ${options.k}; lower k or check the features`,
    );
  }
  return Array.from({ length: options.k }, (_, c) => centres[c] ?? centres[0]!);
}

/**
 * k-means (MacQueen 1967): k segments with the least sum of squared distances to their means. Seeds on a hash sample,
 * then Lloyd's algorithm on all customers until no centre moves; the figures are exact whole-number sums, so the result
 * does not depend on the order of rows or on threads. Features are standardised by their standard deviation (divisor n)
 * unless `standardize` is false; constant ones are dropped and named. Reads `features.customer` or the relation given.
 * Throws `ConfigError` for features that are not there, `ModelError` for fewer than k distinct customers, constant
 * features only, or values that are not finite.
 */
export async function fitKmeans(engine: Engine, options: KmeansOptions, input: FitInput): Promise<FittedKmeans> {
  const { asOf, relation = 'features.customer', key = 'customer_id' } = input;
  const types = await columnTypes(engine, relation);
  const resolved: KmeansOptions = { ...options, customers: types.has('is_prospect') ? options.customers : 'all' };
  const where = membersSql(resolved.customers);
  const money = kindOf(types.get('monetary') ?? '') === 'number' ? 'monetary' : null;
  const scope = { model: 'kmeans', relation, key, where };
  const features = await resolveFeatures(engine, options.features, scope, 'refuse');
  const asked = await fitMatrix(engine, features, scope, options.missing);
  try {
    let matrix = asked;
    let spread = await writeWorking(engine, working, matrix, where, money);
    const kept = spread.deviations.flatMap((deviation, j) => (deviation > 0 ? [j] : []));
    if (kept.length === 0) throw new ModelError('kmeans: every feature is constant; choose features that differ');
    if (kept.length < asked.columns.length) {
      matrix = keepColumns(asked, kept);
      spread = await writeWorking(engine, working, matrix, where, money);
    }
    await refuseCoarseGrids(engine, 'kmeans', working, matrix.columns);
    const dropped = asked.columns.filter((_, j) => !kept.includes(j));
    const factors = matrix.columns.map(({ grid }, j) => 1 / (options.standardize ? spread.deviations[j]! : grid.scale));
    const space = { means: spread.means, factors };
    const centres = await start(engine, matrix, space, resolved);
    const found = await lloyd(engine, working, space, centres, options);
    const clusters = await describeClusters(engine, working, found, matrix, spread, space);
    return freezeDeep({
      model: 'kmeans',
      asOf,
      options: resolved,
      matrix: { ...matrix, used: spread.n },
      space,
      features: overallFeatures(matrix, spread),
      dropped: dropped.map(({ name }) => ({ feature: name, reason: 'is constant' })),
      customers: spread.n,
      total: factors.reduce((sum, factor, j) => sum + spread.n * (spread.deviations[j]! * factor) ** 2, 0),
      within: clusters.reduce((sum, cluster) => sum + cluster.within, 0),
      orderedBy: money === null ? 'customers' : 'mean monetary',
      clusters,
      convergence: found.convergence,
    });
  } finally {
    await engine.drop(working);
  }
}
