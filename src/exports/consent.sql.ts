import { relationName } from '../sql/relation.ts';
import { join, literal, name, sql, type Sql } from '../sql/sql.ts';

/** The ways to reach a customer that need consent. */
export const channels = ['email', 'phone', 'sms', 'post', 'ads'] as const;

/** One of them. */
export type Channel = (typeof channels)[number];

const other = 'any_channel';

/**
 * `marts.customer` with `may_email` … `may_ads`: whether the customer may be reached that way. Consent is an opt-in (unknown is no)
 * that no suppression takes back. `suppressions` names a relation of `customer_id` and `channel`; a channel that is not one of the
 * five, or none, stops all of them.
 */
export function consentingCustomerSql(suppressions?: string): Sql {
  const may = (channel: Channel): Sql => {
    const optedIn = sql`coalesce(customer.${name(`${channel}_opt_in`)}, false)`;
    const allowed = sql`coalesce(stopped.${name(channel)} + stopped.${name(other)}, 0) = 0`;
    const consent = suppressions === undefined ? optedIn : sql`${optedIn} and ${allowed}`;
    return sql`${consent} as ${name(`may_${channel}`)}`;
  };
  const selected = sql`select customer.*, ${join(channels.map(may))} from marts.customer as customer`;
  if (suppressions === undefined) return selected;
  const known = join(channels.map(literal));
  const stops = channels.map(
    (channel) => sql`max(case when channel = ${literal(channel)} then 1 else 0 end) as ${name(channel)}`,
  );
  return sql`${selected} left join (
    select customer_id, ${join(stops)}, max(case when channel in (${known}) then 0 else 1 end) as ${name(other)}
    from ${relationName(suppressions)} group by customer_id
  ) as stopped on stopped.customer_id = customer.customer_id`;
}

/** An address as it is handed out. */
export interface AddressColumn {
  /** The column of `marts.customer` that it comes from. */
  readonly from: string;
  /** The channel that must be open. */
  readonly channel: Channel;
}

/** The columns of files that reach a customer. One number may stand in two of them: to call, and to send text messages to. */
export const addressColumns: Readonly<Record<string, AddressColumn>> = {
  email: { from: 'email', channel: 'email' },
  phone: { from: 'phone', channel: 'phone' },
  sms: { from: 'phone', channel: 'sms' },
  city: { from: 'city', channel: 'post' },
  postal_code: { from: 'postal_code', channel: 'post' },
};

/** Columns that tell a way to reach the customer: the channel, and what is known of it. */
const bestChannel: ReadonlySet<string> = new Set(['best_channel', 'best_channel_rate']);

const bestChannelIsOpen = sql`case best_channel when 'email' then may_email when 'phone' then may_phone
  when 'sms' then may_sms when 'post' then may_post else false end`;

/** A column of a file as it may be handed out: an address, or the channel to write on, only where that is open. */
export function permittedSql(column: string): Sql {
  if (bestChannel.has(column)) return sql`case when ${bestChannelIsOpen} then ${name(column)} end`;
  const address = addressColumns[column];
  if (address === undefined) return name(column);
  return sql`case when ${name(`may_${address.channel}`)} then ${name(address.from)} end`;
}
