import { literal, sql, type Sql } from '../../sql/sql.ts';

/** What an advertising platform matches people by. */
export interface Key {
  /** The text that it is made of, over the columns of `marts.customer`. */
  readonly value: Sql;
  /** As the platform wants it; null or empty where the value means nothing to it. */
  readonly normal: Sql;
  /** It goes out as SHA-256 in lower-case hexadecimal. */
  readonly isHashed: boolean;
  /** What a value must be to have a normal form; left out: a value without one is nobody's mistake. */
  readonly must?: string;
}

const isHash = (value: Sql): Sql => sql`regexp_full_match(lower(trim(${value})), ${literal('[0-9a-f]{64}')})`;

/** The cell of a key: null where there is nothing to match by, never the hash of nothing. What somebody hashed before passes as it is. */
export function keySql({ value, normal, isHashed }: Key): Sql {
  const known = sql`nullif(${normal}, '')`;
  return isHashed ? sql`case when ${isHash(value)} then lower(trim(${value})) else sha256(${known}) end` : known;
}

/** There is a value, and the platform can do nothing with it. */
export const isUselessSql = (key: Key): Sql => sql`(trim(${key.value}) <> '' and ${keySql(key)} is null)`;
