import { z } from 'zod';
import type { Engine, Row } from '../../engine/engine.ts';
import { sql } from '../../sql/sql.ts';
import { whyNotSchema } from './why-not.ts';

const part = z.object({
  part: z.number(),
  rows: z.number(),
  hits: z.number(),
  rate: z.number(),
  lift: z.number(),
  cumulativeGain: z.number(),
  expectedRate: z.number(),
});

const evaluation = z.object({
  auc: z.number(),
  brier: z.number(),
  /** Hosmer & Lemeshow; null where a tenth is foretold to buy as a whole, or not at all. */
  calibration: z.object({ p: z.number() }).nullable(),
  deciles: z.array(part).readonly(),
  centiles: z.array(part).readonly(),
});

const schema = z.object({
  options: z.object({ within_days: z.number() }),
  holdout: z
    .object({
      since: z.string(),
      until: z.string(),
      customers: z.number(),
      again: z.number(),
      unforetold: z.number(),
      /** Null: there were too few customers for one. */
      model: evaluation.nullable(),
      naive: evaluation,
      constant: z.number(),
      contest: z.object({
        incumbent: z.string(),
        comparisons: z.array(z.object({ first: z.string(), second: z.string(), p: z.number() })).readonly(),
      }),
    })
    .nullable(),
  /** Why nothing is foretold; null where something is. */
  reason: z.string().nullable(),
  why: whyNotSchema.nullable().default(null),
  used: z.object({ by: z.enum(['model', 'naive rule']) }).nullable(),
});

/** How well it was foretold who buys again, as the fitted model holds it; anything else in it is passed over. */
export type RepurchaseModel = Readonly<z.infer<typeof schema>>;

/** How well a window that was not known was foretold. */
export type RepurchaseHoldout = NonNullable<RepurchaseModel['holdout']>;

/** How well one way of foretelling did. */
export type Foretelling = RepurchaseHoldout['naive'];

/** Reads the JSON of the fitted model; null where there is none. Throws where it is not one. */
export const parseRepurchase = (fitted: unknown): RepurchaseModel | null =>
  fitted === undefined ? null : schema.parse(fitted);

const shape = { segment: 'text?', customers: 'integer', again: 'number', at_stake: 'number' } as const;

/**
 * The active customers of a segment (null: of none): how many of them will buy again by their probabilities, and what those have spent who will not.
 */
export type RepurchaseGroup = Readonly<Row<typeof shape>>;

/** Those for whom it is foretold whether they buy again, by segment. */
export const readRepurchase = (engine: Engine): Promise<RepurchaseGroup[]> =>
  engine.rows(
    sql`select segment, count(*) as customers,
        sum(cast(repurchase_probability as decimal(18, 6))) as again,
        sum(cast(monetary * cast(churn_probability as decimal(18, 6)) as decimal(38, 6))) as at_stake
      from marts.customer where repurchase_probability is not null
      group by segment order by length(segment) nulls last, segment nulls last`,
    shape,
    1_000,
  );
