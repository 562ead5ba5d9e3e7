import type { Engine } from '../../engine/engine.ts';
import { DataError } from '../../errors.ts';
import { relationName } from '../../sql/relation.ts';
import { join, name, sql } from '../../sql/sql.ts';

/** Lines of the account that groups of rows have. */
const lines = [
  ...['revenue', 'returns', 'discounts', 'net_revenue', 'shipping_charged', 'cost_of_goods', 'gross_margin'],
  'fulfilment',
] as const;

/** Throws `DataError` where groups of a file do not add up, line by line and exactly, to `marts.customer_profit`. */
export async function requireWhole(engine: Engine, by: string, groups: string): Promise<void> {
  const off = join(
    lines.map(
      (line) =>
        sql`select ${line} as line, (select coalesce(sum(${name(line)}), 0) from marts.customer_profit) as amount,
          (select coalesce(sum(${name(line)}), 0) from ${relationName(groups)}) as found`,
    ),
    ' union all ',
  );
  const shape = { line: 'text', amount: 'text', found: 'text' } as const;
  const [wrong] = await engine.rows(
    sql`select line, cast(amount as varchar) as amount, cast(found as varchar) as found from (${off}) as sums
      where amount <> found order by line limit 1`,
    shape,
    1,
  );
  if (wrong !== undefined)
    throw new DataError(
      `--by ${by}: its groups must add up to the whole; ${wrong.line} is ${wrong.amount}, and theirs ${wrong.found}`,
    );
}
