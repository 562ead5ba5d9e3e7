import { tabulate, type Rows } from './linear-algebra.ts';

/**
 * The symmetric sweep operator (Beaton 1964; Goodnight 1979) on row and column k: what is left of the matrix when
 * variable k is accounted for. Of a swept k the diagonal is −1/pivot, its row the coefficients on k; of the others it is
 * the variance that k leaves unexplained. Sweeping k again takes it back.
 */
export function sweep(rows: Rows, k: number): number[][] {
  const row = rows[k]!;
  const pivot = row[k]!;
  const size = Math.abs(pivot);
  return tabulate(rows.length, rows.length, (i, j) => {
    if (i === k) return j === k ? -1 / pivot : row[j]! / size;
    return j === k ? row[i]! / size : rows[i]![j]! - (row[i]! * row[j]!) / pivot;
  });
}
