import { statSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import type { Engine } from '../../engine/engine.ts';
import { ConfigError, DataError } from '../../errors.ts';
import type { TextStyle } from '../../sources/convert.sql.ts';
import { linesSql, refusedSql, type PositionFiles } from '../../sources/positions.sql.ts';
import { prepare, readingParquet, type Prepared } from '../../sources/prepare.ts';
import { sourceSpec } from '../../sources/spec.ts';
import { parquetFiles, plainCsv } from '../../sql/files.ts';
import { relationName } from '../../sql/relation.ts';
import { join, name, raw, sql, type Sql } from '../../sql/sql.ts';
import { internal } from '../../sources/records.ts';
import { probeFile, refuseFolder, type ProbedFile } from '../init/probe.ts';
import { count } from '../words.ts';
import { styleOf } from './style.ts';

/** A file of data as a table. */
export interface DataFile {
  /** As it was named. */
  readonly shownAs: string;
  readonly headers: readonly string[];
  /**
   * A view: `row` from 1 in the order of the file, which is that of a scan, and `c1 … cn`, the fields under the headers: text as it
   * stands; of Parquet in their types.
   */
  readonly relation: string;
  readonly rows: number;
  /** Of Parquet: the types of the columns, as the engine names them; null: all is text. */
  readonly types: readonly string[] | null;
  /** Null: Parquet, whose columns have types. */
  readonly text: TextReading | null;
}

/** How the text of a file is read, and where its records stand. */
export interface TextReading {
  readonly found: ProbedFile;
  readonly style: TextStyle;
  readonly positions: PositionFiles;
}

/** What the user says of the text of a file; the rest is found. */
export interface ReadingOptions {
  readonly decimalMark?: '.' | ',';
  /** Texts that mean no value, besides nothing. */
  readonly nulls?: readonly string[];
  /** strptime format. */
  readonly dateFormat?: string;
}

const relation = 'file.record';

/** The column of the i-th header, from 0. */
export const columnAt = (i: number): Sql => raw(`c${i + 1}`);

/** The text of a field; null where there is none, or one of the words for it. */
export function fieldText({ headers, text }: DataFile, header: string): Sql {
  const field = sql`cast(${columnAt(headers.indexOf(header))} as varchar)`;
  const present = sql`case when trim(${field}) <> '' then ${field} end`;
  return (text?.style.nulls ?? []).reduce((value, word) => sql`nullif(${value}, ${word})`, present);
}

/** What is null where a field has no value: the field as its type, or its text. */
export const fieldValue = (file: DataFile, header: string): Sql => {
  const at = file.headers.indexOf(header);
  return file.types === null || file.types[at] === 'VARCHAR' ? fieldText(file, header) : columnAt(at);
};

/** How fields as text are read: as the file writes them; those of Parquet in the plain way. */
export const textStyleOf = ({ text }: DataFile, dateFormat?: string): TextStyle => ({
  ...(text?.style ?? { decimalMark: '.', thousandsMark: '', sourceZone: 'UTC', zone: 'UTC', nulls: [] }),
  dateFormat,
});

/** The line of the file on which a row stands. */
export async function lineOf(engine: Engine, { text }: DataFile, row: number): Promise<number> {
  if (text === null) return row;
  const found = await engine.rows(
    sql`select line from (${linesSql(text.positions, sql`select cast(${row} as bigint) as record`)}) as placed`,
    { line: 'integer' },
    1,
  );
  return found[0]!.line;
}

/**
 * Reads a CSV file (any delimiter, encoding and decimal mark, plain or gzip) or a Parquet file as `file.record`, every record or none.
 *
 * @param temporary a folder for what lives while the file is read
 * @throws ConfigError where it is no such file, DataError where a record has not the shape of the header
 */
export async function readDataFile(
  engine: Engine,
  path: string,
  shownAs: string,
  temporary: string,
  options: ReadingOptions = {},
): Promise<DataFile> {
  const context = { engine: () => Promise.resolve(engine), loads: temporary, temporary, zone: 'UTC' };
  const file = (spec: object) => ({
    source: '',
    path,
    shownAs,
    spec: sourceSpec.parse({ files: path, tables: {}, ...spec }),
  });
  if (/\.parquet$/i.test(path)) {
    refuseFolder(statSync(path, { throwIfNoEntry: false }), shownAs);
    const { records, dataRecords } = await prepare(file({ format: 'parquet' }), context);
    const named = records.headers.map((header, i) => sql`${name(header)} as ${columnAt(i)}`);
    const rows = sql`select file_row_number + 1 as "row", ${join(named)} from ${parquetFiles([path], true)}`;
    await readingParquet(shownAs, () => engine.define(relation, rows));
    const [, ...columns] = await engine.check(sql`select * from ${relationName(relation)}`);
    const types = columns.map(({ type }) => type);
    return { shownAs, headers: records.headers, relation, rows: dataRecords, types, text: null };
  }
  if (/\.(jsonl|ndjson|json|xlsx?|ods)$/i.test(path))
    throw new ConfigError(`${shownAs} must be a CSV or Parquet file; save it as CSV first`);
  const found = await probeFile(path, shownAs);
  const { delimiter, header, encoding } = found;
  const prepared = await prepare(file({ format: 'csv', delimiter, header, encoding: encoding.label }), context);
  const positions = await ingest(engine, prepared, shownAs, temporary);
  const { headers } = prepared.records;
  return {
    shownAs,
    headers,
    relation,
    rows: prepared.dataRecords,
    types: null,
    text: { found, style: styleOf(found, options), positions },
  };
}

/** Brings every record into the table, or throws at the first whose shape is not that of the header. */
async function ingest(engine: Engine, prepared: Prepared, shownAs: string, temporary: string): Promise<PositionFiles> {
  const { records, text, skip, dataRecords } = prepared;
  const { file, scan, delimiter, quote } = text!;
  const target = { rows: joinPath(temporary, 'rows.parquet'), refused: joinPath(temporary, 'refused.parquet') };
  const layout = {
    file,
    fields: records.headers.length,
    ...{ delimiter, quote, multiline: scan.multiline, longest: scan.longest },
    skip: skip === 0 ? 0 : skip + scan.leadingBlankLines,
  };
  const named = records.columns.map((column, i) => sql`${name(column)} as ${internal(i + 1)}`);
  const fields = records.headers.map((header, i) => sql`${records.field(header)} as ${columnAt(i)}`);
  const cases = records.shapeProblems.map(
    ({ when, reason }) => sql`when ${when} then ${raw(`'${reason.replaceAll('_', ' ')}'`)}`,
  );
  const read = await engine.ingest(
    layout,
    (lines) => sql`select ${join(fields)}, case ${join(cases, ' ')} end as fault
      from (select ${join(named)} from ${lines} as lines) as records`,
    target,
  );
  const shifts = joinPath(temporary, 'shifts.parquet');
  const shiftColumns = { record: 'BIGINT', shift: 'BIGINT', blanks: 'BIGINT' };
  await engine.unload(sql`select * from ${plainCsv(prepared.shifts, shiftColumns)}`, shifts, 'parquet');
  const positions = { refused: target.refused, shifts, skip };
  await refuseShapes(engine, positions, target.rows, shownAs, headersIn(records.headers.length));
  if (read.rows + read.refused !== dataRecords) {
    const where = scan.unclosedAt === null ? '' : `; a quote opens on line ${scan.unclosedAt} and never closes`;
    throw new DataError(
      `${shownAs}: must be delimited text that can be read whole; it holds ${count(dataRecords, 'record')} by an independent count, ` +
        `and ${read.rows} were read${where}`,
    );
  }
  await engine.define(
    relation,
    sql`select file_row_number + 1 as "row", * exclude (file_row_number, fault) from ${parquetFiles([target.rows], true)}`,
  );
  return positions;
}

const headersIn = (fields: number): string => `${count(fields, 'field')} like the header`;

/** Throws at the first record with too many or too few fields, or that cannot be split. */
async function refuseShapes(
  engine: Engine,
  positions: PositionFiles,
  rows: string,
  shownAs: string,
  expected: string,
): Promise<void> {
  const faulty = sql`select record, fault from (
      select file_row_number + 1 as record, fault from ${parquetFiles([rows], true)} where fault is not null
      union all select record, lower(problem) as fault from (${refusedSql(positions)}) as refused
    ) as shapes`;
  const [first] = await engine.rows(
    sql`select line, fault, count(*) over () as faults from (${linesSql(positions, faulty)}) as placed order by line, fault limit 1`,
    { line: 'integer', fault: 'text', faults: 'integer' },
    1,
  );
  if (!first) return;
  throw new DataError(
    `${shownAs}:${first.line}: every record must have ${expected}; this one has ${first.fault}` +
      (first.faults > 1 ? `, and ${count(first.faults - 1, 'other')} like it` : ''),
  );
}
