/**
 * How much is tried: a few seconds in `npm test`, a few minutes in continuous integration, everything before a release. `npm run test:faults`
 * sets it, like the seed: the number that every random choice follows from, so that what failed can be done again.
 */
export const level =
  (['quick', 'short', 'full'] as const).find((one) => one === process.env['BEZERO_FAULTS']) ?? 'quick';

/** What is wanted at each level. */
export const byLevel = <T>(of: Readonly<Record<typeof level, T>>): T => of[level];

/** The seed of all that is random here. */
export const seed = Number(process.env['BEZERO_SEED'] ?? 20_261_123);
