import type { Messages } from '../../text/messages.ts';
import type { LegendEntry } from '../parts/chart.tsx';

/** What the colours of intervals stand for: whether all of one is above, or below, what holds of everybody. */
export const intervalLegend = ({
  above,
  below,
  alike,
}: Pick<Messages['origins'], 'above' | 'below' | 'alike'>): LegendEntry[] => [
  { mark: 'rule gain', text: above },
  { mark: 'rule loss', text: below },
  { mark: 'rule soft', text: alike },
];
