import { phrase, type Phrase } from '../../../text/phrase.ts';
import type { View } from '../../view.ts';
import { knownCosts, knownShare } from '../../worth.ts';

/** What was sold and what is left of it, as far as it is known. */
export function leadOf({ t, data, worth }: View): Phrase {
  const { buyers, orders, net_revenue: netRevenue, profit } = data.total;
  if (buyers === 0) return t.overview.nobody;
  const sales = t.overview.sales(buyers, orders, netRevenue);
  if (worth !== 'profit') return phrase`${sales} ${t.overview.noCosts}`;
  if (netRevenue <= 0) return sales;
  const left = t.overview.left(knownCosts(data.total), profit, profit / netRevenue);
  const known = knownShare(data.total);
  return known < 1 ? phrase`${sales} ${left} ${t.overview.knownCost(known)}` : phrase`${sales} ${left}`;
}
