import { sql } from '../../sql/sql.ts';
import { classNumberSql } from '../classes.sql.ts';
import { labelledSql } from '../labelled.sql.ts';
import { names, numbered, whole } from '../literal.sql.ts';
import type { Inputs } from '../reuse.ts';
import type { LearntDiscriminant } from './fitted.ts';

/** What a discriminant analysis is fitted to: its predictors and the class of the customers who have one. */
export function discriminantInputs({ matrix, source, classes }: LearntDiscriminant): Inputs {
  const p = matrix.columns.length;
  const label = classNumberSql(
    sql`label`,
    classes.map((one) => one.class),
  );
  return {
    rows: sql`select ${names(numbered('u', p))}, coalesce(${label}, 0) as u${whole(p + 1)}
      from (${labelledSql(matrix, source)}) as labelled_row`,
    features: [...matrix.columns.map(({ name }) => name), 'class'],
    from: matrix,
  };
}
