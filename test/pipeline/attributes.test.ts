import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sql } from '../../src/sql/sql.ts';
import { buildEmpty } from '../../src/pipeline/build-empty.ts';
import { checkModels } from '../../src/pipeline/check-models.ts';
import { readPipeline } from '../../src/pipeline/spec.ts';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import { openRelease, runIn, temporaryFolder } from '../support/running.ts';
import { isFull } from '../support/full.ts';

/** Forty customers: every other one is of the tariff gold and has many points; one has never been asked. */
function shop(): string {
  const folder = temporaryFolder();
  const people = Array.from({ length: 40 }, (_, i) => i);
  const customers = people.map(
    (i) => `c${i},${i % 2 === 0 ? 'gold' : 'basic'},${i === 7 ? '' : (i % 2) * -90 + 100 + (i % 5)},${1000 + i}`,
  );
  writeFileSync(join(folder, 'customers.csv'), `who,Tarifa,Puntos,Tarjeta\n${customers.join('\n')}\n`);
  const purchases = people.map((i) => `o${i},1,c${i},2026-01-0${1 + (i % 9)},1,${10 + i}`);
  const header = 'order_id,line_number,customer_id,purchased_at,quantity,unit_price';
  writeFileSync(join(folder, 'purchases.csv'), `${header}\n${purchases.join('\n')}\n`);
  return folder;
}

const yaml = (features: string, predictors: string, refit = 'drift') => `
name: shop
store: store
time_zone: Europe/Madrid
as_of: latest
currency: EUR
sources:
  customers:
    files: customers.csv
    tables: { customers: { customer_id: who, attributes: { tariff: Tarifa, points: Puntos, card: Tarjeta } } }
  purchases: { files: purchases.csv, tables: { purchases: same } }
steps:
  - kmeans: { features: [${features}], k: 2, refit: ${refit}, weights: { attribute:tariff: 2 } }
  - discriminant: { predictors: [${predictors}] }
outputs: { segments: false, parquet: false, report: true }
`;

describe('attributes of customers in a pipeline', () => {
  it.runIf(isFull)(
    'reach k-means and the discriminant analysis, the words of the segments, and the next night',
    async () => {
      const folder = shop();
      const text = yaml(
        'attribute:tariff, "log1p(winsorise(attribute:points, 0.05))"',
        'attribute:points, attribute:tariff, attribute:card',
      );
      const run = await runIn(folder, text);
      expect(run.record.remarks).toContain(
        'discriminant: attribute:card numbers the customers from 1,000 to 1,039; unless that is a measure, leave it out of the predictors',
      );
      const engine = await openRelease(run);
      const sizes = await engine.rows(
        sql`select segment, value as tariff, count(*) as customers
        from scores.segment join warehouse.customer_attribute using (customer_id)
        where attribute = 'tariff' group by all order by segment`,
        { segment: 'text', tariff: 'text', customers: 'integer' },
      );
      expect(sizes.map(({ customers }) => customers)).toEqual([20, 20]);
      const [words] = await engine.rows(
        sql`select string_agg(name || description, ' ') as told from segments.segment`,
        {
          told: 'text',
        },
      );
      expect(words!.told).toContain('points');
      expect(words!.told).not.toContain('attribute:');
      const [lda] = await engine.rows(
        sql`select count(*) as customers, min(posterior) as least from scores.discriminant`,
        { customers: 'integer', least: 'number' },
      );
      expect(lda!.customers).toBe(39);
      expect(lda!.least).toBeGreaterThan(0.5);
      const next = await runIn(folder, text, { force: true, now: '2026-11-22T02:00:00Z', random: '0001' });
      expect(next.steps.find((step) => step.startsWith('kmeans'))).toMatch(
        /model of 2026-01-09 reused: drift is small/,
      );
    },
  );

  it('are checked before a run by the lists of the sources', async () => {
    const told = async (features: string, predictors = 'attribute:tariff') => {
      const pipeline = readPipeline('shop.yaml', yaml(features, predictors));
      const engine = await openDuckdb();
      await buildEmpty(pipeline, engine);
      const problems = await checkModels(pipeline, engine);
      await engine.close();
      return problems.map(({ message }) => message);
    };
    expect(await told('attribute:tariff, attribute:points', 'log1p(attribute:points), gender')).toEqual([]);
    expect(await told('attribute:tariff, log1p(attribute:point)')).toEqual([
      'shop.yaml:13:44: steps[0].kmeans.features[1]: log1p(attribute:point) must be an attribute that customers have, ' +
        'of those a source keeps in its attributes; did you mean attribute:points?',
    ]);
  });
});
