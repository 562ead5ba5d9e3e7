import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine, Row } from '../../../src/engine/engine.ts';
import { dropWorking, fitBasket } from '../../../src/models/basket/fit.ts';
import type { FittedBasket } from '../../../src/models/basket/fitted.ts';
import { basketOptions } from '../../../src/models/basket/options.ts';
import { basketRulesSql } from '../../../src/models/basket/rule.sql.ts';
import { literal, sql } from '../../../src/sql/sql.ts';
import { open } from '../support.ts';

const datasets = process.env['BEZERO_DATASETS'];
const oracles = join(datasets ?? '', '..', 'oracles');

const shape = {
  rule: 'integer',
  left_items: 'json',
  right_item: 'text',
  baskets: 'integer',
  left_baskets: 'integer',
  right_baskets: 'integer',
  support: 'number',
  confidence: 'number',
  lift: 'number',
  leverage: 'number',
  conviction: 'number?',
  chi_square: 'number',
  p_value: 'number',
  is_redundant: 'boolean',
} as const;

type FoundRule = Row<typeof shape>;

interface Run {
  readonly fitted: FittedBasket;
  readonly rules: ReadonlyMap<string, FoundRule>;
}

/** `{a, b} => c`, the items in the order of their texts. */
const called = (left: readonly string[], right: string): string => `{${[...left].sort().join(', ')}} => ${right}`;

/** What R's arules 1.7.13 and plain counting say of a run (datasets/../oracles). */
interface Oracle {
  readonly transactions: number;
  readonly mean_basket: number;
  readonly max_basket: number;
  readonly runs: readonly {
    readonly min_support: number;
    readonly min_confidence: number;
    readonly itemsets: number;
    readonly itemsets_by_size: Readonly<Record<string, number>>;
    readonly rules_no_empty_left: number;
  }[];
}

describe.skipIf(datasets === undefined)('the rules of 9,835 real baskets (arules, Groceries)', () => {
  let engine: Engine;

  beforeAll(async () => {
    engine = await open();
    const file = literal(join(datasets!, 'groceries', 'groceries_long.csv'));
    await engine.create('made.line', sql`select * from read_csv(${file}, all_varchar = true)`);
  });
  afterAll(() => engine.close());

  async function rulesAt(support: number, confidence: number): Promise<Run> {
    const fitted = await fitBasket(
      engine,
      sql`select transaction_id as basket, cast(null as varchar) as customer, item, cast(null as varchar) as category from made.line`,
      basketOptions.parse({ support, confidence }),
      { asOf: null },
    );
    const rules = await engine.rows(
      sql`select * replace (to_json(left_items) as left_items) from (${basketRulesSql}) as rule order by rule`,
      shape,
    );
    await dropWorking(engine);
    const keyed = rules.map((rule) => [called(rule.left_items as string[], rule.right_item), rule] as const);
    return { fitted, rules: new Map(keyed) };
  }

  const oracle = (): Oracle => JSON.parse(readFileSync(join(oracles, 'assoc_groceries.json'), 'utf8')) as Oracle;

  it.each([
    [0.001, 0.5],
    [0.001, 0.8],
    [0.005, 0.25],
    [0.02, 0.2],
    [0.05, 0.1],
  ])('has as many sets and rules as arules at support %f and confidence %f', async (support, confidence) => {
    const { transactions, mean_basket: mean, max_basket: largest, runs } = oracle();
    const told = runs.find((run) => run.min_support === support && run.min_confidence === confidence)!;
    const { fitted, rules } = await rulesAt(support, confidence);
    expect(fitted.counts.basket).toMatchObject({ baskets: transactions, largest, leftOut: 0 });
    expect(fitted.counts.basket.meanItems).toBeCloseTo(mean, 12);
    expect(fitted.items).toBe(169);
    expect(Object.fromEntries(fitted.itemsets.map((n, i) => [String(i + 1), n]))).toEqual(told.itemsets_by_size);
    expect(fitted.rules).toBe(told.rules_no_empty_left);
    expect(rules.size).toBe(fitted.rules);
  });

  it.each([
    [0.001, 0.5],
    [0.006, 0.25],
    [0.01, 0.25],
  ])('has every rule and measure of arules at support %f and confidence %f', async (support, confidence) => {
    const { rules } = await rulesAt(support, confidence);
    const file = join(oracles, `assoc_groceries_rules_s${support}_c${confidence}.csv`);
    const told = await engine.rows(
      sql`select to_json(string_split("left", '|')) as left_items, "right" as right_item, count as baskets, left_count as left_baskets,
          right_count as right_baskets, support, confidence, lift, leverage, conviction, chi_square
        from read_csv(${literal(file)})`,
      {
        left_items: 'json',
        right_item: 'text',
        baskets: 'integer',
        left_baskets: 'integer',
        right_baskets: 'integer',
        support: 'number',
        confidence: 'number',
        lift: 'number',
        leverage: 'number',
        conviction: 'number?',
        chi_square: 'number',
      },
    );
    expect(rules.size).toBe(told.length);
    let farthest = 0;
    for (const { left_items: left, right_item: right, ...figures } of told) {
      const found = rules.get(called(left as string[], right))!;
      for (const [figure, value] of Object.entries(figures)) {
        const own = found[figure as keyof typeof figures];
        if (value === null || !Number.isFinite(value)) expect(own).toBeNull();
        else farthest = Math.max(farthest, Math.abs(Number(own) / value - 1));
      }
    }
    expect(farthest).toBeLessThan(1e-9);
  });

  it('finds what is published of 0.001 and 0.8: 410 rules, 392 of them not redundant, the best by lift', async () => {
    const { fitted, rules } = await rulesAt(0.001, 0.8);
    expect(fitted).toMatchObject({ least: 10, rules: 410, redundant: 18, stoppedAt: null });
    const [best, second] = [...rules.entries()].filter(([, { rule }]) => rule <= 2);
    expect(best![0]).toBe('{liquor, red/blush wine} => bottled beer');
    expect(best![1]).toMatchObject({ baskets: 19, is_redundant: false });
    expect(best![1].support).toBeCloseTo(0.001931876, 9);
    expect(best![1].confidence).toBeCloseTo(0.9047619, 7);
    expect(best![1].lift).toBeCloseTo(11.23527, 5);
    expect(second![0]).toBe('{citrus fruit, fruit/vegetable juice, other vegetables, soda} => root vegetables');
    expect(second![1].lift).toBeCloseTo(8.3404, 5);
  });
});
