import type { WhyNot } from '../../text/en/why-not.ts';

/** Why something cannot be fitted, as its code; an error without one is told as it is. */
export const whyOf = (error: Error): WhyNot =>
  (error.cause as WhyNot | undefined) ?? { code: 'unfitted', reason: error.message };
