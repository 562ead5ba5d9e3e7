import type { Engine, Row, Shape } from '../../engine/engine.ts';
import { readCostGaps, type CostGap } from '../../reports/data/cost-gap.ts';
import { profitShape, type ProfitAndLoss } from '../../reports/data/money.ts';
import { readProfitSpread, type ProfitSpread } from '../../reports/data/profit-spread.ts';
import { join, name, sql } from '../../sql/sql.ts';

const countShape = { customers: 'integer', orders: 'integer', lines: 'integer' } as const satisfies Shape;

/** An account and how its profit is spread over the customers. */
export interface AccountFound extends ProfitSpread {
  /** Customers with an order line; orders with a purchase and lines of everyone. */
  readonly counts: Readonly<Row<typeof countShape>>;
  readonly account: ProfitAndLoss;
  /** What of it belongs to no known customer. */
  readonly nobody: ProfitAndLoss;
  readonly gaps: readonly CostGap[];
}

/** Reads what the marts say of an account. */
export async function readAccount(engine: Engine): Promise<AccountFound> {
  const sums = join(Object.keys(profitShape).map((line) => sql`coalesce(sum(${name(line)}), 0) as ${name(line)}`));
  const account = async (where = sql`true`): Promise<ProfitAndLoss> => {
    const [found] = await engine.rows(sql`select ${sums} from marts.customer_profit where ${where}`, profitShape, 1);
    return found!;
  };
  const [counts] = await engine.rows(
    sql`select count(*) filter (where customer_id <> '' and lines > 0) as customers, cast(coalesce(sum(orders), 0) as bigint) as orders,
        cast(coalesce(sum(lines), 0) as bigint) as lines
      from marts.customer_profit`,
    countShape,
    1,
  );
  return {
    counts: counts!,
    account: await account(),
    nobody: await account(sql`customer_id = ''`),
    gaps: await readCostGaps(engine),
    ...(await readProfitSpread(engine)),
  };
}
