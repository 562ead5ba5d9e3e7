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
  category_share: 'share',
  channel_share: 'share',
  favourite_category_share: 'share',
  age_years: 'years',
};

/** A feature as the options of a model write it: `log1p(monetary)`, `category_share:Toys`, `gender=female`, `attribute:tariff=gold`. */
function parts(feature: string): { column: string; value: string | null; bent: boolean; isAttribute: boolean } {
  const logged = /^(?:log1p|signed_log)\((.+)\)$/s.exec(feature)?.[1];
  const inner = (logged ?? feature).trim();
  const plain = /^winsorise\((.+?)(?:,\s*[0-9.]+\s*)?\)$/s.exec(inner)?.[1]?.trim() ?? inner;
  const attribute = /^attribute:\s*(.*)$/s.exec(plain)?.[1];
  const [, column = '', value] = /^([^:=]*)[:=]?(.*)$/s.exec(attribute ?? plain) ?? [];
  const [bent, isAttribute] = [logged !== undefined, attribute !== undefined];
  return { column, value: value === undefined || value === '' ? null : value, bent, isAttribute };
}

/** What people call a feature: `recency_days` → Days since last purchase; a column without a word of its own by its name, and an attribute by its own. */
export function featureLabel({ t }: View, feature: string): string {
  const { column, value, bent, isAttribute } = parts(feature);
  const word = !isAttribute && Object.hasOwn(t.features, column) ? t.features[column]! : column.replaceAll('_', ' ');
  const label = value === null ? word : `${word}: ${value.trim()}`;
  return bent ? t.segments.logarithm(label) : label;
}

/** One way to write all values of a feature, in its unit. */
export function featureFormat({ t, f }: View, feature: string, values: readonly number[]): (value: number) => string {
  const { column, isAttribute } = parts(feature);
  switch (!isAttribute && Object.hasOwn(kinds, column) ? kinds[column]! : 'number') {
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
