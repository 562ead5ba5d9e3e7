import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import { hashFile, sync } from '../../disk.ts';
import { EngineError } from '../../errors.ts';
import type { Engine } from '../../engine/engine.ts';
import { tablesIn } from '../../engine/tables.ts';
import { join, name, raw, sql, type Sql } from '../../sql/sql.ts';
import { parquetFiles } from '../../sql/files.ts';
import { keyFile } from '../erasure/key.ts';
import { currentRecord } from '../record.ts';

/** The tables of what outlives releases: column → type, the columns of the key first. */
const tables = {
  /** Who may not be reached, by channel, as the newest data say. */
  suppression: { key: { customer_id: 'varchar', channel: 'varchar' }, more: {} },
  /** Every segment there ever was, also in releases that were rolled back: no code is given twice. */
  segment: { key: { segment: 'varchar' }, more: {} },
  /** What people call a segment. */
  segment_name: { key: { segment: 'varchar' }, more: { name: 'varchar', named_at: 'timestamp' } },
  /** Whom people put into an audience (`include`) or keep out of it (`exclude`), whatever its condition says. */
  audience_member: {
    key: { audience: 'varchar', customer_id: 'varchar' },
    more: { kind: 'varchar', since: 'timestamp' },
  },
  /** Who takes part in a campaign, and in which arm: whom it has contacted, also where that release was rolled back. */
  campaign_member: {
    key: { campaign: 'varchar', customer_id: 'varchar' },
    more: {
      arm: 'varchar',
      since: 'date',
      segment: 'varchar',
      cost: 'decimal(18, 4)',
      response: 'decimal(18, 9)',
      expected_profit: 'decimal(18, 4)',
      holdout_share: 'decimal(9, 6)',
    },
  },
  /** Who was erased, and their orders: hashes by the key of the store, so that it says of nobody that they were a customer. */
  erasure: { key: { hash: 'varchar' }, more: { erased_on: 'date', key_id: 'varchar' } },
} as const;

/** One of them. */
export type PeopleTable = keyof typeof tables;

const tableNames = Object.keys(tables) as PeopleTable[];

/** What people decided, as tables of an engine. */
export interface People {
  /** What stands behind `from`; a table that the file does not have yet is empty. */
  table(table: PeopleTable): Sql;
}

/** The same, of a store. */
export interface StoredPeople extends People {
  /** Without what the store has twice: who was erased, as the file itself lists them. */
  own(table: PeopleTable): Sql;
}

/** One file beside the releases; every change writes it anew in another folder and renames it. */
export const peopleFile = (folder: string): string => joinPath(folder, 'people.duckdb');

/**
 * Who was erased, once more: the list only grows, so that of two files the one that is gone, or older, forgets nobody. Written with every change
 * of the other, where anybody was ever erased.
 */
export const erasuresFile = (folder: string): string => joinPath(folder, 'erasures.parquet');

/** Whether a folder holds what `writePeople` wrote there: it is not in its place yet. */
export const holdsPeople = (folder: string): boolean => existsSync(peopleFile(folder));

function emptySql(table: PeopleTable): Sql {
  const { key, more } = tables[table];
  const columns = Object.entries({ ...key, ...more });
  return sql`select ${join(columns.map(([column, type]) => sql`cast(null as ${raw(type)}) as ${name(column)}`))} where false`;
}

/** A table that an earlier version wrote, with the columns that it did not have. */
function completeSql(table: PeopleTable, there: Sql, columns: ReadonlySet<string>): Sql {
  const { key, more } = tables[table];
  const cells = Object.entries({ ...key, ...more }).map(([column, type]) =>
    columns.has(column) ? name(column) : sql`cast(null as ${raw(type)}) as ${name(column)}`,
  );
  return cells.length === columns.size ? there : sql`(select ${join(cells)} from ${there})`;
}

/** Whether there was a file when the current release was made, and there is none any more. */
export const isPeopleFileGone = (store: string): boolean =>
  !existsSync(peopleFile(store)) && (currentRecord(store)?.people ?? null) !== null;

/** Nothing was ever decided. */
export const nobody: People = { table: (table) => sql`(${emptySql(table)})` };

/** Makes what people decided readable under a name. */
export async function attachPeople(engine: Engine, store: string, as = 'people'): Promise<StoredPeople> {
  const known = new Map<PeopleTable, Sql>();
  const own = (table: PeopleTable): Sql => known.get(table) ?? nobody.table(table);
  if (existsSync(peopleFile(store))) {
    await engine.attach(peopleFile(store), as);
    const there = await tablesIn(engine, as);
    for (const one of tableNames.filter((one) => there.has(`main.${one}`))) {
      const columns = await engine.check(sql`select * from ${name(as, one)}`);
      known.set(one, completeSql(one, name(as, one), new Set(columns.map((column) => column.name))));
    }
  }
  if (!existsSync(erasuresFile(store))) return { table: own, own };
  const again = parquetFiles([erasuresFile(store)]);
  await engine.rows(sql`select count(hash) as n from ${again}`, { n: 'integer' }).catch((error: unknown) => {
    throw new EngineError(
      `${erasuresFile(store)} must list who was erased, and cannot be read: ${(error as Error).message}. Remove it: ${peopleFile(store)} lists the same, unless that came from a backup since. Then restore both`,
      { cause: error },
    );
  });
  const erased = sql`(select * from ${own('erasure')} union select * from ${again})`;
  return { table: (table) => (table === 'erasure' ? erased : own(table)), own };
}

/** SHA-256 of what people decided; null where nothing was yet. */
export const peopleHash = async (store: string): Promise<string | null> =>
  existsSync(peopleFile(store)) ? hashFile(peopleFile(store)) : null;

/** What some tables hold after a change, from what all held before. */
type Change = (engine: Engine, before: People) => Promise<Partial<Record<PeopleTable, Sql>>>;

/**
 * Holds the file against what this version would write: a table or a column that it does not know would be lost.
 *
 * @throws EngineError where a later version wrote it
 */
async function mustKnowAll(engine: Engine, store: string, as: string): Promise<void> {
  if (!existsSync(peopleFile(store))) return;
  const known = new Set(
    tableNames.flatMap((table) =>
      Object.keys({ ...tables[table].key, ...tables[table].more }).map((column) => `${table}.${column}`),
    ),
  );
  const columns = await engine.rows(
    sql`select table_name || '.' || column_name as called from information_schema.columns where table_catalog = ${as} order by called`,
    { called: 'text' },
    1_000,
  );
  const unknown = columns.map(({ called }) => called).filter((called) => !known.has(called));
  if (unknown.length > 0)
    throw new EngineError(
      `${peopleFile(store)} must have only what this version knows, to be written anew; it has ${unknown.join(', ')}: a later version of bezero wrote it. Go on with that version`,
    );
}

/** Writes what people decided, with a change, to a file in a folder; other tables stay as they are. */
export async function writePeople(store: string, folder: string, change: Change): Promise<void> {
  const unfinished = peopleFile(folder);
  const { openDuckdb } = await import('../../engine/duckdb.ts');
  const engine = await openDuckdb({ file: unfinished });
  try {
    const before = await attachPeople(engine, store, 'former');
    await mustKnowAll(engine, store, 'former');
    const changed = await change(engine, before);
    for (const table of tableNames) {
      const query = changed[table] ?? sql`select * from ${before.table(table)}`;
      const key = join(Object.keys(tables[table].key).map((column) => name(column)));
      await engine.create(table, sql`select * from (${query}) as kept order by ${key}`);
    }
    if (existsSync(keyFile(store))) {
      await engine.unload(sql`select * from erasure order by hash`, erasuresFile(folder), 'parquet');
      await sync(erasuresFile(folder));
    }
  } finally {
    await engine.close();
  }
  await sync(unfinished);
}

/** Puts what `writePeople` wrote to a folder in its place; last the file that `holdsPeople` looks for. */
export async function keepPeople(store: string, folder: string): Promise<void> {
  if (existsSync(erasuresFile(folder))) renameSync(erasuresFile(folder), erasuresFile(store));
  renameSync(peopleFile(folder), peopleFile(store));
  await sync(store);
}

/** Changes what people decided: the whole change or nothing of it. Only under the lock of the store. */
export async function changePeople(store: string, change: Change): Promise<void> {
  const aside = joinPath(store, 'releases', '.people');
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside, { recursive: true });
  try {
    await writePeople(store, aside, change);
    await keepPeople(store, aside);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}
