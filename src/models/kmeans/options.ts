import { z } from 'zod';
import { featureList } from '../feature-list.ts';
import { driftOption, refitOption, type RefitOptions } from '../refit-options.ts';

/** The range that `k: auto` looks through. */
export const automatic = { from: 3, to: 8 } as const;

const kRange = z
  .strictObject({ from: z.int().min(2).max(20), to: z.int().min(2).max(20) })
  .refine(({ from, to }) => from <= to, 'must have its from at or below its to');

/** What the `kmeans` step takes. */
export const kmeansOptions = z.strictObject({
  features: featureList.describe(
    'numbers that customers are compared by: columns of features.customer, category_share:NAME, channel_share:NAME, attribute:NAME; ' +
      'log1p(…) or signed_log(…) around one for skewed values, winsorise(…) around one with a few absurd values; ' +
      'text and yes/no columns are coded by level, and weigh as much as one number',
  ),
  k: z
    .union(
      [z.int().min(2).max(100), z.literal('auto'), kRange],
      'must be a whole number from 2 to 100, auto, or a range like {from: 3, to: 8}',
    )
    .default(5)
    .describe('number of segments; auto = the best of 3 to 8; {from, to} = the best of another range, up to 20'),
  smallest_share: z
    .number()
    .min(0)
    .max(0.5)
    .default(0.02)
    .describe(
      'where k is looked for: the share of the customers that every segment must have; where it is given, a remark tells of smaller ones',
    ),
  k_margin: z
    .number()
    .min(0)
    .max(1)
    .default(0.02)
    .describe(
      'where k is looked for again: by how much of the mean silhouette another k must be better to take its place',
    ),
  k_refits: z
    .int()
    .min(1)
    .max(100)
    .default(3)
    .describe('where k is looked for again: in how many refits in a row another k must be better'),
  weights: z
    .record(z.string(), z.number().positive().max(1000))
    .default({})
    .describe('how much a feature counts, by its name as in features: 2 = as if it stood there twice; others count 1'),
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
  refit: refitOption(
    'when segments are searched anew: always; {every_days: n} after so many days; drift = when customers have changed. ' +
      'Between, the stored model gives new customers their segments',
  ),
  drift: driftOption(0.25, {
    beyond: z
      .number()
      .min(0)
      .max(1)
      .default(0.02)
      .describe('share of the customers who are farther from their centre than any was at the fit'),
  }),
  iterations: z.int().min(1).max(10_000).default(300).describe('passes over all customers before giving up'),
});

/** Resolved options of the `kmeans` step. */
export type KmeansOptions = z.infer<typeof kmeansOptions>;

/** What a fit takes of them: not when there is one. */
export type KmeansFitOptions = Omit<KmeansOptions, keyof RefitOptions>;

/** The range of an option k that leaves the choice open. */
export const rangeOf = (k: Exclude<KmeansOptions['k'], number>): { readonly from: number; readonly to: number } =>
  k === 'auto' ? automatic : k;

/** The options as they hold for a table: one that does not tell prospects from buyers is taken whole. */
export const withMembers = (options: KmeansFitOptions, columns: ReadonlyMap<string, unknown>): KmeansFitOptions => ({
  ...options,
  customers: columns.has('is_prospect') ? options.customers : 'all',
});
