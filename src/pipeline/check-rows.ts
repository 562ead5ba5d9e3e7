import { parse } from 'csv-parse/sync';
import type { Engine } from '../engine/engine.ts';
import { allowed } from '../sources/limit.ts';
import { present, readField } from '../sources/convert.sql.ts';
import { styleOf } from '../sources/ingest.ts';
import type { MappedColumn } from '../sources/mapping.ts';
import { delimiterOf } from '../sources/prepare.ts';
import type { SourceSpec } from '../sources/spec.ts';
import { isDecimal, type ColumnType } from '../sources/tables.ts';
import { headOf } from '../sources/unpack.ts';
import { join, literal, raw, sql } from '../sql/sql.ts';
import type { FileHead } from './file-head.ts';

/** Records that are looked at; where one of them cannot be read, all that are there, so many at a time. */
const atFirst = 100;
const atOnce = 2000;

/** The first records of a file. */
export interface FirstRows {
  readonly rows: readonly (readonly string[])[];
  /** How many records the file holds: an estimate where its beginning is not all of it. */
  readonly records: number;
}

/** The first records of a delimited file, without its header. */
export async function readFirstRows(head: FileHead, spec: SourceSpec): Promise<FirstRows> {
  const found: string[][] = parse(await headOf(head.file, head.length), {
    delimiter: delimiterOf(spec),
    quote: spec.quote,
    escape: spec.quote,
    bom: true,
    from: spec.header ? 2 : 1,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
  });
  // The beginning ends somewhere inside a record.
  const rows = head.isWhole ? found : found.slice(0, -1);
  return { rows, records: rows.length / head.share };
}

/** A column of which more values cannot be read than a run lets pass. */
export interface UnreadableColumn {
  readonly column: MappedColumn;
  readonly header: string;
  /** What it must hold, in words. */
  readonly rule: string;
  /** How many values were looked at. */
  readonly values: number;
  /** How many of them cannot be read. */
  readonly unreadable: number;
  /** The first of those. */
  readonly example: string;
}

const typed: readonly ColumnType[] = ['money', 'quantity', 'score', 'time', 'day', 'flag'];

function ruleOf(type: ColumnType, spec: SourceSpec): string {
  if (type === 'flag') return 'yes or no';
  if (isDecimal(type)) {
    const thousands = spec.thousands_mark === '' ? '' : ` and thousands_mark "${spec.thousands_mark}"`;
    const bounds = type === 'score' ? ' from -1 to 1' : '';
    return `numbers${bounds} with decimal_mark "${spec.decimal_mark}"${thousands}`;
  }
  return spec.date_format === undefined
    ? 'dates of ISO 8601 like 2026-11-20, as the source has no date_format'
    : `dates of date_format "${spec.date_format}"`;
}

/** What is known of a column while its values are looked at. */
interface Tally {
  readonly given: number;
  readonly bad: number;
  readonly first: string;
}

/**
 * Finds columns of which so many values cannot be read that a run is sure to stop: a date format, a decimal mark or a column that is
 * another one than the pipeline says. Records that a run rejects and lets pass are no business of a plan.
 */
export async function findUnreadable(
  engine: Engine,
  spec: SourceSpec,
  zone: string,
  headers: readonly string[],
  { rows, records }: FirstRows,
  columns: readonly MappedColumn[],
): Promise<UnreadableColumn[]> {
  const looked = columns.flatMap((column) =>
    column.origin?.kind === 'header' && typed.includes(column.type) && !column.attribute
      ? [{ column, at: headers.indexOf(column.origin.header), header: column.origin.header }]
      : [],
  );
  const limit = allowed(spec.max_rejected, records);
  if (looked.length === 0 || rows.length <= limit) return [];
  const style = styleOf(spec, zone, 'csv');
  const id = (kind: 'f' | 't' | 'v', i: number) => raw(`${kind}${i}`);
  const readings = looked.map(({ column }, i) => readField(id('t', i), column.type, style));
  const counts = looked.map((_, i) => {
    const wrong = readings[i]!.problems!(id('v', i)).map(({ when }) => sql`(${when})`);
    const isBad = sql`${id('t', i)} is not null and (${join(wrong, ' or ')})`;
    const n = raw(String(i));
    return sql`count(${id('t', i)}) as given${n}, count(case when ${isBad} then 1 end) as bad${n},
      coalesce(min(case when ${isBad} then row end), 0) as first${n}`;
  });
  const types = Object.fromEntries(
    looked.flatMap((_, i) => [`given${i}`, `bad${i}`, `first${i}`].map((key) => [key, 'integer'] as const)),
  );
  const count = async (from: number, to: number): Promise<Tally[]> => {
    const part = rows.slice(from, to);
    const values = part.map(
      (row, i) => sql`(${raw(String(i))}, ${join(looked.map(({ at }) => literal(row[at] ?? '')))})`,
    );
    const [found] = await engine.rows(
      sql`select ${join(counts)} from (
        select *, ${join(readings.map(({ value }, i) => sql`${value} as ${id('v', i)}`))} from (
          select row, ${join(looked.map((_, i) => sql`${present(id('f', i), style)} as ${id('t', i)}`))}
          from (values ${join(values)}) as fields (row, ${join(looked.map((_, i) => id('f', i)))})
        ) as texts
      ) as readings`,
      types,
      1,
    );
    return looked.map(({ at }, i) => ({
      given: found![`given${i}`]!,
      bad: found![`bad${i}`]!,
      first: part[found![`first${i}`]!]![at] ?? '',
    }));
  };
  let tallies = await count(0, atFirst);
  const isSettled = (): boolean => tallies.every(({ bad }) => bad === 0 || bad > limit);
  for (let from = atFirst; from < rows.length && !isSettled(); from += atOnce) {
    const more = await count(from, from + atOnce);
    tallies = tallies.map(({ given, bad, first }, i) => ({
      given: given + more[i]!.given,
      bad: bad + more[i]!.bad,
      first: bad > 0 ? first : more[i]!.first,
    }));
  }
  return looked.flatMap(({ column, header }, i) => {
    const { given, bad, first } = tallies[i]!;
    return bad > limit
      ? [{ column, header, rule: ruleOf(column.type, spec), values: given, unreadable: bad, example: first }]
      : [];
  });
}
