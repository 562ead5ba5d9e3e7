import type { Engine } from '../engine/engine.ts';
import { centreDistances } from '../models/kmeans/compare.ts';
import type { FittedKmeans } from '../models/kmeans/fitted.ts';
import { kmeansScoreSql } from '../models/kmeans/score.sql.ts';
import { freezeDeep } from '../models/model.ts';
import { identifySegments } from '../segments/identity.ts';
import { name, sql } from '../sql/sql.ts';
import type { Former } from './former.ts';
import { changeOf, changesOfDay } from './segment-changes.ts';

/** Segments that an identity can be carried over from. */
const mostSegments = 100;

/** The highest number that a segment of the store's history has. */
async function lastNumber(engine: Engine, former: Former): Promise<number> {
  const sizes = former.table('segments.size');
  if (sizes === null) return 0;
  const [found] = await engine.rows(
    sql`select coalesce(max(cast(substr(segment, 2) as integer)), 0) as last from ${name(...sizes)}`,
    { last: 'integer' },
    1,
  );
  return found!.last;
}

/** By former segment and cluster: the customers who are there on both nights. */
async function sharedCustomers(
  engine: Engine,
  scores: readonly string[],
  stored: FittedKmeans,
  fitted: FittedKmeans,
): Promise<number[][]> {
  const rows = await engine.rows(
    sql`select before.segment as former, now.segment as present, count(*) as customers
      from ${name(...scores)} as before join (${kmeansScoreSql(fitted)}) as now on now.customer_id = before.customer_id
      group by before.segment, now.segment order by former, present`,
    { former: 'text', present: 'text', customers: 'integer' },
    mostSegments ** 2,
  );
  const count = new Map(rows.map(({ former, present, customers }) => [`${former}\n${present}`, customers]));
  return stored.clusters.map((before) =>
    fitted.clusters.map((now) => count.get(`${before.segment}\n${now.segment}`) ?? 0),
  );
}

/**
 * Gives the clusters of a new fit the ids of the segments of the release before that they are; others get ids that were never used.
 *
 * The model keeps what became of the segments; a day that is fitted twice tells it since the day before.
 */
export async function keepIdentity(
  engine: Engine,
  fitted: FittedKmeans,
  stored: FittedKmeans | null,
  former: Former | null,
): Promise<FittedKmeans> {
  const scores = former?.table('scores.segment');
  if (stored === null || !former || !scores) return fitted;
  const { ids, events } = identifySegments(
    {
      former: stored.clusters,
      clusters: fitted.clusters.length,
      shared: await sharedCustomers(engine, scores, stored, fitted),
      distance: centreDistances(stored, fitted),
    },
    await lastNumber(engine, former),
  );
  const clusters = fitted.clusters.map((cluster, c) => ({ ...cluster, segment: ids[c]! }));
  const first = stored.asOf === fitted.asOf ? ((stored as Partial<FittedKmeans>).changes ?? []) : [];
  return freezeDeep({ ...fitted, clusters, changes: changesOfDay(first, events.map(changeOf)) });
}
