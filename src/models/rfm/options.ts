import { z } from 'zod';

const fourDecimals = (value: number): boolean => Number(value.toFixed(4)) === value;

const ascending = (values: readonly number[]): boolean => values.every((value, i) => i === 0 || value > values[i - 1]!);

const weight = z
  .number()
  .min(0)
  .max(100)
  .refine(fourDecimals, 'must have at most 4 decimals')
  .default(1)
  .describe('0 to 100; 0 leaves the measure out of rfm_score');

const cutPoints = z
  .array(z.number())
  .min(1)
  .max(9)
  .refine(ascending, 'must ascend, each value above the one before')
  .optional();

/** What the `rfm` step takes. */
export const rfmOptions = z
  .strictObject({
    bins: z.int().min(2).max(10).default(5).describe('scores of each measure, from 1 to this; 5 gives quintiles'),
    binning: z
      .enum(['independent', 'nested'])
      .default('independent')
      .describe(
        'independent = each measure is cut on its own; nested = frequency within each recency score, monetary value within each pair of both',
      ),
    cut_points: z
      .strictObject({
        recency: cutPoints.describe('days; 30, 90 make three scores: up to 30, up to 90, more'),
        frequency: cutPoints.describe('orders'),
        monetary: cutPoints.describe('money'),
      })
      .prefault({})
      .describe(
        'where to cut instead of quantiles, 1 to 9 ascending values a measure; a score reaches up to and including its upper one',
      ),
    weights: z
      .strictObject({ recency: weight, frequency: weight, monetary: weight })
      .refine((weights) => Object.values(weights).some((one) => one > 0), 'must not all be 0')
      .prefault({})
      .describe('what each measure counts in rfm_score, the weighted mean of the three on a scale of 1 to bins'),
    refit: z
      .enum(['always', 'never'])
      .default('always')
      .describe(
        'always = new cut-points every run; never = those of the release before, as long as they fit the options',
      ),
  })
  .refine(
    ({ binning, cut_points }) =>
      binning === 'independent' || Object.values(cut_points).every((one) => one === undefined),
    { path: ['cut_points'], message: 'must be left out where binning is nested: cells have cut-points of their own' },
  );

/** Resolved options of the `rfm` step. */
export type RfmOptions = z.infer<typeof rfmOptions>;
