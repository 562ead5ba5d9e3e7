import type { Phrase } from '../../../text/phrase.ts';
import { losingSegment, overdueCustomers, quietCustomers } from '../../findings.ts';
import type { View } from '../../view.ts';

/** Who needs attention, those with most to lose first; only whom there is. */
export function attentionOf({ t, data, worth }: View): Phrase[] {
  const words = t.overview.attention;
  const overdue = overdueCustomers(data);
  const quiet = quietCustomers(data);
  const { people, complaints } = data.opinions.open;
  const losing = worth === 'profit' ? losingSegment(data) : null;
  return [
    ...(complaints > 0 ? [words.waiting(people)] : []),
    ...(overdue === null ? [] : [words.overdue(overdue.customers, overdue.valuable, overdue.value)]),
    ...(quiet.customers > 0 ? [words.quiet(quiet.customers, quiet.spent)] : []),
    ...(losing === null ? [] : [words.losingSegment(losing.name, -losing.profit)]),
  ];
}
