import { raw, sql, type Sql } from '../../sql/sql.ts';
import { double } from '../literal.sql.ts';
import type { Spending } from './fitted.ts';

/** E[M | m̄, x] of rows with `repeats` and `spend` (x·m̄): `expectedSpends` of one customer, in SQL. */
export function expectedSpendSql({ model, mean }: Spending): Sql {
  if (model === null) return double(mean);
  const { p, q, gamma } = model.parameters;
  const spent = raw('(case when repeats > 0 and spend > 0 then cast(spend as double) else 0 end)');
  return sql`${double(p)} * (${double(gamma)} + ${spent}) / (${double(p)} * repeats + ${double(q)} - 1)`;
}
