import { createReadStream } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import type { Column, Engine, FileFormat } from '../engine/engine.ts';
import { faultOfQuery } from '../engine/explain.ts';
import { ConfigError } from '../errors.ts';
import { join as joinSql, name, raw, sql as sqlOf, type Sql } from '../sql/sql.ts';
import type { Effects } from './effects.ts';
import { findStore, withCurrent } from './store.ts';
import { formatTable } from './table.ts';
import { withTemporary } from './temporary.ts';
import { count, whole } from './words.ts';
import { unfinishedOf, writeWhole, type Send } from './write-file.ts';

/** How the result of a query is written. */
export type SqlFormat = 'table' | 'csv' | 'json' | 'parquet' | 'arrow';

/** Options of `bezero sql`. */
export interface SqlOptions {
  /** One query; `-` reads it from standard input. */
  readonly query: string;
  readonly store?: string;
  /** Left out: by the ending of `output`, else a table. */
  readonly format?: SqlFormat;
  /** File to write to instead of standard output. */
  readonly output?: string;
  /** At most so many rows. */
  readonly limit?: number;
}

/** Rows of a table for people, where they do not say how many. */
const tableRows = 1_000;

const endings: Readonly<Record<string, SqlFormat>> = {
  '.csv': 'csv',
  '.json': 'json',
  '.jsonl': 'json',
  '.ndjson': 'json',
  '.parquet': 'parquet',
  '.arrow': 'arrow',
  '.feather': 'arrow',
};

const engineFormats: Readonly<Record<'csv' | 'json' | 'parquet', FileFormat>> = {
  csv: 'machine-csv',
  json: 'json',
  parquet: 'parquet',
};

/** Runs one query on the current release, which it cannot change, and prints or writes its result. */
export async function sql(options: SqlOptions, effects: Effects): Promise<void> {
  const format =
    options.format ?? (options.output === undefined ? 'table' : endings[extname(options.output).toLowerCase()]);
  if (format === undefined) {
    throw new ConfigError(
      `--output must end in ${Object.keys(endings).join(', ')} where --format is left out, got "${options.output!}"`,
    );
  }
  if ((format === 'parquet' || format === 'arrow') && options.output === undefined && effects.stdout.isTerminal) {
    throw new ConfigError(`${format} must go to a file (-o FILE) or a pipe, not to a terminal`);
  }
  const store = findStore(options.store, effects);
  const text = options.query === '-' ? await effects.readInput() : options.query;
  await withTemporary(effects, (temporary) =>
    withCurrent(
      store,
      async (engine) => {
        const { query, columns } = await readQuery(engine, text);
        const limited =
          options.limit === undefined ? query : sqlOf`select * from (${query}) as query limit ${options.limit}`;
        try {
          if (format === 'table') await printTable(engine, query, columns, options, effects);
          else await writeData(engine, limited, columns, { format, output: options.output, temporary }, effects);
        } catch (error) {
          if (faultOfQuery(error) === null) throw error;
          throw new ConfigError(`QUERY must be SQL that can be run: ${inFull(error)}`, { cause: error });
        }
      },
      {
        temporary,
        ...(options.output !== undefined && { writes: [unfinishedOf(resolve(effects.cwd, options.output))] }),
      },
    ),
  );
}

/** The text as a query and its columns; refuses what is no single query, in the words of the engine. */
async function readQuery(engine: Engine, text: string): Promise<{ query: Sql; columns: readonly Column[] }> {
  const statement = text.trim().replace(/[;\s]+$/, '');
  if (statement === '') throw new ConfigError('QUERY must be a query like "from marts.segment_profit", got nothing');
  const query = raw(`${statement}\n`);
  const columns = await engine.check(query).catch((error: unknown) => {
    throw new ConfigError(`QUERY must be SQL that the warehouse understands: ${inFull(error)}`, { cause: error });
  });
  const selected = sqlOf`select * from (${query}) as query`;
  const selectedColumns = await engine.check(selected).catch((error: unknown) => {
    throw new ConfigError(
      'QUERY must be one query that only reads: select, from, with, values, describe, show or summarize',
      { cause: error },
    );
  });
  return needsSelect.test(statement) ? { query: selected, columns: selectedColumns } : { query, columns };
}

/** Statements that give rows, but that `copy` takes only from a select; after comments. */
const needsSelect = /^(?:\s|--[^\n]*(?:\n|$)|\/\*[^]*?\*\/)*(?:desc(?:ribe)?|show|summarize)\b/i;

/** What the driver said, with its candidates and its arrow to the place. */
function inFull(error: unknown): string {
  const { message, cause } = error as Error;
  return (cause instanceof Error ? cause.message : message).replace(/^Failed to extract statements: /, '').trim();
}

const isNumber = ({ type }: Column): boolean =>
  /^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|DECIMAL.*|FLOAT|DOUBLE)$/.test(type);

async function printTable(
  engine: Engine,
  query: Sql,
  columns: readonly Column[],
  { limit = tableRows, output }: SqlOptions,
  effects: Effects,
): Promise<void> {
  const names = columns.map((_, i) => `c${i}`);
  const texts = joinSql(names.map((column) => sqlOf`${name(column)}::varchar`));
  const rows: (string | null)[][] = [];
  const asText = sqlOf`select ${texts} from (${query}) as query (${raw(names.join(', '))}) limit ${limit + 1}`;
  for await (const chunk of engine.chunks(asText)) {
    for (let row = 0; row < chunk.rows; row++) rows.push(chunk.columns.map((values) => values[row] as string | null));
  }
  const style = { width: output === undefined ? effects.stdout.columns : Infinity, colors: effects.colors };
  const header = columns.map((column) => ({ name: column.name, right: isNumber(column) }));
  const lines = formatTable(header, rows.slice(0, limit), style);
  if (output === undefined) for (const line of lines) effects.print(line);
  else await writeWhole(resolve(effects.cwd, output), (_, send) => send(Buffer.from(`${lines.join('\n')}\n`)));
  if (rows.length > limit) effects.say(`the first ${whole(limit)} rows; --limit N shows more`);
  else if (effects.stdout.isTerminal) effects.say(count(rows.length, 'row'));
}

interface Target {
  readonly format: Exclude<SqlFormat, 'table'>;
  readonly output: string | undefined;
  readonly temporary: string;
}

async function writeData(
  engine: Engine,
  query: Sql,
  columns: readonly Column[],
  { format, output, temporary }: Target,
  effects: Effects,
): Promise<void> {
  const write = async (file: string, send: Send, arrow: 'file' | 'stream'): Promise<number> => {
    if (format !== 'arrow') return (await engine.unload(query, file, engineFormats[format])).rows;
    const { writeArrow } = await import('../exports/arrow.ts');
    return (await writeArrow(engine, query, columns, arrow, send)).rows;
  };
  if (output !== undefined) {
    await writeWhole(resolve(effects.cwd, output), async (unfinished, send) => {
      const rows = await write(unfinished, send, 'file');
      effects.say(`${output}: ${count(rows, 'row')}`);
    });
    return;
  }
  const print: Send = (bytes) => {
    effects.write(bytes);
    return Promise.resolve();
  };
  const file = join(temporary, 'result');
  await write(file, print, 'stream');
  if (format !== 'arrow') for await (const bytes of createReadStream(file)) await print(bytes as Uint8Array);
}
