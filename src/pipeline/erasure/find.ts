import type { Engine } from '../../engine/engine.ts';
import { join, name, raw, sql, type Sql } from '../../sql/sql.ts';
import type { People } from '../people/file.ts';
import { warehouseOf, type Release } from '../releases.ts';
import { hashSql } from './hash.sql.ts';
import type { ErasureList } from './list.ts';
import { tokensSql } from './match.sql.ts';
import { placesOfLoad, placesOfPeople, placesOfWarehouse, tellsOfThem, type Place } from './places.ts';

/** Loads and releases to look through. */
export interface Stock {
  readonly loadIds: readonly string[];
  /** Those that have a warehouse. */
  readonly releases: readonly Release[];
}

/** Lets `use` look at the tables of a release. */
export async function withWarehouse<T>(
  engine: Engine,
  release: Release,
  use: (places: readonly Place[]) => Promise<T>,
): Promise<T> {
  await engine.attach(warehouseOf(release.folder), 'looked_at');
  try {
    return await use(await placesOfWarehouse(engine, 'looked_at'));
  } finally {
    await engine.detach('looked_at');
  }
}

/** Everything in some places that may be an id: keys, mentions and the fields of records as text. */
export function candidates(places: readonly Place[], kind: 'customer' | 'order'): Sql[] {
  return places.flatMap(({ from, key, texts, mentions }) => [
    ...(key?.kind === kind ? [sql`select distinct ${name(key.column)} as id from ${from} as place`] : []),
    ...(kind === 'customer'
      ? [
          ...mentions.map((column) => sql`select distinct ${name(column)} as id from ${from} as place`),
          ...texts.map((text) => sql`select distinct unnest(${tokensSql(name(text))}) as id from ${from} as place`),
        ]
      : []),
  ]);
}

/**
 * Finds which of the people on a list the store still holds, and their orders.
 *
 * @param file Parquet file to write, of `kind` and `id`
 * @returns how many people
 */
export async function findErased(
  engine: Engine,
  store: string,
  { loadIds, releases }: Stock,
  { key, table }: ErasureList,
  people: People,
  file: string,
): Promise<number> {
  await engine.create(
    'erased.id',
    raw('select cast(null as varchar) as kind, cast(null as varchar) as id where false'),
  );
  const add = async (kind: 'customer' | 'order', selects: readonly Sql[]): Promise<void> => {
    if (selects.length === 0) return;
    // Each id is hashed once: a filter would be taken below the distinct.
    await engine.create(
      'erased.candidate',
      sql`select distinct id from (${join(selects, ' union all ')}) as candidates where id is not null`,
    );
    await engine.append(
      'erased.id',
      sql`select ${kind} as kind, id from erased.candidate where ${hashSql(key, kind, raw('id'))} in (select hash from ${table} as listed)`,
    );
  };
  await add(
    'customer',
    candidates(
      placesOfPeople((one) => people.table(one)),
      'customer',
    ),
  );
  const ofLoads: Place[] = [];
  for (const loadId of loadIds) ofLoads.push(...(await placesOfLoad(engine, store, loadId)));
  for (const place of ofLoads) await add('customer', candidates([place], 'customer'));
  for (const release of releases)
    await withWarehouse(engine, release, (places) => add('customer', candidates(places, 'customer')));
  await add('order', candidates(ofLoads, 'order'));
  for (const { from } of ofLoads.filter(({ table: one }) => one === 'purchases'))
    await engine.append(
      'erased.id',
      sql`select distinct 'order' as kind, order_id as id from ${from} as place
        where order_id is not null and customer_id in (select id from erased.id where kind = 'customer')`,
    );
  await engine.unload(sql`select distinct kind, id from erased.id order by kind, id`, file, 'parquet');
  const [found] = await engine.rows(
    sql`select count(distinct id) as n from erased.id where kind = 'customer'`,
    { n: 'integer' },
    1,
  );
  return found!.n;
}

/** Whether any row of some places tells of the people in a file. */
export async function areIn(engine: Engine, places: readonly Place[], ids: string): Promise<boolean> {
  for (const place of places) {
    const [found] = await engine.rows(
      sql`select count(*) as n from (select 1 from ${place.from} as place where ${tellsOfThem(place, ids)} limit 1) as found`,
      { n: 'integer' },
      1,
    );
    if (found!.n > 0) return true;
  }
  return false;
}
