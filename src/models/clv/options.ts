import { z } from 'zod';
import { isDay } from '../../text/day.ts';
import { meanMonth, units } from './unit.ts';

const positive = z.number().positive();

/** What `bezero clv` and a fit take. Lengths of time carry their unit. */
export const clvOptions = z.strictObject({
  model: z.enum(['bgnbd', 'mbgnbd', 'pareto']).default('bgnbd').describe('how purchases come and end'),
  unit: z.enum(units).default('week').describe('what the parameters of the model are in'),
  horizon: z
    .strictObject({ length: positive, unit: z.enum([...units, 'year']) })
    .default({ length: 12, unit: 'month' })
    .describe('how far value is foretold'),
  discount: z
    .strictObject({ rate: z.number().min(0).max(10), per: z.enum(['week', 'month', 'year']) })
    .default({ rate: 0.1, per: 'year' })
    .describe('what money loses by coming later'),
  margin: positive.max(1).optional().describe('share of the spend that is left; left out: value is in spend'),
  month_days: positive.min(28).max(31).default(meanMonth.monthDays).describe('how long a month is'),
  returns: z
    .enum(['net', 'drop', 'refuse'])
    .default('net')
    .describe('net = taken off the purchase they follow; drop = passed over; refuse = an error'),
  zero: z.enum(['keep', 'drop']).default('keep').describe('are purchases of no value purchases?'),
  holdout: z
    .union([z.literal('auto'), z.literal('none'), z.strictObject({ days: z.int().min(1) }), z.string().refine(isDay)])
    .default('auto')
    .describe(
      'the last days, which a first fit does not see; auto = as long as the horizon, at most half of the history',
    ),
  bootstrap: z.int().min(0).max(10_000).default(100).describe('replicates for the intervals of totals; 0 = none'),
  seed: z.int().min(0).default(1),
  most: z
    .int()
    .min(100)
    .default(2_000_000)
    .describe(
      'most distinct histories, and most repeat buyers, that are read for a fit; beyond, so many customers by hash',
    ),
});

/** Resolved options. */
export type ClvOptions = z.infer<typeof clvOptions>;
