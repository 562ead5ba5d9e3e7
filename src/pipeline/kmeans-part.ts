import type { Engine } from '../engine/engine.ts';
import { shareBeyond } from '../models/kmeans/beyond.ts';
import { tellContest } from '../models/kmeans/contest.ts';
import { fitKmeans } from '../models/kmeans/fit.ts';
import type { FittedKmeans } from '../models/kmeans/fitted.ts';
import { kmeansInputs } from '../models/kmeans/inputs.sql.ts';
import type { KmeansFitOptions } from '../models/kmeans/options.ts';
import { kmeansScoreSql, noKmeansScores } from '../models/kmeans/score.sql.ts';
import { membersSql } from '../models/kmeans/working.sql.ts';
import { tellStrange } from '../models/matrix.ts';
import type { FitInput } from '../models/model.ts';
import { featureTables, type Before, type ModelPart } from './model-part.ts';
import type { Made } from './reuse-model.ts';
import { tellChanges } from './segment-changes.ts';
import { keepIdentity } from './segment-identity.ts';
import { segmentTables } from './segment-words.ts';
import { inEnglish, remark, type Remark } from '../text/remark.ts';

/** What became of the number of segments: for the outcome of a run, and for readers where it is another now. */
function contestOf({ choice }: FittedKmeans): { readonly k: string | null; readonly changed: readonly Remark[] } {
  const told = choice === null ? null : tellContest(choice.chosen, choice.contest);
  if (told === null) return { k: null, changed: [] };
  return { k: inEnglish([told]).join(''), changed: choice!.chosen === choice!.contest!.incumbent ? [] : [told] };
}

/** New segments keep the ids of those they are. */
async function findSegments(
  engine: Engine,
  options: KmeansFitOptions,
  input: FitInput,
  before: Before,
): Promise<Made<FittedKmeans>> {
  const { stored, later } = before as Record<'stored' | 'later', FittedKmeans | null>;
  const fitted = await keepIdentity(engine, await fitKmeans(engine, options, input, stored), stored ?? later, before);
  if (stored !== null) {
    const { k, changed } = contestOf(fitted);
    return { fitted, ...(k !== null && { how: k }), changes: [...changed, ...tellChanges(fitted.changes)] };
  }
  if (later === null) return { fitted };
  const ids = new Set(later.clusters.map(({ segment }) => segment));
  const kept = fitted.clusters.filter(({ segment }) => ids.has(segment)).length;
  return { fitted, how: `${kept} of ${fitted.clusters.length} segments are those of ${later.asOf}` };
}

/** How k-means takes part in a run: it makes the segments. */
export const kmeansPart: ModelPart<'kmeans', FittedKmeans> = {
  model: 'kmeans',
  reads: [...featureTables, 'marts.customer_profit', 'warehouse.setting'],
  scores: 'scores.segment',
  fit: findSegments,
  inputs: kmeansInputs,
  beyond: async (engine, fitted, { drift }) => ({ share: await shareBeyond(engine, fitted), limit: drift.beyond }),
  score: (fitted) => kmeansScoreSql(fitted),
  none: noKmeansScores,
  tables: segmentTables,
  remarks: ({ convergence, dropped, warnings }) => [
    ...(convergence.converged ? [] : [remark('notConverged', { passes: convergence.iterations })]),
    ...dropped.map(({ feature, why }) => remark('dropped', { feature, why, without: 'segments' })),
    ...warnings,
  ],
  unscored: async (engine, { matrix, options }) =>
    (await tellStrange(engine, matrix, membersSql(options.customers))).map((values) =>
      remark('strange', { ...values, lack: 'segment' }),
    ),
};
