import type { Engine } from '../../engine/engine.ts';
import { fisherAbove, fisherBelow } from '../../math/fisher.ts';
import { relationName } from '../../sql/relation.ts';
import { sql } from '../../sql/sql.ts';
import { groupsOf } from './groups.ts';
import { measuresOf, type RuleCounts } from './measures.ts';
import { alikePairsSql, pairCountsSql } from './pair.sql.ts';
import { adjustedPs, falseDiscoveryRate, possibleRules } from './significance.ts';
import { fillColumns } from './store.ts';
import { tables } from './tables.ts';

/** Baskets or customers: how many there are, and the least that two items must be of. */
export interface LevelSize {
  readonly all: number;
  readonly least: number;
}

/** What pairs are made from. */
export interface PairInput {
  readonly basket: LevelSize;
  readonly customer: LevelSize;
  readonly maxItemsets: number;
}

/** How many pairs of each kind there are. */
export interface PairSummary {
  readonly pairs: number;
  readonly complements: number;
  readonly substitutes: number;
  readonly groups: number;
  /** Pairs of one category that the same customers buy are too many to be looked at: there are no substitutes. */
  readonly tooMany: boolean;
}

/** The items of a pair in one kind of basket, or of customers. */
interface Table extends RuleCounts {
  /** Together more often than by chance; together less often. */
  readonly above: number;
  readonly below: number;
}

/** A pair, what its items are to one another, and by which figures. */
export interface Pair {
  readonly first: number;
  readonly second: number;
  readonly basket: Table;
  readonly customer: Table;
}

const tableOf = (baskets: number, both: number, left: number, right: number): Table => ({
  ...{ baskets, both, left, right },
  above: fisherAbove(baskets, left, right, both),
  below: fisherBelow(baskets, left, right, both),
});

async function readPairs(engine: Engine, { basket, customer }: PairInput): Promise<Pair[]> {
  const [first, second, ...counts] = await engine.numbers(pairCountsSql);
  return Array.from(first!, (item, i): Pair => {
    const [inBoth, inFirst, inSecond, ofBoth, ofFirst, ofSecond] = counts.map((column) => column[i]!);
    return {
      first: item,
      second: second![i]!,
      basket: tableOf(basket.all, inBoth!, inFirst!, inSecond!),
      customer: tableOf(customer.all, ofBoth!, ofFirst!, ofSecond!),
    };
  });
}

/** 1: complements; −1: substitutes; 0: neither. */
type Kind = 1 | -1 | 0;

/** Adjusts for all pairs of items that there are; those that were not counted as if their p were 1. */
const adjust = (pairs: readonly Pair[], items: number, pOf: (pair: Pair) => number): number[] =>
  adjustedPs(pairs.map(pOf), possibleRules(2, items) / 2);

/**
 * Complements are two items that are in one basket more often than by chance. Substitutes are two of one category that the same customers buy more
 * often than by chance, but that are in one basket less often. Chance: Fisher's exact test, one-sided, adjusted for all pairs of items (Benjamini &
 * Hochberg 1995).
 */
export function judgePairs(
  pairs: readonly Pair[],
  items: number,
  isAlike: (pair: Pair) => boolean,
): { kind: Kind; basketP: number; customerP: number }[] {
  const above = adjust(pairs, items, ({ basket }) => basket.above);
  const below = adjust(pairs, items, ({ basket }) => basket.below);
  const customers = adjust(pairs, items, ({ customer }) => customer.above);
  return pairs.map((pair, i) => {
    const customerP = customers[i]!;
    const isApart = below[i]! <= falseDiscoveryRate && customerP <= falseDiscoveryRate && isAlike(pair);
    const kind = above[i]! <= falseDiscoveryRate ? 1 : isApart ? -1 : 0;
    return { kind, basketP: Math.min(above[i]!, below[i]!), customerP };
  });
}

/** The categories of items, as numbers. */
async function readCategories(engine: Engine): Promise<Map<number, number>> {
  const [items, categories] = await engine.numbers(
    sql`select cast(item_no as double) as item_no, cast(dense_rank() over (order by category) as double) as category
      from ${relationName(tables.item)} where category is not null`,
  );
  return new Map(Array.from(items!, (item, i) => [item, categories![i]!]));
}

/** Makes the table of the pairs to look at; null: more are frequent than may be. */
async function gatherPairs(engine: Engine, { customer, maxItemsets }: PairInput): Promise<{ tooMany: boolean } | null> {
  const frequent = relationName(tables.frequentPair.basket);
  const [counted] = await engine.rows(sql`select count(*) as n from ${frequent}`, { n: 'integer' }, 1);
  if (counted!.n > maxItemsets) return null;
  const { rows } = await engine.create(tables.alike, alikePairsSql(customer.least));
  const tooMany = rows > maxItemsets;
  await engine.create(
    tables.pair,
    sql`select first_no, second_no from ${frequent}
      union select first_no, second_no from ${relationName(tables.alike)} where ${!tooMany}`,
  );
  return { tooMany };
}

/**
 * Finds the pairs of items that many baskets hold (`tables.frequentPair`), or that many customers buy and that are of one category, and what they are to
 * one another.
 *
 * @param items different ones that there are
 * @returns null where more pairs are frequent than may be
 */
export async function relatePairs(engine: Engine, items: number, input: PairInput): Promise<PairSummary | null> {
  const gathered = await gatherPairs(engine, input);
  if (gathered === null) return null;
  const pairs = await readPairs(engine, input);
  const categories = await readCategories(engine);
  const judged = judgePairs(pairs, items, ({ first, second }) => {
    const category = categories.get(first);
    return category !== undefined && category === categories.get(second);
  });
  await fillColumns(engine, tables.foundPair, pairs, pairColumns(judged));
  const complements = pairs.filter((_, i) => judged[i]!.kind === 1);
  const links = complements.map(({ first, second, basket: table }) => {
    return { first, second, strength: measuresOf(table).yulesQ ?? 0 };
  });
  const groups = groupsOf(links);
  const members = groups.flatMap((group, i) => group.map((item) => ({ group: i + 1, item })));
  await fillColumns(engine, tables.group, members, { group_no: ({ group }) => group, item_no: ({ item }) => item });
  return {
    ...{ pairs: pairs.length, complements: complements.length, groups: groups.length, ...gathered },
    substitutes: judged.filter(({ kind }) => kind === -1).length,
  };
}

const pairColumns = (
  judged: ReturnType<typeof judgePairs>,
): Readonly<Record<string, (pair: Pair, place: number) => number>> => ({
  first_no: ({ first }) => first,
  second_no: ({ second }) => second,
  relation: (_, i) => judged[i]!.kind,
  both_baskets: ({ basket }) => basket.both,
  first_baskets: ({ basket }) => basket.left,
  second_baskets: ({ basket }) => basket.right,
  all_baskets: ({ basket }) => basket.baskets,
  lift: ({ basket }) => measuresOf(basket).lift,
  yules_q: ({ basket }) => measuresOf(basket).yulesQ ?? NaN,
  adjusted_p: (_, i) => judged[i]!.basketP,
  both_customers: ({ customer }) => customer.both,
  first_customers: ({ customer }) => customer.left,
  second_customers: ({ customer }) => customer.right,
  all_customers: ({ customer }) => customer.baskets,
  customer_yules_q: ({ customer }) => measuresOf(customer).yulesQ ?? NaN,
  customer_adjusted_p: (_, i) => judged[i]!.customerP,
});
