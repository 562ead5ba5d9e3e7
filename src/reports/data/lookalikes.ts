import { z } from 'zod';
import type { Engine } from '../../engine/engine.ts';
import { sql } from '../../sql/sql.ts';
import type { WhyNobodyRanked } from '../../text/en/remarks/buying.ts';

const part = z.object({
  part: z.number(),
  rows: z.number(),
  hits: z.number(),
  rate: z.number(),
  lift: z.number(),
  cumulativeGain: z.number(),
});

const schema = z.object({
  segment: z.string().nullable(),
  seeds: z.number(),
  others: z.number(),
  evaluation: z.object({ deciles: z.array(part).readonly(), centiles: z.array(part).readonly() }).nullable(),
  lift: z.object({ value: z.number(), low: z.number(), high: z.number() }).nullable(),
  used: z.object({ weights: z.array(z.object({ predictor: z.string(), weight: z.number() })).readonly() }).nullable(),
  why: z
    .discriminatedUnion('code', [
      z.object({ code: z.literal('noSegments') }),
      z.object({ code: z.literal('noSuchSegment'), segment: z.string() }),
      z.object({
        code: z.literal('fewSeeds'),
        ...{ seeds: z.number(), buyers: z.number(), features: z.number(), least: z.number() },
      }),
      z.object({ code: z.literal('noLift') }),
      z.object({ code: z.literal('unlearnable'), reason: z.string() }),
    ])
    .nullable()
    .catch(null) satisfies z.ZodType<WhyNobodyRanked | null>,
});

/** Who resembles the best, as the fitted model holds it; anything else in it is passed over. */
export type LookalikeModel = Readonly<z.infer<typeof schema>>;

/** Who resembles the best, and how many are ranked. */
export interface LookalikeData {
  /** Null: the pipeline has no such step. */
  readonly model: LookalikeModel | null;
  readonly ranked: number;
  /** Those among whom they are. */
  readonly prospects: number;
}

/** Reads two rows. */
export async function readLookalikes(engine: Engine): Promise<LookalikeData> {
  const [found] = await engine.rows(
    sql`select fitted from models.fitted where model = 'lookalike' order by run_id desc limit 1`,
    { fitted: 'json' },
    1,
  );
  const [counted] = await engine.rows(
    sql`select count(lookalike_rank) as ranked, count(lookalike_probability) as prospects from marts.customer`,
    { ranked: 'integer', prospects: 'integer' },
    1,
  );
  return { model: found === undefined ? null : schema.parse(found.fitted), ...counted! };
}
