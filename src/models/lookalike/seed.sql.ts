import { sql, type Sql } from '../../sql/sql.ts';
import { foldSql } from '../fold.sql.ts';
import { double } from '../literal.sql.ts';
import type { LookalikeOptions } from './options.ts';

const buyers = sql`select profit.customer_id, profit.profit
  from marts.customer_profit as profit
  join features.customer as customer on customer.customer_id = profit.customer_id
  where not customer.is_prospect`;

/** One row: the code of the segment that the seeds are of, by its code, its name, or the highest profit per head; no row where there is none. */
export const seedSegmentSql = (seed: Exclude<LookalikeOptions['seed'], 'profitable'>): Sql =>
  seed === 'best_segment'
    ? sql`select member.segment
        from scores.segment as member
        join (${buyers}) as buyer on buyer.customer_id = member.customer_id
        where member.segment is not null
        group by member.segment
        order by cast(sum(buyer.profit) as double) / count(*) desc nulls last, member.segment
        limit 1`
    : sql`select segment from segments.segment
        where segment = ${seed.segment} or name = ${seed.segment}
        order by case when segment = ${seed.segment} then 0 else 1 end, segment
        limit 1`;

/** The part of the test that a buyer is in, by a stable hash. */
const fold = (folds: number): Sql => foldSql(sql`md5(buyer.customer_id)`, folds);

/**
 * Every buyer with `outcome` (yes: a seed) and `fold`. Seeds are those of a segment; without one, the share of the buyers with the highest profit: whoever has as much as
 * the last of them is one too, whoever has none never. Prospects are of neither kind: they may become either.
 */
export const seedSql = ({ share, folds }: LookalikeOptions, segment: string | null): Sql =>
  segment === null
    ? sql`select buyer.customer_id, ${fold(folds)} as fold,
          case when profit > 0 and place - 1 < ${double(share)} * buyers then 'yes' else 'no' end as outcome
        from (
          select *, rank() over (order by profit desc nulls last) as place, count(*) over () as buyers
          from (${buyers}) as listed
        ) as buyer`
    : sql`select buyer.customer_id, ${fold(folds)} as fold,
          case when member.segment = ${segment} then 'yes' else 'no' end as outcome
        from (${buyers}) as buyer
        left join scores.segment as member on member.customer_id = buyer.customer_id`;
