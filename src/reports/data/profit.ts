import type { Engine, Row } from '../../engine/engine.ts';
import { sql } from '../../sql/sql.ts';
import { readCostGaps, type CostGap } from './cost-gap.ts';
import { columnsOf, groupShape, marginShape } from './money.ts';
import { readProfitSpread, type ProfitSpread } from './profit-spread.ts';
import { topSql } from './top.sql.ts';

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
export interface ProfitData extends ProfitSpread {
  readonly gaps: readonly CostGap[];
  readonly categories: readonly Category[];
  readonly sources: readonly AcquisitionSource[];
  /** The last 36 with sales, in order. */
  readonly months: readonly Month[];
}

const shown = 12;

/** At most what `readProfitSpread` reads, 13 categories, 13 sources, 36 months. */
export async function readProfit(engine: Engine): Promise<ProfitData> {
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
  return {
    ...(await readProfitSpread(engine)),
    gaps: await readCostGaps(engine),
    categories,
    sources,
    months: months.reverse(),
  };
}
