import { describe, expect, it, onTestFinished } from 'vitest';
import { fitBasket } from '../../../src/models/basket/fit.ts';
import { basketOptions } from '../../../src/models/basket/options.ts';
import { basketGroupsSql } from '../../../src/models/basket/pair.sql.ts';
import { basketRulesSql } from '../../../src/models/basket/rule.sql.ts';
import { sql } from '../../../src/sql/sql.ts';
import { openNewSample } from '../../sample/open-sample.ts';
import { seedsToTry } from '../../support/full.ts';

const pairOf = (first: string, second: string): string => [first, second].sort().join(' + ');

describe('the pairs of goods that the sample plants', () => {
  it.each(seedsToTry)('are the best rules of two goods by lift, and in one group each (seed %i)', async (seed) => {
    const { engine, truth } = await openNewSample({ customers: 2000, lines: 10, seed }, onTestFinished);
    const fitted = await fitBasket(
      engine,
      sql`select order_id as basket, customer_id as customer, purchases.product_id as item, category
          from purchases join products on products.product_id = purchases.product_id where quantity > 0`,
      basketOptions.parse({ max_length: 3 }),
      { asOf: '2025-12-31' },
    );
    const told = await engine.rows(
      sql`select to_json(left_items) as left_items, right_item, lift from (${basketRulesSql}) as found
          where is_significant and not is_redundant and length = 2 order by rule`,
      { left_items: 'json', right_item: 'text', lift: 'number' },
    );
    const planted = truth.affinities.pairs.map(({ first, second }) => pairOf(first, second)).sort();
    const best = told.slice(0, 2 * planted.length);
    if (process.env['BEZERO_SEEDS'] !== undefined) console.log({ seed, told: told.length, least: best.at(-1)?.lift });
    expect(
      [
        ...new Set(best.map(({ left_items: left, right_item: right }) => pairOf((left as string[]).join(), right))),
      ].sort(),
    ).toEqual(planted);
    expect(best.at(-1)!.lift).toBeGreaterThan(truth.affinities.lift_at_least);
    const groups = await engine.rows(
      sql`select to_json(list(item order by item)) as items from (${basketGroupsSql}) as member group by group_no`,
      { items: 'json' },
    );
    if (process.env['BEZERO_SEEDS'] !== undefined)
      console.log(
        fitted.pairs,
        groups.map(({ items }) => (items as string[]).join(' ')),
      );
    for (const { first, second } of truth.affinities.pairs) {
      const group = groups.find(({ items }) => (items as string[]).includes(first))!;
      expect(group.items).toContain(second);
    }
  });
});
