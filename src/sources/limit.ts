import { z } from 'zod';

/** A number of records, or a percentage of some: `100`, `0.5%`. */
export const limit = z.union([
  z.number().int().nonnegative(),
  z.string().regex(/^\d+(\.\d+)?%$/, 'must be a whole number or a percentage, like 100 or 0.5%'),
]);

export type Limit = z.infer<typeof limit>;

/** How many records a limit is, of so many. */
export const allowed = (limit: Limit, records: number): number =>
  typeof limit === 'number' ? limit : (Number.parseFloat(limit) / 100) * records;
