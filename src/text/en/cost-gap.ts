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
