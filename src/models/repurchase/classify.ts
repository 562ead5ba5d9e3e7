import type { Engine } from '../../engine/engine.ts';
import { sql, raw, type Sql } from '../../sql/sql.ts';
import { fitDiscriminant } from '../discriminant/fit.ts';
import { discriminantOptions } from '../discriminant/options.ts';
import { discriminantScoreSql } from '../discriminant/score.sql.ts';
import type { FitInput } from '../model.ts';
import { fitTree } from '../tree/fit.ts';
import { treeOptions } from '../tree/options.ts';
import { treeScoreSql } from '../tree/score.sql.ts';
import type { RepurchaseClassifier } from './fitted.ts';
import { smoothed } from './smooth.ts';

/**
 * Probabilities are shares of leaves, which must be large enough to tell one. With equal priors a leaf counts that differs from the base, also where the same
 * outcome is the more frequent one everywhere.
 */
const growth = { priors: 'equal', min_leaf: 50, min_split: 100, depth: 6, cp: 0.001, prune: 'cv_min' } as const;

/** What a classifier is said to be of: features of customers, of whatever day. */
const lastingRelation = 'features.customer';

/** From what is learnt, and how. */
export interface Learning {
  readonly method: 'discriminant' | 'tree';
  readonly features: readonly string[];
}

/** Learns the classes of `input`, by the method of the options. Unknown values take the mean, so that everyone has a probability. */
export function learn(engine: Engine, { method, features }: Learning, input: FitInput): Promise<RepurchaseClassifier> {
  const given = { class: 'outcome' };
  return method === 'tree'
    ? fitTree(engine, treeOptions.parse({ ...given, features, ...growth }), input)
    : fitDiscriminant(
        engine,
        discriminantOptions.parse({ ...given, predictors: [...features], missing: 'mean' }),
        input,
      );
}

/** The classifier without what is of one night alone: the table it was learnt from, and the fits of its cross-validation. */
export const lasting = (classifier: RepurchaseClassifier): RepurchaseClassifier =>
  classifier.model === 'discriminant'
    ? { ...classifier, matrix: { ...classifier.matrix, relation: lastingRelation }, heldOut: null }
    : { ...classifier, relation: lastingRelation };

/** `customer_id, probability` of the class `yes`, from the features in a table. Probabilities of a tree are smoothed shares of its leaves. */
export function probabilitySql(classifier: RepurchaseClassifier, relation: string): Sql {
  const place = classifier.classes.findIndex((one) => one.class === 'yes');
  if (classifier.model === 'discriminant')
    return sql`select customer_id, ${raw(`posterior_${place + 1}`)} as probability
      from (${discriminantScoreSql({ ...classifier, matrix: { ...classifier.matrix, relation } }, { posteriors: true })}) as scored`;
  return sql`select customer_id, ${raw(`p${place + 1}`)} as probability
    from (${treeScoreSql({ ...smoothed(classifier), relation })}) as scored`;
}
