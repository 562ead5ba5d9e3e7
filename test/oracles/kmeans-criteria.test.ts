import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { adjustedRand, crossTable } from '../../src/math/partitions.ts';
import { resolveFeatures } from '../../src/models/feature-set.ts';
import { calinskiHarabasz, daviesBouldin } from '../../src/models/kmeans/criteria/indices.ts';
import { readScatter } from '../../src/models/kmeans/criteria/scatter.ts';
import { readSilhouettes } from '../../src/models/kmeans/criteria/silhouette.ts';
import type { Space } from '../../src/models/kmeans/space.ts';
import { writeWorking } from '../../src/models/kmeans/working.ts';
import { fitMatrix } from '../../src/models/matrix.ts';
import { matrixSql } from '../../src/models/matrix.sql.ts';
import { raw, sql } from '../../src/sql/sql.ts';
import { figures, fixture, oracle, tableOf } from './support.ts';
import { measures } from './kmeans-measures.ts';

/** What scikit-learn makes of its own labels; see fixtures/README.md. */
interface Judged {
  readonly silhouette: number;
  readonly silhouette_by_cluster: number[];
  readonly calinski_harabasz: number;
  readonly davies_bouldin: number;
  readonly adjusted_rand_with_true_classes?: number;
}

let engine: Engine;
const ks = [2, 3, 4, 5, 6, 7, 8];

beforeAll(async () => {
  engine = await openDuckdb({ threads: 2 });
});
afterAll(() => engine.close());

/** Makes the judged table of a relation and its labels (`id, k2 … k8`, from 1), and the standardised space. */
async function judge(relation: string, key: string, features: readonly string[]): Promise<Space & { square: number }> {
  const scope = { model: 'kmeans', relation, key, where: sql`true` };
  const matrix = await fitMatrix(engine, await resolveFeatures(engine, features, scope, 'refuse'), scope, 'listwise');
  const { means, deviations } = await writeWorking(engine, 'made.working', matrix, scope.where, null);
  await engine.create(
    'made.judged',
    sql`select row_number() over (order by customer_id) as member, matrix_row.*, label.* exclude (id)
      from (${matrixSql(matrix, scope.where)}) as matrix_row
      join made.label as label on cast(label.id as varchar) = customer_id`,
  );
  return { means, factors: deviations.map((deviation) => 1 / deviation), square: features.length };
}

async function expectJudged(space: Space & { square: number }, expected: (k: number) => Judged): Promise<void> {
  const labels = ks.map((k) => ({ column: `k${k}`, k }));
  const silhouettes = await readSilhouettes(engine, { table: 'made.judged', space, labels, meanSquare: space.square });
  for (const [i, k] of ks.entries()) {
    const known = expected(k);
    expect(Math.abs(silhouettes[i]!.mean - known.silhouette)).toBeLessThan(1e-8);
    silhouettes[i]!.clusters.forEach(({ mean }, c) => {
      expect(Math.abs(mean - known.silhouette_by_cluster[c]!)).toBeLessThan(1e-8);
    });
    const scatter = await readScatter(engine, raw(`select *, k${k} as place from made.judged`), space, k);
    expect(calinskiHarabasz(scatter)! / known.calinski_harabasz - 1).toBeCloseTo(0, 8);
    expect(Math.abs(daviesBouldin(scatter)! - known.davies_bouldin)).toBeLessThan(1e-8);
  }
}

interface Fixture extends Judged {
  readonly labels: string;
}
const judged = figures('kmeans_criteria.json') as Record<string, Record<string, Fixture>>;

describe.each(['iris', 'wine'] as const)('criteria of the labels of %s, k = 2 … 8', (data) => {
  const known = judged[data]!;

  it('are those of scikit-learn', async () => {
    const lists = ks.map((k) => `[${Array.from(known[k]!.labels).join(', ')}][id] as k${k}`);
    await tableOf(engine, `made.${data}`, fixture(`${data}.csv`));
    await engine.create('made.label', raw(`select id, ${lists.join(', ')} from made.${data}`));
    await expectJudged(await judge(`made.${data}`, 'id', measures[data]), (k) => known[k]!);
  });

  it('have the adjusted Rand index with the true classes that scikit-learn has', () => {
    const names = readFileSync(fixture(`${data}.csv`), 'utf8')
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((line) => line.split(',').at(-1)!);
    const classes = [...new Set(names)];
    for (const k of ks) {
      const table = crossTable(
        Array.from(known[k]!.labels, (label) => Number(label) - 1),
        names.map((name) => classes.indexOf(name)),
        k,
        classes.length,
      );
      expect(adjustedRand(table)).toBeCloseTo(known[k]!.adjusted_rand_with_true_classes!, 12);
    }
  });
});

describe.each(['superstore', 'cdnow_sample'])('criteria of the labels of %s, k = 2 … 8', (data) => {
  const [rows, labels, truth] = [
    oracle(`rfm_${data}.csv`),
    oracle(`kmeans_${data}_rfm_sklearn_labels.csv`),
    oracle(`kmeans_${data}_rfm_sklearn.json`),
  ];
  it.skipIf(rows === undefined)('are those of scikit-learn', async () => {
    const known = (JSON.parse(readFileSync(truth!, 'utf8')) as { k: Record<string, Judged> }).k;
    const text = (column: string): string => `, types = {'${column}': 'varchar'}`;
    await tableOf(engine, `made.${data}`, rows!, text('customer_id'));
    await tableOf(engine, 'made.label', labels!, text('id'));
    const features = ['log1p(recency_days)', 'log1p(frequency)', 'log1p(monetary)'];
    await expectJudged(await judge(`made.${data}`, 'customer_id', features), (k) => known[k]!);
  });
});
