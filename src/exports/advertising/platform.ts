import { join, sql, type Sql } from '../../sql/sql.ts';
import { keySql, type Key } from './key.ts';

/** An advertising platform that people are uploaded to. */
export interface AdvertisingPlatform {
  /** Header, exactly as the platform wants it → what goes below it. */
  readonly keys: Readonly<Record<string, Key>>;
  /** Somebody is matched by all keys of one of these. */
  readonly matchedBy: readonly (readonly string[])[];
  /** Keys that match nobody but together: they go out all, or none does. */
  readonly together?: readonly string[];
}

const all = ({ keys }: AdvertisingPlatform, headers: readonly string[]): Sql =>
  sql`(${join(
    headers.map((header) => sql`${keySql(keys[header]!)} is not null`),
    ' and ',
  )})`;

/** Header → cell, over the columns of `marts.customer`. */
export function cellsOf(platform: AdvertisingPlatform): Record<string, Sql> {
  const { keys, together = [] } = platform;
  return Object.fromEntries(
    Object.entries(keys).map(([header, key]) => [
      header,
      together.includes(header) ? sql`case when ${all(platform, together)} then ${keySql(key)} end` : keySql(key),
    ]),
  );
}

/** Whether the platform can match somebody. */
export const isMatched = (platform: AdvertisingPlatform): Sql =>
  sql`(${join(
    platform.matchedBy.map((headers) => all(platform, headers)),
    ' or ',
  )})`;
