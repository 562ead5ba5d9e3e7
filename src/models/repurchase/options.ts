import { z } from 'zod';
import { parseFeature } from '../../text/feature.ts';
import { featureList } from '../feature-list.ts';

/**
 * What a list of customers says today: it may have been learnt after the day that is foretold from. Even what never changes is known of some only since they bought
 * again.
 */
const undated =
  /^(annual_income|age_years|gender|country|region|language|acquisition_(source|medium)|known_days|(email|phone|sms|post|ads)_opt_in)$/;

/** A feature follows from purchases and contacts, which have their days. */
function isDated(text: string): boolean {
  const { source } = parseFeature(text);
  return source.kind !== 'attribute' && (source.kind !== 'column' || !undated.test(source.column));
}

const features = featureList.refine((list) => list.every(isDated), {
  message:
    'must follow from purchases and contacts: what the list of customers says (attributes, age, gender, income, place, consent, acquisition) is of today, and may know what is to be foretold',
});

/** What the `repurchase` step takes. */
export const repurchaseOptions = z.strictObject({
  within_days: z.int().min(7).max(365).default(90).describe('who buys again in so many days'),
  features: features
    .default(['log1p(recency_days)', 'log1p(frequency)', 'log1p(tenure_days)'])
    .describe('what is known before; columns of features.customer, category_share:NAME, channel_share:NAME'),
  method: z
    .enum(['discriminant', 'tree'])
    .default('discriminant')
    .describe('how it is learnt who buys again: discriminant analysis or classification tree'),
});

/** Resolved options of the `repurchase` step. */
export type RepurchaseOptions = z.infer<typeof repurchaseOptions>;
