import type { View } from './view.ts';

const kinds: Readonly<Record<string, 'money' | 'share' | 'years'>> = {
  monetary: 'money',
  mean_order_value: 'money',
  cost_to_serve: 'money',
  profit: 'money',
  annual_income: 'money',
  discount_share: 'share',
  return_share: 'share',
  weekend_share: 'share',
  evening_share: 'share',
  favourite_category_share: 'share',
  age_years: 'years',
};

/** What people call a feature: `recency_days` → Days since last purchase; a column without a word of its own by its name. */
export function featureLabel({ t }: View, feature: string): string {
  const [column = '', value] = feature.split(/[=:](.*)/s);
  const label = Object.hasOwn(t.features, column) ? t.features[column]! : column.replaceAll('_', ' ');
  return value === undefined ? label : `${label}: ${value.trim()}`;
}

/** A value of a feature in its unit. */
export function featureValue({ t, f }: View, feature: string, value: number): string {
  const kind = kinds[feature];
  switch (kind) {
    case 'money':
      return f.money(value);
    case 'share':
      return f.share(value, 1);
    case 'years':
      return t.segments.years(value);
    default:
      return f.number(value, Math.abs(value) < 10 ? 2 : 1);
  }
}
