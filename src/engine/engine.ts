import type { Sql } from '../sql/sql.ts';

/** What a column of a result is decoded to. `?` behind it allows null. `decimal` and `bigint` columns fit `number` and `text`. */
export type Kind = 'integer' | 'bigint' | 'number' | 'text' | 'boolean' | 'day' | 'json';

/** The declared columns of a result, in order. */
export type Shape = Readonly<Record<string, Kind | `${Kind}?`>>;

interface Decoded {
  /** A whole number that a JavaScript number holds exactly; larger ones are refused. */
  integer: number;
  bigint: bigint;
  number: number;
  text: string;
  boolean: boolean;
  /** `2026-11-21` */
  day: string;
  json: unknown;
}

/** One decoded row. */
export type Row<S extends Shape> = {
  -readonly [C in keyof S]: S[C] extends `${infer K extends Kind}?`
    ? Decoded[K] | null
    : S[C] extends Kind
      ? Decoded[S[C]]
      : never;
};

/** A column of a query: its name and its type as the engine writes it. */
export interface Column {
  readonly name: string;
  readonly type: string;
}

/** Some rows of a result, column by column; values as the driver gives them, to be typed by `Column.type`. */
export interface Chunk {
  readonly rows: number;
  readonly columns: readonly (readonly unknown[])[];
}

/** A text file whose records become rows `c1 … cn`, all text, and `surplus`: not null where a record has more than n fields. */
export interface TextLayout {
  readonly file: string;
  readonly fields: number;
  readonly delimiter: string;
  readonly quote: string;
  /** Records to pass over at the start: 1 where there is a header. */
  readonly skip: number;
  /** A quoted field holds a line break somewhere in the file. */
  readonly multiline: boolean;
  /** Longest record in bytes. */
  readonly longest: number;
}

/** What `ingest` writes. Both are Parquet files; the order of the rows is that of the records. */
export interface IngestTarget {
  readonly rows: string;
  /** Records that the reader itself could not split: `line` in the file, `problem`, `record` (its text). */
  readonly refused: string;
}

/**
 * A SQL engine. Data-sized results never leave it: `rows` alone returns them to TypeScript, and it is bounded; `chunks` streams to
 * files, and `numbers` reads what a model is fitted to. A second engine is one file that supplies these verbs.
 */
export interface Engine {
  /** Reads a model-sized result; throws above `limit` rows (10,000 where not said). */
  rows<S extends Shape>(query: Sql, shape: S, limit?: number): Promise<Row<S>[]>;
  /** Reads columns of doubles, whole; what is null is NaN. The caller bounds the rows. */
  numbers(query: Sql): Promise<readonly Float64Array[]>;
  /** Streams a result to a writer of files. */
  chunks(query: Sql): AsyncIterable<Chunk>;
  /** Makes a table, or replaces it, by the result of a query; its schema comes with it. */
  create(relation: string, query: Sql): Promise<{ rows: number }>;
  /** Adds the result of a query to a table. */
  append(relation: string, query: Sql): Promise<{ rows: number }>;
  /** Adds rows of numbers that were computed here to a table: its columns in their order. What is not finite is null. */
  fill(relation: string, columns: readonly Float64Array[]): Promise<void>;
  /** Names a query: a view. It takes no values. */
  define(relation: string, query: Sql): Promise<void>;
  /** Removes a table or a view, if it is there. */
  drop(relation: string): Promise<void>;
  /** Reads a text file once through `select` (given the records as a table) into Parquet. */
  ingest(
    layout: TextLayout,
    select: (records: Sql) => Sql,
    target: IngestTarget,
  ): Promise<{ rows: number; refused: number }>;
  /** Writes a query's result to one file; Parquet files can carry metadata of their own. */
  unload(
    query: Sql,
    file: string,
    format: FileFormat,
    metadata?: Readonly<Record<string, string>>,
  ): Promise<{ rows: number }>;
  /** Binds without running: throws where a name or a type is wrong; returns the columns. */
  check(query: Sql): Promise<Column[]>;
  /** Makes another database of this engine readable under a name. */
  attach(file: string, as: string): Promise<void>;
  detach(as: string): Promise<void>;
  /** Ends the session; what was written is on disk afterwards. */
  close(): Promise<void>;
}

/** How a CSV is written, in UTF-8. Text that a spreadsheet would run is guarded in the query, not here. */
export interface CsvStyle {
  /** What the columns of the query are called. */
  readonly columns: readonly string[];
  readonly delimiter: ',' | ';';
  readonly newline: '\n' | '\r\n';
  /** The mark by which spreadsheets know UTF-8 comes first. */
  readonly byteOrderMark: boolean;
  /** Columns whose values are in quotes; others are where they must be. An empty field is null, empty text is `""`. */
  readonly quoted: readonly string[];
}

/** `people-csv`: commas, CRLF. `machine-csv`: commas, LF. */
export type FileFormat = 'people-csv' | 'machine-csv' | 'parquet' | 'json' | CsvStyle;
