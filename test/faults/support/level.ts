import { isFull } from '../../support/full.ts';

const levels = ['quick', 'short', 'full'] as const;

/**
 * How much is tried: a few seconds in `npm test`, a few minutes where all tests are tried in full, everything in `npm run test:faults`, which
 * also sets the seed: the number that every random choice follows from, so that what failed can be done again.
 */
export const level = levels.find((one) => one === process.env['BEZERO_FAULTS']) ?? (isFull ? 'short' : 'quick');

/** What is wanted at each level; what is not tried at the quickest (`isLong`) says nothing of it. */
export const byLevel = <T>({ short, full, quick = short }: Readonly<{ quick?: T; short: T; full: T }>): T =>
  ({ quick, short, full })[level];

/** Whether more than the quickest is tried. */
export const isLong = level !== 'quick';

/** The seed of all that is random here. */
export const seed = Number(process.env['BEZERO_SEED'] ?? 20_261_123);

/** How long a test may take, in milliseconds. */
export const patience = byLevel({ quick: 300_000, short: 1_200_000, full: 7_200_000 });
