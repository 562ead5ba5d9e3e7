import type { Engine } from '../../engine/engine.ts';
import { relationName } from '../../sql/relation.ts';
import { sql, type Sql } from '../../sql/sql.ts';
import type { Items } from './candidates.ts';
import type { BasketLevel } from './options.ts';
import { tables } from './tables.ts';

/** How many baskets would hold some items by chance alone. */
export interface Sizes {
  /**
   * Baskets that would hold all of the items if these had nothing to do with each other but that large baskets hold more of everything: within baskets of one size class each
   * item is drawn by its share of them, and none twice: Σ N·Π(n/N)·Π(1 − t/m), t = 1 … items − 1, m goods a basket (strata of Mantel & Haenszel 1959).
   */
  readonly expected: (items: Items) => number;
}

interface SizeClass {
  readonly baskets: number;
  readonly meanSize: number;
}

function expectedIn({ baskets, meanSize }: SizeClass, counts: readonly number[]): number {
  return counts.reduce((left, n, t) => left * (n / baskets) * Math.max(0, 1 - t / meanSize), baskets);
}

/** Reads how often items are in baskets of which size. `items`: a select of `item_no`, each once. */
export async function readSizes(engine: Engine, level: BasketLevel, items: Sql): Promise<Sizes> {
  const size = relationName(tables.size[level]);
  const [baskets, held] = await engine.numbers(
    sql`select cast(baskets as double) as baskets, cast(held as double) as held from ${size} as size order by size_class`,
  );
  const classes = Array.from(baskets!, (n, i): SizeClass => ({ baskets: n, meanSize: held![i]! / n }));
  const [item, place, n] = await engine.numbers(
    sql`with placed as (select size_class, row_number() over (order by size_class) - 1 as place from ${size} as size)
      select cast(entry.item_no as double) as item_no, cast(placed.place as double) as place, cast(sum(entry.weight) as double) as n
      from ${relationName(tables.entry[level])} as entry
      join placed on placed.size_class = entry.size_class
      where entry.item_no in (select item_no from (${items}) as listed)
      group by entry.item_no, placed.place`,
  );
  const counts = new Map<number, number[]>();
  for (const [i, itemNo] of item!.entries()) {
    const own = counts.get(itemNo) ?? new Array<number>(classes.length).fill(0);
    own[place![i]!] = n![i]!;
    counts.set(itemNo, own);
  }
  return {
    expected: (wanted) => {
      const rows = wanted.map((one) => counts.get(one));
      return classes.reduce(
        (sum, one, i) =>
          sum +
          expectedIn(
            one,
            rows.map((row) => row?.[i] ?? 0),
          ),
        0,
      );
    },
  };
}
