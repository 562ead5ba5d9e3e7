import { z } from 'zod';
import type { Cause, Upkeep, UpkeptModel } from '../../text/en/upkeep.ts';

const kept = z.object({
  on: z.string(),
  asOf: z.string(),
  isReused: z.boolean(),
  why: z.array(z.custom<Cause>()),
});

/** By model that may be used again, since when it is in use. */
export type Upkeeps = Readonly<Partial<Record<UpkeptModel, Upkeep>>>;

/** What is kept of how models came about, as `models.fitted` holds it; none of those that are fitted every night. */
export const parseUpkeeps = (rows: readonly { readonly model: string; readonly upkeep: unknown }[]): Upkeeps =>
  Object.fromEntries(
    rows.filter(({ upkeep }) => upkeep !== null).map(({ model, upkeep }) => [model, kept.parse(upkeep)]),
  );
