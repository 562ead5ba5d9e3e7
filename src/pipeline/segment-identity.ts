import type { Engine } from '../engine/engine.ts';
import { centreDistances } from '../models/kmeans/compare.ts';
import type { FittedKmeans } from '../models/kmeans/fitted.ts';
import { lackingColumn } from '../models/lacking-column.ts';
import { kmeansScoreSql } from '../models/kmeans/score.sql.ts';
import { freezeDeep } from '../models/model.ts';
import { identifySegments } from '../segments/identity.ts';
import { name, sql, type Sql } from '../sql/sql.ts';
import { segmentNumber } from '../text/segment-code.ts';
import type { Former } from './former.ts';
import { lastNumber } from './known-segments.ts';
import type { Before } from './model-part.ts';
import { changesOfDay } from './segment-changes.ts';

/** Segments that an identity can be carried over from. */
const mostSegments = 100;

/**
 * Who is in which former segment. Where the day is one before the release before, people have changed since: the customers as they are
 * on the day are told apart by the segments of that release, if these can still be scored.
 */
async function formerSegments(
  engine: Engine,
  former: Former,
  scores: readonly string[],
  stored: FittedKmeans,
  asOf: string,
): Promise<Sql> {
  const isLater = former.asOf > asOf;
  if (isLater && !(await lackingColumn(engine, stored.matrix.relation, stored.matrix.columns)))
    return sql`(${kmeansScoreSql(stored)})`;
  return name(...scores);
}

/** By former segment and cluster: the customers who are in both. */
async function sharedCustomers(
  engine: Engine,
  scores: Sql,
  stored: FittedKmeans,
  fitted: FittedKmeans,
): Promise<number[][]> {
  const rows = await engine.rows(
    sql`select before.segment as former, now.segment as present, count(*) as customers
      from ${scores} as before join (${kmeansScoreSql(fitted)}) as now on now.customer_id = before.customer_id
      group by before.segment, now.segment order by former, present`,
    { former: 'text', present: 'text', customers: 'integer' },
    mostSegments ** 2,
  );
  const count = new Map(rows.map(({ former, present, customers }) => [`${former}\n${present}`, customers]));
  return stored.clusters.map((before) =>
    fitted.clusters.map((now) => count.get(`${before.segment}\n${now.segment}`) ?? 0),
  );
}

/** Where no model is known, the clusters are no segment there ever was: they are numbered on from the last one. */
function numberedFrom(last: number, fitted: FittedKmeans): FittedKmeans {
  const next = (segment: string): string => `s${last + segmentNumber(segment)}`;
  const clusters = fitted.clusters.map((cluster) => ({ ...cluster, segment: next(cluster.segment) }));
  return freezeDeep({ ...fitted, clusters });
}

/**
 * Gives the clusters of a new fit the ids of the segments of the release before that they are; others get ids that were never used.
 *
 * The model keeps what became of the segments; a day that is fitted twice tells it since the day before. From a model of a later day it takes
 * the ids alone: nothing became of its segments before there were any.
 */
export async function keepIdentity(
  engine: Engine,
  fitted: FittedKmeans,
  stored: FittedKmeans | null,
  { former, people }: Pick<Before, 'former' | 'people'>,
): Promise<FittedKmeans> {
  const scores = former?.table('scores.segment');
  const last = await lastNumber(engine, former, people);
  if (stored === null || !former || !scores) return numberedFrom(last, fitted);
  const before = await formerSegments(engine, former, scores, stored, fitted.asOf);
  const { ids, events } = identifySegments(
    {
      former: stored.clusters,
      clusters: fitted.clusters.length,
      shared: await sharedCustomers(engine, before, stored, fitted),
      distance: centreDistances(stored, fitted),
    },
    last,
  );
  const clusters = fitted.clusters.map((cluster, c) => ({ ...cluster, segment: ids[c]! }));
  if (stored.asOf > fitted.asOf) return freezeDeep({ ...fitted, clusters });
  const first = stored.asOf === fitted.asOf ? ((stored as Partial<FittedKmeans>).changes ?? []) : null;
  return freezeDeep({ ...fitted, clusters, changes: changesOfDay(first, events) });
}
