import type { Engine } from '../engine/engine.ts';
import { sql, type Sql } from '../sql/sql.ts';
import { percent } from '../text/percent.ts';
import type { Pipeline } from './spec.ts';
import type { PlannedStep } from './step.ts';

/** A model that says which segment somebody belongs to, before a purchase. */
type Assigner = 'discriminant' | 'tree';

const said: Readonly<Record<Assigner, string>> = { discriminant: 'discriminant analysis', tree: 'tree' };

/** Its scores: `customer_id, segment, probability`. */
const scoresOf: Readonly<Record<Assigner, Sql>> = {
  discriminant: sql`select customer_id, assigned_segment as segment, posterior as probability from scores.discriminant`,
  tree: sql`select customer_id, assigned_class as segment, probability from scores.tree`,
};

/** The models of a pipeline that may assign prospects: those that tell segments apart by what is known before a purchase. */
function assigners({ steps }: Pipeline): Assigner[] {
  return steps.flatMap(({ model, options }) => {
    if (model === 'discriminant') return options.class === 'segment' ? [model] : [];
    return model === 'tree' && options.prospects && options.class === 'segment' ? [model] : [];
  });
}

/** How often each is right with customers who took no part in its fit, the best first. */
async function rank(engine: Engine, models: readonly Assigner[]): Promise<{ model: Assigner; hitRatio: number }[]> {
  const rows = await engine.rows(
    sql`select model, cast(json_extract_string(fitted, '$.crossValidated.hitRatio') as double) as hit_ratio
      from models.fitted order by model`,
    { model: 'text', hit_ratio: 'number?' },
    100,
  );
  return models
    .map((model) => ({ model, hitRatio: rows.find((row) => row.model === model)?.hit_ratio ?? 0 }))
    .sort((a, b) => b.hitRatio - a.hitRatio);
}

/** Says which segment each prospect will most likely join: by the model that is right most often in cross-validation. */
export function likelyStep(pipeline: Pipeline): PlannedStep {
  const models = assigners(pipeline);
  return {
    name: 'likely segment',
    kind: 'model',
    reads: ['features.customer', 'scores.discriminant', 'scores.tree', 'models.fitted'],
    writes: ['scores.likely_segment'],
    async run({ engine, remarks }) {
      const [best, second] = await rank(engine, models);
      const scored = scoresOf[best?.model ?? 'discriminant'];
      const { rows } = await engine.create(
        'scores.likely_segment',
        sql`select scored.customer_id, scored.segment, scored.probability, ${best?.model ?? ''} as model
          from (${scored}) as scored
          join features.customer as customer on customer.customer_id = scored.customer_id
          where customer.is_prospect and ${best !== undefined}`,
      );
      if (best === undefined) return { rows, outcome: 'no model assigns prospects' };
      if (second !== undefined)
        remarks.push(
          `prospects are assigned by the ${said[best.model]}: left out of the fit, ${percent(best.hitRatio)} of customers are put into their segment, ` +
            `by the ${said[second.model]} ${percent(second.hitRatio)}`,
        );
      return { rows, outcome: `${rows} prospects, by the ${said[best.model]}` };
    },
  };
}
