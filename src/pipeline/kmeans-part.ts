import type { Engine } from '../engine/engine.ts';
import { fitKmeans } from '../models/kmeans/fit.ts';
import type { FittedKmeans } from '../models/kmeans/fitted.ts';
import type { KmeansOptions } from '../models/kmeans/options.ts';
import { judgeReuse } from '../models/kmeans/reuse.ts';
import { kmeansScoreSql, noKmeansScores } from '../models/kmeans/score.sql.ts';
import type { FitInput } from '../models/model.ts';
import { describeSegments } from '../segments/describe.ts';
import { segmentSql } from '../segments/segment.sql.ts';
import { sql, type Sql } from '../sql/sql.ts';
import { featureTables, type Before, type Made, type ModelPart } from './model-part.ts';
import { keepIdentity, tellEvents } from './segment-identity.ts';
import { readFormat, readLevels, readShares, segmentTables } from './segment-words.ts';

/** The segments of the release before go on where they are not due; new ones keep the ids of those they are. */
async function refitKmeans(
  engine: Engine,
  options: KmeansOptions,
  input: FitInput,
  { former, stored: before }: Before,
): Promise<Made<FittedKmeans>> {
  const stored = before as FittedKmeans | null;
  const { reuse, reason } = await judgeReuse(engine, stored, options, input);
  if (reuse && stored !== null) return { fitted: stored, how: `by the segments of ${stored.asOf}: ${reason}` };
  const { fitted, events } = await keepIdentity(engine, await fitKmeans(engine, options, input), stored, former);
  return stored === null ? { fitted } : { fitted, how: `fitted anew: ${reason}`, changes: tellEvents(events) };
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

/** The segments in the order of their ids. */
const inOrder = ({ clusters }: FittedKmeans): { readonly segment: string }[] =>
  [...clusters].sort((a, b) => Number(a.segment.slice(1)) - Number(b.segment.slice(1)));

/** The names and sentences of the segments. */
async function segmentWords(fitted: FittedKmeans | null, engine: Engine): Promise<Sql> {
  if (fitted === null) return segmentSql([]);
  const sizes = await segmentSizes(engine);
  const levels = await readLevels(engine);
  const shares = await readShares(engine);
  return segmentSql(
    describeSegments(
      inOrder(fitted).map(({ segment }) => ({
        segment,
        customers: sizes.get(segment) ?? 0,
        features: levels.get(segment) ?? [],
        shares: shares.get(segment) ?? null,
      })),
      await readFormat(engine),
    ),
  );
}

/** How k-means takes part in a run: it makes the segments. */
export const kmeansPart: ModelPart<'kmeans', FittedKmeans> = {
  model: 'kmeans',
  reads: [...featureTables, 'marts.customer_profit', 'warehouse.setting'],
  scores: 'scores.segment',
  fit: refitKmeans,
  score: kmeansScoreSql,
  none: noKmeansScores,
  tables: { ...segmentTables, 'segments.segment': segmentWords },
  remarks: ({ convergence, dropped, warnings }) => [
    ...(convergence.converged ? [] : [`did not converge in ${convergence.iterations} passes: ${convergence.reason}`]),
    ...dropped.map(({ feature, reason }) => `${feature} ${reason}; the segments do without it`),
    ...warnings,
  ],
};
