import type { Engine } from '../../engine/engine.ts';
import { readWorth } from '../../reports/data/worth.ts';
import { sql } from '../../sql/sql.ts';

const shape = {
  segment: 'text',
  customers: 'integer',
  customer_share: 'number?',
  net_revenue: 'number',
  net_revenue_share: 'number?',
  profit: 'number?',
  profit_share: 'number?',
} as const;

/** What each segment has of the customers and the money of all segments together; a share is null where these have none, the profit where no cost is known. */
export async function readShares(engine: Engine) {
  const isKnown = (await readWorth(engine)) === 'profit';
  return engine.rows(
    sql`with own as (
        select segment.segment, segment.customers, coalesce(money.net_revenue, 0) as net_revenue,
          case when ${isKnown} then coalesce(money.profit, 0) end as profit
        from segments.segment as segment left join marts.segment_profit as money on money.segment = segment.segment
      ),
      total as (select sum(customers) as customers, sum(net_revenue) as net_revenue, sum(profit) as profit from own)
      select own.segment, own.customers,
        case when total.customers > 0 then cast(own.customers as double) / cast(total.customers as double) end as customer_share,
        own.net_revenue,
        case when total.net_revenue > 0 then cast(own.net_revenue as double) / cast(total.net_revenue as double) end as net_revenue_share,
        own.profit,
        case when total.profit > 0 then cast(own.profit as double) / cast(total.profit as double) end as profit_share
      from own cross join total order by own.segment`,
    shape,
    10_000,
  );
}
