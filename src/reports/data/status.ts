import type { Engine } from '../../engine/engine.ts';
import { relationName } from '../../sql/relation.ts';
import { name, sql } from '../../sql/sql.ts';
import { columnsOf, groupShape, type Group } from './money.ts';

/** Usage classes, from those who buy most often to those who never did. */
export const usageClasses = ['heavy', 'medium', 'light', 'zero'] as const;

/** Where customers are in their life with the company. */
export const lifecycles = ['new', 'repeating', 'lapsed', 'prospect'] as const;

/** A usage class. */
export type UsageClass = (typeof usageClasses)[number];

/** A stage of the lifecycle. */
export type Lifecycle = (typeof lifecycles)[number];

/** A class of customers with what it brings. */
export interface StatusGroup<Status extends string> extends Group {
  readonly status: Status;
}

/** Customers and prospects by how much they buy, and by where they are; in the order of the classes, without empty ones. */
export interface StatusData {
  readonly usage: readonly StatusGroup<UsageClass>[];
  readonly lifecycle: readonly StatusGroup<Lifecycle>[];
}

async function read<Status extends string>(
  engine: Engine,
  relation: string,
  column: string,
  order: readonly Status[],
): Promise<StatusGroup<Status>[]> {
  const rows = await engine.rows(
    sql`select ${name(column)} as status, ${columnsOf(groupShape)} from ${relationName(relation)} where ${name(column)} <> 'anonymous'
      order by status`,
    { status: 'text', ...groupShape },
    order.length,
  );
  return order.flatMap((status) => {
    const row = rows.find((one) => one.status === status);
    return row === undefined || row.customers === 0 ? [] : [{ ...row, status }];
  });
}

/** At most four rows each. */
export const readStatus = async (engine: Engine): Promise<StatusData> => ({
  usage: await read(engine, 'marts.usage_class_profit', 'usage_class', usageClasses),
  lifecycle: await read(engine, 'marts.lifecycle_profit', 'lifecycle', lifecycles),
});
