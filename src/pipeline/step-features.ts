import type { Step } from './schema.ts';

/** What a step compares customers by, and what its options call that; RFM, lifetime value and baskets choose nothing. */
export function featuresOf(step: Step): {
  readonly list: 'features' | 'predictors';
  readonly features: readonly string[];
} {
  if (step.model === 'rfm' || step.model === 'clv' || step.model === 'basket')
    return { list: 'features', features: [] };
  if (step.model === 'discriminant') return { list: 'predictors', features: step.options.predictors };
  return { list: 'features', features: step.options.features };
}
