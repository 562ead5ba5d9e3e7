import { featureParts } from '../text/feature.ts';
import type { View } from './view.ts';

/** What people call a feature: `recency_days` → Days since last purchase; a column without a word of its own by its name, and an attribute by its own. */
export function featureLabel({ t }: View, feature: string): string {
  const { column, value, bent, isAttribute } = featureParts(feature);
  const word = !isAttribute && Object.hasOwn(t.features, column) ? t.features[column]! : column.replaceAll('_', ' ');
  const label = value === null ? word : `${word}: ${value}`;
  return bent ? t.segments.logarithm(label) : label;
}
