import type { Engine, Row, Shape } from '../../engine/engine.ts';
import { join, name, sql } from '../../sql/sql.ts';

const shape = {
  audience: 'text',
  title: 'text?',
  description: 'text?',
  customers: 'integer',
  included: 'integer',
  excluded: 'integer',
} as const satisfies Shape;

/** How many members of an audience by its condition used to buy often or a lot and are quiet, or cost more than they bring. */
const kindShape = { quiet: 'integer', losing: 'integer' } as const satisfies Shape;

/** An audience: how many it has, of them included by hand, and how many are held back by hand. */
export type Audience = Readonly<Row<typeof shape> & Row<typeof kindShape>>;

/** More than a pipeline names. */
const most = 1_000;

/** The audiences of the pipeline, by name. `quiet` are the RFM segments of those who are. */
export const readAudiences = (engine: Engine, quiet: readonly string[]): Promise<Audience[]> =>
  engine.rows(
    sql`with kinds as (
        select member.audience,
          count(case when customer.rfm_segment in (${join(quiet.map((one) => sql`${one}`))}) then 1 end) as quiet,
          count(case when not customer.is_prospect and cast(customer.profit as decimal(38, 2)) < 0 then 1 end) as losing
        from segments.audience_member as member join marts.customer as customer on customer.customer_id = member.customer_id
        where member.how = 'condition'
        group by member.audience
      )
      select ${join(Object.keys(shape).map((column) => name('listed', column)))},
        coalesce(kinds.quiet, 0) as quiet, coalesce(kinds.losing, 0) as losing
      from segments.audience as listed left join kinds on kinds.audience = listed.audience
      order by listed.audience`,
    { ...shape, ...kindShape },
    most,
  );
