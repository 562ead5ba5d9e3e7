import type { Engine } from '../../engine/engine.ts';
import { fisherAbove, fisherBelow } from '../../math/fisher.ts';
import { relationName } from '../../sql/relation.ts';
import { sql } from '../../sql/sql.ts';
import { groupsOf } from './groups.ts';
import { measuresOf, type RuleCounts } from './measures.ts';
import { alikePairsSql, lookedAtSql, pairCountsSql } from './pair.sql.ts';
import { adjustedPs, falseDiscoveryRate, possibleRules } from './significance.ts';
import { readSizes } from './sizes.ts';
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
  /** Together more often than by chance, in baskets of such sizes; together less often. */
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

function tableOf({ baskets, both, left, right }: RuleCounts, expected: number): Table {
  // Of so many baskets alike in size as many would hold both.
  const alike = expected === 0 ? baskets : (left * right) / expected;
  return {
    ...{ baskets, both, left, right },
    above: fisherAbove(alike, left, right, both),
    below: fisherBelow(alike, left, right, both),
  };
}

async function readPairs(engine: Engine, { basket, customer }: PairInput): Promise<Pair[]> {
  const [first, second, ...counts] = await engine.numbers(pairCountsSql);
  const pair = relationName(tables.pair);
  const items = sql`select first_no as item_no from ${pair} as one union select second_no from ${pair} as other`;
  const ofBaskets = await readSizes(engine, 'basket', items);
  const ofCustomers = await readSizes(engine, 'customer', items);
  return Array.from(first!, (item, i): Pair => {
    const [inBoth, inFirst, inSecond, ofBoth, ofFirst, ofSecond] = counts.map((column) => column[i]!);
    return {
      first: item,
      second: second![i]!,
      basket: tableOf(
        { baskets: basket.all, both: inBoth!, left: inFirst!, right: inSecond! },
        ofBaskets.expected([item, second![i]!]),
      ),
      customer: tableOf(
        { baskets: customer.all, both: ofBoth!, left: ofFirst!, right: ofSecond! },
        ofCustomers.expected([item, second![i]!]),
      ),
    };
  });
}

/** 1: complements; −1: substitutes; 0: neither. */
type Kind = 1 | -1 | 0;

/** Whether two items are of one category, and how many such pairs there are. */
export interface Alike {
  readonly pairs: number;
  test(pair: Pair): boolean;
}

/** Adjusts the p of pairs for all that there are; those that were not counted as if their p were 1. */
const adjust = (pairs: readonly Pair[], all: number, pOf: (pair: Pair) => number): number[] =>
  adjustedPs(pairs.map(pOf), all);

/** What a pair is, and by which adjusted p. */
interface Judged {
  readonly kind: Kind;
  /** Together more often in baskets than by chance; of substitutes less often. */
  readonly basketP: number;
  readonly customerP: number;
}

/**
 * Complements are two items that are in one basket more often than by chance. Substitutes are two of one category that the same customers buy more
 * often than by chance, but that are in one basket less often. Chance: Fisher's exact test, one-sided, adjusted for all pairs of items, and
 * where the category matters for all of one category (Benjamini & Hochberg 1995).
 */
export function judgePairs(pairs: readonly Pair[], items: number, alike: Alike): Judged[] {
  const all = possibleRules(2, items) / 2;
  const above = adjust(pairs, all, ({ basket }) => basket.above);
  const below = adjust(pairs, alike.pairs, (pair) => (alike.test(pair) ? pair.basket.below : 1));
  const customers = adjust(pairs, all, ({ customer }) => customer.above);
  return pairs.map((pair, i) => {
    const [apartP, customerP] = [below[i]!, customers[i]!];
    const isApart = alike.test(pair) && apartP <= falseDiscoveryRate && customerP <= falseDiscoveryRate;
    if (isApart) return { kind: -1, basketP: apartP, customerP };
    return { kind: above[i]! <= falseDiscoveryRate ? 1 : 0, basketP: above[i]!, customerP };
  });
}

/** Different items of all baskets that count. */
async function countItems(engine: Engine): Promise<number> {
  const counted = sql`select count(*) as n from ${relationName(tables.single.basket)}`;
  return (await engine.rows(counted, { n: 'integer' }, 1))[0]!.n;
}

async function readAlike(engine: Engine): Promise<Alike> {
  const [items, categories] = await engine.numbers(
    sql`select cast(item_no as double) as item_no, cast(dense_rank() over (order by category) as double) as category
      from ${relationName(tables.item)} where category is not null`,
  );
  const known = new Map(Array.from(items!, (item, i) => [item, categories![i]!]));
  const [counted] = await engine.rows(
    sql`select cast(coalesce(sum(n * (n - 1) / 2), 0) as double) as pairs
      from (
        select count(*) as n from ${relationName(tables.item)} as item
        join ${relationName(tables.single.customer)} as single on single.item_no = item.item_no
        where item.category is not null group by item.category
      ) as category`,
    { pairs: 'number' },
    1,
  );
  const test = ({ first, second }: Pair): boolean => known.has(first) && known.get(first) === known.get(second);
  return { pairs: counted!.pairs, test };
}

/** Makes the table of the pairs to look at; null: more are frequent than may be. */
async function gatherPairs(engine: Engine, { customer, maxItemsets }: PairInput): Promise<{ tooMany: boolean } | null> {
  const frequent = relationName(tables.frequentPair.basket);
  const [counted] = await engine.rows(sql`select count(*) as n from ${frequent}`, { n: 'integer' }, 1);
  if (counted!.n > maxItemsets) return null;
  const { rows } = await engine.create(tables.alike, alikePairsSql(customer.least));
  const tooMany = rows > maxItemsets;
  await engine.create(tables.pair, lookedAtSql(!tooMany));
  return { tooMany };
}

/**
 * Finds the pairs of items that many baskets hold (`tables.frequentPair`), or that many customers buy and that are of one category, and what they are to
 * one another.
 *
 * @returns null where more pairs are frequent than may be
 */
export async function relatePairs(engine: Engine, input: PairInput): Promise<PairSummary | null> {
  const gathered = await gatherPairs(engine, input);
  const pairs = gathered === null ? [] : await readPairs(engine, input);
  const judged = judgePairs(pairs, await countItems(engine), await readAlike(engine));
  await fillColumns(engine, tables.foundPair, pairs, pairColumns(judged));
  const complements = pairs.filter((_, i) => judged[i]!.kind === 1);
  const links = complements.map(({ first, second, basket: table }) => {
    return { first, second, strength: measuresOf(table).yulesQ ?? 0 };
  });
  const groups = groupsOf(links);
  const members = groups.flatMap((group, i) => group.map((item) => ({ group: i + 1, item })));
  await fillColumns(engine, tables.group, members, { group_no: ({ group }) => group, item_no: ({ item }) => item });
  if (gathered === null) return null;
  return {
    ...{ pairs: pairs.length, complements: complements.length, groups: groups.length, ...gathered },
    substitutes: judged.filter(({ kind }) => kind === -1).length,
  };
}

const pairColumns = (judged: readonly Judged[]): Readonly<Record<string, (pair: Pair, place: number) => number>> => ({
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
