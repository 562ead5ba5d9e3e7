import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashFile, sync, syncTree } from '../disk.ts';
import { DataError } from '../errors.ts';
import { parquetFiles, plainCsv } from '../sql/files.ts';
import { raw, sql } from '../sql/sql.ts';
import type { TextStyle } from './convert.sql.ts';
import { ingestSql, writtenColumns } from './ingest.sql.ts';
import { hasDistinctKeys } from './keys-in-question.sql.ts';
import { loadFiles, loadIdOf, readLoad, type LoadRecord } from './load-record.ts';
import { findVersion, resolveMapping } from './mapping.ts';
import { linesSql, refusedSql, rowPositionsSql } from './positions.sql.ts';
import {
  formatOf,
  prepare,
  readingParquet,
  type Format,
  type IngestContext,
  type Prepared,
  type SourceFile,
} from './prepare.ts';
import type { SourceSpec } from './spec.ts';
import type { TableName } from './tables.ts';
import { readQuartiles } from './watch/quartiles.ts';

export const styleOf = (spec: SourceSpec, zone: string, format: Format): TextStyle => ({
  decimalMark: format === 'parquet' ? '.' : spec.decimal_mark,
  thousandsMark: format === 'parquet' ? '' : spec.thousands_mark,
  dateFormat: format === 'parquet' ? undefined : spec.date_format,
  sourceZone: spec.time_zone ?? zone,
  zone,
  nulls: spec.nulls,
});

async function ingestTable(
  file: SourceFile,
  table: TableName,
  loadId: string,
  sha256: string,
  prepared: Prepared,
  context: IngestContext,
): Promise<LoadRecord> {
  const engine = await context.engine();
  const { source, spec, shownAs } = file;
  const style = styleOf(spec, context.zone, formatOf(spec, file.path));
  const columns = await resolveMapping(engine, spec, table, prepared.records.headers, { file: shownAs, source });
  const version = await findVersion(engine, spec, table, prepared.records.headers, { file: shownAs, source });
  const plan = { table, spec, style, columns, version, records: prepared.records, loadId, source };
  const unfinished = `.${loadId}`;
  rmSync(join(context.loads, unfinished), { recursive: true, force: true });
  mkdirSync(join(context.loads, unfinished), { recursive: true });
  const files = loadFiles(context.loads, { loadId: unfinished, table });

  let rows: number;
  let refused = 0;
  if (prepared.text) {
    const { file: path, scan, delimiter, quote } = prepared.text;
    const layout = {
      file: path,
      fields: prepared.records.columns.length - 1,
      delimiter,
      quote,
      skip: prepared.skip === 0 ? 0 : prepared.skip + scan.leadingBlankLines,
      multiline: scan.multiline,
      longest: scan.longest,
    };
    const result = await engine.ingest(layout, (records) => ingestSql(plan, records), files);
    ({ rows, refused } = result);
    // The reader passes over an unclosed quote in silence when it reads on one thread: the scanner knows of it.
    if (scan.unclosedAt !== null && rows + refused === prepared.dataRecords - 1) {
      const line = raw(String(scan.records + scan.blankLines));
      const all = `${files.refused}.all`;
      await engine.unload(
        sql`select * from ${parquetFiles([files.refused])}
          union all select cast(${line} as bigint) as line, 'unclosed quote' as problem, '' as record`,
        all,
        'parquet',
      );
      renameSync(all, files.refused);
      refused += 1;
    }
  } else {
    const select = ingestSql(plan, parquetFiles([file.path]));
    ({ rows } = await readingParquet(shownAs, () => engine.unload(select, files.rows, 'parquet')));
    await engine.unload(
      sql`select cast(0 as bigint) as line, '' as problem, '' as record where false`,
      files.refused,
      'parquet',
    );
  }
  if (rows + refused !== prepared.dataRecords) {
    throw new DataError(
      `${shownAs}: the file holds ${prepared.dataRecords} records by an independent count, and ${rows + refused} were read; nothing of it was loaded. ` +
        `Check delimiter, quote and encoding of sources.${source}${prepared.text?.scan.unclosedAt ? ` (a quote opens on line ${prepared.text.scan.unclosedAt} and never closes)` : ''}`,
    );
  }
  await engine.unload(
    sql`select * from ${plainCsv(prepared.shifts, { record: 'BIGINT', shift: 'BIGINT', blanks: 'BIGINT' })}`,
    files.shifts,
    'parquet',
  );
  const positions = { refused: files.refused, shifts: files.shifts, skip: prepared.skip };
  const faulty = sql`select file_row_number + 1 as row_number, fault_column, fault, fault_value, record_text
    from ${parquetFiles([files.rows], true)} where fault is not null`;
  const rejects = linesSql(
    positions,
    sql`select record, fault_column as column_name, fault as reason, left(fault_value, 200) as value, record_text from (${rowPositionsSql(positions, faulty)}) as faulty
      union all
      select record, '' as column_name, lower(replace(problem, ' ', '_')) as reason, null as value, ltrim(record_text, chr(10) || chr(13)) from (${refusedSql(positions)}) as refused`,
  );
  const { rows: rejected } = await engine.unload(
    sql`select * from (${rejects}) as rejects order by record`,
    files.rejects,
    'parquet',
  );
  const [counts] = await engine.rows(
    sql`select cast(coalesce(sum(rounded), 0) as bigint) as rounded from ${parquetFiles([files.rows])} where fault is null`,
    { rounded: 'integer' },
  );
  const written = writtenColumns(plan);
  const record: LoadRecord = {
    loadId,
    source,
    table,
    file: shownAs,
    sha256,
    headers: prepared.records.headers,
    columns: written,
    skip: prepared.skip,
    records: prepared.dataRecords,
    blankLines: prepared.blankLines,
    rejected,
    rounded: counts!.rounded,
    quartiles: await readQuartiles(engine, table, written, files.rows, prepared.dataRecords),
    hasDistinctKeys: await hasDistinctKeys(engine, table, written, files.rows),
    written: { rows: await hashFile(files.rows), rejects: await hashFile(files.rejects) },
  };
  writeFileSync(files.record, JSON.stringify(record, null, 1));
  await syncTree(join(context.loads, unfinished));
  rmSync(join(context.loads, loadId), { recursive: true, force: true });
  renameSync(join(context.loads, unfinished), join(context.loads, loadId));
  await sync(context.loads);
  return record;
}

/** The header of an earlier load of a source, to compare with. */
export interface FormerHeader {
  readonly file: string;
  readonly headers: readonly string[];
}

/** Does an expression speak of a header? */
function speaksOf(expression: string, header: string): boolean {
  const literal = header.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(^|[^\\p{L}\\p{N}_])${literal}($|[^\\p{L}\\p{N}_])`, 'u').test(expression);
}

/** The texts in a mapping, one within another. */
const textsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsIn)
      : [];

/** The headers and expressions that a source maps; null: its headers are the column names ("same"). */
const mappedTexts = ({ tables, updated_at }: SourceSpec): string[] | null =>
  Object.values(tables).includes('same') ? null : textsIn([tables, updated_at]);

/**
 * Holds a header against that of the file before, and names what has changed. A column that no mapping speaks of may go; where the headers
 * are the column names, every one counts, since a column that is gone would only be empty.
 */
function checkFormerHeader(file: SourceFile, headers: readonly string[], former: FormerHeader | undefined): void {
  if (!former) return;
  const texts = mappedTexts(file.spec);
  const isHeader = (text: string): boolean => headers.includes(text) || former.headers.includes(text);
  const isMapped = (header: string): boolean =>
    texts === null || texts.some((text) => (isHeader(text) ? text === header : speaksOf(text, header)));
  const gone = former.headers.filter((header) => !headers.includes(header) && isMapped(header));
  const come = headers.filter((header) => !former.headers.includes(header));
  if (gone.length === 0) return;
  const are = (names: readonly string[]): string => (names.length === 1 ? 'is' : 'are');
  throw new DataError(
    `${file.shownAs}: the header must have what ${former.file} had; ${gone.join(', ')} ${are(gone)} gone` +
      `${come.length > 0 ? `, ${come.join(', ')} ${are(come)} new` : ''}. Correct the file or the mapping`,
  );
}

/** The tables a source feeds. */
export const tablesOf = (spec: SourceSpec): TableName[] =>
  (Object.keys(spec.tables) as TableName[]).filter((table) => spec.tables[table] !== undefined);

/**
 * Reads one file into the tables that its source feeds. What was read before, with the same mapping, is not read again.
 *
 * @returns a record a table, with `known` where nothing had to be read
 * @throws DataError where the header is not as mapped or the counts differ
 */
export async function ingestFile(
  file: SourceFile,
  context: IngestContext,
  former?: FormerHeader,
): Promise<(LoadRecord & { known: boolean })[]> {
  const sha256 = await hashFile(file.path);
  const wanted = tablesOf(file.spec).map((table) => ({
    table,
    loadId: loadIdOf(sha256, file.source, table, file.spec, context.zone),
  }));
  const found = wanted.map((load) => readLoad(context.loads, load));
  if (found.every((load) => load !== null)) return found.map((load) => ({ ...load, file: file.shownAs, known: true }));
  mkdirSync(context.temporary, { recursive: true });
  const prepared = await prepare(file, context);
  checkFormerHeader(file, prepared.records.headers, former);
  const loads: (LoadRecord & { known: boolean })[] = [];
  for (const [i, { table, loadId }] of wanted.entries()) {
    const known = found[i];
    loads.push(
      known
        ? { ...known, file: file.shownAs, known: true }
        : { ...(await ingestTable(file, table, loadId, sha256, prepared, context)), known: false },
    );
  }
  rmSync(context.temporary, { recursive: true, force: true });
  return loads;
}
