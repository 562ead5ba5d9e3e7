import type { Engine, Row, Shape } from '../../engine/engine.ts';
import { sql } from '../../sql/sql.ts';

/** So many orders, contacts and stays in segments are told, the last ones. */
export const told = 5;

const orderShape = {
  order_id: 'text',
  purchased_on: 'day',
  channel: 'text',
  lines: 'integer',
  return_lines: 'integer',
  net_amount: 'number',
} as const satisfies Shape;

const contactShape = {
  occurred_on: 'day',
  channel: 'text',
  direction: 'text?',
  kind: 'text?',
  outcome: 'text?',
} as const satisfies Shape;

const stayShape = {
  segment: 'text',
  entered_on: 'day',
  left_on: 'day?',
  days: 'integer',
} as const satisfies Shape;

/** An order, a contact (without what was said), a stay in a segment; `left_on` null: still there. */
export type Order = Readonly<Row<typeof orderShape>>;
export type Contact = Readonly<Row<typeof contactShape>>;
export type Stay = Readonly<Row<typeof stayShape>> & { readonly name: string | null };

/** The last orders, newest first. */
export const readOrders = (engine: Engine, id: string): Promise<Order[]> =>
  engine.rows(
    sql`select order_id, purchased_on, channel, lines, return_lines, net_amount from warehouse.customer_order
      where customer_id = ${id} order by purchased_at desc, order_id limit ${told}`,
    orderShape,
    told,
  );

/** The last contacts, newest first. */
export const readContacts = (engine: Engine, id: string): Promise<Contact[]> =>
  engine.rows(
    sql`select occurred_on, channel, direction, kind, outcome from warehouse.interaction
      where customer_id = ${id} order by occurred_at desc, interaction_id limit ${told}`,
    contactShape,
    told,
  );

/** The last stays in segments, newest first; days up to the as-of day. `names`: what segments are called, by code; others have none. */
export async function readStays(engine: Engine, id: string, names: ReadonlyMap<string, string>): Promise<Stay[]> {
  const stays = await engine.rows(
    sql`select stay.segment, stay.entered_on, stay.left_on,
        date_diff('day', stay.entered_on, coalesce(stay.left_on, setting.as_of)) as days
      from segments.membership as stay
      cross join warehouse.setting as setting
      where stay.customer_id = ${id} order by stay.entered_on desc, stay.segment limit ${told}`,
    stayShape,
    told,
  );
  return stays.map((stay) => ({ ...stay, name: names.get(stay.segment) ?? null }));
}
