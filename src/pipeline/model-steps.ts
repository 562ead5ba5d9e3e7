import { fitDiscriminant } from '../models/discriminant/fit.ts';
import type { FittedDiscriminant } from '../models/discriminant/fitted.ts';
import { discriminantInputs } from '../models/discriminant/inputs.sql.ts';
import { discriminantScoreSql, noDiscriminantScores } from '../models/discriminant/score.sql.ts';
import { tellStrange } from '../models/matrix.ts';
import { sql } from '../sql/sql.ts';
import { basketStep } from './basket-step.ts';
import { clvPart } from './clv-part.ts';
import { kmeansPart } from './kmeans-part.ts';
import { likelyStep } from './likely-step.ts';
import { featureTables, modelStep, type ModelPart } from './model-part.ts';
import { nextProductPart } from './next-product-part.ts';
import { lookalikePart } from './lookalike-part.ts';
import { repurchasePart } from './repurchase-part.ts';
import { rfmPart } from './rfm-part.ts';
import type { Pipeline } from './spec.ts';
import type { PlannedStep } from './step.ts';
import { treePart } from './tree-part.ts';
import { remark } from '../text/remark.ts';

/** The table that fitted models are kept in. */
const fittedStep: PlannedStep = {
  name: 'models',
  does: () => 'keeps fitted models, none so far',
  kind: 'model',
  reads: [],
  writes: ['models.fitted'],
  async run({ engine }) {
    const { rows } = await engine.create(
      'models.fitted',
      sql`select cast(null as varchar) as model, cast(null as varchar) as name, cast(null as varchar) as run_id, cast(null as varchar) as fitted,
        cast(null as varchar) as upkeep
        where false`,
    );
    return { rows, outcome: 'ready' };
  },
};

/** How the discriminant analysis takes part in a run: it explains the classes that another model makes. */
const discriminantPart: ModelPart<'discriminant', FittedDiscriminant> = {
  model: 'discriminant',
  reads: [...featureTables, 'scores.segment', 'scores.rfm'],
  scores: 'scores.discriminant',
  fit: async (engine, options, input) => ({ fitted: await fitDiscriminant(engine, options, input) }),
  inputs: discriminantInputs,
  score: (fitted) => discriminantScoreSql(fitted),
  none: noDiscriminantScores,
  tables: {},
  remarks: ({ dropped, warnings }) => [
    ...dropped.map(({ feature, why }) => remark('dropped', { feature, why, without: 'functions' })),
    ...warnings,
  ],
  unscored: async (engine, { matrix }) =>
    (await tellStrange(engine, matrix, sql`true`)).map((values) => remark('strange', { ...values, lack: 'class' })),
};

/** The steps of all models; one that the pipeline does not name leaves its table of scores empty. */
export function modelSteps(pipeline: Pipeline): PlannedStep[] {
  const { steps } = pipeline;
  return [
    fittedStep,
    modelStep(rfmPart, steps),
    modelStep(kmeansPart, steps),
    modelStep(discriminantPart, steps),
    modelStep(treePart, steps),
    modelStep(repurchasePart, steps),
    modelStep(clvPart, steps),
    modelStep(nextProductPart, steps),
    modelStep(lookalikePart, steps),
    likelyStep(pipeline),
    basketStep(pipeline),
  ];
}
