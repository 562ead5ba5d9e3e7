import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import type { FittedClv } from '../../src/models/clv/fitted.ts';
import { raw, sql } from '../../src/sql/sql.ts';
import { openRelease, runIn, sharedFolder } from '../support/running.ts';
import { isFull } from '../support/full.ts';

type Night = Awaited<ReturnType<typeof runIn>>;

const yaml = `
name: shop
store: store
time_zone: UTC
as_of: yesterday
currency: EUR
sources:
  purchases: { files: purchases.csv, mode: snapshot, tables: { purchases: same } }
  products: { files: products.csv, mode: snapshot, tables: { products: same } }
steps:
  - rfm: { bins: 3 }
  - kmeans: { features: [log1p(monetary), log1p(frequency)], k: 2, restarts: 2 }
  - discriminant: { predictors: [log1p(monetary), tenure_days] }
  - tree: { features: [monetary, recency_days], depth: 3 }
  - clv: { bootstrap: 9, holdout: none }
  - basket: { support: 0.01 }
outputs: { segments: false, parquet: false, report: false }
`;

/** A pseudo-random whole number below `most`. */
const some = (seed: number, most: number): number => (Math.imul(seed + 1, 2654435761) >>> 8) % most;

const dayAfter = (days: number): string =>
  new Date(Date.UTC(2025, 0, 1) + days * 86_400_000).toISOString().slice(0, 10);

/** Orders of customers who buy for 10 or for 300, some again; `factor` makes prices of a later day others. */
function shop(customers: number, factor = 1): string {
  const lines = Array.from({ length: customers }, (_, c) =>
    Array.from({ length: 1 + some(c, 5) * (c % 2) }, (_, n) => {
      const day = dayAfter(some(c * 7, 200) + n * (5 + some(c * 3, 25)));
      const price = (c % 2 === 0 ? 10 : 300) * factor + some(c + n, 9);
      const good = some(c * 5 + n, 6);
      return [
        `o${c}-${n},1,c${c},p${good},${day},1,${price}`,
        `o${c}-${n},2,c${c},p${(good + 1) % 6},${day},1,${price}`,
      ];
    }).flat(),
  ).flat();
  return ['order_id,line_number,customer_id,product_id,purchased_at,quantity,unit_price', ...lines].join('\n');
}

const folder = sharedFolder();
const twinFolder = sharedFolder();
const goods = ['p', 'p50'].flatMap((prefix) =>
  Array.from({ length: 6 }, (_, i) => `${prefix}${i},good ${i},${i < 3 ? 'tea' : 'cups'}`),
);
const night = (day: string) => ({ now: `2026-01-${day}T02:00:00Z`, random: `00${day}` });
const models = ['discriminant', 'tree', 'clv', 'basket'] as const;

/** What the steps of the models said. */
const told = ({ steps }: Night): string[] =>
  models.map((model) => steps.find((step) => step.startsWith(`${model}: `))!.slice(model.length + 2));

async function fittedIn(release: Night, model: string): Promise<unknown> {
  const engine = await openRelease(release);
  const [row] = await engine.rows(sql`select fitted from models.fitted where model = ${model}`, { fitted: 'json' }, 1);
  return row!.fitted;
}

async function rowsOf(release: Night, query: string): Promise<unknown> {
  const engine = await openRelease(release);
  const [row] = await engine.rows(
    raw(`select coalesce(cast(list(t order by t) as varchar), '') as all_rows from (${query}) as t`),
    { all_rows: 'text' },
    1,
  );
  return row!.all_rows;
}

let first: Night;
let second: Night;
beforeAll(async () => {
  writeFileSync(join(folder, 'products.csv'), ['product_id,name,category', ...goods].join('\n'));
  writeFileSync(join(folder, 'purchases.csv'), shop(400));
  first = await runIn(folder, yaml, night('03'));
  writeFileSync(join(folder, 'purchases.csv'), shop(404));
  cpSync(folder, twinFolder, { recursive: true, verbatimSymlinks: true });
  second = await runIn(folder, yaml, night('04'));
}, 120_000);

describe('a night on which hardly anything has changed', () => {
  it('goes on with the models of the night before, and says so', async () => {
    for (const outcome of told(first)) expect(outcome).not.toContain('reused');
    for (const outcome of told(second))
      expect(outcome).toMatch(
        /model of 2026-01-02 reused: drift is small \(population stability index at most 0\.0\d, of .*; limit 0\.\d+\)/,
      );
    for (const model of models) {
      expect(second.record.models[model]!.fittedAsOf).toBe('2026-01-02');
      expect(first.record.models[model]!.upkeep).toEqual({
        on: '2026-01-03',
        asOf: '2026-01-02',
        isReused: false,
        why: [],
      });
      expect(second.record.models[model]!.upkeep).toMatchObject({
        on: '2026-01-03',
        asOf: '2026-01-02',
        isReused: true,
        why: [{ code: 'steady' }],
      });
      if (model !== 'clv') expect(await fittedIn(second, model)).toEqual(await fittedIn(first, model));
    }
  });

  it('scores new customers too, and has the tables of the stored model', async () => {
    const isNew = `customer_id in ('c400', 'c401', 'c402', 'c403')`;
    for (const scores of ['discriminant', 'tree', 'clv'])
      expect(await rowsOf(second, `select count(*) from scores.${scores} where ${isNew}`)).toContain('4');
    for (const table of ['tree_rule', 'basket_rule', 'basket_pair', 'basket_group'])
      expect(await rowsOf(second, `select * from models.${table}`)).toBe(
        await rowsOf(first, `select * from models.${table}`),
      );
    expect(await rowsOf(second, 'select count(*) from models.basket_pair')).not.toContain(' 0');
  });

  it('values customers as of the night, by what was learnt before', async () => {
    const [before, now] = (await Promise.all([fittedIn(first, 'clv'), fittedIn(second, 'clv')])) as FittedClv[];
    expect(now!.purchases).toEqual(before!.purchases);
    expect(now!.spending).toEqual(before!.spending);
    expect([now!.asOf, now!.facts.customers]).toEqual(['2026-01-03', 404]);
    expect(now!.totals.purchases.value).not.toBe(before!.totals.purchases.value);
    const width = ({ totals: { value } }: FittedClv): number => (value.high! - value.low!) / value.value;
    expect(width(now!)).toBeCloseTo(width(before!), 9);
  });

  it.runIf(isFull)('comes out the same when it is run again, on two threads', async () => {
    const twin = await runIn(twinFolder, yaml, {
      ...night('04'),
      open: (options) => openDuckdb({ ...options, threads: 2 }),
    });
    for (const model of ['kmeans', ...models])
      expect(twin.record.models[model]!.id).toBe(second.record.models[model]!.id);
    for (const scores of ['discriminant', 'tree', 'clv'])
      expect(await rowsOf(twin, `select * from scores.${scores}`)).toBe(
        await rowsOf(second, `select * from scores.${scores}`),
      );
  });
});

describe('a model is fitted anew', () => {
  it.runIf(isFull)(
    'alone where its options have changed, and where the segments that it is about are others',
    async () => {
      const others = yaml.replace('depth: 3', 'depth: 2').replace('restarts: 2', 'restarts: 2, refit: always');
      const reasons = told(await runIn(folder, others, night('05'))).map(
        (outcome) => /fitted anew: ([^;]*)/.exec(outcome)?.[1],
      );
      expect(reasons).toEqual(['the segments are others', 'options have changed', undefined, undefined]);
    },
  );

  it.runIf(isFull)('where what it was fitted to has drifted', async () => {
    writeFileSync(join(folder, 'purchases.csv'), shop(404, 3));
    const [discriminant, tree, clv, basket] = told(await runIn(folder, yaml, night('06')));
    expect(discriminant).toContain('fitted anew: the segments are others');
    expect(tree).toContain('fitted anew: ');
    expect(clv).toMatch(/fitted anew: money_per_order has drifted/);
    expect(basket).toContain('model of 2026-01-02 reused');
  });

  it.runIf(isFull)('where other goods of the same categories are sold', async () => {
    writeFileSync(join(folder, 'purchases.csv'), shop(404, 3).replaceAll(/,p(\d)/g, ',p50$1'));
    const release = await runIn(folder, yaml, night('07'));
    expect(told(release)[3]).toMatch(/^fitted anew: goods has drifted/);
    const others = `select right_product from marts.product_rule where not starts_with(right_product, 'p50')`;
    expect(await rowsOf(release, others)).toBe('');
    expect(await rowsOf(release, 'select rule from marts.product_rule')).not.toBe('');
  });
});
