import { z } from 'zod';

const share = z.number().min(0).max(1);

/** What the `discriminant` step takes on how customers are put into classes. */
export const classificationOptions = {
  covariance: z
    .enum(['pooled', 'separate', 'shrunk'])
    .default('pooled')
    .describe(
      'pooled = the classes share one covariance (linear); separate = each has its own (quadratic); ' +
        'shrunk = between both (regularised)',
    ),
  shrinkage: z
    .strictObject({
      pooled: share.optional().describe('0 = each class its own covariance, 1 = the pooled one'),
      diagonal: share.optional().describe('0 = covariances as they are, 1 = variances alone'),
    })
    .default({})
    .describe('how far covariance: shrunk goes; what is left out is chosen by cross-validation'),
  singular: z
    .enum(['drop', 'shrink', 'refuse'])
    .default('drop')
    .describe(
      'where predictors follow from one another: drop = the later ones are left out; ' +
        'shrink = covariances are shrunk just enough to keep them; refuse = the fit fails',
    ),
  validation: z
    .enum(['folds', 'leave_one_out'])
    .default('folds')
    .describe('how customers are judged that did not take part in the fit: in parts, or each by all others'),
};

/** Nothing but `covariance: shrunk` reads `shrinkage`. */
export const shrinkageFits = ({
  covariance,
  shrinkage,
}: {
  readonly covariance: string;
  readonly shrinkage: object;
}): boolean => covariance === 'shrunk' || Object.keys(shrinkage).length === 0;
