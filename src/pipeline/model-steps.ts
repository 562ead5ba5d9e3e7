import type { Engine } from '../engine/engine.ts';
import { fitDiscriminant } from '../models/discriminant/fit.ts';
import { discriminantScoreSql, noDiscriminantScores } from '../models/discriminant/score.sql.ts';
import { describeKmeans } from '../models/kmeans/describe.ts';
import { fitKmeans } from '../models/kmeans/fit.ts';
import type { FittedKmeans } from '../models/kmeans/fitted.ts';
import { kmeansScoreSql, noKmeansScores } from '../models/kmeans/score.sql.ts';
import type { FitInput } from '../models/model.ts';
import { fitRfm } from '../models/rfm/fit.ts';
import { noRfmScores, rfmScoreSql } from '../models/rfm/score.sql.ts';
import { describeSegments } from '../segments/describe.ts';
import { segmentSql } from '../segments/segment.sql.ts';
import { sql, type Sql } from '../sql/sql.ts';
import type { ModelName, Step } from './schema.ts';
import type { Pipeline } from './spec.ts';
import type { PlannedStep } from './step.ts';

type OptionsOf<M extends ModelName> = Extract<Step, { model: M }>['options'];

/** How a model takes part in a run: what it reads, the table of its scores, its fit and its scores in SQL. */
interface ModelPart<M extends ModelName, Fitted> {
  readonly model: M;
  readonly reads: readonly string[];
  readonly scores: string;
  fit(engine: Engine, options: OptionsOf<M>, input: FitInput): Promise<Fitted>;
  score(fitted: Fitted): Sql;
  /** The table of scores without rows, where the pipeline has no such step. */
  readonly none: Sql;
  /** Another table that follows from the fit; `null` where the pipeline has no such step. */
  readonly words?: { readonly relation: string; make(fitted: Fitted | null): Sql };
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
    writes: [part.scores, ...(part.words ? [part.words.relation] : [])],
    async run({ engine, runId, asOf, remarks }) {
      const { words } = part;
      if (!step) {
        if (words) await engine.create(words.relation, words.make(null));
        const { rows } = await engine.create(part.scores, part.none);
        return { rows, outcome: 'not part of the pipeline' };
      }
      const fitted = await part.fit(engine, step.options as OptionsOf<M>, { asOf });
      await engine.append(
        'models.fitted',
        sql`select ${part.model} as model, ${part.model} as name, ${runId} as run_id, ${JSON.stringify(fitted)} as fitted`,
      );
      const { rows } = await engine.create(part.scores, part.score(fitted));
      if (words) await engine.create(words.relation, words.make(fitted));
      const told = part.remarks(fitted);
      remarks.push(...told.map((sentence) => `${part.model}: ${sentence}`));
      return { rows, outcome: `${rows} customers scored` };
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

/** The names and sentences of the segments. */
function segmentWords(fitted: FittedKmeans | null): Sql {
  if (fitted === null) return segmentSql([]);
  const { segments, profile } = describeKmeans(fitted);
  return segmentSql(
    describeSegments(
      segments.map(({ segment, customers }) => ({
        segment,
        customers,
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
        fit: fitRfm,
        score: rfmScoreSql,
        none: noRfmScores,
        remarks: () => [],
      },
      steps,
    ),
    modelStep(
      {
        model: 'kmeans',
        reads: featureTables,
        scores: 'scores.segment',
        fit: fitKmeans,
        score: kmeansScoreSql,
        none: noKmeansScores,
        words: { relation: 'segments.segment', make: segmentWords },
        remarks: ({ convergence, dropped }) => [
          ...(convergence.converged
            ? []
            : [`did not converge in ${convergence.iterations} passes: ${convergence.reason}`]),
          ...dropped.map(({ feature, reason }) => `${feature} ${reason}; the segments do without it`),
        ],
      },
      steps,
    ),
    modelStep(
      {
        model: 'discriminant',
        reads: [...featureTables, 'scores.segment', 'scores.rfm'],
        scores: 'scores.discriminant',
        fit: fitDiscriminant,
        score: discriminantScoreSql,
        none: noDiscriminantScores,
        remarks: ({ dropped, warnings }) => [
          ...dropped.map(({ feature, reason }) => `${feature} ${reason}; the functions do without it`),
          ...warnings,
        ],
      },
      steps,
    ),
  ];
}
