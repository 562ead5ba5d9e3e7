import { z } from 'zod';

/** How predictors are chosen; the defaults are those of SPSS. */
export const stepwiseOptions = z
  .strictObject({
    method: z
      .enum(['wilks', 'mahalanobis', 'rao'])
      .default('wilks')
      .describe(
        "which predictor enters: wilks = makes Wilks' lambda smallest; mahalanobis = takes the two nearest classes farthest apart; " +
          "rao = makes Rao's V largest",
      ),
    enter: z.number().positive().default(3.84).describe('a predictor may enter when its F to enter is at least this'),
    remove: z.number().min(0).default(2.71).describe('a predictor is removed when its F to remove is below this'),
    most_steps: z.int().min(1).max(1000).optional().describe('left out: twice the number of predictors'),
  })
  .refine(({ enter, remove }) => remove <= enter, 'must have its remove at or below its enter');

/** Resolved options of a stepwise selection. */
export type StepwiseOptions = z.infer<typeof stepwiseOptions>;
