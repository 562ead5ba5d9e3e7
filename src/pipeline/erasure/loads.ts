import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join as joinPath } from 'node:path';
import { hashFile, sync, syncTree } from '../../disk.ts';
import type { Engine } from '../../engine/engine.ts';
import { loadFiles, readLoad, type LoadRecord } from '../../sources/load-record.ts';
import { erasedFault } from '../../sources/resolve.sql.ts';
import { mustBeUnharmed } from '../../sources/unharmed.ts';
import { parquetFiles } from '../../sql/files.ts';
import { join, name, sql, type Sql } from '../../sql/sql.ts';
import { idsSql } from './match.sql.ts';
import { columnsOf, isTheirs, placesOfLoad, tableOfLoad, tellsOfThem, type Place } from './places.ts';

/** What a load says of the people who were erased from it. */
export interface LoadMark {
  /** The list it was held against. */
  readonly list: string;
  /** Its records that are blank now. */
  readonly erased: number;
}

const markFile = (store: string, loadId: string): string => joinPath(store, 'loads', loadId, 'erasures.json');

/** The mark of a load; null where nobody was erased since it was read. */
export function markOfLoad(store: string, loadId: string): LoadMark | null {
  const file = markFile(store, loadId);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as LoadMark) : null;
}

/** Whether a load has records of people who were erased. */
export const hasBlankRecords = (store: string, loadId: string): boolean => (markOfLoad(store, loadId)?.erased ?? 0) > 0;

/** What stays of a record that is blank: where it came from, so that records are numbered and counted as before. */
const kept: Readonly<Record<string, readonly string[]>> = {
  rejects: ['record', 'line', 'reason', 'column_name'],
  refused: ['line', 'problem'],
};

/** Of rows. */
const keptOfRows: readonly string[] = ['source', 'load_id', 'rounded'];

/** A file of a load, with the records of the people blank: every record keeps its place. */
function blankSql(place: Place, columns: readonly string[], ids: string): Sql {
  const blank = columns.map((column) => {
    const value = name(column);
    if ((kept[place.table] ?? keptOfRows).includes(column)) return value;
    if (column === 'fault')
      return sql`case when is_theirs then coalesce(fault, ${erasedFault}) else fault end as fault`;
    const other = place.mentions.includes(column)
      ? sql`case when ${value} in ${idsSql(ids, 'customer')} then null else ${value} end`
      : value;
    return sql`case when is_theirs then null else ${other} end as ${value}`;
  });
  return sql`select ${join(blank)} from (select *, ${isTheirs(place, ids)} as is_theirs from ${place.from}) as judged`;
}

/** Writes the hashes of the files of a load into its record: they are others on purpose. */
async function sealAgain(loads: string, load: LoadRecord, aside: string): Promise<void> {
  const files = loadFiles(loads, load);
  const written = { rows: await hashFile(files.rows), rejects: await hashFile(files.rejects) };
  writeFileSync(joinPath(aside, 'load.json'), JSON.stringify({ ...load, written }, null, 1));
  await syncTree(aside);
  renameSync(joinPath(aside, 'load.json'), files.record);
}

/**
 * Makes the records of people in a load blank, in its rows, its rejects and what could not be split; then seals and marks it. Each file is written aside and renamed: a
 * reader sees the one or the other. The folder aside is left where it was interrupted, so that it is known whose change it was; it is in the load,
 * where nothing sweeps it.
 *
 * @param ids Parquet file of `kind` and `id`
 */
export async function eraseFromLoad(
  engine: Engine,
  store: string,
  loadId: string,
  ids: string,
  list: string,
): Promise<LoadMark> {
  const loads = joinPath(store, 'loads');
  const table = tableOfLoad(loads, loadId)!;
  const files = loadFiles(loads, { loadId, table });
  const load = readLoad(loads, { loadId, table });
  const aside = joinPath(loads, loadId, '.erasing');
  let isChanged = existsSync(aside);
  mkdirSync(aside, { recursive: true });
  for (const place of await placesOfLoad(engine, store, loadId)) {
    const [found] = await engine.rows(
      sql`select count(*) as n from (select * from ${place.from}) as place where ${tellsOfThem(place, ids)}`,
      { n: 'integer' },
      1,
    );
    if (found!.n === 0) continue;
    if (!isChanged && load !== null) await mustBeUnharmed(loads, [{ ...load, sequence: 0, known: true }]);
    isChanged = true;
    const file = place.table === 'rejects' ? files.rejects : place.table === 'refused' ? files.refused : files.rows;
    const columns = await columnsOf(engine, place.from);
    await engine.unload(blankSql(place, columns, ids), joinPath(aside, basename(file)), 'parquet');
    await syncTree(aside);
    renameSync(joinPath(aside, basename(file)), file);
  }
  if (isChanged && load !== null) await sealAgain(loads, load, aside);
  const [blank] = await engine.rows(
    sql`select count(*) as n from ${parquetFiles([files.rows])} where fault = ${erasedFault}`,
    { n: 'integer' },
    1,
  );
  const mark = { list, erased: blank!.n };
  writeFileSync(joinPath(aside, 'mark'), JSON.stringify(mark));
  await syncTree(aside);
  renameSync(joinPath(aside, 'mark'), markFile(store, loadId));
  await sync(joinPath(loads, loadId));
  rmSync(aside, { recursive: true, force: true });
  return mark;
}
