import { relationName } from '../../sql/relation.ts';
import { double, whole } from '../literal.sql.ts';
import { join, raw, sql, type Sql } from '../../sql/sql.ts';

/** Sums of probabilities, of their squares and of shared hits are counted in steps of 2⁻⁴⁰, so that they are exact in any order. */
export const evaluationSteps = 2 ** 40;

const step = (value: Sql): Sql => sql`cast(round(${value} * ${double(evaluationSteps)}) as hugeint)`;

/** Rows `score` (double) and `hit` (boolean) by score: `n` rows and `hits` among them. Rows without a score are left out. */
export const countedSql = (scored: Sql): Sql =>
  sql`select score, count(*) as n, count(case when hit then 1 end) as hits
    from (${scored}) as scored
    where score is not null
    group by score`;

/** Rows that were counted elsewhere, each score once: `score, n, hits`. */
export const listedSql = (counts: readonly { score: number; rows: number; hits: number }[]): Sql => {
  const rows = counts.map(({ score, rows, hits }) => sql`(${double(score)}, ${whole(rows)}, ${whole(hits)})`);
  return sql`select cast(score as double) as score, cast(n as bigint) as n, cast(hits as bigint) as hits
    from (values ${join(rows)}) as listed (score, n, hits)`;
};

/** Adds to scores, each once, with `n` rows and `hits` among them, how many rows and hits have a higher score. */
export const levelsSql = (counted: Sql): Sql =>
  sql`select score, n, hits,
      sum(n) over higher - n as n_before,
      sum(hits) over higher - hits as hits_before
    from (${counted}) as level
    window higher as (order by score desc rows between unbounded preceding and current row)`;

/** One row: `n`, `hits`; `pairs`: twice the pairs of a hit and a miss in which the hit has the higher score, equal scores as one half; `brier` in steps. */
export const totalsSql = (levels: string): Sql =>
  sql`select cast(sum(n) as bigint) as n, cast(sum(hits) as bigint) as hits,
      coalesce(sum(cast(n - hits as hugeint) * (2 * hits_before + hits)), 0) as pairs,
      coalesce(sum(hits * ${step(sql`(1 - score) * (1 - score)`)}
        + (n - hits) * ${step(sql`score * score`)}), 0) as brier
    from ${relationName(levels)}`;

/** The score from which on the hits and the misses that are taken differ most in their shares; `apart`: that difference times hits times misses. */
export const farthestSql = (levels: string, hits: bigint, misses: bigint): Sql =>
  sql`select score, apart
    from (
      select score, abs(cast(hits_before + hits as hugeint) * ${whole(misses)}
        - cast(n_before + n - hits_before - hits as hugeint) * ${whole(hits)}) as apart
      from ${relationName(levels)}
    ) as taken
    order by apart desc nulls last, score desc nulls last
    limit 1`;

/** The score from which on taking everyone brings most; no row where taking nobody is best. */
export const bestCutSql = (levels: string, benefit: number, cost: number): Sql =>
  sql`select score, taken, found, profit
    from (
      select score, n_before + n as taken, hits_before + hits as found,
        ${double(benefit)} * (hits_before + hits) - ${double(cost)} * (n_before + n) as profit
      from ${relationName(levels)}
    ) as cut
    where profit > 0
    order by profit desc nulls last, score desc nulls last
    limit 1`;

/**
 * The rows from the highest score down in `parts` parts of equal number, the first ones larger by one where it does not come out even: `part` from 1, `n`, `hits` and
 * `expected` (the sum of the scores) in steps, `least` and `most` score. Rows of one score that a border runs through share its hits in proportion.
 */
export const partsSql = (levels: string, n: bigint, parts: number): Sql => {
  const [size, larger] = [n / BigInt(parts), n % BigInt(parts)];
  const border = sql`part * ${whole(size)} + least(part, ${whole(larger)})`;
  return sql`select part,
      cast(sum(shared) as bigint) as n,
      sum(${step(sql`cast(hits as double) * shared / n`)}) as hits,
      sum(shared * ${step(sql`score`)}) as expected,
      min(score) as least, max(score) as most
    from (
      select level.*, cut.part + 1 as part,
        least(n_before + n, cut.till) - greatest(n_before, cut.since) as shared
      from ${relationName(levels)} as level
      join (
        select part, ${border} as since, ${raw('(part + 1)')} * ${whole(size)} + least(part + 1, ${whole(larger)}) as till
        from range(${whole(parts)}) as listed (part)
      ) as cut on cut.since < level.n_before + level.n and cut.till > level.n_before
    ) as shared_level
    group by part
    order by part`;
};
