import { raw, sql, type Sql } from '../sql/sql.ts';

/** Customers of a segment who stand for it. */
export const typicalCustomers = 10;

/** `segments.typical_customer`: those nearest to the centre of their segment, `place` 1 … 10; equally near ones by their ids. */
export const typicalSql: Sql = sql`select segment, cast(place as integer) as place, customer_id, distance
  from (
    select segment, customer_id, distance,
      row_number() over (partition by segment order by distance nulls last, customer_id nulls last) as place
    from scores.segment
  ) as placed
  where place <= ${raw(String(typicalCustomers))}`;
