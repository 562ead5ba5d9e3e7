import { phrase, type Phrase } from '../../../text/phrase.ts';
import { anonymousProfit } from '../../findings.ts';
import { ratio, type View } from '../../view.ts';
import { knownCosts, knownShare } from '../../worth.ts';

/** What the figures at a glance are of: which costs are in them, what is not known, what belongs to nobody. */
export function leadOf({ t, data, worth }: View): Phrase {
  const { buyers, profit, net_revenue: netRevenue, anonymous_net_revenue: unknown } = data.total;
  if (buyers === 0) return t.overview.nobody;
  const known = knownShare(data.total);
  const sentences = [
    worth === 'profit' ? t.overview.counted(knownCosts(data.total), profit) : t.overview.noCosts,
    ...(worth === 'profit' && known < 1 ? [t.overview.knownCost(known)] : []),
    ...((unknown ?? 0) > 0
      ? [t.overview.anonymous(ratio(unknown!, netRevenue), worth === 'profit' ? anonymousProfit(data) : 0)]
      : []),
  ];
  return sentences.reduce((all, one) => phrase`${all} ${one}`);
}
