import { sql, type Sql } from '../../sql/sql.ts';

/** Whose hash it is: a customer, or an order of one. */
export type HashedKind = 'customer' | 'order';

/** Bytes of a block of SHA-256. */
const block = 64;

/** The key as HMAC adds it to a block. */
const padded = (key: Buffer, byte: number): string =>
  Buffer.from(Array.from({ length: block }, (_, i) => (key[i] ?? 0) ^ byte)).toString('hex');

/**
 * HMAC-SHA-256 (Bellare, Canetti & Krawczyk 1996; RFC 2104) of `customer:ID` or `order:ID`, in hexadecimal. Keys of up to 64 bytes. The key
 * travels beside the statement, not in it.
 */
export const hashSql = (key: Buffer, kind: HashedKind, id: Sql): Sql =>
  sql`sha256(from_hex(${padded(key, 0x5c)}) || from_hex(sha256(from_hex(${padded(key, 0x36)}) || encode(${`${kind}:`} || ${id}))))`;
