import type { Engine } from '../../engine/engine.ts';
import { explainMember } from '../../models/kmeans/explain.ts';
import type { FittedKmeans } from '../../models/kmeans/fitted.ts';
import { sql } from '../../sql/sql.ts';
import { featuresOf } from '../segments/features.ts';
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

/** Reads why a customer is in their segment; null for those without one. `names`: what segments are called, by code. */
export async function readWhy(
  engine: Engine,
  { customer_id: id, segment, second_segment: second }: CustomerFacts,
  names: ReadonlyMap<string, string>,
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
  const means = await featuresOf(engine, [segment, second]);
  const mean = (of: string, feature: string) => means.find((row) => row.segment === of && row.feature === feature);
  return {
    segment,
    name: names.get(segment) ?? null,
    second,
    second_name: names.get(second) ?? null,
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
