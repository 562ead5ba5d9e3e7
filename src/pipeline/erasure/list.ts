import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { openDuckdb } from '../../engine/duckdb.ts';
import type { Engine } from '../../engine/engine.ts';
import { EngineError } from '../../errors.ts';
import { parquetFiles } from '../../sql/files.ts';
import { raw, sql, type Sql } from '../../sql/sql.ts';
import { currentRecord } from '../record.ts';
import {
  attachPeople,
  changePeople,
  erasuresFile,
  peopleFile,
  type People,
  type PeopleTable,
  type StoredPeople,
} from '../people/file.ts';
import { hashSql, type HashedKind } from './hash.sql.ts';
import { keyFile, keyId, readKey, readOrMakeKey } from './key.ts';
import { ordersOf } from './orders.ts';
import { loadsIn } from './places.ts';

/** Who was erased, as far as the store still knows: the hashes of their ids. */
export interface ErasureList {
  readonly key: Buffer;
  /** What stands behind `from`: `hash`. */
  readonly table: Sql;
  /** Another one where anybody else was erased. What was cleaned says by which list. */
  readonly mark: string;
}

/** The list of a store; null where nobody was ever erased. @throws EngineError where it is gone, or its key is, or the key is another */
export async function readErasures(engine: Engine, store: string, people: People): Promise<ErasureList | null> {
  const table = people.table('erasure');
  const rows = await engine.rows(
    sql`select key_id, count(*) as n, sha256(string_agg(hash, '' order by hash)) as mark from ${table} as erasure group by key_id order by key_id`,
    { key_id: 'text', n: 'integer', mark: 'text' },
  );
  if (rows.length === 0) {
    if (currentRecord(store)?.erasures === undefined) return null;
    throw new EngineError(
      `${peopleFile(store)} or ${erasuresFile(store)} must list who was erased, as the current release was held against such a list; neither lists anybody. Restore them from your newest backup: without them they would come back`,
    );
  }
  const key = readKey(store);
  if (key === null || rows.some(({ key_id }) => key_id !== keyId(key)))
    throw new EngineError(
      `${keyFile(store)} must be the key that ${rows.reduce((sum, { n }) => sum + n, 0)} hashes of erased people and orders were made with; ${key === null ? 'it is gone' : 'it is another'}. Restore it from a backup: without it they would come back`,
    );
  return {
    key,
    table,
    mark: createHash('sha256')
      .update(rows.map(({ mark }) => mark).join())
      .digest('hex')
      .slice(0, 16),
  };
}

/** What was decided on others than those whose hashes are in `list`. */
const decidedOnOthers = (
  key: Buffer,
  list: Sql,
  before: People,
): Record<'audience_member' | 'suppression' | 'campaign_member', Sql> => {
  const kept = (table: PeopleTable): Sql =>
    sql`select * from ${before.table(table)} as one
      where ${hashSql(key, 'customer', raw('customer_id'))} not in (select hash from ${list} as listed)`;
  return {
    audience_member: kept('audience_member'),
    suppression: kept('suppression'),
    campaign_member: kept('campaign_member'),
  };
};

/**
 * Adds people to those who are kept out, with the orders that are theirs, and forgets what was decided on them. Only under the lock of the
 * store.
 *
 * @param given a Parquet file of `customer_id`
 * @param day on which they asked, `2026-11-21`
 */
export async function addErasures(store: string, given: string, day: string, randomId: () => string): Promise<void> {
  await withErasures(store, () => Promise.resolve(null));
  const key = await readOrMakeKey(store, randomId);
  const ids = parquetFiles([given]);
  const orders = ordersOf(store, sql`(select customer_id from ${ids})`, await loadsIn(store));
  await changePeople(store, (_engine, before) => {
    const hashed = (kind: HashedKind, from: Sql): Sql =>
      sql`select ${hashSql(key, kind, raw('id'))} as hash from ${from} as ids`;
    const news = sql`${hashed('customer', sql`(select customer_id as id from ${ids})`)} union ${hashed('order', orders)}`;
    const list = before.table('erasure');
    return Promise.resolve({
      erasure: sql`select * from ${list} as listed union all
        select hash, cast(${day} as date) as erased_on, ${keyId(key)} as key_id from (${news}) as news
        where hash not in (select hash from ${list} as listed)`,
      ...decidedOnOthers(key, sql`(${news})`, before),
    });
  });
}

const lacksErased = (engine: Engine, { table }: ErasureList, people: StoredPeople): Promise<boolean> =>
  engine
    .rows(
      sql`select exists (select hash from ${table} as listed except select hash from ${people.own('erasure')} as own) as lacks`,
      { lacks: 'boolean' },
      1,
    )
    .then(([row]) => row!.lacks);

/** Whether `people.duckdb` is older than the last erasure: it came from a backup. What was decided since is not in it. */
export async function isPeopleFileOlder(store: string): Promise<boolean> {
  return existsSync(peopleFile(store)) && ((await withErasures(store, lacksErased)) ?? false);
}

/** Brings such a file up to the list again, and forgets what it has of those who were erased since. Only under the lock of the store. */
export async function catchUpWithErasures(store: string): Promise<void> {
  const key = readKey(store)!;
  await changePeople(store, (_engine, before) =>
    Promise.resolve(decidedOnOthers(key, before.table('erasure'), before)),
  );
}

/** Opens an engine with the list of a store, to look through the store. */
export async function withErasures<T>(
  store: string,
  use: (engine: Engine, list: ErasureList, people: StoredPeople) => Promise<T>,
): Promise<T | null> {
  const engine = await openDuckdb({ searchPath: store });
  try {
    const people = await attachPeople(engine, store);
    const list = await readErasures(engine, store, people);
    return list && (await use(engine, list, people));
  } finally {
    await engine.close();
  }
}
