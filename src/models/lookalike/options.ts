import { z } from 'zod';
import { featureList } from '../feature-list.ts';

/** What the `lookalike` step takes. */
export const lookalikeOptions = z.strictObject({
  seed: z
    .union(
      [z.enum(['profitable', 'best_segment']), z.strictObject({ segment: z.string().min(1) })],
      'must be profitable, best_segment or {segment: NAME or code}',
    )
    .default('profitable')
    .describe(
      'whom the others should resemble: profitable = the buyers with the highest profit; best_segment = the segment with ' +
        'the highest profit per head; {segment: NAME or code}',
    ),
  share: z.number().min(0.05).max(0.5).default(0.2).describe('seed: profitable takes this share of the buyers'),
  features: featureList.describe(
    'what is known before a purchase: columns of features.customer like age_years, first_channel or first_referrer, attribute:NAME',
  ),
  exclude_campaign_days: z
    .int()
    .min(0)
    .max(3650)
    .default(0)
    .describe('who had a contact of a campaign in so many days is in no list; 0 = everybody is'),
  folds: z.int().min(2).max(10).default(5).describe('parts of the test: each is foretold by the others'),
});

/** Resolved options of the `lookalike` step. */
export type LookalikeOptions = z.infer<typeof lookalikeOptions>;
