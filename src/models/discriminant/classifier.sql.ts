import { join, raw, sql, type Sql } from '../../sql/sql.ts';
import { double, names, numbered, sumOf } from '../literal.sql.ts';
import { costsSql, standardisedSql } from '../rule.sql.ts';
import type { Classifier, Whitening } from './classifier.ts';

/** A cost of what cannot be: larger than any other, smaller than the mark of what is no longer asked. */
export const impossible = 1e301;

/**
 * Adds to standardised rows `z1 … zp` the squared Mahalanobis distances to the classes, `d1 … dg`: finite, as
 * points are drawn in. Terms are added in
 * the order of the columns, so that a row has the same bits wherever it is computed.
 */
export function distancesSql(standardised: Sql, whitenings: readonly Whitening[], keep: readonly string[]): Sql {
  const y = (w: number, i: number): Sql => raw(`y${w + 1}_${i + 1}`);
  // A centre alone is taken off at once.
  const whitened = whitenings.flatMap(({ factor, centres }, w) =>
    factor.map((row, i) => {
      const terms = row.slice(0, i + 1).map((value, j) => sql`${raw(`z${j + 1}`)} * ${double(value)}`);
      const centre = centres.length === 1 ? [double(-centres[0]!.centre[i]!)] : [];
      return sql`${sumOf([...terms, ...centre])} as ${y(w, i)}`;
    }),
  );
  const distances = whitenings.flatMap(({ centres }, w) =>
    centres.map(({ class: number, centre }) => {
      const apart = centre.map((value, i) => (centres.length === 1 ? y(w, i) : sql`(${y(w, i)} - ${double(value)})`));
      const squares = apart.map((difference) => sql`${difference} * ${difference}`);
      return { number, squared: squares.length === 0 ? double(0) : sumOf(squares) };
    }),
  );
  const ordered = distances
    .sort((left, right) => left.number - right.number)
    .map(({ number, squared }) => sql`${squared} as ${raw(`d${number + 1}`)}`);
  return sql`select ${join([names(keep), ...ordered])}
    from (select ${join([names(keep), ...whitened])} from (${standardised}) as standardised_row) as whitened_row`;
}

/** The columns that `weighedSql` adds besides the costs. */
export const weighedColumns = ({ rule, quadratic }: Classifier): string[] => [
  ...numbered('z', rule.columns.length),
  ...(quadratic ? numbered('d', rule.costs.length) : []),
];

/**
 * Rows of a matrix with the cost of each class, `c1 … cg`: less the logarithm of its prior times its density, up to what
 * all classes share. Also their standardised values `z1 … zp`, and `d1 … dg` where the costs are made of them.
 */
export function weighedSql(rows: Sql, classifier: Classifier, keep: readonly string[]): Sql {
  const { rule, whitenings, constants, quadratic } = classifier;
  const z = [...keep, ...numbered('z', rule.columns.length)];
  const values = standardisedSql(rows, rule, keep);
  if (!quadratic) return costsSql(values, rule, z);
  const costs = constants.map(
    (constant, c) => sql`${raw(`d${c + 1}`)} / 2 + ${double(constant)} as ${raw(`c${c + 1}`)}`,
  );
  return sql`select *, ${join(costs)} from (${distancesSql(values, whitenings, z)}) as distance_row`;
}
