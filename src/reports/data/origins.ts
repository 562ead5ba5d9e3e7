import type { Engine, Row } from '../../engine/engine.ts';
import { sql } from '../../sql/sql.ts';
import { columnsOf } from './money.ts';

/** By what it is told where people come from, the most useful first: what can be paid for. */
export const dimensions = ['source', 'campaign', 'medium', 'referrer', 'region', 'email_domain'] as const;

/** One of them. */
export type Dimension = (typeof dimensions)[number];

/** Why an origin has its rank. */
export type AdviceReason = 'too_few' | 'costs_more' | 'better' | 'worse' | 'alike';

const originShape = {
  dimension: 'text',
  member: 'text',
  people: 'integer',
  customers: 'integer',
  best_customers: 'integer',
  best_index: 'number?',
  best_index_low: 'number?',
  best_index_high: 'number?',
  profit_index: 'number?',
  profit_index_low: 'number?',
  profit_index_high: 'number?',
} as const;

const adviceShape = {
  member: 'text',
  rank: 'integer?',
  people: 'integer',
  is_paid: 'boolean',
  expected_value: 'number',
  expected_value_low: 'number',
  expected_value_high: 'number',
  value_base: 'number',
  cost_per_head: 'number',
  profit_per_head: 'number',
  value_to_cost: 'number?',
  payback_months: 'integer?',
  observed_months: 'integer?',
  reason: 'text',
} as const;

/** People from one origin against everybody. */
export type Origin = Readonly<Row<typeof originShape>> & { readonly dimension: Dimension };

/** What one more person from an origin is worth. */
export type Advice = Readonly<Row<typeof adviceShape>> & { readonly reason: AdviceReason };

/** Where people come from, and where to look for more. */
export interface OriginData {
  /** The first by which people are told apart; null: none does. */
  readonly dimension: Dimension | null;
  /** Of every dimension the members with the most people. */
  readonly origins: readonly Origin[];
  /** Those of `dimension` that can be paid for, by rank. */
  readonly paid: readonly Advice[];
  /** Those that come by themselves, by rank. */
  readonly organic: readonly Advice[];
  /** Of `dimension`: with too few people for a rank. */
  readonly unranked: number;
  /** The value per head has lifetime value in it. */
  readonly hasLifetime: boolean;
}

/** So many members of a dimension are shown. */
const shown = 12;

/** At most 72 origins, 12 that can be paid for and 12 that come by themselves. */
export async function readOrigins(engine: Engine): Promise<OriginData> {
  const origins = (await engine.rows(
    sql`select ${columnsOf(originShape)} from (
        select *, row_number() over (partition by dimension order by people desc, member) as place
        from marts.origin where member not in ('unknown', 'other')
      ) as placed
      where place <= 12 order by dimension, place`,
    originShape,
    dimensions.length * shown,
  )) as Origin[];
  const dimension = dimensions.find((one) => origins.filter((row) => row.dimension === one).length > 1) ?? null;
  const advice = async (isPaid: boolean): Promise<Advice[]> =>
    (await engine.rows(
      sql`select ${columnsOf(adviceShape)} from marts.advertise_next
        where dimension = ${dimension ?? ''} and is_enough and is_paid = ${isPaid} order by rank limit 12`,
      adviceShape,
      shown,
    )) as Advice[];
  const [counted] = await engine.rows(
    sql`select count(*) filter (where not is_enough) as unranked from marts.advertise_next where dimension = ${dimension ?? ''}`,
    { unranked: 'integer' },
    1,
  );
  const [valued] = await engine.rows(
    sql`select count(lifetime_value) > 0 as has_lifetime from marts.origin`,
    { has_lifetime: 'boolean' },
    1,
  );
  return {
    ...{ dimension, origins, paid: await advice(true), organic: await advice(false) },
    ...{ unranked: counted!.unranked, hasLifetime: valued!.has_lifetime },
  };
}
