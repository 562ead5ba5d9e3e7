import { join, raw, sql, type Sql } from '../../sql/sql.ts';
import { double, numbered, sumOf, whole } from '../literal.sql.ts';
import { costsSql, standardisedSql } from '../rule.sql.ts';
import type { Classifier } from './classifier.ts';
import { distancesSql, impossible } from './classifier.sql.ts';

/** A posterior probability below e to this counts as that much: one row alone does not decide. */
const leastLogarithm = -700;

/** Logarithms of posteriors are added in steps of this size, as whole numbers, so in any order. */
export const logarithmStep = 1e-9;

/** Rows of a matrix with `class` and what every class costs by each classifier, `c1 … c(m·g)`. */
function allCostsSql(rows: Sql, classifiers: readonly Classifier[], g: number): Sql {
  const { rule } = classifiers[0]!;
  const standardised = standardisedSql(rows, rule, ['class']);
  if (!classifiers.some(({ quadratic }) => quadratic))
    return costsSql(standardised, { ...rule, costs: classifiers.flatMap((one) => one.rule.costs) }, ['class']);
  const whitenings = classifiers.flatMap((one, m) =>
    one.whitenings.map(({ factor, centres }) => ({
      factor,
      centres: centres.map(({ class: number, centre }) => ({ class: m * g + number, centre })),
    })),
  );
  const costs = classifiers
    .flatMap(({ constants }) => constants)
    .map((constant, i) => sql`${raw(`d${i + 1}`)} / 2 + ${double(constant)} as ${raw(`c${i + 1}`)}`);
  return sql`select class, ${join(costs)} from (${distancesSql(standardised, whitenings, ['class'])}) as distance_row`;
}

/**
 * One row about rows of a matrix with `class`, each of several classifiers of the same predictors at once:
 * how many rows it puts into their own class, `h1 … hm`, and the sum of the logarithms of the posterior probabilities
 * of the own class, `l1 … lm`, in steps of 10⁻⁹. `numbers` are what stands for the classes in the rows.
 */
export function contestSql(rows: Sql, classifiers: readonly Classifier[], numbers: readonly number[]): Sql {
  const g = numbers.length;
  const cost = (m: number, c: number): string => `c${m * g + c + 1}`;
  const all = classifiers.map((_, m) => numbers.map((_, c) => raw(cost(m, c))));
  const least = all.map((mine, m) => sql`least(${join(mine)}) as ${raw(`m${m + 1}`)}`);
  const own = all.map(
    (mine, m) =>
      sql`case class ${join(
        mine.map((one, c) => sql`when ${whole(numbers[c]!)} then ${one}`),
        ' ',
      )} else ${double(impossible)} end as ${raw(`o${m + 1}`)}`,
  );
  const given = all.map(
    (mine, m) =>
      sql`case ${join(
        mine.map((one, c) => sql`when ${one} = ${raw(`m${m + 1}`)} then ${whole(numbers[c]!)}`),
        ' ',
      )} end as ${raw(`g${m + 1}`)}`,
  );
  const logarithms = all.map((mine, m) => {
    const odds = sumOf(mine.map((one) => sql`exp(${raw(`m${m + 1}`)} - ${one})`));
    return sql`greatest(${raw(`m${m + 1}`)} - ${raw(`o${m + 1}`)} - ln(${odds}), ${double(leastLogarithm)}) as ${raw(`p${m + 1}`)}`;
  });
  const totals = numbered('h', classifiers.length).flatMap((hits, m) => [
    sql`count(case when ${raw(`g${m + 1}`)} = class then 1 end) as ${raw(hits)}`,
    sql`coalesce(sum(cast(round(${raw(`p${m + 1}`)} / ${double(logarithmStep)}) as bigint)), 0) as ${raw(`l${m + 1}`)}`,
  ]);
  return sql`select ${join(totals)}
    from (
      select class, ${join([...given, ...logarithms])}
      from (select *, ${join([...least, ...own])} from (${allCostsSql(rows, classifiers, g)}) as cost_row) as measured
    ) as judged`;
}
