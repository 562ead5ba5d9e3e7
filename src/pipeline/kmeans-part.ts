import type { Engine } from '../engine/engine.ts';
import { tellContest } from '../models/kmeans/contest.ts';
import { describeKmeans } from '../models/kmeans/describe.ts';
import { fitKmeans } from '../models/kmeans/fit.ts';
import type { FittedKmeans } from '../models/kmeans/fitted.ts';
import type { KmeansOptions } from '../models/kmeans/options.ts';
import { judgeReuse } from '../models/kmeans/reuse.ts';
import { kmeansScoreSql, noKmeansScores } from '../models/kmeans/score.sql.ts';
import type { FitInput } from '../models/model.ts';
import { describeSegments } from '../segments/describe.ts';
import { outgrownNames, type KnownNames } from '../segments/keep-names.ts';
import type { SegmentProfile } from '../segments/profile.ts';
import { segmentSql } from '../segments/segment.sql.ts';
import { sql, type Sql } from '../sql/sql.ts';
import { featureTables, type Before, type Made, type ModelPart, type TableContext } from './model-part.ts';
import { tellChanges } from './segment-changes.ts';
import { keepIdentity } from './segment-identity.ts';
import { automaticNames, givenNames } from './segment-names.ts';

/** What became of the number of segments: for the outcome of a run, and for readers where it is another now. */
function contestOf({ choice }: FittedKmeans): { readonly k: string; readonly changed: readonly string[] } {
  const told = choice === null ? null : tellContest(choice.chosen, choice.contest);
  if (told === null) return { k: '', changed: [] };
  return { k: `; ${told}`, changed: choice!.chosen === choice!.contest!.incumbent ? [] : [told] };
}

/** The segments of the release before go on where they are not due; new ones keep the ids of those they are. */
async function refitKmeans(
  engine: Engine,
  options: KmeansOptions,
  input: FitInput,
  before: Before,
): Promise<Made<FittedKmeans>> {
  const { stored, later } = before as Record<'stored' | 'later', FittedKmeans | null>;
  const { reuse, reason } = await judgeReuse(engine, stored, options, input);
  if (reuse && stored !== null) return { fitted: stored, how: `by the segments of ${stored.asOf}: ${reason}` };
  const fitted = await keepIdentity(engine, await fitKmeans(engine, options, input, stored), stored ?? later, before);
  if (stored !== null) {
    const { k, changed } = contestOf(fitted);
    return { fitted, how: `fitted anew: ${reason}${k}`, changes: [...changed, ...tellChanges(fitted.changes)] };
  }
  if (later === null) return { fitted };
  const ids = new Set(later.clusters.map(({ segment }) => segment));
  const kept = fitted.clusters.filter(({ segment }) => ids.has(segment)).length;
  return { fitted, how: `${kept} of ${fitted.clusters.length} segments are those of ${later.asOf}` };
}

/** How many customers each segment has now. */
async function segmentSizes(engine: Engine): Promise<Map<string, number>> {
  const rows = await engine.rows(
    sql`select segment, count(*) as customers from scores.segment group by segment order by segment`,
    { segment: 'text', customers: 'integer' },
    100,
  );
  return new Map(rows.map(({ segment, customers }) => [segment, customers]));
}

/** The names that segments have: of the release before, where the model goes on from its own, and those that people gave. */
async function knownNames({ engine, former, stored, later, people, tell }: TableContext): Promise<KnownNames> {
  const given = await givenNames(engine, people);
  const table = (stored ?? later) === null ? null : (former?.table('segments.segment') ?? null);
  if (table === null && given.size > 0)
    tell(
      `segments begin anew; see whether the names given by hand still fit: ${[...given.keys()].join(', ')} ("bezero segments")`,
    );
  return { automatic: table === null ? new Map() : await automaticNames(engine, table), given };
}

/** Says which names segments have outgrown, and how to change that. */
function tellOutgrown(profiles: readonly SegmentProfile[], known: KnownNames, tell: TableContext['tell']): void {
  const outgrown = [...outgrownNames(profiles, known)];
  if (outgrown.length === 0) return;
  const told = outgrown.map(([segment, name]) => `${segment} "${known.automatic.get(segment)!}" (now: "${name}")`);
  tell(
    `segments keep the names they began with; their features would make others now: ${told.join(', ')}; "bezero segments rename" changes a name`,
  );
}

/** The names and sentences of the segments. */
async function segmentWords(fitted: FittedKmeans | null, context: TableContext): Promise<Sql> {
  if (fitted === null) return segmentSql([]);
  const { segments, profile } = describeKmeans(fitted);
  const sizes = await segmentSizes(context.engine);
  const profiles = segments.map(({ segment }) => ({
    segment,
    customers: sizes.get(segment) ?? 0,
    features: profile.filter((row) => row.segment === segment),
  }));
  const known = await knownNames(context);
  tellOutgrown(profiles, known, context.tell);
  return segmentSql(describeSegments(profiles, known));
}

/** How k-means takes part in a run: it makes the segments. */
export const kmeansPart: ModelPart<'kmeans', FittedKmeans> = {
  model: 'kmeans',
  reads: featureTables,
  scores: 'scores.segment',
  fit: refitKmeans,
  score: kmeansScoreSql,
  none: noKmeansScores,
  tables: { 'segments.segment': segmentWords },
  remarks: ({ convergence, dropped, warnings }) => [
    ...(convergence.converged ? [] : [`did not converge in ${convergence.iterations} passes: ${convergence.reason}`]),
    ...dropped.map(({ feature, reason }) => `${feature} ${reason}; the segments do without it`),
    ...warnings,
  ],
};
