import { z } from 'zod';
import { featureList } from '../feature-list.ts';
import { refitOptions } from '../refit-options.ts';
import { classificationOptions, shrinkageFits } from './classification-options.ts';
import { stepwiseOptions } from './stepwise/options.ts';

const fields = z.strictObject({
  class: z
    .string()
    .min(1)
    .default('segment')
    .describe('what is told apart: segment (of kmeans), rfm_segment, or a column of features.customer'),
  predictors: featureList.describe(
    'columns of features.customer, category_share:NAME, channel_share:NAME, attribute:NAME; ' +
      'log1p(…) or signed_log(…) around a number; text and yes/no columns are coded by level',
  ),
  priors: z
    .union(
      [z.enum(['size', 'equal']), z.record(z.string(), z.number().positive())],
      'must be size, equal or a mapping of every class to its probability',
    )
    .default('size')
    .describe('probability of each class before anything is known: size = as among the customers that are fitted'),
  missing: z
    .enum(['listwise', 'mean'])
    .default('listwise')
    .describe('a customer without a value: listwise = is left out; mean = takes the mean of the others'),
  tolerance: z
    .number()
    .min(0)
    .max(1)
    .default(0.001)
    .describe('a predictor is dropped when less than this share of its variance within classes is its own'),
  stepwise: stepwiseOptions
    .optional()
    .describe('choose predictors one by one, in every part of the cross-validation too; left out: all are used'),
  folds: z.int().min(2).max(10).default(5).describe('parts of the cross-validation'),
  ...classificationOptions,
});

const onlyShrunk = { message: 'goes with covariance: shrunk alone', path: ['shrinkage'] };

/** What a discriminant analysis takes. */
export const discriminantOptions = fields.refine(shrinkageFits, onlyShrunk);

/** What the `discriminant` step takes. */
export const discriminantStepOptions = fields.extend(refitOptions).refine(shrinkageFits, onlyShrunk);

/** Resolved options of a discriminant analysis. */
export type DiscriminantOptions = z.infer<typeof discriminantOptions>;
