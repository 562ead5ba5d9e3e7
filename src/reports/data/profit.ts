import type { Engine, Row, Shape } from '../../engine/engine.ts';
import { sql } from '../../sql/sql.ts';
import { columnsOf, groupShape, marginShape } from './money.ts';
import { topSql } from './top.sql.ts';

const curveShape = {
  percentile: 'integer',
  customers: 'integer',
  cumulative_profit: 'number',
  share_of_profit: 'number?',
} as const satisfies Shape;

/** The profit of the best `percentile` percent of customers. */
export type CurvePoint = Readonly<Row<typeof curveShape>>;

const whaleShape = {
  customers: 'integer',
  peak_customers: 'integer',
  profit: 'number',
  peak_profit: 'number',
  eroded: 'number',
  peak_share_of_customers: 'number?',
  peak_ratio: 'number?',
} as const satisfies Shape;

/** How profit is concentrated; see `marts.whale`. */
export type Whale = Readonly<Row<typeof whaleShape>>;

const placed = { place: 'integer', member: 'text?', members: 'integer' } as const;
const categoryShape = { ...placed, ...marginShape } as const;
const sourceShape = { ...placed, ...groupShape } as const;

/** A category; the last row may be all the others (`members` above 1). */
export type Category = Readonly<Row<typeof categoryShape>>;

/** What brought customers; the last row may be all the others. */
export type AcquisitionSource = Readonly<Row<typeof sourceShape>>;

const monthShape = { month: 'day', ...marginShape } as const;

/** A month, by its first day. */
export type Month = Readonly<Row<typeof monthShape>>;

/** How profit is spread over customers, and where it comes from. */
export interface ProfitData {
  readonly whale: Whale | null;
  readonly curve: readonly CurvePoint[];
  readonly categories: readonly Category[];
  readonly sources: readonly AcquisitionSource[];
  /** The last 36 with sales, in order. */
  readonly months: readonly Month[];
}

const shown = 12;

/** At most 101 points, 13 categories, 13 sources, 36 months. */
export async function readProfit(engine: Engine): Promise<ProfitData> {
  const [whale] = await engine.rows(sql`select ${columnsOf(whaleShape)} from marts.whale`, whaleShape, 1);
  const curve = await engine.rows(
    sql`select ${columnsOf(curveShape)} from marts.whale_curve order by percentile`,
    curveShape,
    101,
  );
  const categories = await engine.rows(
    topSql({ relation: 'marts.category_profit', member: 'category', amounts: Object.keys(marginShape), count: shown }),
    categoryShape,
    shown + 1,
  );
  const sources = await engine.rows(
    topSql({
      relation: 'marts.source_profit',
      member: 'acquisition_source',
      amounts: Object.keys(groupShape),
      count: shown,
      where: sql`acquisition_source <> 'anonymous'`,
    }),
    sourceShape,
    shown + 1,
  );
  const months = await engine.rows(
    sql`select month, ${columnsOf(marginShape)} from marts.month_profit where month is not null
      order by month desc limit 36`,
    monthShape,
    36,
  );
  return { whale: whale ?? null, curve, categories, sources, months: months.reverse() };
}
