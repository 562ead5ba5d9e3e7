import type { Engine } from '../../engine/engine.ts';
import { relationName } from '../../sql/relation.ts';
import { sql, type Sql } from '../../sql/sql.ts';
import { freezeDeep } from '../model.ts';
import { pairsSql } from './count.sql.ts';
import type { FittedBasket } from './fitted.ts';
import { mine } from './mine.ts';
import type { BasketLevel, BasketOptions } from './options.ts';
import { relatePairs } from './pairs.ts';
import { gatherBags, numberItems, type BasketCount } from './prepare.ts';
import { rulesOf, type Rule } from './rules.ts';
import { readSizes } from './sizes.ts';
import { fillRules } from './store.ts';
import { tables } from './tables.ts';

/** The least whole number of baskets that is a share of all of them or more, and `min_count` or more. */
export function leastCount(
  baskets: number,
  { support, min_count }: Pick<BasketOptions, 'support' | 'min_count'>,
): number {
  let least = Math.floor(support * baskets);
  while (least / baskets < support) least++;
  return Math.max(min_count, least);
}

const leastOf = ({ baskets }: BasketCount, options: BasketOptions): number =>
  baskets === 0 ? options.min_count : leastCount(baskets, options);

/**
 * Finds what is bought together: frequent sets of items and the rules among them; pairs that go together, stand in for one another, and groups.
 *
 * @param lines a select of `basket, customer, item, category`: texts; a line without an item counts nowhere, one without a basket or a customer not
 * among these; an item that a basket has twice counts once
 * @returns the figures; what was found is in `tables.found`, `left`, `foundPair` and `group`
 */
export async function fitBasket(
  engine: Engine,
  lines: Sql,
  options: BasketOptions,
  { asOf }: { readonly asOf: string | null },
): Promise<FittedBasket> {
  const { level, confidence, max_length: maxLength, max_itemsets: maxItemsets } = options;
  const items = await numberItems(engine, lines);
  const counts = {
    basket: await gatherBags(engine, 'basket', options),
    customer: await gatherBags(engine, 'customer', options),
  };
  await engine.drop(tables.line);
  const count = counts[level];
  const least = leastOf(count, options);
  const { sizes, stoppedAt } = await mine(engine, level, { least, maxLength, maxItemsets });
  const frequentItems = sql`select item_no from ${relationName(tables.single[level])} as single where n >= ${least}`;
  const { expected } = await readSizes(engine, level, frequentItems);
  const rules = rulesOf({ baskets: count.baskets, sizes, confidence, expected });
  await fillRules(engine, rules);
  const size = (of: BasketLevel) => ({ all: counts[of].baskets, least: leastOf(counts[of], options) });
  if (level !== 'basket')
    await engine.create(tables.frequentPair.basket, pairsSql('basket', leastOf(counts.basket, options)));
  const input = { basket: size('basket'), customer: size('customer'), maxItemsets };
  const pairs = await relatePairs(engine, input);
  return freezeDeep({
    ...{ options, asOf, level, counts, items, least, stoppedAt, pairs },
    itemsets: sizes.map((sets) => sets.length),
    ...summary(rules),
  });
}

const summary = (rules: readonly Rule[]): Pick<FittedBasket, 'rules' | 'redundant' | 'significant' | 'told'> => ({
  rules: rules.length,
  redundant: rules.filter(({ isRedundant }) => isRedundant).length,
  significant: rules.filter(({ isRedundant, isSignificant }) => isSignificant && !isRedundant).length,
  told: rules.filter(({ isTold }) => isTold).length,
});

const working: readonly string[] = [
  ...[
    tables.item,
    tables.line,
    tables.candidate,
    tables.occurrence(0),
    tables.occurrence(1),
    tables.found,
    tables.left,
  ],
  ...[tables.pair, tables.alike, tables.foundPair, tables.group],
  ...[tables.entry, tables.size, tables.single, tables.frequentPair].flatMap(({ basket, customer }) => [
    basket,
    customer,
  ]),
];

/** Drops what a fit worked with. */
export async function dropWorking(engine: Engine): Promise<void> {
  for (const relation of working) await engine.drop(relation);
}
