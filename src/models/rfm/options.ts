import { z } from 'zod';

/** What the `rfm` step takes. */
export const rfmOptions = z.strictObject({
  bins: z.int().min(2).max(10).default(5).describe('scores of each measure, from 1 to this; 5 gives quintiles'),
});

/** Resolved options of the `rfm` step. */
export type RfmOptions = z.infer<typeof rfmOptions>;
