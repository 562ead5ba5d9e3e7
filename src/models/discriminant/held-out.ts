import type { Engine } from '../../engine/engine.ts';
import { ModelError } from '../../errors.ts';
import { join, literal, sql, type Sql } from '../../sql/sql.ts';
import { workingTable } from '../../sql/working-table.ts';
import { whole } from '../literal.sql.ts';
import { cheapestSql } from '../rule.sql.ts';
import { weighedSql } from './classifier.sql.ts';
import type { FittedDiscriminant } from './fitted.ts';
import { discriminantLeftOutSql, oddsSql, posteriorsSql } from './score.sql.ts';
import { foldRowsSql } from './table.sql.ts';
import { workingSql } from './working.sql.ts';

/**
 * The probabilities of two classes by fits in which a row had no part, while `use` reads them: `class`, and `posterior_1`, `posterior_2` in the
 * order of `classes`. Each row by itself where it was left out so, else by the fit of the other folds; rows of a fold for which there is none are
 * not there. Throws `ModelError` where folds are of more than two classes: their fits are not kept.
 */
export async function withHeldOut<T>(
  engine: Engine,
  fitted: FittedDiscriminant,
  use: (rows: Sql) => Promise<T>,
): Promise<T> {
  const { crossValidated, heldOut, classes, source } = fitted;
  if (crossValidated.method === 'leave_one_out') return use(discriminantLeftOutSql(fitted));
  if (heldOut === null) throw new ModelError('discriminant: fits of folds are kept of two classes alone');
  const { matrix, isNumbered, classifiers } = heldOut;
  const labels = classes.map((one) => one.class);
  // Classes, folds and rows on their grids, while probabilities are read.
  const table = workingTable('held_out');
  const cases = labels.map((label, c) => sql`when ${whole(c + 1)} then ${literal(label)}`);
  const folds = classifiers.flatMap((classifier, fold) => {
    if (classifier === null) return [];
    const costs = weighedSql(foldRowsSql(table, fold), classifier, ['class']);
    const odds = sql`select *, ${oddsSql(labels.length)} as odds from (${cheapestSql(costs, labels.length, ['class'])}) as ranked`;
    const columns = [sql`case class ${join(cases, ' ')} end as class`, ...posteriorsSql(labels.length)];
    return [sql`select ${join(columns)} from (${odds}) as weighed`];
  });
  if (folds.length === 0)
    throw new ModelError('discriminant: no part can be judged by the fit of the others; use fewer');
  try {
    await engine.create(table, workingSql(matrix, source, labels, classifiers.length, isNumbered));
    return await use(join(folds, ' union all '));
  } finally {
    await engine.drop(table);
  }
}
