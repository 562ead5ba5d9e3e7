/** Items by their numbers, ascending. */
export type Items = readonly number[];

/** Items that are bought together, and in how many baskets. */
export interface Itemset {
  readonly items: Items;
  readonly n: number;
}

/** One of a size, with the number that it was counted by. */
export interface CountedSet extends Itemset {
  readonly setNo: number;
}

/** A set that may be frequent: the frequent set that it begins with, and one item more. */
export interface Candidate {
  readonly prefix: CountedSet;
  readonly items: Items;
}

/** A set as the key of a map. */
export const keyOf = (items: Items): string => items.join(',');

/** The set without the item at a place. */
export const without = (items: Items, place: number): Items => items.filter((_, i) => i !== place);

const startsAlike = (a: Items, b: Items): boolean => a.slice(0, -1).every((item, i) => item === b[i]);

/**
 * The sets that may be frequent, one item larger than the given ones, which are frequent and in the order of their numbers: two that differ in
 * their last item alone are joined, and what is left must hold no set that is not frequent (Agrawal & Srikant 1994, apriori-gen).
 *
 * @param most of them
 * @returns null where there are more
 */
export function candidatesOf(frequent: readonly CountedSet[], most: number): Candidate[] | null {
  const known = new Set(frequent.map(({ items }) => keyOf(items)));
  const isKnown = (items: Items): boolean =>
    // The two sets that were joined are known.
    items.slice(0, -2).every((_, place) => known.has(keyOf(without(items, place))));
  const candidates: Candidate[] = [];
  for (const [i, prefix] of frequent.entries()) {
    const { items } = prefix;
    for (let j = i + 1; j < frequent.length && startsAlike(items, frequent[j]!.items); j++) {
      const joined = [...items, frequent[j]!.items.at(-1)!];
      if (!isKnown(joined)) continue;
      if (candidates.length === most) return null;
      candidates.push({ prefix, items: joined });
    }
  }
  return candidates;
}
