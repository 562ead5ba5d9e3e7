import { guardSql } from '../../exports/guard.sql.ts';
import { listedSql } from '../../sql/listed.ts';
import { raw, sql, type Sql } from '../../sql/sql.ts';
import type { Span } from './span.ts';

/** Who entered a segment, or who left it. */
export interface Moved extends Span {
  readonly segment: string;
  readonly way: 'entered' | 'left';
}

/** Newest first. */
export const movedOrder = sql`order by day desc, customer_id`;

/** Who entered a segment in a span and from where they came, or who left it and where they went. `names`: what segments are called, by code. */
export function movedSql({ segment, way, from, to }: Moved, names: ReadonlyMap<string, string>): Sql {
  const [day, other] = (way === 'entered' ? ['entered_on', 'left_on'] : ['left_on', 'entered_on']).map(raw) as [
    Sql,
    Sql,
  ];
  const named = listedSql(
    { segment: 'varchar', name: 'varchar' },
    [...names].map(([segment, name]) => ({ segment, name })),
  );
  return sql`select stay.customer_id, customer.name, cast(stay.${day} as varchar) as day, other.segment, named.name as segment_name
    from segments.membership as stay
    left join segments.membership as other on other.customer_id = stay.customer_id and other.${other} = stay.${day}
    left join marts.customer as customer on customer.customer_id = stay.customer_id
    left join (${named}) as named on named.segment = other.segment
    where stay.segment = ${segment} and stay.${day} > cast(${from} as date) and stay.${day} <= cast(${to} as date)`;
}

/** What the day and the other segment are called in files. */
export const movedColumns = { entered: ['entered_on', 'from_segment'], left: ['left_on', 'to_segment'] } as const;

/** The list as spreadsheets may open it. */
export function movedFileSql(list: Sql, way: Moved['way']): Sql {
  const [day, segment] = movedColumns[way];
  const text = (column: string): Sql => guardSql(raw(column));
  return sql`select ${text('customer_id')} as customer_id, ${text('name')} as name, cast(day as date) as ${raw(day)},
    segment as ${raw(segment)}, ${text('segment_name')} as ${raw(`${segment}_name`)} from (${list}) as list ${movedOrder}`;
}
