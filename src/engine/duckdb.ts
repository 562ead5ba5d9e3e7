import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join as joinPath } from 'node:path';
import type * as driver from '@duckdb/node-api';
import { BezeroError, EngineError } from '../errors.ts';
import { fileLiteral } from '../sql/files.ts';
import { macros } from '../sql/macros.ts';
import { relationName } from '../sql/relation.ts';
import { compile, join, literal, name, raw, sql, type Sql } from '../sql/sql.ts';
import { chunksOf, columnsOf } from './columns.ts';
import { decodeRow } from './decode.ts';
import { csvFormat, csvHeader } from './csv-format.ts';
import type { Chunk, Column, CsvStyle, Engine, FileFormat, IngestTarget, Row, Shape, TextLayout } from './engine.ts';
import { explain } from './explain.ts';
import { workingDatabase } from './working.ts';

/** An `import` of the driver, 60 CommonJS modules that export one another, takes 0.1 s more: Node looks for the names in each. */
const { DOUBLE, DuckDBDataChunk, DuckDBInstance } = createRequire(import.meta.url)('@duckdb/node-api') as typeof driver;

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

const formats: Record<Exclude<FileFormat, CsvStyle>, Sql> = {
  'people-csv': raw(`format csv, header, new_line '\\r\\n'`),
  'machine-csv': raw(`format csv, header`),
  parquet: raw(`format parquet, compression zstd`),
  json: raw(`format json`),
};

/** Text that stands for null in a CSV: a control character, so that no field can be taken for it. */
const never = '\u0001';

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
async function isClosed(connection: driver.DuckDBConnection): Promise<boolean> {
  const found = await connection.runAndReadAll(`select current_setting('lock_configuration')`);
  return found.getRows()[0]?.[0] === true;
}

class Duckdb implements Engine {
  readonly #instance: driver.DuckDBInstance;
  readonly #connection: driver.DuckDBConnection;
  readonly #writesFile: boolean;
  /** That are there for sure. */
  readonly #schemas = new Set<string>();

  constructor(instance: driver.DuckDBInstance, connection: driver.DuckDBConnection, writesFile: boolean) {
    this.#instance = instance;
    this.#connection = connection;
    this.#writesFile = writesFile;
  }

  async #send<T>(query: Sql, use: (text: string, values: CompiledValues) => Promise<T>): Promise<T> {
    const { text, values } = compile(query);
    try {
      return await use(text, [...values]);
    } catch (error) {
      throw error instanceof BezeroError ? error : explain(error, query);
    }
  }

  async #run(query: Sql): Promise<number> {
    return this.#send(query, async (text, values) => {
      // Statements without values are sent as they are: prepared, they would be planned twice, once more when they run.
      const result = await this.#connection.runAndReadAll(text, values.length === 0 ? undefined : values);
      const count = result.columnNames()[0] === 'Count' ? result.getRows()[0]?.[0] : 0;
      return Number(count ?? 0);
    });
  }

  async rows<S extends Shape>(query: Sql, shape: S, limit = 10_000): Promise<Row<S>[]> {
    return this.#send(query, async (text, values) => {
      const reader = await this.#connection.streamAndReadUntil(text, limit + 1, values);
      if (reader.currentRowCount > limit) {
        throw new EngineError(`a query must return at most ${limit} rows; it returned more`);
      }
      const names = reader.columnNames();
      return reader.getRows().map((values) => decodeRow(shape, names, values));
    });
  }

  async numbers(query: Sql): Promise<readonly Float64Array[]> {
    return this.#send(query, async (text, values) => columnsOf(await this.#connection.stream(text, values)));
  }

  async *chunks(query: Sql): AsyncIterable<Chunk> {
    const { text, values } = compile(query);
    try {
      const result = await this.#connection.stream(text, [...values]);
      for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
        yield { rows: chunk.rowCount, columns: chunk.getColumns() };
      }
    } catch (error) {
      throw error instanceof BezeroError ? error : explain(error, query);
    }
  }

  async create(relation: string, query: Sql): Promise<{ rows: number }> {
    await this.#schemaOf(relation);
    return { rows: await this.#run(sql`create or replace table ${relationName(relation)} as ${query}`) };
  }

  async append(relation: string, query: Sql): Promise<{ rows: number }> {
    return { rows: await this.#run(sql`insert into ${relationName(relation)} by name ${query}`) };
  }

  async fill(relation: string, columns: readonly Float64Array[]): Promise<void> {
    const [table, ...path] = relation.split('.').reverse();
    try {
      const appender = await this.#connection.createAppender(table!, ...path);
      const types = columns.map(() => DOUBLE);
      const chunks = chunksOf(columns, (rows) => DuckDBDataChunk.create(types, rows));
      for (const chunk of chunks) appender.appendDataChunk(chunk);
      appender.closeSync();
    } catch (error) {
      throw explain(error, sql`insert into ${relationName(relation)}`);
    }
  }

  async define(relation: string, query: Sql): Promise<void> {
    await this.#schemaOf(relation);
    await this.#run(sql`create or replace view ${relationName(relation)} as ${query}`);
  }

  async drop(relation: string): Promise<void> {
    const [table, schema, catalogue] = relation.split('.').reverse();
    const isIt = sql`schema_name = ${schema ?? 'main'} and database_name = ${catalogue === undefined ? sql`current_database()` : sql`${catalogue}`}`;
    const [found] = await this.rows(
      sql`select 'table' as kind from duckdb_tables() where table_name = ${table!} and ${isIt}
          union all select 'view' from duckdb_views() where view_name = ${table!} and ${isIt}`,
      { kind: 'text' },
    );
    if (found) await this.#run(sql`drop ${raw(found.kind)} ${relationName(relation)}`);
  }

  async ingest(
    layout: TextLayout,
    select: (records: Sql) => Sql,
    target: IngestTarget,
  ): Promise<{ rows: number; refused: number }> {
    const columns = Array.from({ length: layout.fields }, (_, i) => `c${i + 1}`);
    const struct = join([...columns, 'surplus'].map((column) => sql`${name(column)}: 'VARCHAR'`));
    const records = sql`read_csv(${fileLiteral(layout.file)}, auto_detect = false, header = false,
      skip = ${raw(String(layout.skip))}, delim = ${literal(layout.delimiter)}, quote = ${literal(layout.quote)},
      escape = ${literal(layout.quote)}, columns = {${struct}}, null_padding = true, nullstr = ${literal(never)},
      store_rejects = true, rejects_limit = 0, max_line_size = ${raw(String(Math.max(layout.longest, 2_000_000) + 16))},
      parallel = ${raw(String(!layout.multiline))}, strict_mode = true)`;
    const rows = await this.#run(sql`copy (${select(records)}) to ${literal(target.rows)} (format parquet)`);
    const refused = await this.#run(sql`copy (
        select cast(line as bigint) as line, min(error_type::varchar || coalesce(' in field ' || column_idx, '')) as problem,
          min(csv_line) as record from reject_errors group by line order by line
      ) to ${literal(target.refused)} (format parquet)`);
    await this.#run(sql`drop table reject_errors`);
    await this.#run(sql`drop table reject_scans`);
    return { rows, refused };
  }

  async unload(
    query: Sql,
    file: string,
    format: FileFormat,
    metadata: Readonly<Record<string, string>> = {},
  ): Promise<{ rows: number }> {
    const write = (options: Sql): Promise<number> => this.#run(sql`copy (${query}) to ${literal(file)} (${options})`);
    if (typeof format === 'object') {
      const header = csvHeader(format);
      const rows = await write(csvFormat(format, header));
      if (rows === 0) await writeFile(file, header);
      return { rows };
    }
    const pairs = Object.entries(metadata).map(([key, value]) => sql`${name(key)}: ${literal(value)}`);
    return {
      rows: await write(pairs.length === 0 ? formats[format] : sql`${formats[format]}, kv_metadata {${join(pairs)}}`),
    };
  }

  async check(query: Sql): Promise<Column[]> {
    return this.#send(query, async (text) => {
      const statements = await this.#connection.extractStatements(text);
      if (statements.count !== 1) throw new EngineError('one statement at a time is allowed');
      const prepared = await statements.prepare(0);
      const columns = Array.from({ length: prepared.columnCount }, (_, i) => ({
        name: prepared.columnName(i),
        type: prepared.columnType(i).toString(),
      }));
      prepared.destroySync();
      return columns;
    });
  }

  async attach(file: string, as: string): Promise<void> {
    await this.#run(sql`attach ${literal(file)} as ${name(as)} (read_only)`);
  }

  async detach(as: string): Promise<void> {
    await this.#run(sql`detach ${name(as)}`);
  }

  async close(): Promise<void> {
    try {
      if (this.#writesFile) await this.#run(sql`checkpoint`);
    } finally {
      this.#connection.closeSync();
      this.#instance.closeSync();
    }
  }

  async #schemaOf(relation: string): Promise<void> {
    const schema = relation.split('.').slice(0, -1);
    if (schema.length === 0 || this.#schemas.has(schema.join('.'))) return;
    await this.#run(sql`create schema if not exists ${name(...schema)}`);
    this.#schemas.add(schema.join('.'));
  }
}

type CompiledValues = (string | number | bigint | boolean | null)[];

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
    const connection = await instance.connect();
    if (options.file !== undefined && options.rowGroup !== undefined) {
      const rows = raw(String(options.rowGroup));
      const attached = sql`attach ${literal(options.file)} as ${name('warehouse_file')} (row_group_size ${rows})`;
      await connection.run(compile(attached).text);
      await connection.run('use warehouse_file');
    }
    const isOpen = !(await isClosed(connection));
    if (isOpen && !options.readOnly) await connection.run(compile(workingDatabase(options.rowGroup)).text);
    const engine = new Duckdb(instance, connection, options.file !== undefined && !options.readOnly);
    for (const [called, as] of Object.entries(macros))
      await connection.run(compile(sql`create temporary macro ${raw(called)} as (${as})`).text);
    if (isOpen) for (const setting of settingsOf(options)) await connection.run(compile(setting).text);
    return engine;
  } catch (error) {
    throw explain(error, sql`open`);
  }
}
