import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join as joinPath } from 'node:path';
import type { Engine } from '../../engine/engine.ts';
import { guardSql } from '../../exports/guard.sql.ts';
import { join, name, sql, type Sql } from '../../sql/sql.ts';
import { attachPeople } from '../people/file.ts';
import { listReleases } from '../releases.ts';
import { withWarehouse } from './find.ts';
import { isTheirs, loadsIn, placesOfLoad, placesOfPeople, type Place } from './places.ts';

/** What one place holds of a person. */
export interface Held {
  /** `loads/781b19473435456e/purchases`, `releases/2026-11-21T020000Z-7f3a/marts.customer`, `people/suppression` */
  readonly place: string;
  readonly rows: number;
  /** The files it was written to. */
  readonly files: readonly string[];
}

/** Rows of a person, as text that no spreadsheet runs. */
async function guardedSql(engine: Engine, rows: Sql): Promise<Sql> {
  const columns = await engine.check(rows);
  const cells = columns.map((column) => {
    const value = name(column.name);
    return column.type === 'VARCHAR' ? sql`${guardSql(value)} as ${value}` : value;
  });
  return sql`select ${join(cells)} from (${rows}) as held`;
}

/** Writes what a place holds of a person, if anything: as JSON, a row a line, exact; and as CSV for people. */
async function writePlace(engine: Engine, place: Place, called: string, ids: string, target: string): Promise<Held[]> {
  if (place.key === null && place.texts.length === 0) return [];
  const rows = sql`select * from ${place.from} as place where ${isTheirs(place, ids)}`;
  const [found] = await engine.rows(sql`select count(*) as n from (${rows}) as held`, { n: 'integer' }, 1);
  if (found!.n === 0) return [];
  mkdirSync(dirname(joinPath(target, called)), { recursive: true, mode: 0o700 });
  await engine.unload(rows, joinPath(target, `${called}.json`), 'json');
  await engine.unload(await guardedSql(engine, rows), joinPath(target, `${called}.csv`), 'people-csv');
  return [{ place: called, rows: found!.n, files: [`${called}.json`, `${called}.csv`] }];
}

/**
 * Writes all that a store holds of a person to a folder: what was read of files, accepted or not; every table of every warehouse; what
 * outlives releases. `index.json` lists it.
 *
 * @param ids Parquet file of `kind` and `id`
 */
export async function writeSubject(engine: Engine, store: string, ids: string, target: string): Promise<Held[]> {
  const held: Held[] = [];
  const write = async (places: readonly Place[], under: string): Promise<void> => {
    for (const place of places) held.push(...(await writePlace(engine, place, `${under}/${place.table}`, ids, target)));
  };
  const people = await attachPeople(engine, store, 'decided');
  await write(
    placesOfPeople((table) => people.table(table)),
    'people',
  );
  for (const loadId of await loadsIn(store)) await write(await placesOfLoad(engine, store, loadId), `loads/${loadId}`);
  for (const release of (await listReleases(store)).filter(({ hasWarehouse }) => hasWarehouse))
    await withWarehouse(engine, release, (places) => write(places, `releases/${release.run}`));
  if (held.length > 0) writeFileSync(joinPath(target, 'index.json'), `${JSON.stringify({ held }, null, 1)}\n`);
  return held;
}
