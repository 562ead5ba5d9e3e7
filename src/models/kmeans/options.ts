import { z } from 'zod';
import { featureList } from '../feature.ts';

/** What the `kmeans` step takes. */
export const kmeansOptions = z.strictObject({
  features: featureList.describe(
    'numbers that customers are compared by: columns of features.customer, category_share:NAME, channel_share:NAME; ' +
      'log1p(…) or signed_log(…) around one for skewed values',
  ),
  k: z.int().min(2).max(100).default(5).describe('number of segments'),
  standardize: z
    .boolean()
    .default(true)
    .describe('measure every feature in its standard deviations, so that none rules by its unit'),
  missing: z
    .enum(['mean', 'listwise'])
    .default('mean')
    .describe('a customer without a value: mean = takes the mean of the others; listwise = gets no segment'),
  customers: z
    .enum(['buyers', 'all'])
    .default('buyers')
    .describe('who is segmented: buyers = customers with a purchase; all = prospects too'),
  seed: z.int().min(0).default(1).describe('seed of the starting centres'),
  restarts: z.int().min(1).max(1000).default(50).describe('starts on the sample; the best is refined on all customers'),
  sample: z.int().min(200).max(16_384).default(4096).describe('customers in the sample that the starts are tried on'),
  iterations: z.int().min(1).max(10_000).default(300).describe('passes over all customers before giving up'),
});

/** Resolved options of the `kmeans` step. */
export type KmeansOptions = z.infer<typeof kmeansOptions>;
