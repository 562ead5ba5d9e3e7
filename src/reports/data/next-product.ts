import { z } from 'zod';
import type { Engine, Row } from '../../engine/engine.ts';
import { sql } from '../../sql/sql.ts';

const mean = z.object({ mean: z.number(), error: z.number() });

const rule = z.enum(['share', 'cosine', 'lift']);

const way = z.enum([...rule.options, 'best sellers', 'own purchases']);

const foretelling = z.object({
  way,
  hit5: mean,
  hit10: mean,
  map5: mean,
  map10: mean,
});

const schema = z.object({
  options: z.object({ on_sale_days: z.number() }),
  holdout: z
    .object({
      since: z.string(),
      until: z.string(),
      customers: z.number(),
      products: z.number(),
      ways: z.array(foretelling.extend({ coverage5: z.number(), coverage10: z.number() })).readonly(),
      comparisons: z.array(z.object({ first: way, second: way, difference: z.number(), error: z.number() })).readonly(),
      segments: z
        .array(
          z.object({ segment: z.string().nullable(), customers: z.number(), ways: z.array(foretelling).readonly() }),
        )
        .readonly(),
      segmentsOf: z.enum(['then', 'now']),
    })
    .nullable(),
  reason: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('no purchases') }),
      z.object({ kind: z.literal('few customers'), customers: z.number(), least: z.number() }),
      z.object({ kind: z.literal('few products'), products: z.number(), least: z.number() }),
      z.object({ kind: z.literal('not better') }),
    ])
    .nullable(),
  used: rule.nullable(),
  leftOut: z.array(z.string()).readonly().default([]),
});

/** How well it was foretold what customers buy, as the fitted model holds it; anything else in it is passed over. */
export type NextProductModel = Readonly<z.infer<typeof schema>>;

/** How well the last days were foretold. */
export type NextProductHoldout = NonNullable<NextProductModel['holdout']>;

/** By what it is foretold. */
export type NextProductWay = NextProductHoldout['ways'][number]['way'];

/** Reads the JSON of the fitted model; null where there is none. Throws where it is not one. */
export const parseNextProduct = (fitted: unknown): NextProductModel | null =>
  fitted === undefined ? null : schema.parse(fitted);

const shape = { segment: 'text?', product: 'text', customers: 'integer', reason: 'text' } as const;

/** A product that many customers of a segment (null: of none) are offered first, and the reason that most of them have. */
export type Offer = Readonly<Row<typeof shape>>;

/** The three products of each segment that most of its customers are offered first. */
export const readOffers = (engine: Engine): Promise<Offer[]> =>
  engine.rows(
    sql`with offered as (
        select segment, next_product_id, min(next_product) as product, next_product_reason as reason, count(*) as customers
        from marts.customer where next_product_id is not null
        group by segment, next_product_id, next_product_reason
      ),
      reasoned as (
        select segment, next_product_id, product, reason,
          sum(customers) over (partition by segment, next_product_id) as customers,
          row_number() over (partition by segment, next_product_id order by customers desc, reason) as place
        from offered
      ),
      ranked as (
        select segment, product, reason, customers, next_product_id,
          row_number() over (partition by segment order by customers desc, next_product_id) as rank
        from reasoned where place = 1
      )
      select segment, product, cast(customers as integer) as customers, reason
      from ranked where rank <= 3
      order by length(segment) nulls last, segment nulls last, rank`,
    shape,
    3_000,
  );
