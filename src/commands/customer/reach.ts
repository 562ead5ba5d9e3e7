import type { Format } from '../../text/format.ts';
import type { CustomerCard } from '../customer.ts';

/** The channel a customer answers to, where it is open still, and when they are most likely active; null: neither is known. */
export function sayReach({ customer, consent }: CustomerCard, f: Format): string | null {
  const { best_channel: channel, best_channel_rate: rate, best_weekday: weekday, best_hour: hour } = customer;
  const answers =
    channel === null || rate === null || consent[channel] !== true
      ? null
      : `answers to ${channel} most likely (${f.share(rate)} expected)`;
  const time = hour === null ? '' : `, from ${f.hour(hour)}`;
  const active = weekday === null ? null : `most likely active on ${f.weekday(weekday)}${time}`;
  const parts = [answers, active].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join('; ');
}
