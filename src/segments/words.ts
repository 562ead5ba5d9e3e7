import { features as labels } from '../text/en/words.ts';
import { featureParts } from '../text/feature.ts';

/** What having much or little of a feature is called. */
export interface Words {
  readonly high: string;
  readonly low: string;
}

/** In the order that names say them in. */
const spoken: Readonly<Record<string, Words>> = {
  frequency: { high: 'frequent', low: 'infrequent' },
  recency_days: { high: 'long absent', low: 'recent' },
  monetary: { high: 'high spend', low: 'low spend' },
  tenure_days: { high: 'long-standing', low: 'new' },
  known_days: { high: 'long known', low: 'newly known' },
  orders: { high: 'many orders', low: 'few orders' },
  lines: { high: 'many items', low: 'few items' },
  products: { high: 'wide range', low: 'narrow range' },
  quantity_per_order: { high: 'many units an order', low: 'few units an order' },
  mean_order_value: { high: 'large orders', low: 'small orders' },
  discount_share: { high: 'discount-led', low: 'full price' },
  return_share: { high: 'many returns', low: 'few returns' },
  purchase_days: { high: 'many purchase days', low: 'few purchase days' },
  purchase_interval_days: { high: 'long intervals', low: 'short intervals' },
  weekend_share: { high: 'weekend', low: 'weekday' },
  evening_share: { high: 'evening', low: 'daytime' },
  favourite_category_share: { high: 'one category', low: 'mixed basket' },
  contacts: { high: 'many contacts', low: 'few contacts' },
  contact_cost: { high: 'costly to serve', low: 'cheap to serve' },
  complaints: { high: 'complaining', low: 'no complaints' },
  days_since_contact: { high: 'long out of touch', low: 'lately in touch' },
  age_years: { high: 'older', low: 'younger' },
  annual_income: { high: 'high income', low: 'low income' },
};

const spaced = (column: string): string => column.replaceAll('_', ' ');

/** A level of a text or yes/no column as a word: `female`, `email opt in`, `no email opt in`, `other country`. */
function sayLevel(column: string, level: string): string {
  if (level === 'true') return spaced(column);
  if (level === 'false') return `no ${spaced(column)}`;
  return level === '(other)' ? `other ${spaced(column)}` : level;
}

/** How often a level is met: `mostly` is more than half, `rarely` less than one in ten. */
function sayLevels(level: string, mean: number | null): Words {
  return {
    high: `${mean !== null && mean > 0.5 ? 'mostly' : 'more often'} ${level}`,
    low: `${mean !== null && mean < 0.1 ? 'rarely' : 'less often'} ${level}`,
  };
}

/** A feature as people say it: `log1p(mean_order_value)` → `order value`, `category_share:Toys` → `spent on Toys`, `gender=female` → `female`. */
export function sayFeature(feature: string): string {
  const { column, value, kind, isAttribute } = featureParts(feature);
  if (kind === 'level') return sayLevel(column, value!);
  if (isAttribute) return spaced(column);
  const label = Object.hasOwn(labels, column) ? labels[column]! : spaced(column);
  const said = label.charAt(0).toLowerCase() + label.slice(1);
  return value === null ? said : `${said} ${value}`;
}

/** What a customer can have a middling amount of: `orders`, `share of Toys`, `share by web`. */
export function sayMeasure(feature: string): string {
  const { column, value, kind } = featureParts(feature);
  if (kind !== 'share') return sayFeature(feature);
  return column === 'category_share' ? `share of ${value!}` : `share by ${value!}`;
}

/** The columns whose values make up a whole: where one is high, others must be low. Null: a feature of its own. */
export function wholeOf(feature: string): string | null {
  const { column, kind, isAttribute } = featureParts(feature);
  if (kind === 'column') return null;
  return isAttribute ? `attribute:${column}` : column;
}

/** The place of a feature in a name: what is bought, where, then the known ones in their order, then the others. */
export function placeInName(feature: string): number {
  const { column, isAttribute } = featureParts(feature);
  const order = ['category_share', 'channel_share', ...Object.keys(spoken)];
  const place = isAttribute ? -1 : order.indexOf(column);
  return place < 0 ? order.length : place;
}

/** The words for much and little of a feature. A level that more than half have, by their `mean`, is what they mostly are. */
export function wordsFor(feature: string, mean: number | null = null): Words {
  const { column, value, kind, isAttribute } = featureParts(feature);
  if (kind === 'share') {
    return column === 'category_share'
      ? { high: `${value!} buyers`, low: `little ${value!}` }
      : { high: `by ${value!}`, low: `rarely by ${value!}` };
  }
  if (kind === 'level') return sayLevels(sayLevel(column, value!), mean);
  if (isAttribute) return { high: `high ${spaced(column)}`, low: `low ${spaced(column)}` };
  if (Object.hasOwn(spoken, column)) return spoken[column]!;
  const contacts = /^contacts_(.+)$/.exec(column);
  const said = contacts ? `contacts by ${spaced(contacts[1]!)}` : spaced(column);
  return contacts ? { high: `many ${said}`, low: `few ${said}` } : { high: `high ${said}`, low: `low ${said}` };
}
