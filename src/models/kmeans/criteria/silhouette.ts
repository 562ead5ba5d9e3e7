import type { Engine } from '../../../engine/engine.ts';
import { ratio } from '../../../math/exact.ts';
import type { Space } from '../space.ts';
import { silhouetteSql, silhouetteSteps } from './silhouette.sql.ts';
import { distanceSteps } from './steps.ts';

/** The silhouette of a labelling, −1 … 1. */
export interface Silhouette {
  /** Over all rows. */
  readonly mean: number;
  /** By cluster, in the order of their numbers; one without rows has none. */
  readonly clusters: readonly { readonly place: number; readonly rows: number; readonly mean: number }[];
}

/** A table to be judged: `member`, `u1 … up`, and the clusters by each labelling, from 1, in columns. */
export interface Labelled {
  readonly table: string;
  readonly space: Space;
  /** The columns of the labellings, and into how many clusters at most each divides. */
  readonly labels: readonly { readonly column: string; readonly k: number }[];
  /** Mean squared distance of the rows from their mean, for the size of the steps distances are counted in. */
  readonly meanSquare: number;
}

/**
 * Silhouettes (Rousseeuw 1987) of labellings of one table: for a row, a is its mean distance to the others of its
 * cluster, b the least mean distance to those of another one; s = (b − a)/max(a, b). A row alone in its cluster has 0,
 * and so has one with a = b = 0 (scikit-learn's rules). All pairs are taken, in SQL, so the table should be a sample:
 * 4,096 rows make 17 million distances. Only sums by cluster are read.
 */
export async function readSilhouettes(
  engine: Engine,
  { table, space, labels, meanSquare }: Labelled,
): Promise<Silhouette[]> {
  const columns = labels.map(({ column }) => column);
  const query = silhouetteSql(table, space, columns, distanceSteps(meanSquare));
  const shape = { label: 'text', place: 'integer', n: 'bigint', total: 'bigint' } as const;
  const rows = await engine.rows(
    query,
    shape,
    labels.reduce((sum, { k }) => sum + k, 0),
  );
  const mean = (total: bigint, n: bigint): number => (n === 0n ? 0 : ratio(total, n) / silhouetteSteps);
  return columns.map((column) => {
    const own = rows.filter((row) => row.label === column);
    const all = own.reduce((sum, row) => ({ n: sum.n + row.n, total: sum.total + row.total }), { n: 0n, total: 0n });
    return {
      mean: mean(all.total, all.n),
      clusters: own.map(({ place, n, total }) => ({ place, rows: Number(n), mean: mean(total, n) })),
    };
  });
}
