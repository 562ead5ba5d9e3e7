import type { Engine, Row } from '../../engine/engine.ts';
import { sql } from '../../sql/sql.ts';
import { spread } from '../../text/en/spread.ts';
import { none, type Format } from '../../text/format.ts';
import type { Part } from '../table.ts';
import { count } from '../words.ts';

const driverShape = {
  driver: 'text',
  channel: 'text',
  units: 'integer',
  minutes: 'number',
  units_without_cost: 'integer',
  cost: 'number',
} as const;

const lossShape = {
  reason: 'text',
  amount: 'number',
  usual_amount: 'number',
  profit_at_usual: 'number',
} as const;

const priorityShape = { rank: 'integer', customers: 'integer', reason: 'text', retention_budget: 'number?' } as const;

/** What serving a customer costs, what makes them a loss maker, and whether to keep them. */
export interface CustomerCosts {
  /** As in `marts.customer_service`. */
  readonly drivers: readonly Readonly<Row<typeof driverShape>>[];
  /** The line that makes them lose; null: they don't. */
  readonly loss: Readonly<Row<typeof lossShape>> | null;
  /** Their place among those to be kept; null: nothing is foretold of them. */
  readonly priority: Readonly<Row<typeof priorityShape>> | null;
}

/** Channels of contacts make more than a few drivers. */
const mostDrivers = 50;

/** Reads the costs of one customer. */
export async function readCosts(engine: Engine, id: string): Promise<CustomerCosts> {
  const drivers = await engine.rows(
    sql`select driver, channel, units, minutes, units_without_cost, cost from marts.customer_service
      where customer_id = ${id} order by cost desc, driver, channel limit ${mostDrivers}`,
    driverShape,
    mostDrivers,
  );
  const [loss] = await engine.rows(
    sql`select reason, amount, usual_amount, profit_at_usual from marts.loss_maker where customer_id = ${id}`,
    lossShape,
    1,
  );
  const [priority] = await engine.rows(
    sql`select rank, (select count(*) from marts.account_priority) as customers, reason, retention_budget
      from marts.account_priority where customer_id = ${id}`,
    priorityShape,
    1,
  );
  return { drivers, loss: loss ?? null, priority: priority ?? null };
}

/** What makes a loss maker lose. */
export const sayLoss = ({ reason, ...loss }: NonNullable<CustomerCosts['loss']>, f: Format): string =>
  spread(f).whySentence(reason, loss.amount, loss.usual_amount, loss.profit_at_usual).replace(/\.$/, '');

/** The place among those to be kept, why, and what keeping them may cost. */
export const sayPriority = (
  { rank, customers, reason, retention_budget: budget }: NonNullable<CustomerCosts['priority']>,
  f: Format,
): string =>
  `number ${f.whole(rank)} of ${count(customers, 'customer')} to be kept: ${reason}` +
  (budget === null ? '' : `; keeping them may cost ${f.exactMoney(budget)}`);

/** What serving the customer costs, by what causes it. */
export const driversPart = ({ drivers }: CustomerCosts, f: Format): Part => ({
  title: 'What serving them costs',
  columns: [{ name: 'driver', whole: true }, ...['number', 'minutes', 'amount'].map((name) => ({ name, right: true }))],
  rows: drivers.map(({ driver, channel, units, minutes, units_without_cost: unknown, cost }) => [
    `${driver.replaceAll('_', ' ')}${channel === '' ? '' : ` by ${channel}`}`,
    f.whole(units),
    minutes === 0 ? none : f.fixed(minutes, 1),
    unknown === units ? 'not known' : f.exactMoney(cost),
  ]),
});
