import type { Engine } from '../../engine/engine.ts';
import { explainMember } from '../../models/kmeans/explain.ts';
import type { FittedKmeans } from '../../models/kmeans/fitted.ts';
import { sql } from '../../sql/sql.ts';
import type { CustomerFacts } from './facts.ts';

/** A feature that speaks for the segment of a customer, or against it. */
export interface WhyRow {
  readonly feature: string;
  /** Of the customer; null: not known. */
  readonly value: number | null;
  /** Means of the segment, of the second nearest one, and of all customers with a segment. */
  readonly segment: number | null;
  readonly second: number | null;
  readonly all: number | null;
  /** Its part of what the second centre is farther off than the own one, in squared distances; below 0 it speaks for the second one. */
  readonly pull: number;
}

/** Why a customer is where they are. */
export interface Why {
  readonly segment: string;
  readonly name: string | null;
  readonly second: string;
  readonly second_name: string | null;
  /** To the centres of both, in standard deviations where the model standardises. */
  readonly distance: number;
  readonly second_distance: number;
  readonly features: readonly WhyRow[];
}

interface Means {
  readonly segment: string;
  readonly feature: string;
  readonly mean: number | null;
  readonly base_mean: number | null;
}

/** Features of two segments, of at most 100 columns each; none in a release of a version that did not tell them. */
async function readMeans(engine: Engine, own: string, second: string): Promise<Means[]> {
  const [table] = await engine.rows(
    sql`select count(*) as n from information_schema.tables where table_schema = 'segments' and table_name = 'feature'
      and table_catalog = current_database()`,
    { n: 'integer' },
    1,
  );
  if (table!.n === 0) return [];
  return engine.rows(
    sql`select segment, feature, mean, base_mean from segments.feature where segment in (${own}, ${second}) order by segment, rank`,
    { segment: 'text', feature: 'text', mean: 'number?', base_mean: 'number?' },
    200,
  );
}

/** Reads why a customer is in their segment; null for those without one. */
export async function readWhy(
  engine: Engine,
  { customer_id: id, segment, second_segment: second }: CustomerFacts,
): Promise<Why | null> {
  if (segment === null || second === null || segment === second) return null;
  const [stored] = await engine.rows(
    sql`select fitted from models.fitted where model = 'kmeans'`,
    { fitted: 'json' },
    1,
  );
  if (!stored) return null;
  const found = await explainMember(engine, stored.fitted as FittedKmeans, id, segment, second);
  if (found === null) return null;
  const means = await readMeans(engine, segment, second);
  const names = await engine.rows(
    sql`select segment, name from segments.segment where segment in (${segment}, ${second}) order by segment`,
    { segment: 'text', name: 'text?' },
    2,
  );
  const mean = (of: string, feature: string) => means.find((row) => row.segment === of && row.feature === feature);
  const nameOf = (of: string): string | null => names.find((row) => row.segment === of)?.name ?? null;
  return {
    segment,
    name: nameOf(segment),
    second,
    second_name: nameOf(second),
    distance: found.own,
    second_distance: found.second,
    features: found.reasons.map(({ feature, value, pull }) => ({
      feature,
      value,
      segment: mean(segment, feature)?.mean ?? null,
      second: mean(second, feature)?.mean ?? null,
      all: mean(segment, feature)?.base_mean ?? null,
      pull,
    })),
  };
}
