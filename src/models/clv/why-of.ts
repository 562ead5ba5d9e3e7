import type { WhyNot } from '../../text/en/why-not.ts';

/** Why something cannot be fitted: as the error says it, and as its code; null where it has none. */
export const whyOf = (error: Error): { readonly reason: string; readonly why: WhyNot | null } => ({
  reason: error.message,
  why: (error.cause as WhyNot | undefined) ?? null,
});
