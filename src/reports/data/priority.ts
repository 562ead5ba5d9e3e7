import type { Engine, Row, Shape } from '../../engine/engine.ts';
import { sql } from '../../sql/sql.ts';
import { columnsOf } from './money.ts';

const accountShape = {
  rank: 'integer',
  customer_id: 'text',
  value_now: 'number',
  value_to_come: 'number',
  leaving_probability: 'number',
  retention_budget: 'number?',
  reason: 'text',
} as const satisfies Shape;

const groupShape = {
  reason: 'text',
  customers: 'integer',
  value_to_come: 'number',
  value_at_risk: 'number',
  retention_budget: 'number?',
} as const satisfies Shape;

/** A customer to be kept; see `marts.account_priority`. */
export type PriorityAccount = Readonly<Row<typeof accountShape>>;

/** How values to come and risk were found, and whether values are in margin; the same of nearly all accounts. */
const basisShape = {
  basis: 'text',
  risk_basis: 'text',
  horizon_days: 'integer',
  is_margin: 'boolean',
} as const satisfies Shape;

/** Which customers to keep first; empty where nothing is foretold. */
export interface PriorityData {
  /** The first few. */
  readonly accounts: readonly PriorityAccount[];
  /** Of most of them; null where there are none. */
  readonly basis: Readonly<Row<typeof basisShape>> | null;
  /** All of them by reason, the most at risk first. */
  readonly groups: readonly Readonly<Row<typeof groupShape>>[];
}

const shown = 10;
const reasons = 8;

/** At most 10 accounts and 8 reasons. */
export async function readPriority(engine: Engine): Promise<PriorityData> {
  const [basis] = await engine.rows(
    sql`select ${columnsOf(basisShape)} from marts.account_priority
      group by basis, risk_basis, horizon_days, is_margin
      order by count(*) desc, basis, risk_basis, horizon_days, is_margin limit 1`,
    basisShape,
    1,
  );
  return {
    basis: basis ?? null,
    accounts: await engine.rows(
      sql`select ${columnsOf(accountShape)} from marts.account_priority where priority > 0 order by rank limit ${shown}`,
      accountShape,
      shown,
    ),
    groups: await engine.rows(
      sql`select reason, count(*) as customers, sum(value_to_come) as value_to_come, sum(value_at_risk) as value_at_risk,
          sum(retention_budget) as retention_budget
        from marts.account_priority group by reason order by value_at_risk desc, reason`,
      groupShape,
      reasons,
    ),
  };
}
