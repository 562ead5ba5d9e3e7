import type { Table } from 'apache-arrow';
import { mkdtempSync, realpathSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openDuckdb } from '../engine/duckdb.ts';
import type { Engine, Kind, Shape } from '../engine/engine.ts';
import { tablesIn } from '../engine/tables.ts';
import { ConfigError } from '../errors.ts';
import { writeArrow } from '../exports/arrow.ts';
import { foldersOfStore } from '../pipeline/reach.ts';
import { currentWarehouse } from '../pipeline/releases.ts';
import { relationName } from '../sql/relation.ts';
import { join as joinSql, name, raw, sql, type Sql } from '../sql/sql.ts';

/** A published release, open to be read. What is computed on it lives in memory, and ends with it. */
export interface OpenRelease {
  /** `2026-11-21T020000Z-7f3a` */
  readonly run: string;
  /** The day up to which it knows data: `2026-11-20`. */
  readonly asOf: string;
  /** Its tables and views: `marts.customer`. */
  readonly tables: readonly string[];
  /** What queries run on: it reads the release and never changes it. */
  readonly engine: Engine;
  /**
   * Rows of a query as plain objects, decimals and whole numbers as numbers, days as `2026-11-20`, times as text.
   *
   * @throws EngineError where the query is wrong, or has more rows than `limit` (10,000 where not said)
   */
  rows(query: string, limit?: number): Promise<Record<string, unknown>[]>;
  /** A table (`marts.customer`) or the result of a query, all of it, as an Arrow table with exact types. */
  arrow(tableOrQuery: string): Promise<Table>;
  close(): Promise<void>;
}

const kindOf = (type: string): Kind | null => {
  if (/^U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?$|^DECIMAL|^FLOAT$|^DOUBLE$/.test(type)) return 'number';
  return ({ BOOLEAN: 'boolean', DATE: 'day', VARCHAR: 'text' } as const)[type] ?? null;
};

async function readRows(engine: Engine, query: Sql, limit?: number): Promise<Record<string, unknown>[]> {
  const columns = await engine.check(query);
  const kinds = columns.map(({ type }) => kindOf(type));
  const selected = columns.map((column, i) =>
    kinds[i] === null ? sql`cast(${name(column.name)} as varchar) as ${name(column.name)}` : name(column.name),
  );
  const shape: Shape = Object.fromEntries(columns.map((column, i) => [column.name, `${kinds[i] ?? 'text'}?` as const]));
  return engine.rows(sql`select ${joinSql(selected)} from (${query}) as query`, shape, limit);
}

async function readArrow(engine: Engine, query: Sql): Promise<Table> {
  const { tableFromIPC } = await import('apache-arrow');
  const pieces: Uint8Array[] = [];
  await writeArrow(engine, query, await engine.check(query), 'stream', (bytes) => void pieces.push(bytes));
  return tableFromIPC(Buffer.concat(pieces));
}

/** The real path of a folder that SQL may reach. */
function folderThere(named: string): string {
  if (statSync(named, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new ConfigError(
      `${named} must be a folder, for SQL to read and write in; there is none: make it, or name another`,
    );
  return realpathSync(named);
}

/**
 * Opens the current release of a store to be read. SQL reaches the store, and nothing else: no other file, no network, no extension.
 *
 * @param store the folder that `bezero run` publishes to
 * @param folders what else SQL may read and write: `rows("from '/data/visits.csv'")`
 * @throws ConfigError where there is no release, its warehouse is gone, or one of `folders` is not there
 * @example
 * const release = await openRelease('store');
 * const segments = await release.rows('select segment_name, profit from marts.segment_profit order by profit desc');
 */
export async function openRelease(store: string, folders: readonly string[] = []): Promise<OpenRelease> {
  const folder = resolve(store);
  const { run, file } = await currentWarehouse(folder);
  const searchPath = realpathSync(folder);
  const only = { folders: [...foldersOfStore(searchPath), ...folders.map(folderThere)] };
  const temporary = mkdtempSync(join(realpathSync(tmpdir()), 'bezero-'));
  let opened: Engine | null = null;
  const close = async (): Promise<void> => {
    await opened?.close();
    rmSync(temporary, { recursive: true, force: true });
  };
  try {
    const engine = await openDuckdb({ searchPath, temporary, only });
    opened = engine;
    await engine.attach(file, 'release');
    const tables = [...(await tablesIn(engine, 'release'))];
    for (const table of tables)
      await engine.define(table, sql`select * from ${name('release')}.${relationName(table)}`);
    const [setting] = await engine.rows(sql`select as_of from warehouse.setting`, { as_of: 'day' }, 1);
    return {
      ...{ run, asOf: setting!.as_of, tables, engine },
      rows: (query, limit) => readRows(engine, raw(query), limit),
      arrow: (asked) =>
        readArrow(engine, /^\w+\.\w+$/.test(asked) ? sql`select * from ${relationName(asked)}` : raw(asked)),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
