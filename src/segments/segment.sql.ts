import type { Sql } from '../sql/sql.ts';
import { listedSql } from '../sql/listed.ts';
import type { NamedSegment } from './profile.ts';

/**
 * `segments.segment`: one row per segment, with its name and its sentence. `automatic_name` is what it is called where people do not call it
 * something else. Without segments it has no rows.
 */
export const segmentSql = (segments: readonly NamedSegment[]): Sql =>
  listedSql(
    { segment: 'varchar', name: 'varchar', customers: 'bigint', description: 'varchar', automatic_name: 'varchar' },
    segments.map(({ automaticName, ...segment }) => ({ ...segment, automatic_name: automaticName })),
  );
