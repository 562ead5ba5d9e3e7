import type { Engine, Row, Shape } from '../../engine/engine.ts';
import { raw, sql } from '../../sql/sql.ts';
import { columnsOf } from './money.ts';

const cellShape = {
  cohort_month: 'day',
  period: 'integer',
  is_complete: 'boolean',
  customers: 'integer',
  active_customers: 'integer',
  retention: 'number',
  /** Net revenue up to the end of this month, per customer of the cohort. */
  brought: 'number',
} as const satisfies Shape;

/** A cohort in one month; what is not seen yet has none. */
export type CohortCell = Readonly<Row<typeof cellShape>>;

const periodShape = {
  period: 'integer',
  cohorts: 'integer',
  customers: 'integer',
  active_customers: 'integer',
  brought: 'number',
} as const satisfies Shape;

/** All cohorts that have completed so many months, together; `brought` is net revenue up to then, per customer. */
export type CohortPeriod = Readonly<Row<typeof periodShape>>;

/** When customers come back. */
export interface CohortData {
  /** The latest cohorts, oldest first, in their first months. */
  readonly cells: readonly CohortCell[];
  /** How many cohorts there are in all. */
  readonly cohorts: number;
  /** Over all cohorts. */
  readonly periods: readonly CohortPeriod[];
}

/** So many cohorts are shown, and so many months of each after the first. */
export const shownMonths = 24;

/** At most 24 cohorts of 25 months. */
export async function readCohorts(engine: Engine): Promise<CohortData> {
  const brought = sql`cast(sum(net_revenue) over (partition by cohort_month order by period rows between unbounded preceding and current row)
    as double) / cast(customers as double) as brought`;
  const cells = await engine.rows(
    sql`with latest as (
        select cohort_month from marts.cohort where period = 0 order by cohort_month desc limit ${shownMonths}
      ), summed as (
        select *, ${brought} from marts.cohort where cohort_month in (select cohort_month from latest)
      )
      select ${columnsOf(cellShape)} from summed where period <= ${shownMonths} order by cohort_month, period`,
    cellShape,
    shownMonths * (shownMonths + 1),
  );
  const [all] = await engine.rows(
    sql`select count(*) as cohorts from marts.cohort where period = 0`,
    { cohorts: 'integer' },
    1,
  );
  const periods = await engine.rows(
    sql`with summed as (
        select *, sum(net_revenue) over (partition by cohort_month order by period rows between unbounded preceding and current row) as so_far
        from marts.cohort
      )
      select period, count(*) as cohorts, cast(sum(customers) as bigint) as customers,
        cast(sum(active_customers) as bigint) as active_customers,
        cast(sum(so_far) as double) / cast(sum(customers) as double) as brought
      from summed where is_complete and period <= ${raw(String(shownMonths))} group by period order by period`,
    periodShape,
    shownMonths + 1,
  );
  return { cells, cohorts: all!.cohorts, periods };
}
