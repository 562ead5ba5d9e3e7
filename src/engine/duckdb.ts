import { basename, dirname, join as joinPath } from 'node:path';
import type { DuckDBConnection, DuckDBInstance as Instance } from '@duckdb/node-api';
import { macros } from '../sql/macros.ts';
import { compile, join, literal, name, raw, sql, type Sql } from '../sql/sql.ts';
import { DuckDBInstance } from './driver.ts';
import { DuckdbEngine } from './duckdb-engine.ts';
import type { Engine } from './engine.ts';
import { explain } from './explain.ts';
import { Sessions } from './sessions.ts';
import { workingDatabase } from './working.ts';

/** How DuckDB runs here. What is left out is DuckDB's own default. */
export interface DuckdbOptions {
  /** The database file; left out: in memory. */
  readonly file?: string;
  readonly readOnly?: boolean;
  /** Rows of the file that one thread reads at a time: a multiple of 2,048; left out: 122,880. */
  readonly rowGroup?: number;
  /** From 1 up. */
  readonly threads?: number;
  /** As DuckDB writes it: `2GB`. It bounds buffers; the process takes about 150 MB more. */
  readonly memoryLimit?: string;
  /** Where DuckDB spills; left out: beside the database file. */
  readonly temporary?: string;
  /** Folder that relative paths in views start from. */
  readonly searchPath?: string;
  /** All that SQL can reach: no other file, no extension, no network, and no setting can be changed any more. Left out: everything. */
  readonly only?: Reach;
}

/** Folders with all below them, and single files. A relative one stands for relative paths in views. Links that lead out of them lead nowhere. */
export interface Reach {
  readonly folders: readonly string[];
  readonly files?: readonly string[];
}

/** What closes everything but some folders and files to a session; the last it does. */
const closing = ({ folders, files = [] }: Reach): Sql[] => [
  sql`set allowed_directories = [${join(folders.map(literal))}]`,
  // A file that is copied to has another name until it is whole.
  sql`set allowed_paths = [${join(files.flatMap((file) => [file, joinPath(dirname(file), `tmp_${basename(file)}`)]).map(literal))}]`,
  sql`set enable_external_access = false`,
  sql`set lock_configuration = true`,
];

/** What holds for every session of an instance. */
function settingsOf({ searchPath, only, temporary }: DuckdbOptions): Sql[] {
  const path = searchPath === undefined ? [] : [sql`set global file_search_path = ${literal(searchPath)}`];
  const folders = [...(only?.folders ?? []), ...(temporary === undefined ? [] : [temporary])];
  return [sql`set global TimeZone = 'UTC'`, ...path, ...(only === undefined ? [] : closing({ ...only, folders }))];
}

/** Whether another session of this process has the same file open and closed all else: its settings hold here too, and none can be changed. */
async function isClosed(connection: DuckDBConnection): Promise<boolean> {
  const found = await connection.runAndReadAll(`select current_setting('lock_configuration')`);
  return found.getRows()[0]?.[0] === true;
}

/** Opens DuckDB, on a file or in memory. Extensions are never fetched; time stamps have no zone but the session's, UTC. */
export async function openDuckdb(options: DuckdbOptions = {}): Promise<Engine> {
  const settings = {
    ...(options.readOnly ? { access_mode: 'READ_ONLY' } : {}),
    ...(options.threads === undefined ? {} : { threads: String(options.threads) }),
    ...(options.memoryLimit === undefined ? {} : { memory_limit: options.memoryLimit }),
    ...(options.temporary === undefined ? {} : { temp_directory: options.temporary }),
    storage_compatibility_version: 'latest',
    // Groups of small whole numbers, up to 2¹⁶ of them (2¹² if left out), are counted in an array instead of a hash table: in a quarter of the time.
    perfect_ht_threshold: '16',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  };
  try {
    // One instance per file and process: two `create()` on one file lose rows in silence (ecosystem note 2 of the driver).
    const instance =
      options.file === undefined || options.rowGroup !== undefined
        ? await DuckDBInstance.create(':memory:', settings)
        : await DuckDBInstance.fromCache(options.file, settings);
    const sessions = new Sessions(() => openSession(instance, options));
    try {
      await sessions.with(async (session) => {
        if (await isClosed(session)) return;
        if (!options.readOnly) await session.run(compile(workingDatabase(options.rowGroup)).text);
        for (const setting of settingsOf(options)) await session.run(compile(setting).text);
      });
    } catch (error) {
      // What stayed open, half closed to all else, would be found again by whoever opens the file next.
      sessions.close();
      instance.closeSync();
      throw error;
    }
    return new DuckdbEngine(instance, sessions, options.file !== undefined && !options.readOnly);
  } catch (error) {
    throw explain(error, sql`open`);
  }
}

async function openSession(instance: Instance, { file, rowGroup }: DuckdbOptions): Promise<DuckDBConnection> {
  const session = await instance.connect();
  try {
    if (file !== undefined && rowGroup !== undefined) {
      const rows = raw(String(rowGroup));
      const as = name('warehouse_file');
      await session.run(compile(sql`attach if not exists ${literal(file)} as ${as} (row_group_size ${rows})`).text);
      await session.run('use warehouse_file');
    }
    for (const [called, as] of Object.entries(macros))
      await session.run(compile(sql`create temporary macro ${raw(called)} as (${as})`).text);
    return session;
  } catch (error) {
    session.closeSync();
    throw error;
  }
}
