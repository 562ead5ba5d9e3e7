import { createHash } from 'node:crypto';
import type { Engine } from '../../../src/engine/engine.ts';
import { dropWorking, fitBasket } from '../../../src/models/basket/fit.ts';
import type { FittedBasket } from '../../../src/models/basket/fitted.ts';
import { basketOptions, type BasketOptions } from '../../../src/models/basket/options.ts';
import { basketGroupsSql, basketPairsSql } from '../../../src/models/basket/pair.sql.ts';
import { readRules, type BasketRule } from '../../../src/models/basket/read-rules.ts';
import { flatRulesSql } from '../../../src/models/basket/read-rules.ts';
import { raw, sql } from '../../../src/sql/sql.ts';

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What was found in lines. */
export interface Outcome {
  readonly fitted: FittedBasket;
  readonly rules: readonly BasketRule[];
  /** All tables as one text. */
  readonly content: string;
  /** `x y substitutes` */
  readonly pairs: readonly string[];
}

/** Fits to a select of `basket, customer, item, category`. */
export async function outcomeOf(engine: Engine, lines: string, options: Partial<BasketOptions> = {}): Promise<Outcome> {
  const fitted = await fitBasket(engine, raw(lines), basketOptions.parse(options), { asOf: null });
  const tables: string[] = [];
  for (const query of [flatRulesSql, basketPairsSql, basketGroupsSql]) {
    const rows = await engine.rows(
      sql`select cast(row as varchar) as line from (${query}) as row order by line`,
      { line: 'text' },
      100_000,
    );
    tables.push(...rows.map(({ line }) => line));
  }
  const told = await engine.rows(
    sql`select concat_ws(' ', item, other_item, relation) as pair from (${basketPairsSql}) as pair where relation is not null order by item, other_item`,
    { pair: 'text' },
  );
  const rules = await readRules(engine, 10_000, false);
  await dropWorking(engine);
  return { fitted, rules, content: digest(tables.join('\n')), pairs: told.map(({ pair }) => pair) };
}

/** Lines of baskets that are written as texts of letters, a good a letter: `ab`, `abc`. */
export const written = (baskets: readonly string[]): string =>
  baskets.length === 0
    ? `select 'b' as basket, 'c' as customer, 'i' as item, 'k' as category where false`
    : `select 'b' || basket as basket, 'c' || basket as customer, unnest(string_split(goods, '')) as item, 'k' as category
        from (values ${baskets.map((goods, i) => `(${i}, '${goods}')`).join(', ')}) as made (basket, goods)`;
