import { dot } from '../../math/linear-algebra.ts';
import { join, raw, sql, type Sql } from '../../sql/sql.ts';
import { double, names, whole } from '../literal.sql.ts';
import { standardisedSql } from '../rule.sql.ts';
import type { Classifier, Whitening } from './classifier.ts';
import { distancesSql, impossible } from './classifier.sql.ts';

/** What there is to leave one out of. */
export interface LeftOut {
  readonly classifier: Classifier;
  /** By class of the analysis: the number that stands for it in the rows, and how many rows it has. */
  readonly numbers: readonly number[];
  readonly sizes: readonly number[];
}

/** A covariance that keeps less than this share of its determinant without a row is singular without it. */
const least = 1e-9;

/**
 * Adds to rows of a matrix with `class` the squared distances to the classes, `d1 … dg`, and `left`: the share of the
 * determinant of the covariance that tells the row's own class that stays when the row is left out, |A − dd′n/(n −
 * 1)|/|A| (matrix determinant lemma); 0 where the row has no one else in its class, or too few for a covariance.
 */
function leverageSql(rows: Sql, { classifier, numbers, sizes }: LeftOut, keep: readonly string[]): Sql {
  const { rule, whitenings, quadratic } = classifier;
  const p = rule.columns.length;
  const within = sizes.reduce((sum, size) => sum + size, 0) - sizes.length;
  const shares = sizes.map((n, c) => {
    const enough = quadratic ? n - 2 >= p && n > 2 : n > 1 && within > 1;
    const share = n / ((n - 1) * (quadratic ? n - 1 : within));
    return sql`when ${whole(numbers[c]!)} then ${enough ? sql`1 - ${raw(`d${c + 1}`)} * ${double(share)}` : sql`0`}`;
  });
  return sql`select *, case class ${join(shares, ' ')} else 1 end as leverage_left
    from (${distancesSql(standardisedSql(rows, rule, keep), whitenings, keep)}) as distance_row`;
}

/** −2 ln density of its own class for a row that was left out, up to constants; `d` and what is left of the determinant. */
function ownSql(d: Sql, n: number, p: number, within: number, quadratic: boolean): Sql {
  const scale = (n / (n - 1)) ** 2;
  if (!quadratic) return sql`${d} * ${double((scale * (within - 1)) / within)} / leverage_left`;
  const determinant = sql`${double(p * Math.log((n - 1) / (n - 2)))} + ln(greatest(leverage_left, ${double(least)}))`;
  return sql`${d} * ${double((scale * (n - 2)) / (n - 1))} / leverage_left + ${determinant}`;
}

/**
 * Rows of a matrix with `class`, each with the cost of each class, `c1 … cg`, by the analysis of all others: exactly, but
 * without a fit for each. Leaving out row x of class k with n rows, d = x − m_k, A the scatter of its covariance (of all
 * classes, or its own), changes A to A − dd′n/(n − 1), whose inverse Sherman & Morrison (1950) give; so all distances
 * follow from those of the full analysis (Lachenbruch & Mickey 1968). Priors and predictors stay. A row without which its
 * covariance is singular, or its class empty, is not put into its own class; of the others it keeps the distances.
 */
export function leftOutSql(rows: Sql, leftOut: LeftOut, keep: readonly string[]): Sql {
  const { classifier, numbers, sizes } = leftOut;
  const { rule, whitenings, constants, quadratic } = classifier;
  const p = rule.columns.length;
  const g = sizes.length;
  const within = sizes.reduce((sum, size) => sum + size, 0) - g;
  const d = (c: number): Sql => raw(`d${c + 1}`);
  /** D² of class `c` without a row of class `k`, which has a cosine of its own with both means. */
  const other = (c: number, k: number): Sql => {
    const product = sql`(${d(c)} + ${d(k)} - ${double(apart(whitenings[0]!, c, k))}) / 2`;
    const n = sizes[k]!;
    const factor = double((within - 1) / within);
    const inflation = double(n / ((n - 1) * within));
    return sql`${factor} * (${d(c)} + ${product} * ${product} * ${inflation} / leverage_left)`;
  };
  const costs = sizes.map((size, c) => {
    const cases = sizes.map((n, k) => {
      const when = sql`when ${whole(numbers[k]!)} then`;
      if (k !== c) return quadratic || n === 1 ? sql`${when} ${d(c)}` : sql`${when} ${other(c, k)}`;
      return size === 1 || (quadratic && size === 2)
        ? sql`${when} 0`
        : sql`${when} ${ownSql(d(c), size, p, within, quadratic)}`;
    });
    const singular = sql`case when class = ${whole(numbers[c]!)} then ${double(2 * impossible)} else ${d(c)} end`;
    const distance = sql`case when leverage_left < ${double(least)} then ${singular} else case class ${join(cases, ' ')} else ${d(c)} end end`;
    return sql`${distance} / 2 + ${double(constants[c]!)} as ${raw(`c${c + 1}`)}`;
  });
  return sql`select ${join([names(keep), sql`leverage_left < ${double(least)} as alone`, ...costs])}
    from (${leverageSql(rows, leftOut, [...keep])}) as leverage_row`;
}

/** The squared distance between the means of two classes. */
function apart({ centres }: Whitening, a: number, b: number): number {
  const difference = centres[a]!.centre.map((value, i) => value - centres[b]!.centre[i]!);
  return dot(difference, difference);
}
