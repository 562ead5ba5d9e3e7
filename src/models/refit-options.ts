import { z } from 'zod';

/** When a stored model is not used again. */
export const refitPolicy = z.union(
  [z.enum(['always', 'drift']), z.strictObject({ every_days: z.int().min(1).max(3650) })],
  'must be always, drift, or {every_days: 30}',
);

/** What a step takes besides the options of its fit. */
export const refitOptions = {
  refit: refitPolicy
    .default('drift')
    .describe(
      'when the model is fitted anew: always; {every_days: n} after so many days; drift = when what it was fitted to has changed. ' +
        'Between, the stored model gives the scores, and its figures are those of the day of its fit',
    ),
  drift: z
    .strictObject({
      psi: z
        .number()
        .positive()
        .default(0.1)
        .describe(
          'population stability index of what it was fitted to: below 0.1 nothing has changed, above 0.25 much has',
        ),
      days: z
        .int()
        .min(1)
        .max(3650)
        .default(30)
        .describe('a model this old is fitted anew, also where nothing has changed'),
    })
    .prefault({})
    .describe('the limits of refit: drift'),
};

/** The policy of a step. */
export interface RefitOptions {
  readonly refit: z.infer<typeof refitPolicy>;
  readonly drift: { readonly psi: number; readonly days: number };
}
