import type { Format } from '../format.ts';
import type { Ends } from '../naming.ts';

/** What having much or little of a feature is called, in the order that names say them in. */
const spoken: Readonly<Record<string, Ends>> = {
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
  complaints_open: { high: 'with open complaints', low: 'no open complaints' },
  opinion: { high: 'satisfied', low: 'dissatisfied' },
  days_since_contact: { high: 'long out of touch', low: 'lately in touch' },
  age_years: { high: 'older', low: 'younger' },
  annual_income: { high: 'high income', low: 'low income' },
};

/** Names and descriptions of segments. Words of a name are of the customers, in the plural. */
export const naming = (f: Format) => ({
  spoken,
  /** A yes/no column: `email opt in`, `no email opt in`. */
  flag: (column: string, yes: boolean): string => (yes ? column : `no ${column}`),
  /** All levels of a column that are not told one by one. */
  otherLevel: (column: string): string => `other ${column}`,
  /** More than half have the level. */
  mostly: (level: string): string => `mostly ${level}`,
  oftener: (level: string): Ends => ({ high: `more often ${level}`, low: `less often ${level}` }),
  /** Less than one in ten have it. */
  rarely: (level: string): string => `rarely ${level}`,
  category: (category: string): Ends => ({ high: `${category} buyers`, low: `little ${category}` }),
  channel: (channel: string): Ends => ({ high: `by ${channel}`, low: `rarely by ${channel}` }),
  contactsBy: (channel: string): Ends => ({ high: `many contacts by ${channel}`, low: `few contacts by ${channel}` }),
  /** A column that has no words of its own. */
  amount: (column: string): Ends => ({ high: `high ${column}`, low: `low ${column}` }),
  rather: (word: string): string => `rather ${word}`,
  very: (word: string): string => `${/^(more|less) /.test(word) ? 'much' : 'very'} ${word}`,
  withoutDegree: (word: string): string => word.replace(/^(very|rather|much) /, ''),
  typical: 'Typical customers',
  /** What a name begins with that tells of what a segment is in the middle. */
  middle: 'in the middle on ',
  /** A feature of one category or channel: `spent on Toys`. */
  valued: (feature: string, value: string): string => `${feature} ${value}`,
  shareOf: (category: string): string => `share of ${category}`,
  shareBy: (channel: string): string => `share by ${channel}`,

  /** `orders 9.1 (all: 3.2)` */
  compared: (what: string, here: string, all: string): string => `${what} ${here} (all: ${all})`,
  comparedLevel: (level: string, here: string, all: string): string => `${here} ${level} (all: ${all})`,
  comparedCategory: (category: string, here: string, all: string): string =>
    `${here} of their money on ${category} (all: ${all})`,
  comparedChannel: (channel: string, here: string, all: string): string =>
    `${here} of their orders by ${channel} (all: ${all})`,
  median: (compared: string): string => `median ${compared}`,
  empty: '0 customers: nobody is in it now.',
  /** How many, and what part they bring of what all segments bring; null: not told. */
  size: (
    customers: number,
    share: number,
    brings: { readonly netRevenue: number | null; readonly profit: number | null },
  ): string => {
    const { netRevenue, profit } = brings;
    const parts = [
      ...(netRevenue === null ? [] : [`${f.share(netRevenue)} of the net revenue`]),
      ...(profit === null || profit < 0 ? [] : [`${f.share(profit)} of the profit`]),
    ];
    const loss = profit !== null && profit < 0 ? ', at a loss' : '';
    const brought = parts.length === 0 ? loss : `, with ${f.list(parts)} of all segments${loss}`;
    return `${f.count(customers, { one: 'customer', other: 'customers' })}, ${f.share(share)} of those in a segment${brought}.`;
  },
  inTheMiddle: (measures: string, compared: string): string =>
    `They are in the middle on ${measures}, and much alike there; on average: ${compared}.`,
  alike: 'They hardly differ from the others.',
  differ: (compared: string): string => `They differ a little from the others, on average: ${compared}.`,
  apart: (compared: string): string => `What sets them apart, on average: ${compared}.`,
  clearlyApart: (compared: string): string => `What sets them clearly apart, on average: ${compared}.`,
});
