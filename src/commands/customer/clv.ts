import type { Engine, Row } from '../../engine/engine.ts';
import { sql } from '../../sql/sql.ts';
import type { Format } from '../../text/format.ts';

const shape = {
  lifetime_value: 'number',
  horizon_days: 'integer',
  is_margin: 'boolean',
  expected_purchases: 'number',
  p_alive: 'number',
  overdue: 'number',
} as const;

/** What a customer will be worth; see `scores.clv` and `models.clv`. */
export type CustomerClv = Readonly<Row<typeof shape>>;

/** Null where nobody is valued, or the customer never bought. `tables`: those that there are. */
export async function readClv(engine: Engine, tables: ReadonlySet<string>, id: string): Promise<CustomerClv | null> {
  if (!tables.has('scores.clv') || !tables.has('models.clv')) return null;
  const [found] = await engine.rows(
    sql`select lifetime_value, horizon_days, is_margin, expected_purchases, p_alive, overdue
      from scores.clv cross join models.clv where customer_id = ${id}`,
    shape,
    1,
  );
  return found ?? null;
}

/** Lifetime value in words. */
export const sayClv = (
  { lifetime_value: value, horizon_days: days, is_margin, expected_purchases, p_alive, overdue }: CustomerClv,
  f: Format,
): string =>
  `${f.exactMoney(value)} of ${is_margin ? 'margin' : 'spend'} in the next ${f.whole(days)} days, discounted: ${f.number(expected_purchases)} purchases; ` +
  `${f.share(p_alive)} to be a customer still; ${f.share(overdue)} of such customers would have bought again by now`;
