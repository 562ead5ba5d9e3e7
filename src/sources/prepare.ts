import { createWriteStream, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import type { Engine } from '../engine/engine.ts';
import { DataError, EngineError } from '../errors.ts';
import { fileLiteral, parquetFiles } from '../sql/files.ts';
import { sql, type Sql } from '../sql/sql.ts';
import { checkHeader, readFirstRecord } from './header.ts';
import { delimitedRecords, jsonRecords, parquetRecords, type Records } from './records.ts';
import { scanText, type Scan } from './scan.ts';
import type { SourceSpec } from './spec.ts';
import { normaliseLineBreaks, readsAsItIs, unpack } from './unpack.ts';

/** Where loads go and how times are kept. */
export interface IngestContext {
  /** Opens the engine where it is not open yet: a night without new files does without it. */
  readonly engine: () => Promise<Engine>;
  /** Folder of all loads. */
  readonly loads: string;
  /** Folder for what lives only while a file is read. */
  readonly temporary: string;
  /** IANA name of the pipeline's time zone. */
  readonly zone: string;
}

/** One file of a source. */
export interface SourceFile {
  readonly source: string;
  readonly spec: SourceSpec;
  /** Absolute path. */
  readonly path: string;
  /** How messages and tables name it. */
  readonly shownAs: string;
}

/** A file made ready: its records as SQL and, for text, what the byte scanner counted. */
export interface Prepared {
  readonly records: Records;
  readonly dataRecords: number;
  readonly skip: number;
  readonly text: {
    readonly file: string;
    readonly scan: Scan;
    readonly delimiter: string;
    readonly quote: string;
  } | null;
  readonly blankLines: number;
  /** CSV file of line shifts. */
  readonly shifts: string;
}

export type Format = NonNullable<SourceSpec['format']>;

/** The format by the ending of a file's name; what is not known is CSV. */
export function formatOf(spec: SourceSpec, path: string): Format {
  if (spec.format !== undefined) return spec.format;
  const name = path.toLowerCase().replace(/\.gz$/, '');
  if (name.endsWith('.parquet')) return 'parquet';
  return /\.(jsonl|ndjson|json)$/.test(name) ? 'jsonl' : 'csv';
}

export const delimiterOf = (spec: SourceSpec): string => spec.delimiter.replaceAll('\\t', '\t');

/** The longest record that is read, in bytes: the reader holds several at once. */
const longestRecord = 64_000_000;

/** Rows for a byte of a Parquet file beyond which it is made to be endless: exports have ids that differ. */
const mostRowsForAByte = 1_000;

async function prepareText(file: SourceFile, format: 'csv' | 'jsonl', context: IngestContext): Promise<Prepared> {
  const { spec, path, shownAs } = file;
  const [delimiter, quote] = format === 'csv' ? [delimiterOf(spec), spec.quote] : ['\u0002', ''];
  let plain = path;
  if (!(await readsAsItIs(path, spec.encoding))) {
    plain = join(context.temporary, 'unpacked');
    await unpack(path, spec.encoding, plain);
  }
  const shifts = join(context.temporary, 'shifts.csv');
  const scan = async (): Promise<Scan> => {
    const out = createWriteStream(shifts);
    const written = finished(out);
    // It may fail while the file is scanned; that is told at the end.
    written.catch(() => undefined);
    const result = await scanText(plain, delimiter, quote, (record, shift, blanks) => {
      out.write(`${record},${shift},${blanks}\n`);
    });
    out.end();
    await written;
    return result;
  };
  let scanned = await scan();
  if (scanned.longest > longestRecord)
    throw new DataError(
      `${shownAs}: a record must be at most ${longestRecord / 1e6} MB long; one has ${Math.ceil(scanned.longest / 1e6)} MB${scanned.unclosedAt === null ? '' : `: a quote opens on line ${scanned.unclosedAt} and never closes`}`,
    );
  if (scanned.mixedBreaks) {
    const normal = join(context.temporary, 'normalised');
    await normaliseLineBreaks(plain, normal);
    plain = normal;
    scanned = await scan();
  }
  const skip = format === 'csv' && spec.header ? 1 : 0;
  if (scanned.records === 0 && format === 'csv' && spec.header) {
    throw new DataError(`${shownAs}: must begin with a header row; the file is empty`);
  }
  const common = { dataRecords: scanned.records - skip, skip, blankLines: scanned.blankLines, shifts };
  const text = { file: plain, scan: scanned, delimiter, quote };
  if (format === 'jsonl') {
    const engine = await context.engine();
    const keys = await engine.rows(
      sql`select distinct unnest(json_keys(c1)) as header from ${jsonLines(plain)} where json_valid(c1) order by header`,
      { header: 'text' },
      10_000,
    );
    return { ...common, text, records: jsonRecords(keys.map(({ header }) => header)) };
  }
  const found = await readFirstRecord(plain, delimiter, quote, shownAs);
  if (spec.header) checkHeader(found, shownAs);
  const headers = spec.header ? found : found.map((_, i) => `c${i + 1}`);
  return {
    ...common,
    text,
    records: delimitedRecords(headers, delimiter, quote),
  };
}

const jsonLines = (file: string): Sql =>
  sql`read_csv(${fileLiteral(file)}, auto_detect = false, header = false, delim = chr(2), quote = '', escape = '',
    columns = {c1: 'VARCHAR'}, max_line_size = 16000000, ignore_errors = true)`;

/** A Parquet file that cannot be read is a fault of the data, whatever the engine says. */
export async function readingParquet<T>(shownAs: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    throw new DataError(`${shownAs}: must be a Parquet file that can be read; ${error.message}`, { cause: error });
  }
}

async function prepareParquet(file: SourceFile, context: IngestContext): Promise<Prepared> {
  const engine = await context.engine();
  const { headers, records } = await readingParquet(file.shownAs, async () => {
    const columns = await engine.check(sql`select * from ${parquetFiles([file.path])}`);
    const [counted] = await engine.rows(
      sql`select cast(sum(num_rows) as bigint) as records from parquet_file_metadata(${fileLiteral(file.path)})`,
      { records: 'integer' },
    );
    return { headers: columns.map(({ name }) => name), records: counted!.records };
  });
  const { size } = statSync(file.path);
  if (records > mostRowsForAByte * size)
    throw new DataError(
      `${file.shownAs}: must have at most ${mostRowsForAByte} rows for a byte; it tells of ${records} rows in ${size} bytes, as files do that are made to be endless`,
    );
  const shifts = join(context.temporary, 'shifts.csv');
  writeFileSync(shifts, '');
  return {
    records: parquetRecords(headers),
    dataRecords: records,
    skip: 0,
    text: null,
    blankLines: 0,
    shifts,
  };
}

/** Makes a file ready to be read: unpacked, scanned, its headers known. */
export async function prepare(file: SourceFile, context: IngestContext): Promise<Prepared> {
  const format = formatOf(file.spec, file.path);
  return format === 'parquet' ? prepareParquet(file, context) : prepareText(file, format, context);
}
