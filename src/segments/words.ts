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
  quantity_per_order: { high: 'bulk orders', low: 'single items' },
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

/** A feature without its transforms: `log1p(winsorise(monetary, 0.05))` → `monetary`. */
export function plainFeature(feature: string): string {
  const inner = /^(?:log1p|signed_log)\((.+)\)$/.exec(feature)?.[1]?.trim() ?? feature;
  return /^winsorise\((.+?)(?:,\s*[0-9.]+\s*)?\)$/.exec(inner)?.[1]?.trim() ?? inner;
}

/** An attribute that a source keeps goes by its own name. */
const bare = (plain: string): string => plain.replace(/^attribute:\s*/, '').replaceAll('_', ' ');

/**
 * A feature as people say it: `log1p(mean_order_value)` → `mean order value`, `category_share:Toys` → `share of Toys`,
 * `attribute:loyalty_points` → `loyalty points`.
 */
export function sayFeature(feature: string): string {
  const plain = plainFeature(feature);
  const share = /^(?:category|channel)_share:(.+)$/.exec(plain);
  return share ? `share of ${share[1]!}` : bare(plain);
}

/** The place of a feature in a name: the known ones in their order, then the others. */
export function placeInName(feature: string): number {
  const place = Object.keys(spoken).indexOf(plainFeature(feature));
  return place < 0 ? Object.keys(spoken).length : place;
}

/** The words for much and little of a feature. */
export function wordsFor(feature: string): Words {
  const plain = plainFeature(feature);
  const known = spoken[plain];
  if (known) return known;
  const share = /^(category|channel)_share:(.+)$/.exec(plain);
  if (share) {
    const [, of, value] = share;
    return of === 'category'
      ? { high: `${value!} buyers`, low: `little ${value!}` }
      : { high: `by ${value!}`, low: `rarely by ${value!}` };
  }
  const contacts = /^contacts_(.+)$/.exec(plain);
  const said = contacts ? `contacts by ${contacts[1]!.replaceAll('_', ' ')}` : bare(plain);
  return contacts ? { high: `many ${said}`, low: `few ${said}` } : { high: `high ${said}`, low: `low ${said}` };
}
