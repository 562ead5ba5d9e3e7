import type { Engine } from '../engine/engine.ts';
import { columnTypes } from '../models/feature-set.ts';
import { centreDistances } from '../models/kmeans/compare.ts';
import type { FittedKmeans } from '../models/kmeans/fitted.ts';
import { lackingColumn } from '../models/kmeans/reuse.ts';
import { kmeansScoreSql } from '../models/kmeans/score.sql.ts';
import { freezeDeep } from '../models/model.ts';
import { identifySegments, type SegmentEvent } from '../segments/identity.ts';
import { name, sql, type Sql } from '../sql/sql.ts';
import type { Former } from './former.ts';

/** Segments that an identity can be carried over from. */
const mostSegments = 100;

/** The highest number that a segment of the store ever had. */
async function lastNumber(engine: Engine, former: Former): Promise<number> {
  const ids = former.table('segments.identity') ?? former.table('segments.size');
  if (ids === null) return 0;
  const [found] = await engine.rows(
    sql`select coalesce(max(cast(substr(segment, 2) as integer)), 0) as last from ${name(...ids)}`,
    { last: 'integer' },
    1,
  );
  return found!.last;
}

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
  if (isLater && !lackingColumn(stored, await columnTypes(engine, stored.matrix.relation)))
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

/**
 * Gives the clusters of a new fit the ids of the segments of the release before that they are; others get ids that were never used.
 *
 * @returns the model with its ids, and what became of the segments; nothing where there was no model before
 */
export async function keepIdentity(
  engine: Engine,
  fitted: FittedKmeans,
  stored: FittedKmeans | null,
  former: Former | null,
): Promise<{ readonly fitted: FittedKmeans; readonly events: readonly SegmentEvent[] }> {
  const scores = former?.table('scores.segment');
  if (stored === null || !former || !scores) return { fitted, events: [] };
  const before = await formerSegments(engine, former, scores, stored, fitted.asOf);
  const { ids, events } = identifySegments(
    {
      former: stored.clusters,
      clusters: fitted.clusters.length,
      shared: await sharedCustomers(engine, before, stored, fitted),
      distance: centreDistances(stored, fitted),
    },
    await lastNumber(engine, former),
  );
  const clusters = fitted.clusters.map((cluster, c) => ({ ...cluster, segment: ids[c]! }));
  return { fitted: freezeDeep({ ...fitted, clusters }), events };
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** What became of segments, for people; nothing of those that go on. */
export const tellEvents = (events: readonly SegmentEvent[]): string[] =>
  events.flatMap((event) => {
    switch (event.kind) {
      case 'kept':
        return [];
      case 'merged':
        return [`${event.segment} is gone: ${percent(event.share)} of its customers are in ${event.into} now`];
      case 'retired':
        return [`${event.segment} is gone: its customers are in several segments now`];
      case 'split':
        return [`${event.segment} is new: ${percent(event.share)} of its customers were in ${event.from}`];
      case 'new':
        return [`${event.segment} is new: its customers were in several segments`];
    }
  });
