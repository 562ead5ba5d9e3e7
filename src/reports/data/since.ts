import type { Engine } from '../../engine/engine.ts';
import { name, sql } from '../../sql/sql.ts';
import type { CustomerChanges } from '../context.ts';

const needed = ['customer_id', 'is_prospect', 'lifecycle', 'profit', 'lifetime_value'];

/**
 * What became of the customers of an earlier warehouse; null where that is too old to tell.
 *
 * @param before parts of the name of its `marts.customer`
 */
export async function readCustomerChanges(engine: Engine, before: readonly string[]): Promise<CustomerChanges | null> {
  const columns = (await engine.check(sql`select * from ${name(...before)}`)).map((column) => column.name);
  if (!needed.every((column) => columns.includes(column))) return null;
  const loses = (of: string) => sql`cast(${name(of, 'profit')} as decimal(38, 2)) < 0`;
  const [changes] = await engine.rows(
    sql`select count(case when now.lifecycle = 'lapsed' and former.lifecycle in ('new', 'repeating') then 1 end) as lapsed,
        count(case when ${loses('now')} and not now.is_prospect and not coalesce(${loses('former')}, false) then 1 end) as losing,
        (select sum(lifetime_value) from ${name(...before)}) as value
      from marts.customer as now left join ${name(...before)} as former on former.customer_id = now.customer_id`,
    { lapsed: 'integer', losing: 'integer', value: 'number?' },
    1,
  );
  const { value, ...counts } = changes!;
  return { ...counts, ...(value === null ? {} : { lifetimeValue: value }) };
}
