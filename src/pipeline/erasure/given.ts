import { openDuckdb } from '../../engine/duckdb.ts';
import type { Engine } from '../../engine/engine.ts';
import { parquetFiles } from '../../sql/files.ts';
import { join, raw, sql, type Sql } from '../../sql/sql.ts';
import { attachPeople } from '../people/file.ts';
import { listReleases } from '../releases.ts';
import { candidates, withWarehouse } from './find.ts';
import { hashSql } from './hash.sql.ts';
import { readErasures } from './list.ts';
import { loadsIn, placesOfLoad, placesOfPeople, type Place } from './places.ts';
import { withListsAlone } from './releases.ts';

/** What a store knows of people who are to be erased. */
export interface Given {
  /** Of whom it holds nothing, and who were not erased before. */
  readonly unknown: number;
  /** Those of them who were typed. */
  readonly typed: readonly string[];
  /** Who were erased before. */
  readonly before: number;
  /** Releases whose lists are not looked through: they have no warehouse. */
  readonly lists: number;
}

const unknown = raw('erased.unknown');

/** Takes those out of the unknown who are somewhere in a place. */
async function takeOut(engine: Engine, place: Place): Promise<void> {
  for (const ids of candidates([place], 'customer'))
    await engine.create(
      'erased.unknown',
      sql`select customer_id from ${unknown} as given where customer_id not in (select id from (${ids}) as there where id is not null)`,
    );
}

const countIn = async (engine: Engine, from: Sql): Promise<number> =>
  (await engine.rows(sql`select count(*) as n from ${from} as counted`, { n: 'integer' }, 1))[0]!.n;

/**
 * Looks whether a store holds anything of some people. Only under its lock.
 *
 * @param given a Parquet file of `customer_id`
 * @param typed ids that may be told one by one
 * @throws EngineError where the key of earlier erasures is gone or is another
 */
export async function lookForGiven(store: string, given: string, typed: readonly string[]): Promise<Given> {
  const engine = await openDuckdb({ searchPath: store });
  try {
    const people = await attachPeople(engine, store, 'decided');
    const list = await readErasures(engine, store, people);
    const ids = parquetFiles([given]);
    const isNew = list
      ? sql`${hashSql(list.key, 'customer', raw('customer_id'))} not in (select hash from ${list.table} as listed)`
      : sql`true`;
    await engine.create('erased.unknown', sql`select customer_id from ${ids} where ${isNew}`);
    const before = (await countIn(engine, ids)) - (await countIn(engine, unknown));
    const releases = await listReleases(store);
    const takeOutAll = async (places: readonly Place[]): Promise<void> => {
      for (const place of places) if ((await countIn(engine, unknown)) > 0) await takeOut(engine, place);
    };
    await takeOutAll(placesOfPeople((table) => people.table(table)));
    for (const loadId of await loadsIn(store)) await takeOutAll(await placesOfLoad(engine, store, loadId));
    for (const release of releases.filter(({ hasWarehouse }) => hasWarehouse))
      await withWarehouse(engine, release, takeOutAll);
    const named =
      typed.length === 0
        ? []
        : await engine.rows(
            sql`select customer_id from ${unknown} as given where customer_id in (${join(typed.map((id) => sql`${id}`))}) order by customer_id`,
            { customer_id: 'text' },
            typed.length,
          );
    return {
      unknown: await countIn(engine, unknown),
      typed: named.map(({ customer_id }) => customer_id),
      before,
      lists: (await withListsAlone(releases)).length,
    };
  } finally {
    await engine.close();
  }
}
