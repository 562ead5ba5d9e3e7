import { z } from 'zod';
import { whyNotSchema } from './why-not.ts';

const errors = z.object({ total: z.number(), mae: z.number(), rmse: z.number(), bias: z.number() });
const total = z.object({ value: z.number(), low: z.number().nullable(), high: z.number().nullable() });

const validation = z.object({
  until: z.string(),
  asOf: z.string(),
  holdoutDays: z.number(),
  customers: z.number(),
  actual: z.number(),
  retention: z.number(),
  model: errors,
  /** Everybody goes on at the pace so far. */
  pace: errors,
  spend: z.object({ actual: z.number(), expected: z.number() }),
  frequencies: z
    .array(
      z.object({
        repeats: z.number(),
        customers: z.number(),
        expectedCustomers: z.number(),
        actual: z.number(),
        expected: z.number(),
      }),
    )
    .readonly(),
  /** Repeat purchases added up to the end of each week. */
  tracking: z.array(z.object({ week: z.number(), actual: z.number(), expected: z.number() })).readonly(),
  /** What the model is called that was measured. */
  title: z.string(),
  top: z.object({
    customers: z.number(),
    model: z.number(),
    baseline: z.number(),
    gain: z.number(),
    grade: z.enum(['A', 'B', 'C']),
  }),
});

const fitted = z.object({
  asOf: z.string(),
  options: z.object({
    unit: z.enum(['day', 'week', 'month']),
    horizon: z.object({ length: z.number(), unit: z.enum(['day', 'week', 'month', 'year']) }),
    discount: z.object({ rate: z.number(), per: z.enum(['week', 'month', 'year']) }),
    /** Share of the spend; left out: value is in spend. */
    margin: z.number().optional(),
    bootstrap: z.number(),
  }),
  /** What a margin by costs rests on; null: it was given, or there is none. */
  costs: z.object({ known: z.number() }).nullable().default(null),
  facts: z.object({ customers: z.number(), repeatBuyers: z.number(), firstDay: z.string(), historyDays: z.number() }),
  totals: z.object({ purchases: total, value: total, alive: z.number() }),
  newCustomer: z.object({ purchases: z.number(), value: z.number() }),
  validation: validation.nullable(),
});

/** A fitted lifetime value as a page needs it; anything else in it is passed over. */
export type ClvModel = Readonly<z.infer<typeof fitted>>;

/** How well a fit to the first part of the history foretold the rest. */
export type ClvValidation = NonNullable<ClvModel['validation']>;

const refused = z.object({ reason: z.string(), why: whyNotSchema.nullable().default(null) });

/** Why there is no lifetime value. */
export type NoClv = Readonly<z.infer<typeof refused>>;

/** Customers are valued, and past spend found no more of the best of the holdout: the value is good for more than to be looked at. */
export const isUsed = (clv: ClvModel | NoClv | null): clv is ClvModel =>
  clv !== null && !('reason' in clv) && clv.validation?.top.grade !== 'C';

/** Reads the JSON of the fitted model, or of why there is none; null where the pipeline has no such step. Throws where it is neither. */
export const parseClv = (json: unknown): ClvModel | NoClv | null =>
  json === undefined ? null : (refused.safeParse(json).data ?? fitted.parse(json));
