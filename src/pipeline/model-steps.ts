import type { Engine } from '../engine/engine.ts';
import { fitDiscriminant } from '../models/discriminant/fit.ts';
import { discriminantScoreSql, noDiscriminantScores } from '../models/discriminant/score.sql.ts';
import { describeKmeans } from '../models/kmeans/describe.ts';
import { fitKmeans } from '../models/kmeans/fit.ts';
import type { FittedKmeans } from '../models/kmeans/fitted.ts';
import type { KmeansOptions } from '../models/kmeans/options.ts';
import { judgeReuse } from '../models/kmeans/reuse.ts';
import { kmeansScoreSql, noKmeansScores } from '../models/kmeans/score.sql.ts';
import type { FitInput } from '../models/model.ts';
import { noRfmCutPoints, rfmCutPointsSql } from '../models/rfm/cut-points.sql.ts';
import { fitRfm } from '../models/rfm/fit.ts';
import type { FittedRfm } from '../models/rfm/fitted.ts';
import type { RfmOptions } from '../models/rfm/options.ts';
import { canReuse } from '../models/rfm/reuse.ts';
import { noRfmScores, rfmScoreSql } from '../models/rfm/score.sql.ts';
import { describeSegments } from '../segments/describe.ts';
import { segmentSql } from '../segments/segment.sql.ts';
import { sql, type Sql } from '../sql/sql.ts';
import type { Former } from './former.ts';
import type { ModelName, Step } from './schema.ts';
import { keepIdentity, tellEvents } from './segment-identity.ts';
import type { Pipeline } from './spec.ts';
import type { PlannedStep } from './step.ts';

type OptionsOf<M extends ModelName> = Extract<Step, { model: M }>['options'];

/** What a model may go on from. */
interface Before {
  readonly former: Former | null;
  /** The model of the release before; null where there is none. */
  readonly stored: unknown;
}

/** A model as a run has it. */
interface Made<Fitted> {
  readonly fitted: Fitted;
  /** What should be said of how it came about. */
  readonly how?: string;
  /** What has changed, for readers of the results. */
  readonly changes?: readonly string[];
}

/** How a model takes part in a run: what it reads, the table of its scores, its fit and its scores in SQL. */
interface ModelPart<M extends ModelName, Fitted> {
  readonly model: M;
  readonly reads: readonly string[];
  readonly scores: string;
  fit(engine: Engine, options: OptionsOf<M>, input: FitInput, before: Before): Promise<Made<Fitted>>;
  score(fitted: Fitted): Sql;
  /** The table of scores without rows, where the pipeline has no such step. */
  readonly none: Sql;
  /** Other tables that follow from the fit and the scores; `null` where the pipeline has no such step. */
  readonly tables: Readonly<Record<string, (fitted: Fitted | null, engine: Engine) => Sql | Promise<Sql>>>;
  /** Sentences on what a reader of the scores should know. */
  remarks(fitted: Fitted): string[];
}

const featureTables = ['features.customer', 'features.customer_category', 'features.customer_channel'];

/** The step of a model: fit, keep the fitted model as JSON in `models.fitted`, score every customer. */
function modelStep<M extends ModelName, Fitted>(part: ModelPart<M, Fitted>, steps: Pipeline['steps']): PlannedStep {
  const step = steps.find(({ model }) => model === part.model);
  return {
    name: part.model,
    kind: 'model',
    reads: step ? [...part.reads, 'models.fitted'] : [],
    writes: [part.scores, ...Object.keys(part.tables)],
    async run({ engine, runId, asOf, former, remarks }) {
      const makeTables = async (fitted: Fitted | null): Promise<void> => {
        for (const [relation, make] of Object.entries(part.tables))
          await engine.create(relation, await make(fitted, engine));
      };
      if (!step) {
        const { rows } = await engine.create(part.scores, part.none);
        await makeTables(null);
        return { rows, outcome: 'not part of the pipeline' };
      }
      const stored = (await former?.model(part.model, asOf)) ?? null;
      const before = { former, stored };
      const { fitted, how, changes = [] } = await part.fit(engine, step.options as OptionsOf<M>, { asOf }, before);
      await engine.append(
        'models.fitted',
        sql`select ${part.model} as model, ${part.model} as name, ${runId} as run_id, ${JSON.stringify(fitted)} as fitted`,
      );
      const { rows } = await engine.create(part.scores, part.score(fitted));
      await makeTables(fitted);
      const told = [...changes, ...part.remarks(fitted)];
      remarks.push(...told.map((sentence) => `${part.model}: ${sentence}`));
      return { rows, outcome: `${rows} customers scored${how === undefined ? '' : `; ${how}`}` };
    },
  };
}

/** The table that fitted models are kept in. */
const fittedStep: PlannedStep = {
  name: 'models',
  kind: 'model',
  reads: [],
  writes: ['models.fitted'],
  async run({ engine }) {
    const { rows } = await engine.create(
      'models.fitted',
      sql`select cast(null as varchar) as model, cast(null as varchar) as name, cast(null as varchar) as run_id, cast(null as varchar) as fitted
        where false`,
    );
    return { rows, outcome: 'ready' };
  },
};

/** Cut-points of the release before are used again where the options say so. */
async function refitRfm(
  engine: Engine,
  options: RfmOptions,
  input: FitInput,
  { stored }: Before,
): Promise<Made<FittedRfm>> {
  const reuse = canReuse(stored as FittedRfm | null, options, input);
  if (reuse.reuse) return { fitted: reuse.fitted, how: `by the cut-points of ${reuse.fitted.asOf}` };
  const fitted = await fitRfm(engine, options, input);
  return options.refit === 'never' ? { fitted, how: `cut-points are new: ${reuse.reason}` } : { fitted };
}

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

/** The names and sentences of the segments. */
async function segmentWords(fitted: FittedKmeans | null, engine: Engine): Promise<Sql> {
  if (fitted === null) return segmentSql([]);
  const { segments, profile } = describeKmeans(fitted);
  const sizes = await segmentSizes(engine);
  return segmentSql(
    describeSegments(
      segments.map(({ segment }) => ({
        segment,
        customers: sizes.get(segment) ?? 0,
        features: profile.filter((row) => row.segment === segment),
      })),
    ),
  );
}

/** The steps of all models; one that the pipeline does not name leaves its table of scores empty. */
export function modelSteps({ steps }: Pipeline): PlannedStep[] {
  return [
    fittedStep,
    modelStep(
      {
        model: 'rfm',
        reads: ['features.customer_rfm'],
        scores: 'scores.rfm',
        fit: refitRfm,
        score: rfmScoreSql,
        none: noRfmScores,
        tables: { 'models.rfm_cut_point': (fitted) => (fitted === null ? noRfmCutPoints : rfmCutPointsSql(fitted)) },
        remarks: () => [],
      },
      steps,
    ),
    modelStep(
      {
        model: 'kmeans',
        reads: featureTables,
        scores: 'scores.segment',
        fit: refitKmeans,
        score: kmeansScoreSql,
        none: noKmeansScores,
        tables: { 'segments.segment': segmentWords },
        remarks: ({ convergence, dropped, warnings }) => [
          ...(convergence.converged
            ? []
            : [`did not converge in ${convergence.iterations} passes: ${convergence.reason}`]),
          ...dropped.map(({ feature, reason }) => `${feature} ${reason}; the segments do without it`),
          ...warnings,
        ],
      },
      steps,
    ),
    modelStep(
      {
        model: 'discriminant',
        reads: [...featureTables, 'scores.segment', 'scores.rfm'],
        scores: 'scores.discriminant',
        fit: async (engine, options, input) => ({ fitted: await fitDiscriminant(engine, options, input) }),
        score: discriminantScoreSql,
        none: noDiscriminantScores,
        tables: {},
        remarks: ({ dropped, warnings }) => [
          ...dropped.map(({ feature, reason }) => `${feature} ${reason}; the functions do without it`),
          ...warnings,
        ],
      },
      steps,
    ),
  ];
}
