import type { Engine } from '../../engine/engine.ts';
import { name, sql, type Sql } from '../../sql/sql.ts';
import type { CustomerChanges } from '../context.ts';

/** The parts of the name of a table of an earlier warehouse; null where it has no such table. */
type FormerTable = (relation: string) => readonly string[] | null;

/** The tables that are compared, and their columns. */
const needed = {
  'marts.customer': ['customer_id', 'is_prospect', 'lifecycle', 'profit', 'lifetime_value'],
  'models.clv': ['family', 'horizon_days', 'is_margin', 'is_used'],
};

/** A table of an earlier warehouse; null where that is too old to have it, or its columns. */
async function tableOf(engine: Engine, before: FormerTable, relation: keyof typeof needed): Promise<Sql | null> {
  const parts = before(relation);
  if (parts === null) return null;
  const columns = (await engine.check(sql`select * from ${name(...parts)}`)).map((column) => column.name);
  return needed[relation].every((column) => columns.includes(column)) ? name(...parts) : null;
}

/** What became of the customers of an earlier warehouse; null where that is too old to tell. */
export async function readCustomerChanges(engine: Engine, before: FormerTable): Promise<CustomerChanges | null> {
  const customer = await tableOf(engine, before, 'marts.customer');
  if (customer === null) return null;
  const loses = (of: string) => sql`cast(${name(of, 'profit')} as decimal(38, 2)) < 0`;
  const [counts] = await engine.rows(
    sql`select count(case when now.lifecycle = 'lapsed' and former.lifecycle in ('new', 'repeating') then 1 end) as lapsed,
        count(case when ${loses('now')} and not now.is_prospect and not coalesce(${loses('former')}, false) then 1 end) as losing
      from marts.customer as now left join ${customer} as former on former.customer_id = now.customer_id`,
    { lapsed: 'integer', losing: 'integer' },
    1,
  );
  const value = await readValue(engine, customer, await tableOf(engine, before, 'models.clv'));
  return { ...counts!, ...(value === null ? {} : { lifetimeValue: value }) };
}

/** Lifetime value of the customers then; null unless it is foretold as now (by which model, how far, in margin or in spend), and is used then and now. */
async function readValue(engine: Engine, customer: Sql, clv: Sql | null): Promise<number | null> {
  if (clv === null) return null;
  const [sum] = await engine.rows(
    sql`select sum(lifetime_value) as value from ${customer} as customer
      where exists (
        select 1 from models.clv as now join ${clv} as former
          on former.family = now.family and former.horizon_days = now.horizon_days and former.is_margin = now.is_margin
        where now.is_used and former.is_used
      )`,
    { value: 'number?' },
    1,
  );
  return sum!.value;
}
