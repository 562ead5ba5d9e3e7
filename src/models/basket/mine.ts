import type { Engine } from '../../engine/engine.ts';
import { relationName } from '../../sql/relation.ts';
import { sql } from '../../sql/sql.ts';
import { candidatesOf, type Candidate, type CountedSet, type Itemset } from './candidates.ts';
import { occurrenceCountsSql, occurrencesSql, pairOccurrencesSql, pairsSql, singlesSql } from './count.sql.ts';
import type { BasketLevel } from './options.ts';
import { fillColumns } from './store.ts';
import { tables } from './tables.ts';

/** What is looked for: sets in so many baskets or more, of so many items at most, and so many sets of one size at most. */
export interface MiningLimits {
  readonly least: number;
  readonly maxLength: number;
  readonly maxItemsets: number;
}

/** Frequent sets, by size: those of one item first. */
export interface Mined {
  readonly sizes: readonly (readonly Itemset[])[];
  /** The size that was not counted, since there are more sets of it than may be; null: all were. */
  readonly stoppedAt: number | null;
}

async function readSingles(engine: Engine, level: BasketLevel, least: number): Promise<Itemset[]> {
  const [items, counts] = await engine.numbers(singlesSql(level, least));
  return Array.from(items!, (item, i) => ({ items: [item], n: counts![i]! }));
}

async function readPairs(engine: Engine, level: BasketLevel, limits: MiningLimits): Promise<CountedSet[] | null> {
  const { rows } = await engine.create(tables.frequentPair[level], pairsSql(level, limits.least));
  if (rows > limits.maxItemsets) return null;
  const [first, second, n] = await engine.numbers(
    sql`select first_no, second_no, n from ${relationName(tables.frequentPair[level])} order by first_no, second_no`,
  );
  return Array.from(n!, (count, i) => ({ items: [first![i]!, second![i]!], n: count, setNo: i }));
}

async function fillCandidates(
  engine: Engine,
  rows: readonly (readonly [setNo: number, prefix: number, item: number])[],
): Promise<void> {
  await fillColumns(engine, tables.candidate, rows, {
    set_no: ([setNo]) => setNo,
    prefix_no: ([, prefix]) => prefix,
    item_no: ([, , item]) => item,
  });
}

/** Counts candidates by the occurrences of the sets that they begin with. */
async function count(
  engine: Engine,
  level: BasketLevel,
  candidates: readonly Candidate[],
  least: number,
): Promise<CountedSet[]> {
  const size = candidates[0]!.items.length;
  const prefixes = [...new Set(candidates.map(({ prefix }) => prefix))];
  if (size === 3) {
    await fillCandidates(
      engine,
      prefixes.map(({ setNo, items }) => [setNo, items[0]!, items[1]!]),
    );
    await engine.create(tables.occurrence(2), pairOccurrencesSql(level));
  }
  await fillCandidates(
    engine,
    candidates.map(({ prefix, items }, setNo) => [setNo, prefix.setNo, items.at(-1)!]),
  );
  await engine.create(tables.occurrence(size), occurrencesSql(level, size));
  const [sets, counts] = await engine.numbers(occurrenceCountsSql(size, least));
  return Array.from(sets!, (setNo, i) => ({ items: candidates[setNo]!.items, n: counts![i]!, setNo }));
}

/**
 * Finds all sets of items that are in `least` baskets or more, size by size: a set can be frequent only where all its parts are (Agrawal & Srikant
 * 1994). Counts are made in the engine, from the occurrences of the sets one item smaller; candidates are bounded by `maxItemsets`, and where there
 * are more of a size, that size and larger ones are left out. The pairs stay in `tables.frequentPair`.
 */
export async function mine(engine: Engine, level: BasketLevel, limits: MiningLimits): Promise<Mined> {
  const singles = await readSingles(engine, level, limits.least);
  const pairs = await readPairs(engine, level, limits);
  if (pairs === null) return { sizes: [singles], stoppedAt: 2 };
  const sizes: (readonly Itemset[])[] = [singles, pairs];
  let last = pairs;
  let stoppedAt: number | null = null;
  while (sizes.length < limits.maxLength) {
    const candidates = candidatesOf(last, limits.maxItemsets);
    if (candidates === null) stoppedAt = sizes.length + 1;
    if (candidates === null || candidates.length === 0) break;
    last = await count(engine, level, candidates, limits.least);
    if (last.length === 0) break;
    sizes.push(last);
  }
  return { sizes: sizes.filter((sets) => sets.length > 0), stoppedAt };
}
