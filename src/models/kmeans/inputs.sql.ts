import { matrixSql } from '../matrix.sql.ts';
import type { Inputs } from '../reuse.ts';
import type { FittedKmeans } from './fitted.ts';
import { membersSql } from './working.sql.ts';

/** What a k-means is fitted to: the features of the customers who are segmented. */
export const kmeansInputs = ({ matrix, options }: FittedKmeans): Inputs => ({
  rows: matrixSql(matrix, membersSql(options.customers)),
  features: matrix.columns.map(({ name }) => name),
  from: matrix,
});
