import type { Engine } from '../engine/engine.ts';
import { join, name, sql, type Sql } from '../sql/sql.ts';
import { remark, type Remark } from '../text/remark.ts';
import { addressColumns } from './consent.sql.ts';

/** Addresses that go with one another: the columns of `postal` are one address. */
const addresses = {
  email: ['email'],
  phone: ['phone'],
  sms: ['sms'],
  postal: ['city', 'postal_code'],
} as const;

/** A kind of address. */
type Address = keyof typeof addresses;

/** The column that says who may be reached at an address. */
const optInOf = (address: Address): string => `${addressColumns[addresses[address][0]]!.channel}_opt_in`;

/**
 * What to say of the addresses that no file holds although they are known, because not one customer has opted in to their channel: most likely the column was not mapped. Null where there is no such address. Reads one row.
 */
export async function explainWithheld(engine: Engine): Promise<Remark | null> {
  const kinds = Object.keys(addresses) as Address[];
  const lost = kinds.map((address) => {
    const known = addresses[address].map((column) => sql`${name(addressColumns[column]!.from)} is not null`);
    const any = (conditions: readonly Sql[]): Sql => sql`coalesce(bool_or(${join(conditions, ' or ')}), false)`;
    return sql`${any(known)} and not ${any([name(optInOf(address))])} as ${name(address)}`;
  });
  const shape = { email: 'boolean', phone: 'boolean', sms: 'boolean', postal: 'boolean' } as const;
  const [row] = await engine.rows(sql`select ${join(lost)} from marts.customer`, shape, 1);
  const withheld = kinds.filter((address) => row![address]);
  if (withheld.length === 0) return null;
  return remark('withheld', { optIns: withheld.map(optInOf), addresses: withheld });
}
