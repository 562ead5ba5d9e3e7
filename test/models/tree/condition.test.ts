import { beforeAll, expect, it } from 'vitest';
import type { Engine } from '../../../src/engine/engine.ts';
import { fitTree } from '../../../src/models/tree/fit.ts';
import { leafRules } from '../../../src/models/tree/leaf-rules.ts';
import { treeOptions } from '../../../src/models/tree/options.ts';
import { treeScoreSql } from '../../../src/models/tree/score.sql.ts';
import { raw, sql } from '../../../src/sql/sql.ts';
import { languageOf } from '../../../src/text/messages.ts';
import { customers, open, table } from '../support.ts';
import { isFull } from '../../support/full.ts';

const english = languageOf('en');
let engine: Engine;

/** Customers and prospects with purchases by category and channel, and with attributes: some a number, some text, some none. */
beforeAll(async () => {
  engine = await open();
  await customers(engine, 2000);
  await table(
    engine,
    'warehouse.customer_attribute',
    `select 'c' || i as customer_id, 'it''s a tariff' as attribute, case kind % 3 when 0 then 'gold' when 1 then 'basic' else 'none' end as value from made.draw where h1 < 0.9
      union all select 'c' || i, 'points', cast(floor(100 * h2) as varchar) from made.draw where h3 < 0.8
      union all select 'c' || i, 'Points', cast(floor(kind * 10 * h5) as varchar) from made.draw where h6 < 0.8`,
  );
  return () => engine.close();
});

const grown = { class: 'segment', cp: 0, min_split: 20, min_leaf: 5, folds: 0 };

it
  .runIf(isFull)
  .each([
    [['category_share:Toys', 'channel_share:web']],
    [["attribute:it's a tariff", 'attribute:points', 'attribute:Points']],
    [
      [
        'recency_days',
        'category_share:Toys',
        'acquisition_source',
        'email_opt_in',
        'attribute:points',
        'discount_share',
      ],
    ],
  ])(
  'a rule on %j is SQL that selects from features.customer those of the fit whom the leaf holds',
  async (features) => {
    const fitted = await fitTree(engine, treeOptions.parse({ ...grown, features }), { asOf: '2026-01-31' });
    await engine.create('scores.tree', treeScoreSql(fitted));
    const rules = leafRules(english, fitted);
    expect(rules.length).toBeGreaterThan(5);
    const used = fitted.nodes.flatMap(({ split }) => (split === null ? [] : [features[split.feature]!]));
    expect(new Set(used)).toEqual(new Set(features));
    for (const { leaf, rows, condition } of rules) {
      const [found] = await engine.rows(
        sql`with selected as (select customer_id from features.customer where ${raw(condition)})
        select (select count(*) from selected) as selected,
          (select count(*) from scores.tree where leaf = ${leaf} and customer_id in (select customer_id from selected)) as both_hold,
          (select count(*) from scores.segment where customer_id in (select customer_id from selected)) as fitted`,
        { selected: 'integer', both_hold: 'integer', fitted: 'integer' },
        1,
      );
      expect(found, condition).toEqual({ selected: rows, both_hold: rows, fitted: rows });
      expect(condition).not.toMatch(/\de[+-]/);
    }
  },
);

it('never says 100% of what is not all, nor of a bound that is below it', async () => {
  await table(
    engine,
    'made.share',
    `select i as id, case when i < 1000 then 0.2 when i < 2000 then 0.9994 else 0.9998 end as discount_share,
        case when i between 1000 and 1999 then i = 1000 else i % 250 <> 0 end as class
      from range(3000) as t (i)`,
  );
  const options = treeOptions.parse({ class: 'class', features: ['discount_share'], cp: 0, folds: 0 });
  const fitted = await fitTree(engine, options, { asOf: '', relation: 'made.share', key: 'id' });
  expect(leafRules(english, fitted).map(({ sentence }) => sentence)).toEqual([
    'share discounted below 60.0%: 99.6% of 1,000 are true',
    'share discounted from 60.0% to below 99.96%: 99.9% of 1,000 are false',
    'share discounted at least 99.96%: 99.6% of 1,000 are true',
  ]);
});
