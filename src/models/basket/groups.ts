/** Two items, and how much they go together: 1 always, 0 not more than by chance. */
export interface Link {
  readonly first: number;
  readonly second: number;
  readonly strength: number;
}

/** From this mean strength on, groups are one. */
export const leastStrength = 0.75;

/** So many links are looked at, the strongest. */
const mostLinks = 5000;

type Links = Map<number, Map<number, number>>;

function linksOf(links: readonly Link[]): Links {
  const sums: Links = new Map();
  const add = (from: number, to: number, strength: number): void => {
    const row = sums.get(from) ?? new Map<number, number>();
    sums.set(from, row.set(to, strength));
  };
  for (const { first, second, strength } of links) {
    add(first, second, strength);
    add(second, first, strength);
  }
  return sums;
}

/**
 * Groups of items that go together, by average linkage (Sokal & Michener 1958): each item is a group; the two groups with the largest mean strength
 * over all pairs of one item each, 0 for pairs without a link, become one, until no mean is `leastStrength` or more. Of equal ones, those with the smallest
 * item numbers.
 *
 * @returns the groups of two items and more, each by item number; largest first, then by their smallest item
 */
export function groupsOf(all: readonly Link[]): number[][] {
  const strongest = all
    .toSorted((a, b) => b.strength - a.strength || a.first - b.first || a.second - b.second)
    .slice(0, mostLinks);
  const sums = linksOf(strongest);
  const groups = new Map([...sums.keys()].sort((a, b) => a - b).map((item): [number, number[]] => [item, [item]]));
  for (let next = nearest(sums, groups); next !== null; next = nearest(sums, groups)) merge(sums, groups, next);
  return [...groups.values()]
    .filter((items) => items.length > 1)
    .map((items) => items.sort((a, b) => a - b))
    .sort((a, b) => b.length - a.length || a[0]! - b[0]!);
}

/** The two groups to be one next, by their smallest items; null: none are near enough. */
function nearest(sums: Links, groups: ReadonlyMap<number, readonly number[]>): [number, number] | null {
  let best: [number, number] = [Infinity, Infinity];
  let largest = leastStrength;
  for (const [a, items] of groups)
    for (const [b, sum] of sums.get(a)!) {
      if (b < a) continue;
      const mean = sum / (items.length * groups.get(b)!.length);
      const isFirst = a < best[0] || (a === best[0] && b < best[1]);
      if (mean < largest || (mean === largest && !isFirst)) continue;
      best = [a, b];
      largest = mean;
    }
  return best[0] === Infinity ? null : best;
}

/** Makes one group of two, under the smaller item. */
function merge(sums: Links, groups: Map<number, number[]>, [kept, gone]: [number, number]): void {
  groups.get(kept)!.push(...groups.get(gone)!);
  groups.delete(gone);
  const [own, other] = [sums.get(kept)!, sums.get(gone)!];
  sums.delete(gone);
  own.delete(gone);
  other.delete(kept);
  for (const [neighbour, sum] of other) {
    const row = sums.get(neighbour)!;
    row.delete(gone);
    const total = (own.get(neighbour) ?? 0) + sum;
    own.set(neighbour, total);
    row.set(kept, total);
  }
}
