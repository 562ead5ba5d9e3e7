import { join, literal, name, sql, type Sql } from '../../sql/sql.ts';
import { consentingCustomerSql } from '../consent.sql.ts';
import { isUselessSql } from './key.ts';
import { isMatched, type AdvertisingPlatform } from './platform.ts';

/** Its columns. */
export const uselessColumns = ['customer_id', 'column', 'reason', 'row'] as const;

const nothingKnown = 'there is nothing to match this person by';

/**
 * What a platform can do nothing with, of everybody who may be matched: `customer_id`, `column` (its header; empty: the whole row), `reason`,
 * `row`: kept where something else matches the person, left out where nothing does. No value of anybody is told.
 */
export function uselessSql(platform: AdvertisingPlatform, suppressions?: string): Sql {
  const values = Object.entries(platform.keys).flatMap(([header, key], place) =>
    key.must === undefined
      ? []
      : [
          sql`select customer_id, ${literal(header)} as ${name('column')}, ${literal(key.must)} as reason, is_matched, ${place} as place
            from person where ${isUselessSql(key)}`,
        ],
  );
  const rows = sql`select customer_id, '' as ${name('column')}, ${literal(nothingKnown)} as reason, is_matched, -1 as place
    from person where not is_matched`;
  return sql`with person as (
      select customer.*, ${isMatched(platform)} as is_matched from (${consentingCustomerSql(suppressions)}) as customer where may_ads
    )
    select customer_id, ${name('column')}, reason, case when is_matched then 'kept' else 'left out' end as ${name('row')}
    from (${join([rows, ...values], ' union all ')}) as useless
    order by customer_id, place`;
}
