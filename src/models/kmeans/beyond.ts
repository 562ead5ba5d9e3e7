import type { Engine } from '../../engine/engine.ts';
import { join, literal, sql } from '../../sql/sql.ts';
import { double } from '../literal.sql.ts';
import type { FittedKmeans } from './fitted.ts';
import { kmeansScoreSql } from './score.sql.ts';

/** The radius of a segment is known to a step, 10⁻⁹ of a usual distance: this far beyond is not beyond. */
const stepsOff = 1e-8;

/** The share of the customers who are farther from their centre than any was at the fit. */
export async function shareBeyond(engine: Engine, fitted: FittedKmeans): Promise<number> {
  const slack = stepsOff * Math.sqrt(fitted.total / fitted.customers);
  const radii = fitted.clusters.map(
    ({ segment, farthest }) => sql`when segment = ${literal(segment)} then ${double(farthest + slack)}`,
  );
  const [row] = await engine.rows(
    sql`select count(*) as customers, count(case when distance > case ${join(radii, ' ')} end then 1 end) as beyond
      from (${kmeansScoreSql(fitted)}) as scored`,
    { customers: 'integer', beyond: 'integer' },
    1,
  );
  return row!.customers === 0 ? 0 : row!.beyond / row!.customers;
}
