import type { Engine } from '../engine/engine.ts';
import { join, name, sql, type Sql } from '../sql/sql.ts';
import { withheldNote } from '../text/en/exports.ts';
import { addressColumns, type Channel } from './consent.sql.ts';

/** Addresses that go with one another: the columns of `postal` are one address. */
const addresses = {
  email: ['email'],
  phone: ['phone'],
  postal: ['city', 'postal_code'],
} as const;

/** A kind of address. */
type Address = keyof typeof addresses;

/** The channels of which one must be open for an address to be handed out. */
const channelsOf = (address: Address): readonly Channel[] => addressColumns[addresses[address][0]]!;

/**
 * A sentence on the addresses that no file holds although they are known, because not one customer has opted in to a channel that uses
 * them: most likely the column was not mapped. Null where there is no such address. Reads one row.
 */
export async function explainWithheld(engine: Engine): Promise<string | null> {
  const kinds = Object.keys(addresses) as Address[];
  const lost = kinds.map((address) => {
    const known = addresses[address].map((column) => sql`${name(column)} is not null`);
    const open = channelsOf(address).map((channel) => sql`coalesce(${name(`${channel}_opt_in`)}, false)`);
    const any = (columns: Sql[]): Sql => sql`coalesce(bool_or(${join(columns, ' or ')}), false)`;
    return sql`${any(known)} and not ${any(open)} as ${name(address)}`;
  });
  const shape = { email: 'boolean', phone: 'boolean', postal: 'boolean' } as const;
  const [row] = await engine.rows(sql`select ${join(lost)} from marts.customer`, shape, 1);
  const withheld = kinds.filter((address) => row![address]);
  if (withheld.length === 0) return null;
  const optIns = withheld.flatMap((address) => channelsOf(address).map((channel) => `${channel}_opt_in`));
  return withheldNote(optIns, withheld);
}
