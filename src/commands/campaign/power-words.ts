import { formatFor } from '../../text/format.ts';
import { percent } from '../../text/percent.ts';
import { whole } from '../words.ts';

/** Points of a rate: `2 points`. */
export const points = (share: number): string => `${formatFor('en').number(100 * share, 1)} points`;

/** What the sizes of a campaign can show. */
export interface Showable {
  readonly treatment: number;
  readonly holdout: number;
  readonly lift: number;
  readonly power: number;
  /** `yes`, `maybe` or `no`. */
  readonly shows: string | null;
  readonly treated_needed: number | null;
  readonly holdout_needed: number | null;
  readonly detectable_lift: number | null;
}

/** Whether a holdout will show what it should, and how many it would take, in a sentence. */
export function showable({ treatment, holdout, lift, power, shows, ...of }: Showable): string {
  const smallest =
    of.detectable_lift === null
      ? 'they show no rise at all'
      : `they show a rise of ${points(of.detectable_lift)} or more`;
  if (shows === 'yes') return `these are enough (power ${percent(power, 0)}): ${smallest}`;
  const needed = (of.treated_needed ?? 0) + (of.holdout_needed ?? 0);
  const finds = shows === 'no' ? 'this holdout will not show anything' : 'this holdout may well show nothing';
  return `${finds}: ${whole(needed)} people would be needed for a rise of ${points(lift)}, and ${whole(treatment + holdout)} take part (power ${percent(power, 0)}); ${smallest}`;
}
