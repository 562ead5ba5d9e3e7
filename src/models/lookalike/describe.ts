import { whyNobodyRanked } from '../../text/en/remarks/buying.ts';
import { formatFor } from '../../text/format.ts';
import { remark, type Remark } from '../../text/remark.ts';
import type { FittedLookalike } from './fitted.ts';

const f = formatFor('en');

/** How well the seeds were found, in a few words. */
export const tellLift = ({ lift, why }: FittedLookalike): string =>
  why !== null || lift === null
    ? `nobody is ranked${why === null ? '' : `: ${whyNobodyRanked(f)(why)}`}`
    : `lift of the first tenth ${f.fixed(lift.value, 2)}, from ${f.fixed(lift.low, 2)} to ${f.fixed(lift.high, 2)}`;

/** What a reader of the scores should know. */
export const lookalikeRemarks = ({ why, used }: FittedLookalike): Remark[] => [
  ...(why === null ? [] : [remark('nobodyRanked', { why })]),
  ...(used?.classifier.dropped ?? []).map((one) =>
    remark('dropped', { feature: one.feature, why: one.why, without: 'ranks' }),
  ),
];
