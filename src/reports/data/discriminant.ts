/** A linear discriminant analysis as the report shows it. */
export interface Discriminant {
  readonly customers: number;
  readonly wilks: {
    readonly lambda: number;
    readonly f: number;
    readonly df1: number;
    readonly df2: number;
    readonly p: number;
  };
  readonly functions: readonly CanonicalFunction[];
  /** Correlation of each attribute with each function within segments. */
  readonly structure: readonly { readonly predictor: string; readonly loadings: readonly number[] }[];
  readonly centroids: readonly { readonly segment: string; readonly scores: readonly number[] }[];
  readonly hitRatio: number;
  readonly chance: number;
}

export interface CanonicalFunction {
  readonly eigenvalue: number;
  /** Of the sum of eigenvalues. */
  readonly share: number;
  readonly correlation: number;
  /** Of this function and all after it. */
  readonly wilks: number;
  readonly p: number;
}

import type { Engine } from '../../engine/engine.ts';
export async function readDiscriminant(engine: Engine): Promise<Discriminant | null> {
  const { sql } = await import('../../sql/sql.ts');
  const [row] = await engine.rows(
    sql`select fitted from models.fitted where model = 'discriminant' order by name limit 1`,
    { fitted: 'json' },
    1,
  );
  return row === undefined ? null : (row.fitted as Discriminant);
}
