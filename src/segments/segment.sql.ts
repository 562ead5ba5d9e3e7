import { join, literal, raw, sql, type Sql } from '../sql/sql.ts';
import type { NamedSegment } from './profile.ts';

/**
 * `segments.segment`: one row per segment, with its name and its sentence. `automatic_name` is what it is called where people do not call it
 * something else. Without segments it has no rows.
 */
export function segmentSql(segments: readonly NamedSegment[]): Sql {
  const rows = segments.map(
    ({ segment, name, customers, description, automaticName }) =>
      sql`(${literal(segment)}, ${literal(name)}, ${raw(String(customers))}, ${literal(description)}, ${literal(automaticName)})`,
  );
  const listed = rows.length === 0 ? sql`(null, null, null, null, null)` : join(rows);
  return sql`select
      cast(segment as varchar) as segment,
      cast(name as varchar) as name,
      cast(customers as bigint) as customers,
      cast(description as varchar) as description,
      cast(automatic_name as varchar) as automatic_name
    from (values ${listed}) as listed (segment, name, customers, description, automatic_name)
    where segment is not null`;
}
