import { join, literal, raw, sql, type Sql } from '../sql/sql.ts';
import type { NamedSegment } from './profile.ts';

/** `segments.segment`: one row per segment, with its name and its sentence. Without segments it has no rows. */
export function segmentSql(segments: readonly NamedSegment[]): Sql {
  const rows = segments.map(
    ({ segment, name, customers, description }) =>
      sql`(${literal(segment)}, ${literal(name)}, ${raw(String(customers))}, ${literal(description)})`,
  );
  const listed = rows.length === 0 ? sql`(null, null, null, null)` : join(rows);
  return sql`select
      cast(segment as varchar) as segment,
      cast(name as varchar) as name,
      cast(customers as bigint) as customers,
      cast(description as varchar) as description
    from (values ${listed}) as listed (segment, name, customers, description)
    where segment is not null`;
}
