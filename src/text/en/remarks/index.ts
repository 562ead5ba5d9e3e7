import type { Format } from '../../format.ts';
import { buyingRemarks } from './buying.ts';
import { classRemarks } from './classes.ts';
import { runRemarks } from './run.ts';

/** What a run has to say besides its results, by what it is: every remark is kept as its code and its figures, and told in any language. */
export const remarks = (f: Format) => ({
  ...runRemarks(f),
  ...classRemarks(f),
  ...buyingRemarks(f),
});

/** What a remark is of, before it is told. */
export const about = {
  model: (model: string): string => `${model}: `,
  pastDay: (day: string): string => `as of ${day}: `,
  learntUpTo: (day: string): string => `learnt up to ${day}: `,
};
