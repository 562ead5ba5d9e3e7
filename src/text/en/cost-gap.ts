import type { Format, PluralForms } from '../format.ts';
import { nouns } from './words.ts';

/** A cost that nobody told; see `marts.cost_gap`. */
export interface Gap {
  readonly missing: string;
  /** Of contacts; else empty. */
  readonly channel: string;
  readonly units: number;
  readonly net_revenue: number | null;
}

const line: PluralForms = { one: 'order line', other: 'order lines' };
const contact: PluralForms = { one: 'contact', other: 'contacts' };
const campaign: PluralForms = { one: 'campaign', other: 'campaigns' };

/** What each kind of gap is of, with how many; those of contacts by channel are one. */
const partOf: Readonly<Record<string, (units: number, f: Format) => string>> = {
  'cost of order lines': (units, f) => `the goods of ${f.count(units, line)}`,
  'rates of fulfilment': (units, f) => `sending ${f.count(units, nouns.order)}`,
  'cost of contacts': (units, f) => f.count(units, contact),
  'cost of campaigns': (units, f) => f.count(units, campaign),
  'campaigns of contacts': (units, f) => `campaigns that ${f.count(units, contact)} name and no list has`,
  'campaigns that customers came by': (units, f) =>
    `campaigns that ${f.count(units, nouns.person)} came by and no list has`,
};

/** All that is not known of costs, in one sentence; null: nothing. */
export function sayGaps(gaps: readonly Gap[], f: Format): string | null {
  const parts = Object.entries(partOf).flatMap(([missing, say]) => {
    const own = gaps.filter((gap) => gap.missing === missing);
    if (own.length === 0) return [];
    const [first] = own;
    const revenue = first!.net_revenue === null ? '' : ` (${f.exactMoney(first!.net_revenue)} of net revenue)`;
    return [
      `${say(
        own.reduce((sum, { units }) => sum + units, 0),
        f,
      )}${revenue}`,
    ];
  });
  return parts.length === 0 ? null : `profit counts as nothing what nobody told the cost of: ${f.list(parts)}`;
}

/** What is not known of costs and so counts as nothing, in a sentence. */
export function sayGap({ missing, channel, units, net_revenue: revenue }: Gap, f: Format, money = f.money): string {
  switch (missing) {
    case 'cost of order lines':
      return `What the goods of ${f.count(units, line)} cost, ${money(revenue ?? 0)} of net revenue, nobody told: it counts as nothing.`;
    case 'rates of fulfilment':
      return `No rate of fulfilment is above 0: sending ${f.count(units, nouns.order)} counts as nothing.`;
    case 'cost of contacts':
      return `What ${f.count(units, contact)} by ${channel} cost nobody told: it counts as nothing.`;
    case 'cost of campaigns':
      return `What ${f.count(units, campaign)} cost nobody told: it counts as nothing.`;
    case 'campaigns of contacts':
      return `${f.count(units, contact)} name campaigns that no list has: their cost counts as nothing.`;
    case 'campaigns that customers came by':
      return `${f.count(units, nouns.person)} came by campaigns that no list has: winning them counts as nothing.`;
    default:
      return `${missing}: ${f.whole(units)} unknown.`;
  }
}
