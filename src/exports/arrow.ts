import {
  AsyncByteQueue,
  Field,
  makeData,
  RecordBatch,
  RecordBatchFileWriter,
  RecordBatchStreamWriter,
  Schema,
  Struct,
} from 'apache-arrow';
import type { Chunk, Column, Engine } from '../engine/engine.ts';
import { join, name, raw, sql, type Sql } from '../sql/sql.ts';
import { arrowEncoding } from './arrow-types.ts';

/** Rows of a record batch, about: readers like few and large ones, memory likes small ones. */
const batchRows = 65_536;

/**
 * Writes the result of a query as Arrow IPC with exact types: whole numbers, decimals (128 bits), days, microseconds and text stay what they
 * are. Memory holds one record batch, whatever the size.
 *
 * @param columns of the query, as `engine.check` gives them
 * @param format `file` for files (random access, `.arrow`), `stream` for pipes
 * @param send takes the bytes in order
 * @param metadata of the schema
 */
export async function writeArrow(
  engine: Engine,
  query: Sql,
  columns: readonly Column[],
  format: 'file' | 'stream',
  send: (bytes: Uint8Array) => Promise<void> | void,
  metadata: Readonly<Record<string, string>> = {},
): Promise<{ rows: number }> {
  const encodings = columns.map(({ type }) => arrowEncoding(type));
  const fields = columns.map((column, i) => new Field(column.name, encodings[i]!.type, true));
  const schema = new Schema(fields, new Map(Object.entries(metadata)));
  const bytes = new Outbox();
  const writer = format === 'file' ? new RecordBatchFileWriter() : new RecordBatchStreamWriter();
  writer.reset(bytes, schema);
  const names = columns.map((_, i) => `c${i}`);
  const selected = names.map((column, i) => (encodings[i]!.asText ? sql`${name(column)}::varchar` : name(column)));
  const typed = sql`select ${join(selected)} from (${query}) as query (${raw(names.join(', '))})`;
  let rows = 0;
  for await (const batch of inBatches(engine.chunks(typed), columns.length)) {
    const children = encodings.map((encoding, i) => encoding.encode(batch.columns[i]!));
    writer.write(new RecordBatch(schema, makeData({ type: new Struct(schema.fields), length: batch.rows, children })));
    rows += batch.rows;
    for (const piece of bytes.empty()) await send(piece);
  }
  writer.finish();
  for (const piece of bytes.empty()) await send(piece);
  return { rows };
}

/** Where the Arrow writer leaves its bytes until they are sent: unlike its own queue, it can be emptied between batches. */
class Outbox extends AsyncByteQueue {
  #pieces: Uint8Array[] = [];

  override write(piece: Uint8Array): void {
    this.#pieces.push(piece);
  }

  empty(): Uint8Array[] {
    const pieces = this.#pieces;
    this.#pieces = [];
    return pieces;
  }
}

async function* inBatches(chunks: AsyncIterable<Chunk>, width: number): AsyncIterable<Chunk> {
  let columns: unknown[][] = Array.from({ length: width }, () => []);
  let rows = 0;
  for await (const chunk of chunks) {
    chunk.columns.forEach((values, i) => columns[i]!.push(...values));
    rows += chunk.rows;
    if (rows < batchRows) continue;
    yield { rows, columns };
    columns = columns.map(() => []);
    rows = 0;
  }
  if (rows > 0) yield { rows, columns };
}
