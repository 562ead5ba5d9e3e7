import { writeFile } from 'node:fs/promises';
import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { BezeroError, EngineError } from '../errors.ts';
import { fileLiteral } from '../sql/files.ts';
import { relationName } from '../sql/relation.ts';
import { compile, join, literal, name, raw, sql, type Sql } from '../sql/sql.ts';
import { chunksOf, columnsOf } from './columns.ts';
import { decodeRow } from './decode.ts';
import { csvFormat, csvHeader } from './csv-format.ts';
import { DOUBLE, DuckDBDataChunk } from './driver.ts';
import type { Chunk, Column, CsvStyle, Engine, FileFormat, IngestTarget, Row, Shape, TextLayout } from './engine.ts';
import { explain } from './explain.ts';
import type { Sessions } from './sessions.ts';

const formats: Record<Exclude<FileFormat, CsvStyle>, Sql> = {
  'people-csv': raw(`format csv, header, new_line '\\r\\n'`),
  'machine-csv': raw(`format csv, header`),
  parquet: raw(`format parquet, compression zstd`),
  json: raw(`format json`),
};

/** Text that stands for null in a CSV: a control character, so that no field can be taken for it. */
const never = '\u0001';

/** The verbs of an engine as DuckDB does them. What is sent while something runs is done beside it, in a session of its own. */
export class DuckdbEngine implements Engine {
  readonly #instance: DuckDBInstance;
  readonly #sessions: Sessions;
  readonly #writesFile: boolean;
  /** That are there for sure, or soon. */
  readonly #schemas = new Map<string, Promise<unknown>>();
  /** The tables and views that were made here: what is there besides has to be looked up. */
  readonly #made = new Map<string, 'table' | 'view'>();

  constructor(instance: DuckDBInstance, sessions: Sessions, writesFile: boolean) {
    this.#instance = instance;
    this.#sessions = sessions;
    this.#writesFile = writesFile;
  }

  #send<T>(query: Sql, use: Use<T>): Promise<T> {
    return this.#sessions.with((session) => send(session, query, use));
  }

  #run(query: Sql): Promise<number> {
    return this.#send(query, runIn);
  }

  async rows<S extends Shape>(query: Sql, shape: S, limit = 10_000): Promise<Row<S>[]> {
    return this.#send(query, async (session, text, values) => {
      const reader = await session.streamAndReadUntil(text, limit + 1, values);
      if (reader.currentRowCount > limit) {
        throw new EngineError(`a query must return at most ${limit} rows; it returned more`);
      }
      const names = reader.columnNames();
      return reader.getRows().map((values) => decodeRow(shape, names, values));
    });
  }

  async numbers(query: Sql): Promise<readonly Float64Array[]> {
    return this.#send(query, async (session, text, values) => columnsOf(await session.stream(text, values)));
  }

  async *chunks(query: Sql): AsyncIterable<Chunk> {
    const { text, values } = compile(query);
    const session = await this.#sessions.take();
    let isRead = false;
    try {
      const result = await session.stream(text, [...values]);
      for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
        yield { rows: chunk.rowCount, columns: chunk.getColumns() };
      }
      isRead = true;
    } catch (error) {
      throw error instanceof BezeroError ? error : explain(error, query);
    } finally {
      await this.#sessions.give(session, isRead);
    }
  }

  async create(relation: string, query: Sql): Promise<{ rows: number }> {
    await this.#schemaOf(relation);
    const rows = await this.#run(sql`create or replace table ${relationName(relation)} as ${query}`);
    this.#made.set(relation, 'table');
    return { rows };
  }

  async append(relation: string, query: Sql): Promise<{ rows: number }> {
    return { rows: await this.#run(sql`insert into ${relationName(relation)} by name ${query}`) };
  }

  async fill(relation: string, columns: readonly Float64Array[]): Promise<void> {
    const [table, ...path] = relation.split('.').reverse();
    await this.#send(sql`insert into ${relationName(relation)}`, async (session) => {
      const appender = await session.createAppender(table!, ...path);
      const types = columns.map(() => DOUBLE);
      const chunks = chunksOf(columns, (rows) => DuckDBDataChunk.create(types, rows));
      for (const chunk of chunks) appender.appendDataChunk(chunk);
      appender.closeSync();
    });
  }

  async define(relation: string, query: Sql): Promise<void> {
    await this.#schemaOf(relation);
    await this.#run(sql`create or replace view ${relationName(relation)} as ${query}`);
    this.#made.set(relation, 'view');
  }

  async drop(relation: string): Promise<void> {
    const remove = (kind: string): Promise<number> =>
      this.#run(sql`drop ${raw(kind)} if exists ${relationName(relation)}`);
    const made = this.#made.get(relation);
    this.#made.delete(relation);
    // By another name, or another engine on the file, it may have become the other kind since.
    if (
      made &&
      (await remove(made).then(
        () => true,
        () => false,
      ))
    )
      return;
    const kind = await this.#kindOf(relation);
    if (kind) await remove(kind);
  }

  async #kindOf(relation: string): Promise<string | undefined> {
    const [table, schema, catalogue] = relation.split('.').reverse();
    const isIt = sql`schema_name = ${schema ?? 'main'} and database_name = ${catalogue === undefined ? sql`current_database()` : sql`${catalogue}`}`;
    const [found] = await this.rows(
      sql`select 'table' as kind from duckdb_tables() where table_name = ${table!} and ${isIt}
          union all select 'view' from duckdb_views() where view_name = ${table!} and ${isIt}`,
      { kind: 'text' },
    );
    return found?.kind;
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
    // What was refused is known to the session that read.
    return this.#sessions.with(async (session) => {
      const run = (query: Sql): Promise<number> => send(session, query, runIn);
      const rows = await run(sql`copy (${select(records)}) to ${literal(target.rows)} (format parquet)`);
      const refused = await run(sql`copy (
          select cast(line as bigint) as line, min(error_type::varchar || coalesce(' in field ' || column_idx, '')) as problem,
            min(csv_line) as record from reject_errors group by line order by line
        ) to ${literal(target.refused)} (format parquet)`);
      await run(sql`drop table reject_errors`);
      await run(sql`drop table reject_scans`);
      return { rows, refused };
    });
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
    return this.#send(query, async (session, text) => {
      const statements = await session.extractStatements(text);
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
      this.#sessions.close();
      this.#instance.closeSync();
    }
  }

  async #schemaOf(relation: string): Promise<void> {
    const schema = relation.split('.').slice(0, -1);
    if (schema.length === 0) return;
    const known = schema.join('.');
    const made = this.#schemas.get(known) ?? this.#run(sql`create schema if not exists ${name(...schema)}`);
    this.#schemas.set(known, made);
    await made;
  }
}

type Session = DuckDBConnection;

type Use<T> = (session: Session, text: string, values: (string | number | bigint | boolean | null)[]) => Promise<T>;

async function send<T>(session: Session, query: Sql, use: Use<T>): Promise<T> {
  const { text, values } = compile(query);
  try {
    return await use(session, text, [...values]);
  } catch (error) {
    throw error instanceof BezeroError ? error : explain(error, query);
  }
}

const runIn: Use<number> = async (session, text, values) => {
  // A statement without values is sent as it is: prepared, it would be planned once more when it runs.
  const result = await session.runAndReadAll(text, values.length === 0 ? undefined : values);
  const count = result.columnNames()[0] === 'Count' ? result.getRows()[0]?.[0] : 0;
  return Number(count ?? 0);
};
