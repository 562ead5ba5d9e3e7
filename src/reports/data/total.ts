import type { Engine, Row, Shape } from '../../engine/engine.ts';
import { sql } from '../../sql/sql.ts';
import { columnsOf, groupShape } from './money.ts';

const totalShape = {
  ...groupShape,
  prospects: 'integer',
  lines: 'integer',
  contacts: 'integer',
  anonymous_lines: 'integer',
  anonymous_net_revenue: 'number?',
  revenue_without_cost: 'number',
  lines_without_cost: 'integer',
} as const satisfies Shape;

const days = { first_purchased_on: 'day?', last_purchased_on: 'day?' } as const;

/** The company in one row. */
export type Total = Readonly<Row<typeof totalShape> & Row<typeof days>>;

/** Who costs more than they bring, by a cent at least, as files show it. */
export interface LossMakers {
  /** Those with a purchase. */
  readonly buyers: number;
  /** What the buyers take away in all: zero or less. */
  readonly profit: number;
  /** Those without one: what they cost is, but for returns, contacts. */
  readonly prospects: number;
  readonly prospectProfit: number;
}

/** One row. */
export async function readTotal(engine: Engine): Promise<Total> {
  const [total] = await engine.rows(
    sql`select ${columnsOf(totalShape)}, cast(first_purchased_on as date) as first_purchased_on,
      cast(last_purchased_on as date) as last_purchased_on from marts.total`,
    { ...totalShape, ...days },
    1,
  );
  if (total === undefined) throw new Error('marts.total must have one row; it has none');
  return total;
}

/** One row; what belongs to no customer does not count. */
export async function readLossMakers(engine: Engine): Promise<LossMakers> {
  const [sums] = await engine.rows(
    sql`select count(*) filter (where not is_prospect) as buyers, count(*) filter (where is_prospect) as prospects,
        coalesce(sum(case when not is_prospect then profit end), 0) as profit,
        coalesce(sum(case when is_prospect then profit end), 0) as "prospectProfit"
      from marts.customer where cast(profit as decimal(38, 2)) < 0`,
    { buyers: 'integer', prospects: 'integer', profit: 'number', prospectProfit: 'number' },
    1,
  );
  return sums!;
}
