import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import { afterPurchase } from '../../src/pipeline/after-purchase.ts';
import { modelSteps } from '../../src/pipeline/model-steps.ts';
import type { Former, Stored } from '../../src/pipeline/former.ts';
import { nobody } from '../../src/pipeline/people/file.ts';
import { readPipeline } from '../../src/pipeline/spec.ts';
import { sql } from '../../src/sql/sql.ts';
import { open, table } from '../models/support.ts';
import { bindAll } from '../support/given.ts';
import { inEnglish, type Remark } from '../../src/text/remark.ts';

let engine: Engine;
let columns: readonly string[];
beforeAll(async () => {
  engine = await open();
  columns = Object.keys((await bindAll(engine)).get('features.customer')!);
  await engine.create('scores.rfm', sql`select cast(null as varchar) as customer_id where false`);
  return () => engine.close();
});

/** Customers of two segments, 400 where nothing else is said, and 40 prospects, each with an age and an income, which is unknown of some. */
async function people(segment: string, incomeOf = 'income', customers = 400): Promise<void> {
  await table(
    engine,
    'made.drawn',
    `select 'c' || i as customer_id, i >= ${customers} as is_prospect, 20 + hash(i) % 60 as age, 20 + hash(i + 1000) % 60 as income
      from range(${customers + 40}) as t (i)`,
  );
  await table(
    engine,
    'features.customer',
    `select customer_id, is_prospect, cast(age as integer) as age_years, cast(${incomeOf} as double) as annual_income,
        case when is_prospect then 0 else 1 end as orders
      from made.drawn`,
  );
  await table(engine, 'warehouse.setting', `select 'en' as language, 'EUR' as currency`);
  await table(
    engine,
    'scores.segment',
    `select customer_id, 's' || (1 + cast(${segment} as integer)) as segment from made.drawn where not is_prospect`,
  );
}

const yaml = (steps: string): string => `
name: shop
store: store
time_zone: UTC
as_of: latest
currency: EUR
sources: { all: { files: all.csv, tables: { purchases: same } } }
steps:
  - kmeans: { features: [monetary] }
${steps}`;

/** The stored analysis, as a night before. */
async function nightBefore(): Promise<Former> {
  const query = sql`select fitted from models.fitted where model = 'discriminant'`;
  const [kept] = await engine.rows(query, { fitted: 'json' }, 1);
  const model = (name: string) => Promise.resolve(name === 'discriminant' ? (kept!.fitted as Stored) : null);
  const upkeep = () => Promise.resolve({ on: '2026-02-01', asOf: '2026-01-31', isReused: false, why: [] });
  return { asOf: '2026-01-31', table: () => null, model, upkeep };
}

/** Fits the models of the steps, and assigns prospects by them. */
const assign = (...steps: readonly string[]) => assignAfter(null, ...steps);

/** The same after a night before. */
async function assignAfter(former: Former | null, ...steps: readonly string[]) {
  const pipeline = readPipeline('shop.yaml', yaml(steps.map((step) => `  - ${step}`).join('\n')));
  const remarks: Remark[] = [];
  const night = { asOf: '2026-01-31', version: '', today: '2026-02-01', erasures: null, lanes: 1 };
  const context = { engine, runId: 'r1', ...night, folder: '', previous: null, former };
  const asked = new Set(['models', 'discriminant', 'tree', 'likely segment']);
  const made = modelSteps(pipeline).filter(({ name }) => asked.has(name));
  for (const step of made)
    await step.run({ ...context, people: nobody, windows: [], audits: [], warnings: [], remarks, files: [] });
  const [found] = await engine.rows(
    sql`select count(*) as prospects, min(scored.model) as model,
        count(*) filter (where exists (select 1 from features.customer as one where one.customer_id = scored.customer_id and not one.is_prospect)) as others
      from scores.likely_segment as scored`,
    { prospects: 'integer', model: 'text?', others: 'integer' },
    1,
  );
  return { ...found!, remarks: inEnglish(remarks).filter((remark) => remark.startsWith('prospects')) };
}

const byBoth = 'discriminant: { predictors: [age_years, annual_income] }';
const tree = (more = ''): string => `tree: { features: [age_years, annual_income], prospects: true, cp: 0 ${more} }`;

/** Neither age nor income tells anything, both together all: no line parts the segments. */
const crossed = '(age < 50) <> (income < 50)';

describe('who assigns prospects', () => {
  it('is the tree where no line parts the segments', async () => {
    await people(crossed);
    expect(await assign(byBoth, tree())).toEqual({
      prospects: 40,
      model: 'tree',
      others: 0,
      remarks: [
        expect.stringMatching(
          /^prospects are assigned by the tree; of the 400 customers with a segment, each left out of the fit, so many are put into their own: tree 9\d\.\d%, discriminant analysis [45]\d\.\d%$/,
        ),
      ],
    });
  });

  it('is the discriminant analysis where one line does, and no single split', async () => {
    await people('age + income < 100');
    expect(await assign(byBoth, tree(', depth: 1'))).toMatchObject({
      prospects: 40,
      model: 'discriminant',
      remarks: [expect.stringMatching(/: discriminant analysis 9\d\.\d%, tree 7\d\.\d%$/)],
    });
  });

  it('is judged by the same people: who lacks a predictor is put nowhere', async () => {
    await people('age + income < 100', 'case when age % 3 = 0 then income end');
    expect(await assign(byBoth, 'tree: { features: [age_years], prospects: true }')).toMatchObject({
      model: 'tree',
      remarks: [
        expect.stringMatching(
          /tree \d\d\.\d%, discriminant analysis 3\d\.\d% \(9\d\.\d% of the 1\d\d with all its predictors\)$/,
        ),
      ],
    });
  });

  it('is the one with the larger share of those who had a segment on the day of its fit', async () => {
    await people('age + income < 100', 'income', 200);
    const analysis = byBoth.replace('{', '{ refit: { every_days: 9 },');
    await assign(analysis);
    const former = await nightBefore();
    await people('age + income < 100');
    expect(await assignAfter(former, analysis, tree(', depth: 1'))).toMatchObject({
      model: 'discriminant',
      remarks: [
        expect.stringMatching(
          /of the 200 customers with a segment, .*: discriminant analysis 9\d\.\d%, tree 7\d\.\d% of the 400 on the day of its fit$/,
        ),
      ],
    });
  });

  it('is a model that was measured before one that was not', async () => {
    await people(crossed);
    expect(await assign(byBoth, tree(', folds: 0'))).toMatchObject({
      model: 'discriminant',
      remarks: [expect.stringMatching(/discriminant analysis [45]\d\.\d%, tree not measured$/)],
    });
    expect(await assign(tree(', folds: 0'))).toMatchObject({ prospects: 40, model: 'tree', remarks: [] });
  });

  it('is nobody who asks for what only a purchase makes known', async () => {
    await people(crossed);
    expect(await assign('discriminant: { predictors: [age_years, log1p(orders)] }')).toEqual({
      prospects: 0,
      model: null,
      others: 0,
      remarks: ['prospects are not assigned by the discriminant analysis: only a purchase makes log1p(orders) known'],
    });
    await expect(
      assign('tree: { features: [age_years, log1p(orders), "category_share:Toys"], prospects: true }'),
    ).rejects.toMatchObject({
      name: 'ConfigError',
      message:
        'tree: features must be known before a purchase where prospects is true; got log1p(orders), category_share:Toys, which only a purchase makes known: leave out such features, or prospects',
    });
  });
});

it('knows of every column whether only a purchase makes it known, by the contracts of the tables', async () => {
  const late = await afterPurchase(engine, columns);
  expect(late.join(' ')).toBe(
    'first_purchased_on last_purchased_on recency_days frequency monetary tenure_days orders lines products quantity_per_order mean_order_value ' +
      'discount_share return_share purchase_days purchase_interval_days weekend_share evening_share usual_weekday usual_hour ' +
      'favourite_category favourite_category_share favourite_channel',
  );
  const further = ['category_share:Toys', 'channel_share:web', 'log1p(winsorise(monetary))'];
  expect(await afterPurchase(engine, [...further, 'attribute:monetary', 'contacts', 'age_years'])).toEqual(further);
});
