import type { Engine } from '../../engine/engine.ts';
import type { ClassificationTable } from '../classification-table.ts';
import type { Analysis } from './analyse-moments.ts';
import { workingClassifier, type Working } from './cross-validate.ts';
import { leftOutSql } from './leave-one-out.sql.ts';
import type { DiscriminantOptions } from './options.ts';
import { tableOfCounts } from './table.ts';
import { foldRowsSql, tableSql } from './table.sql.ts';

/** Leaving one out changes covariances by a rank of one only where nothing is drawn in. */
export const isExact = ({ shrinkage, classCovariances }: Pick<Analysis, 'shrinkage' | 'classCovariances'>): boolean =>
  shrinkage.diagonal === 0 &&
  (classCovariances ?? []).every((one) => one.shrinkage.pooled === 0 && one.shrinkage.diagonal === 0);

/** Whether rows are left out one by one, whatever the analysis is: then none are parted. */
export const isWithoutFolds = ({ validation, stepwise, covariance, singular }: DiscriminantOptions): boolean =>
  validation === 'leave_one_out' && stepwise === undefined && covariance !== 'shrunk' && singular !== 'shrink';

/**
 * Each row classified by the analysis of all others, and how many cannot be put into their own class because nothing
 * of its covariance, or nobody, is left without them.
 */
export async function leaveOneOut(
  engine: Engine,
  working: Working,
  analysis: Analysis,
): Promise<{ table: ClassificationTable; alone: number }> {
  const { classes, table } = working;
  const assigned = analysis.classes.map((one) => one.class);
  const leftOut = {
    classifier: workingClassifier(working, analysis),
    numbers: assigned.map((label) => classes.indexOf(label) + 1),
    sizes: analysis.classes.map((one) => one.customers),
  };
  const costs = leftOutSql(foldRowsSql(table, null), leftOut, ['class']);
  const shape = { class: 'integer', place: 'integer', alone: 'boolean', customers: 'integer' } as const;
  const rows = await engine.rows(
    tableSql(costs, assigned.length, ['alone']),
    shape,
    2 * classes.length * assigned.length,
  );
  const alone = rows.reduce((sum, row) => sum + (row.alone ? row.customers : 0), 0);
  return { table: tableOfCounts(rows, classes, assigned), alone };
}
