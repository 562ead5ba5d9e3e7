import { formatFor } from '../../text/format.ts';
import type { FittedLookalike } from './fitted.ts';

const f = formatFor('en');

/** How well the seeds were found, in a few words. */
export const tellLift = ({ lift, reason }: FittedLookalike): string =>
  lift === null
    ? `nobody is ranked: ${reason ?? ''}`
    : `lift of the first tenth ${f.fixed(lift.value, 2)}, from ${f.fixed(lift.low, 2)} to ${f.fixed(lift.high, 2)}`;

/** What a reader of the scores should know. */
export const lookalikeRemarks = ({ reason, used }: FittedLookalike): string[] => [
  ...(reason === null ? [] : [`nobody is ranked: ${reason}`]),
  ...(used?.classifier.dropped ?? []).map(({ feature, reason: why }) => `${feature} ${why}; the ranks do without it`),
];
