import type { Engine } from '../../engine/engine.ts';
import { raw, sql, type Sql } from '../../sql/sql.ts';
import type { LearntDiscriminant } from '../discriminant/fitted.ts';
import { learnDiscriminant } from '../discriminant/fit.ts';
import { discriminantOptions } from '../discriminant/options.ts';
import { discriminantScoreSql } from '../discriminant/score.sql.ts';

/**
 * Learns who is a seed (`outcome` of a table, null: takes no part): one covariance for both classes, so that the rule is linear, drawn towards its diagonal as far as
 * cross-validation says (regularised discriminant analysis with λ = 1; Friedman 1989). Unknown values take the mean.
 */
export const learnSeeds = (
  engine: Engine,
  features: readonly string[],
  asOf: string,
  relation: string,
): Promise<LearntDiscriminant> =>
  learnDiscriminant(
    engine,
    discriminantOptions.parse({
      class: 'outcome',
      predictors: [...features],
      missing: 'mean',
      covariance: 'shrunk',
      shrinkage: { pooled: 1 },
    }),
    { asOf, classes: { relation, key: 'customer_id', column: 'outcome' } },
  );

/** `customer_id, probability` to be a seed, of everybody. */
export function seedProbabilitySql(classifier: LearntDiscriminant): Sql {
  const place = classifier.classes.findIndex((one) => one.class === 'yes');
  return sql`select customer_id, ${raw(`posterior_${place + 1}`)} as probability
    from (${discriminantScoreSql(classifier, { posteriors: true })}) as scored`;
}
