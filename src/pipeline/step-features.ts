import type { Step } from './schema.ts';

/** What a step compares customers by, and what its options call that; RFM, lifetime value, baskets and the next product choose nothing. */
export function featuresOf(step: Step): {
  readonly list: 'features' | 'predictors';
  readonly features: readonly string[];
} {
  if (step.model === 'discriminant') return { list: 'predictors', features: step.options.predictors };
  return { list: 'features', features: 'features' in step.options ? step.options.features : [] };
}
