import type { Engine } from '../../engine/engine.ts';
import { join, name, raw, sql, type Sql } from '../../sql/sql.ts';
import { idsSql } from './match.sql.ts';
import { columnsOf, isTheirs, placesOfWarehouse, type Place } from './places.ts';

const former = 'former';

/** A table of a warehouse without some people. */
function withoutSql(place: Place, columns: readonly string[], ids: string): Sql {
  const theirs = isTheirs(place, ids);
  const shown = columns.map((column) => {
    const value = name(column);
    if (place.texts.includes(column)) return sql`case when ${theirs} then null else ${value} end as ${value}`;
    if (place.mentions.includes(column))
      return sql`case when ${value} in ${idsSql(ids, 'customer')} then null else ${value} end as ${value}`;
    return value;
  });
  const condition = place.key === null ? sql`` : sql` where not ${theirs}`;
  return sql`select ${join(shown)} from ${place.from}${condition}`;
}

/** Fills a new warehouse with what another holds, but for some people: what is deleted in place stays in the blocks of a file. */
export async function copyWithout(engine: Engine, file: string, ids: string): Promise<void> {
  await engine.attach(file, former);
  for (const place of await placesOfWarehouse(engine, former))
    await engine.create(place.table, withoutSql(place, await columnsOf(engine, place.from), ids));
  const views = await engine.rows(
    sql`select schema_name || '.' || view_name as view, sql from duckdb_views()
      where database_name = ${former} and not internal order by view`,
    { view: 'text', sql: 'text' },
  );
  await defineViews(
    engine,
    views.map(({ view, sql: text }) => ({
      view,
      text: text.replace(/^CREATE VIEW .*? AS /s, '').replace(/;\s*$/, ''),
    })),
  );
  await engine.detach(former);
}

/** Names views, each after those it reads: the engine does not tell which these are, so what cannot be named yet waits. */
async function defineViews(
  engine: Engine,
  views: readonly { readonly view: string; readonly text: string }[],
): Promise<void> {
  const waiting: (typeof views)[number][] = [];
  let failure: Error | null = null;
  for (const one of views) {
    try {
      await engine.define(one.view, raw(one.text));
    } catch (error) {
      failure = error as Error;
      waiting.push(one);
    }
  }
  if (waiting.length === views.length && failure !== null) throw failure;
  if (waiting.length > 0) await defineViews(engine, waiting);
}
