import type { Engine } from '../../engine/engine.ts';
import { sql } from '../../sql/sql.ts';

/** The prospects that resemble one segment. */
export interface AssignedProspects {
  readonly segment: string;
  readonly prospects: number;
  /** The mean of their probabilities, 0 to 1. */
  readonly probability: number;
}

/** Prospects by the segment they resemble, the most first. */
export async function readProspects(engine: Engine): Promise<AssignedProspects[]> {
  return engine.rows(
    sql`with assigned as (
        select likely_segment as segment, count(*) as prospects,
          sum(cast(likely_segment_probability as decimal(18, 6))) as probability
        from marts.customer where is_prospect and likely_segment is not null group by likely_segment
      )
      select segment, prospects, cast(probability as double) / cast(prospects as double) as probability
      from assigned order by prospects desc, segment`,
    { segment: 'text', prospects: 'integer', probability: 'number' },
    1_000,
  );
}
