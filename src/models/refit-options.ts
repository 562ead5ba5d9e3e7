import { z } from 'zod';

/** When a stored model is not used again. */
const refitPolicy = z.union(
  [z.enum(['always', 'drift']), z.strictObject({ every_days: z.int().min(1).max(3650) })],
  'must be always, drift, or {every_days: 30}',
);

/** The policy of a step, with what is said of it. */
export const refitOption = (description: string) => refitPolicy.default('drift').describe(description);

/** How far what a model was fitted to may have moved; with further limits of a model. */
export const driftOption = <Limits extends z.ZodRawShape>(psi: number, limits: Limits) =>
  z
    .strictObject({
      psi: z
        .number()
        .positive()
        .default(psi)
        .describe(
          'population stability index of what it was fitted to: below 0.1 nothing has changed, above 0.25 much has',
        ),
      ...limits,
    })
    .prefault({} as never)
    .describe('the limits of refit: drift');

/** What a step takes besides the options of its fit. */
export const refitOptions = {
  refit: refitOption(
    'when the model is fitted anew: always; {every_days: n} after so many days; drift = when what it was fitted to has changed. ' +
      'Between, the stored model gives the scores, and its figures are those of the day of its fit',
  ),
  drift: driftOption(0.1, {
    days: z
      .int()
      .min(1)
      .max(3650)
      .default(30)
      .describe('a model this old is fitted anew, also where nothing has changed'),
  }),
};

/** The policy of a step. */
export interface RefitOptions {
  readonly refit: z.infer<typeof refitPolicy>;
  /** `days`: left out where age alone asks for no fit. */
  readonly drift: { readonly psi: number; readonly days?: number };
}
