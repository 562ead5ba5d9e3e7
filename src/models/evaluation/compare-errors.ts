import type { Engine } from '../../engine/engine.ts';
import { chiSquareTail } from '../../math/distributions.ts';
import { aboutMean, ratio } from '../../math/exact.ts';
import { sql, type Sql } from '../../sql/sql.ts';
import { double } from '../literal.sql.ts';

/** How the squared errors of two forecasts of the same rows differ. */
export interface ErrorDifference {
  /** Brier score of the first less that of the second: below 0 the first is better. */
  readonly difference: number;
  readonly error: number;
  /** Two-sided: that chance alone makes them differ as much. */
  readonly p: number;
}

/** Differences are counted in steps of 2⁻³⁰, so that their sums are exact in any order. */
const steps = 2 ** 30;

/**
 * Compares the Brier scores of two forecasts by the mean of the paired differences of squared errors, and its error by their own variance (Diebold &
 * Mariano 1995, without lags).
 *
 * @param forecast `first`, `second` (probabilities of a hit) and `hit` (boolean), two rows or more
 */
export async function compareErrors(engine: Engine, forecast: Sql): Promise<ErrorDifference> {
  const came = sql`case when hit then cast(1 as double) else 0 end`;
  const squared = (score: Sql): Sql => sql`(${score} - ${came}) * (${score} - ${came})`;
  const [row] = await engine.rows(
    sql`select count(*) as n, cast(sum(apart) as hugeint) as sum, sum(apart * apart) as squares
      from (
        select cast(round((${squared(sql`first`)} - ${squared(sql`second`)}) * ${double(steps)}) as hugeint) as apart
        from (${forecast}) as forecast
      ) as compared`,
    { n: 'bigint', sum: 'bigint', squares: 'bigint' },
    1,
  );
  const { n, sum, squares } = row!;
  const difference = ratio(sum, n * BigInt(steps));
  const error = Math.sqrt(ratio(aboutMean(n, squares, sum), n * n * (n - 1n) * BigInt(steps) ** 2n));
  return { difference, error, p: difference === 0 ? 1 : chiSquareTail((difference / error) ** 2, 1) };
}
