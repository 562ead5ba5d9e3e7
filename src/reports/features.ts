import { featureParts, unitOf } from '../text/feature.ts';
import type { View } from './view.ts';

/** What people call a feature: `recency_days` → Days since last purchase; a column without a word of its own by its name, and an attribute by its own. */
export function featureLabel({ t }: View, feature: string): string {
  const { column, value, bent, isAttribute } = featureParts(feature);
  const word = !isAttribute && Object.hasOwn(t.features, column) ? t.features[column]! : column.replaceAll('_', ' ');
  const label = value === null ? word : `${word}: ${value}`;
  return bent ? t.segments.logarithm(label) : label;
}

/** One way to write all values of a feature, in its unit. */
export function featureFormat({ t, f }: View, feature: string, values: readonly number[]): (value: number) => string {
  switch (unitOf(feature)) {
    case 'money':
      return f.moneyLike(values);
    case 'share':
      return (value) => f.share(value, 1);
    case 'years':
      return (value) => t.segments.years(value);
    case 'number': {
      const digits = values.every((value) => Math.abs(value) < 10) ? 2 : 1;
      return (value) => f.fixed(value, digits);
    }
  }
}
