import type { Engine } from '../engine/engine.ts';
import { literal, sql } from '../sql/sql.ts';

/** The calendar day of a moment in a time zone: `2026-11-21`. */
export const dayIn = (zone: string, moment: Date): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    moment,
  );

/** The day so many days before another. */
export function dayBefore(day: string, days = 1): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - days);
  return date.toISOString().slice(0, 10);
}

/** The last day on which anything happened in the data; null where nothing did. */
export async function lastEventDay(engine: Engine): Promise<string | null> {
  const [found] = await engine.rows(
    sql`select cast(cast(max(moment) as date) as varchar) as day from (
      select max(purchased_at) as moment from raw.purchases union all select max(occurred_at) as moment from raw.interactions) as events`,
    { day: 'day?' },
    1,
  );
  return found!.day;
}

/** The day of the first purchase in the data; null where there is none. */
export async function firstPurchaseDay(engine: Engine): Promise<string | null> {
  const [found] = await engine.rows(
    sql`select cast(cast(min(purchased_at) as date) as varchar) as day from raw.purchases where quantity > 0`,
    { day: 'day?' },
    1,
  );
  return found!.day;
}

/** The last day up to `asOf` on which a customer bought something; null where there is none. */
export async function lastPurchaseDay(engine: Engine, asOf: string): Promise<string | null> {
  const [found] = await engine.rows(
    sql`select cast(cast(max(purchased_at) as date) as varchar) as day from raw.purchases
      where quantity > 0 and customer_id is not null and cast(purchased_at as date) <= cast(${literal(asOf)} as date)`,
    { day: 'day?' },
    1,
  );
  return found!.day;
}

/**
 * The as-of day: `latest` is the last day in the data but never after `today`, since a date in the future is a mistake in the
 * data; `yesterday` is the day before today.
 */
export function resolveAsOf(asOf: string, today: string, lastEvent: string | null): string {
  if (asOf === 'yesterday') return dayBefore(today);
  if (asOf !== 'latest') return asOf;
  if (lastEvent === null) return dayBefore(today);
  return lastEvent < today ? lastEvent : today;
}
