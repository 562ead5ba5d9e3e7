import type { Engine, Row } from '../../engine/engine.ts';
import { relationName } from '../../sql/relation.ts';
import { sql } from '../../sql/sql.ts';
import { readCostGaps, type CostGap } from './cost-gap.ts';
import { columnsOf, customerCostShape, groupShape, monthShape, salesShape, type CustomerCosts } from './money.ts';
import { readProfitSpread, type ProfitSpread } from './profit-spread.ts';
import { topSql } from './top.sql.ts';

const placed = { place: 'integer', member: 'text?', members: 'integer' } as const;
const categoryShape = { ...placed, ...salesShape } as const;
const sourceShape = { ...placed, ...groupShape } as const;

/** A category; the last row may be all the others (`members` above 1). */
export type Category = Readonly<Row<typeof categoryShape>>;

/** What brought customers; the last row may be all the others. */
export type AcquisitionSource = Readonly<Row<typeof sourceShape>>;

const datedShape = { month: 'day', ...monthShape } as const;

/** A month, by its first day. */
export type Month = Readonly<Row<typeof datedShape>>;

/** How profit is spread over customers, and where it comes from. */
export interface ProfitData extends ProfitSpread {
  readonly gaps: readonly CostGap[];
  readonly categories: readonly Category[];
  /** What belongs to customers and to no category; null: nothing. */
  readonly customerCosts: CustomerCosts | null;
  readonly sources: readonly AcquisitionSource[];
  /** The last 36 with sales or costs, in order. */
  readonly months: readonly Month[];
  /** Campaigns whose first day nobody told: they are in no month; null: there are none. */
  readonly undatedCosts: CustomerCosts | null;
}

const shown = 12;

async function readNotAttributed(engine: Engine, mart: string): Promise<CustomerCosts | null> {
  const [costs] = await engine.rows(
    sql`select ${columnsOf(customerCostShape)} from ${relationName(mart)} where not is_attributed`,
    customerCostShape,
    1,
  );
  return costs ?? null;
}

/** At most what `readProfitSpread` reads, 13 categories, 13 sources, 36 months. */
export async function readProfit(engine: Engine): Promise<ProfitData> {
  const categories = await engine.rows(
    topSql({
      relation: 'marts.category_profit',
      member: 'category',
      amounts: Object.keys(salesShape),
      count: shown,
      where: sql`is_attributed`,
    }),
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
    sql`select month, ${columnsOf(monthShape)} from marts.month_profit where is_attributed order by month desc limit 36`,
    datedShape,
    36,
  );
  return {
    ...(await readProfitSpread(engine)),
    gaps: await readCostGaps(engine),
    categories,
    customerCosts: await readNotAttributed(engine, 'marts.category_profit'),
    sources,
    months: months.reverse(),
    undatedCosts: await readNotAttributed(engine, 'marts.month_profit'),
  };
}
