import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Engine } from '../../../src/engine/engine.ts';
import { adjustedRand, crossTable } from '../../../src/math/partitions.ts';
import { numbered } from '../../../src/models/literal.sql.ts';
import { matrixSql } from '../../../src/models/matrix.sql.ts';
import { fitKmeans } from '../../../src/models/kmeans/fit.ts';
import type { FittedKmeans } from '../../../src/models/kmeans/fitted.ts';
import { nearestPlaces, toPoints } from '../../../src/models/kmeans/hartigan.ts';
import { kmeansOptions, type KmeansOptions } from '../../../src/models/kmeans/options.ts';
import { kmeansScoreSql } from '../../../src/models/kmeans/score.sql.ts';
import { positionOf, type Position } from '../../../src/models/kmeans/space.ts';
import { readPipeline } from '../../../src/pipeline/spec.ts';
import { sql } from '../../../src/sql/sql.ts';
import { openNewSample } from '../../sample/open-sample.ts';
import { table } from '../support.ts';
import { isFull, seedsToTry } from '../../support/full.ts';

/** What the planted segments differ in (test/sample/segments.test.ts), from the tables of the sample. */
async function makeFeatures(engine: Engine): Promise<void> {
  await table(
    engine,
    'made.line',
    `select purchases.*, category, quantity * unit_price - discount as net
      from purchases join products on purchases.product_id = products.product_id where quantity > 0`,
  );
  await table(
    engine,
    'features.customer',
    `select customer_id, sum(net) as monetary,
        sum(discount)::double / sum(quantity * unit_price)::double as discount_share,
        sum(quantity)::double / count(distinct order_id) as quantity_per_order
      from made.line group by customer_id`,
  );
  const share = (of: string, amount: string): Promise<void> =>
    table(
      engine,
      `features.customer_${of}`,
      `select customer_id, ${of}, ${amount}::double / sum(${amount}::double) over (partition by customer_id) as share
        from made.line group by customer_id, ${of}`,
    );
  await share('category', 'sum(net)');
  await share('channel', 'count(distinct order_id)');
}

/** The features of the nightly pipeline of the sample company. */
function nightlyFeatures(): readonly string[] {
  const file = fileURLToPath(new URL('../../../pipelines/nightly.yaml', import.meta.url));
  const step = readPipeline(file, readFileSync(file, 'utf8')).steps.find(({ model }) => model === 'kmeans');
  return (step!.options as KmeansOptions).features;
}

const options = kmeansOptions.parse({ features: nightlyFeatures(), k: 'auto' });

interface Person {
  readonly planted: string;
  readonly found: string;
  readonly at: Position;
}

async function readPeople(engine: Engine, fitted: FittedKmeans): Promise<Person[]> {
  const columns = numbered('u', fitted.space.means.length);
  const rows = await engine.rows(
    sql`select planted_segment as planted, segment as found, matrix_row.*
      from (${matrixSql(fitted.matrix, sql`true`)}) as matrix_row
      join (${kmeansScoreSql(fitted)}) as score on score.customer_id = matrix_row.customer_id
      join truth_customers on truth_customers.customer_id = matrix_row.customer_id
      order by matrix_row.customer_id`,
    { planted: 'text', found: 'text', customer_id: 'text', ...Object.fromEntries(columns.map((u) => [u, 'number'])) },
    20_000,
  );
  return rows.map((row) => ({
    planted: row.planted,
    found: row.found,
    at: positionOf(
      columns.map((u) => (row as unknown as Record<string, number>)[u]!),
      fitted.space,
    ),
  }));
}

const numbers = (names: readonly string[]): { labels: number[]; k: number } => {
  const known = [...new Set(names)].sort();
  return { labels: names.map((name) => known.indexOf(name)), k: known.length };
};

/** Agreement of the planted segments with those found, and with the nearest of the true centres. */
function agreement(people: readonly Person[]): { fit: number; truth: number } {
  const planted = numbers(people.map((one) => one.planted));
  const found = numbers(people.map((one) => one.found));
  const centres = Array.from({ length: planted.k }, (_, segment) => {
    const own = people.filter((_, i) => planted.labels[i] === segment);
    return own[0]!.at.map((_, j) => own.reduce((sum, one) => sum + one.at[j]!, 0) / own.length);
  });
  const nearest = nearestPlaces(toPoints(people.map((one) => one.at)), centres);
  return {
    fit: adjustedRand(crossTable(planted.labels, found.labels, planted.k, found.k)),
    truth: adjustedRand(crossTable(planted.labels, nearest, planted.k, planted.k)),
  };
}

describe('the segments that the sample plants', () => {
  const chosen: number[] = [];
  afterAll(() => {
    expect(chosen.filter((k) => k === 5).length).toBeGreaterThanOrEqual(Math.ceil(0.9 * seedsToTry.length));
  });

  it.runIf(isFull).each(seedsToTry)('are found, and their number (seed %i)', async (seed) => {
    const { engine } = await openNewSample({ customers: 2000, lines: 10, seed }, onTestFinished);
    await makeFeatures(engine);
    const fitted = await fitKmeans(engine, options, { asOf: '2025-12-31' });
    chosen.push(fitted.clusters.length);
    const five =
      fitted.clusters.length === 5 ? fitted : await fitKmeans(engine, { ...options, k: 5 }, { asOf: '2025-12-31' });
    const { fit, truth } = agreement(await readPeople(engine, five));
    if (process.env['BEZERO_SEEDS'] !== undefined) console.log({ seed, k: fitted.clusters.length, fit, truth });
    expect(truth).toBeGreaterThan(0.9);
    expect(truth).toBeLessThan(0.97);
    expect(fit).toBeGreaterThan(0.97 * truth);
  });
});
