import type { Engine } from '../engine/engine.ts';
import { readProspectModels, type Assigner, type ProspectModel } from '../reports/data/prospect-models.ts';
import { sql, type Sql } from '../sql/sql.ts';
import type { AssignerHits } from '../text/en/remarks/run.ts';
import { remark, type Remark } from '../text/remark.ts';
import { afterPurchase } from './after-purchase.ts';
import { prospectModelSql } from './prospect-models.ts';
import type { Pipeline } from './spec.ts';
import type { PlannedStep } from './step.ts';

/** Their scores: `customer_id, segment, probability`. */
const scoresOf: Readonly<Record<Assigner, Sql>> = {
  discriminant: sql`select customer_id, assigned_segment as segment, posterior as probability from scores.discriminant`,
  tree: sql`select customer_id, assigned_class as segment, probability from scores.tree`,
};

interface Candidate {
  readonly model: Assigner;
  readonly features: readonly string[];
}

/** The models that tell segments apart and may assign prospects. */
const candidates = ({ steps }: Pipeline): Candidate[] =>
  steps.flatMap(({ model, options }): Candidate[] => {
    if (model === 'discriminant' && options.class === 'segment') return [{ model, features: options.predictors }];
    if (model === 'tree' && options.class === 'segment' && options.prospects)
      return [{ model, features: options.features }];
    return [];
  });

/** Those that do so by nothing but what is known before a purchase; of the others, `tell` says why not. */
async function assigners(engine: Engine, pipeline: Pipeline, tell: (remark: Remark) => void): Promise<Assigner[]> {
  const models: Assigner[] = [];
  for (const { model, features } of candidates(pipeline)) {
    const late = await afterPurchase(engine, features);
    if (late.length === 0) models.push(model);
    else tell(remark('notAssigned', { model, features: late }));
  }
  return models;
}

/** How often a model is right: of all with a segment, who may be others than those of the model that is used, and of those who have all that it asks for. */
function hitsOf(
  { model, customers, measured, correct, hit_ratio: ratio }: ProspectModel,
  used: ProspectModel,
): AssignerHits {
  if (ratio === null || measured === null || correct === null) return { model, ratio: null, of: null, some: null };
  const of = customers === used.customers ? null : customers;
  const isSome = measured < customers && measured > 0;
  return { model, ratio, of, some: isSome ? { measured, ratio: correct / measured } : null };
}

/** Says which segment each prospect will most likely join: by the model that puts the largest share of customers, left out of its fit, into their own. */
export function likelyStep(pipeline: Pipeline): PlannedStep {
  return {
    name: 'likely segment',
    does: (reads) => `says by ${reads} which segment each prospect will join`,
    kind: 'model',
    reads: ['features.customer', 'scores.segment', 'scores.discriminant', 'scores.tree', 'models.fitted'],
    writes: ['models.prospect_model', 'scores.likely_segment'],
    async run({ engine, remarks }) {
      const models = await assigners(engine, pipeline, (one) => remarks.push(one));
      await engine.create('models.prospect_model', prospectModelSql(models));
      const measured = await readProspectModels(engine);
      const [used] = measured;
      const { rows } = await engine.create(
        'scores.likely_segment',
        sql`select scored.customer_id, scored.segment, scored.probability, ${used?.model ?? ''} as model
          from (${scoresOf[used?.model ?? 'discriminant']}) as scored
          join features.customer as customer on customer.customer_id = scored.customer_id
          where customer.is_prospect and ${used !== undefined}`,
      );
      if (used === undefined) return { rows, outcome: 'no model assigns prospects' };
      if (measured.length > 1)
        remarks.push(remark('assigned', { hits: measured.map((one) => hitsOf(one, used)), customers: used.customers }));
      return { rows, outcome: `${rows} prospects, by the ${used.model === 'tree' ? 'tree' : 'discriminant analysis'}` };
    },
  };
}
