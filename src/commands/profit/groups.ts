import type { Engine, Shape } from '../../engine/engine.ts';
import { ConfigError } from '../../errors.ts';
import {
  columnsOf,
  customerCostShape,
  monthShape,
  profitShape,
  salesShape,
  type CustomerCosts,
} from '../../reports/data/money.ts';
import { topSql } from '../../reports/data/top.sql.ts';
import { relationName } from '../../sql/relation.ts';
import { name, raw, sql, type Sql } from '../../sql/sql.ts';
import { nearest } from '../../text/nearest.ts';
import { lines } from '../files/transactions.ts';
import { groupColumn, month } from './columns.ts';
import { requireWhole } from './require-whole.ts';

/** A part of what was sold, or of the customers. */
export interface ProfitGroup {
  /** Null: it has no name; of several together, see `members`. */
  readonly member: string | null;
  /** How many there are in this row: more than one in the last alone. */
  readonly members: number;
  /** With an order line; null: not known of several together. */
  readonly customers: number | null;
  readonly orders: number | null;
  readonly account: Readonly<Record<string, number>>;
}

/** The account by one thing. */
export interface ProfitGroups {
  readonly by: string;
  readonly groups: readonly ProfitGroup[];
  /** What contacts and campaigns cost that belongs to none of them; null: there is none, or the groups are of customers. */
  readonly notAttributed: CustomerCosts | null;
}

interface Dimension {
  readonly relation: string;
  readonly member: Sql;
  /** Of customers, or of sales with a row for what is not attributed. */
  readonly of: 'customers' | 'sales';
  readonly shape: Shape;
}

const ofCustomers = (relation: string, member: Sql): Dimension => ({
  ...{ relation, member, of: 'customers', shape: profitShape },
});
const ofSales = (relation: string, member: Sql, shape: Shape = salesShape): Dimension => ({
  ...{ relation, member, of: 'sales', shape },
});

/** What the account of a release can be split by. */
export const dimensions: Readonly<Record<string, Dimension>> = {
  segment: ofCustomers('marts.segment_profit', sql`segment || coalesce(' ' || segment_name, '')`),
  rfm_segment: ofCustomers('marts.rfm_segment_profit', sql`rfm_segment`),
  usage_class: ofCustomers('marts.usage_class_profit', sql`usage_class`),
  lifecycle: ofCustomers('marts.lifecycle_profit', sql`lifecycle`),
  region: ofCustomers('marts.region_profit', sql`country || ' ' || region`),
  acquisition_source: ofCustomers('marts.source_profit', sql`acquisition_source`),
  category: ofSales('marts.category_profit', sql`category`),
  product: ofSales('marts.product_profit', sql`nullif(product_id || coalesce(' ' || product_name, ''), '')`),
  channel: ofSales('marts.channel_profit', sql`channel`),
  sales_rep: ofSales('marts.sales_rep_profit', sql`nullif(sales_rep, '')`),
  month: ofSales('marts.month_profit', sql`strftime(month, '%Y-%m')`, monthShape),
};

/** Throws where a release cannot be split by something. */
export function requireDimensions(by: readonly string[]): void {
  const unknown = by.find((one) => !Object.hasOwn(dimensions, one));
  if (unknown === undefined) return;
  const names = Object.keys(dimensions);
  const like = nearest(unknown, names);
  throw new ConfigError(
    `--by must name some of ${names.join(', ')}, got "${unknown}"${like === null ? '' : `; did you mean ${like}?`}`,
  );
}

/** Groups that are told one by one; the rest are told together. */
const most = 1_000;

async function readGroups(
  engine: Engine,
  by: string,
  relation: string,
  lines: Shape,
  counted: boolean,
): Promise<readonly ProfitGroup[]> {
  const amounts = Object.keys(lines);
  const counts = counted ? ['customers', 'orders'] : [];
  const shape: Shape = {
    ...{ place: 'integer', member: 'text?', members: 'integer' },
    ...Object.fromEntries([...counts, ...amounts].map((column) => [column, 'number' as const])),
  };
  const query = topSql({ relation, member: 'member', amounts: [...counts, ...amounts], count: most });
  const rows: readonly Readonly<Record<string, unknown>>[] = await engine.rows(query, shape, most + 1);
  const groups = rows.map((row): ProfitGroup => {
    const members = row['members'] as number;
    const count = (column: string): number | null => (counted && members === 1 ? (row[column] as number) : null);
    return {
      member: row['member'] as string | null,
      members,
      customers: count('customers'),
      orders: count('orders'),
      account: Object.fromEntries(amounts.map((column) => [column, row[column] as number])),
    };
  });
  if (by !== month) return groups;
  return groups.sort((a, b) => a.members - b.members || ((a.member ?? '') < (b.member ?? '') ? -1 : 1));
}

/** The account of a release by some of its dimensions. */
export async function releaseGroups(engine: Engine, by: readonly string[]): Promise<ProfitGroups[]> {
  const found: ProfitGroups[] = [];
  for (const [i, one] of by.entries()) {
    const { relation, member, of, shape } = dimensions[one]!;
    const view = `file.by_${i + 1}`;
    const mart = relationName(relation);
    const rows =
      of === 'customers'
        ? sql`buyers as customers, * exclude (member, customers) from ${mart}`
        : sql`* exclude (member) from ${mart} where is_attributed`;
    await engine.define(view, sql`select ${member} as member, ${rows}`);
    const groups = await readGroups(engine, one, view, shape, of === 'customers');
    const [costs] =
      of === 'customers'
        ? []
        : await engine.rows(
            sql`select ${columnsOf(customerCostShape)} from ${mart} where not is_attributed`,
            customerCostShape,
            1,
          );
    found.push({ by: one, groups, notAttributed: costs ?? null });
  }
  return found;
}

/** The account of the rows of a file by some of its columns, or by month. Throws `DataError` where groups do not add up to the whole. */
export async function fileGroups(
  engine: Engine,
  by: readonly string[],
  headers: readonly string[],
): Promise<ProfitGroups[]> {
  const found: ProfitGroups[] = [];
  for (const [i, one] of by.entries()) {
    const isMonth = one === month && !headers.includes(month);
    const member = isMonth ? sql`strftime(line.purchased_on, '%Y-%m')` : sql`typed.${name(groupColumn(i))}`;
    const relation = `file.by_${i + 1}`;
    await engine.create(
      relation,
      sql`select *, revenue - returns - discounts as net_revenue,
          revenue - returns - discounts + shipping_charged - cost_of_goods as gross_margin,
          revenue - returns - discounts + shipping_charged - cost_of_goods - fulfilment as contribution_margin
        from (
          select ${member} as member, count(distinct line.customer_id) as customers, count(distinct line.order_id) as orders,
            sum(case when line.is_return then 0 else line.gross_amount end) as revenue,
            sum(case when line.is_return then -line.gross_amount else 0 end) as returns,
            sum(line.discount) as discounts, sum(line.shipping) as shipping_charged, coalesce(sum(line.cost), 0) as cost_of_goods,
            sum(line.fulfilment) as fulfilment
          from warehouse.line_account as line
          join ${relationName(lines)} as typed on typed."row" = cast(line.line_number as ${raw('bigint')})
          group by 1
        ) as sums`,
    );
    await requireWhole(engine, one, relation);
    found.push({ by: one, groups: await readGroups(engine, one, relation, salesShape, true), notAttributed: null });
  }
  return found;
}
