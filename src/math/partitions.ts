/** How two partitions of the same rows meet: entry [a][b] counts the rows in cluster a of one and b of the other. */
export type CrossTable = readonly (readonly number[])[];

/** Counts how two lists of cluster numbers (from 0) meet; both name the cluster of the same row at the same index. */
export function crossTable(
  left: ArrayLike<number>,
  right: ArrayLike<number>,
  rows: number,
  columns: number,
): CrossTable {
  const table = Array.from({ length: rows }, () => new Array<number>(columns).fill(0));
  for (let i = 0; i < left.length; i++) table[left[i]!]![right[i]!]! += 1;
  return table;
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

const columnTotals = (table: CrossTable): number[] =>
  (table[0] ?? []).map((_, b) => total(table.map((row) => row[b]!)));

/** Pairs of rows that lie in one cluster: Σ n(n − 1)/2. */
const pairs = (counts: readonly number[]): number => total(counts.map((n) => (n * (n - 1)) / 2));

/**
 * The adjusted Rand index of two partitions (Hubert & Arabie 1985, eq. 5): pairs of rows that both keep together,
 * beyond chance, as a share of the most there could be: (Σ C(n_ab, 2) − E) / (½(Σ C(n_a, 2) + Σ C(n_b, 2)) − E) with E =
 * Σ C(n_a, 2)·Σ C(n_b, 2) / C(n, 2). 1: the same partition; around 0: chance. Where no partition could differ (both of
 * one cluster, or both of single rows) it is 1.
 */
export function adjustedRand(table: CrossTable): number {
  const rows = table.map(total);
  const both = pairs(table.flat());
  const [left, right] = [pairs(rows), pairs(columnTotals(table))];
  const all = pairs([total(rows)]);
  const chance = all === 0 ? 0 : (left * right) / all;
  const most = (left + right) / 2;
  return most === chance ? 1 : (both - chance) / (most - chance);
}

/**
 * How well each cluster of the first partition is found again in the second: its largest Jaccard similarity |A ∩ B| / |A
 * ∪ B| with a cluster there, 0 … 1 (Hennig 2007, section 2). Null for a cluster without rows.
 */
export function recoveredClusters(table: CrossTable): (number | null)[] {
  const columns = columnTotals(table);
  return table.map((row) => {
    const size = total(row);
    return size === 0 ? null : Math.max(...row.map((both, b) => both / (size + columns[b]! - both)));
  });
}
