import type { Engine } from '../engine/engine.ts';
import { DataError } from '../errors.ts';
import { boughtSql } from '../models/basket/bought.sql.ts';
import { fitBasket } from '../models/basket/fit.ts';
import type { FittedBasket } from '../models/basket/fitted.ts';
import type { BasketOptions } from '../models/basket/options.ts';
import { flatRulesSql, readRules, type BasketRule } from '../models/basket/read-rules.ts';
import { basketRemarks } from '../models/basket/remarks.ts';
import { sql, type Sql } from '../sql/sql.ts';
import { basketLines } from './analyse/basket-lines.ts';
import { readBasketOptions, type BasketFlags } from './analyse/basket-options.ts';
import { refuseOverwriting } from './analyse/targets.ts';
import { refuseBoth, refuseOfFile, withEngine, withRelease } from './analyse/with-engine.ts';
import { scoresFormat, writeScores } from './analyse/write-scores.ts';
import type { Effects } from './effects.ts';
import { openBaskets, type BasketColumns } from './files/baskets.ts';
import type { ReadingOptions } from './files/data-file.ts';
import { inEnglish } from '../text/remark.ts';

/** Options of `bezero basket`. */
export interface BasketCommand extends BasketFlags, BasketColumns, ReadingOptions {
  /** A CSV or Parquet file with a row for each good of a basket; left out: the current release of the store. */
  readonly file?: string;
  readonly store?: string;
  readonly json: boolean;
  /** File to write all rules to. */
  readonly rules?: string;
}

/** What is looked at: lines of `basket, customer, item, category`, and what items are called, `item, name`. */
interface Subject {
  readonly source: string;
  readonly asOf: string | null;
  readonly lines: Sql;
  readonly names: Sql | null;
}

/** So many rules are printed, and so many are in the JSON. */
const most = { printed: 20, json: 1_000 } as const;

/** Finds what is bought together in a file of baskets, or in the orders of the current release. */
export async function basket(options: BasketCommand, effects: Effects): Promise<void> {
  refuseBoth(options.file, options.store);
  if (options.rules !== undefined) scoresFormat(options.rules, '--rules');
  refuseOverwriting(options, effects);
  const asked = readBasketOptions(options);
  if (options.file !== undefined) {
    const shownAs = options.file;
    await withEngine(effects, { reads: shownAs, writes: options.rules }, async (engine, temporary) => {
      const lines = await openBaskets(engine, shownAs, temporary, options, asked.level, effects);
      await find(engine, { source: shownAs, asOf: null, lines, names: null }, options, asked, effects);
    });
    return;
  }
  refuseOfFile(options, ['basket', 'item', 'customer', 'category', 'quantity', 'nulls']);
  const needed = ['warehouse.order_line', 'warehouse.product', 'models.fitted'];
  await withRelease({ store: options.store, writes: options.rules }, effects, needed, async (engine, { run, asOf }) => {
    const names = sql`select product_id as item, name from warehouse.product where name is not null`;
    const resolved = readBasketOptions(options, await stepOptions(engine));
    await find(engine, { source: run, asOf, lines: boughtSql, names }, options, resolved, effects);
  });
}

async function find(
  engine: Engine,
  { source, asOf, lines, names }: Subject,
  options: BasketCommand,
  asked: BasketOptions,
  effects: Effects,
): Promise<void> {
  const done = effects.step('counting what is bought together');
  const fitted = await fitBasket(engine, lines, asked, { asOf });
  done(`${fitted.rules} rules`);
  if (fitted.items === 0) throw new DataError(`${source}: must hold goods that were bought; it has none`);
  for (const remark of inEnglish(basketRemarks(fitted))) effects.say(`${source}: ${remark}`);
  if (options.rules !== undefined) await writeScores(engine, flatRulesSql, options.rules, effects, '--rules');
  const rules = await rulesToShow(engine, fitted, options.json ? most.json : most.printed);
  if (options.json) {
    effects.print(JSON.stringify({ source, ...(asOf === null ? {} : { asOf }), model: fitted, rules }));
    return;
  }
  const style = { source, width: effects.stdout.columns, colors: effects.colors };
  const named = names === null ? rules : await withNames(engine, rules, names);
  for (const line of basketLines(fitted, named, style)) effects.print(line);
}

/** Rules beyond chance, the surest of each set of goods; where there are none, the others. */
const rulesToShow = (engine: Engine, { told }: FittedBasket, number: number): Promise<BasketRule[]> =>
  readRules(engine, number, told > 0);

/** What the pipeline asked for, so that a release is told of in the same figures as in its report. */
async function stepOptions(engine: Engine): Promise<Partial<BasketOptions>> {
  const [found] = await engine.rows(
    sql`select fitted from models.fitted where model = 'basket' order by run_id desc limit 1`,
    { fitted: 'json' },
    1,
  );
  return found === undefined ? {} : (found.fitted as FittedBasket).options;
}

async function withNames(engine: Engine, rules: readonly BasketRule[], names: Sql): Promise<BasketRule[]> {
  const items = [...new Set(rules.flatMap((rule) => [...rule.left_items, rule.right_item]))];
  const found = await engine.rows(
    sql`select item, name from (${names}) as named
      where item in (select unnest(cast(cast(${JSON.stringify(items)} as json) as varchar[]))) order by item`,
    { item: 'text', name: 'text' },
    items.length,
  );
  const known = new Map(found.map(({ item, name }) => [item, name]));
  const call = (item: string): string => known.get(item) ?? item;
  return rules.map((rule) => ({ ...rule, left_items: rule.left_items.map(call), right_item: call(rule.right_item) }));
}
