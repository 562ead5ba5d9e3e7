import type { Messages } from '../../en/index.ts';
import type { Format } from '../../format.ts';
import { buyingRemarks } from './buying.ts';
import { classRemarks } from './classes.ts';
import { runRemarks } from './run.ts';

/** What a run has to say besides its results. */
export const remarks = (f: Format): Messages['remarks'] => ({
  ...runRemarks(f),
  ...classRemarks(f),
  ...buyingRemarks(f),
});

/** What a remark is of, before it is told. */
export const about = (f: Format): Messages['about'] => ({
  model: (model) => `${model}: `,
  pastDay: (day) => `a fecha de ${f.day(day)}: `,
  learntUpTo: (day) => `aprendido hasta el ${f.day(day)}: `,
});
