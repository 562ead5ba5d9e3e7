/** Whether all is tried (`npm run test:full`, and the continuous integration), or what takes longest is left to that. */
export const isFull = process.env['BEZERO_TESTS'] === 'full';

/** Seeds of a generator to be tried; `BEZERO_SEEDS=20` tries as many as the claims in docs/statistics.md are made of. */
export const seedsToTry: readonly number[] = Array.from(
  { length: Number(process.env['BEZERO_SEEDS'] ?? (isFull ? 3 : 1)) },
  (_, i) => i + 1,
);
