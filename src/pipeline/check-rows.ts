import { parse } from 'csv-parse/sync';
import type { Engine } from '../engine/engine.ts';
import { present, readField, type TextStyle } from '../sources/convert.sql.ts';
import type { MappedColumn } from '../sources/mapping.ts';
import type { SourceSpec } from '../sources/spec.ts';
import type { ColumnType } from '../sources/tables.ts';
import { headOf } from '../sources/unpack.ts';
import { join, literal, raw, sql } from '../sql/sql.ts';
import { headBytes } from './file-head.ts';

/** Records that are looked at. */
const most = 100;

/** The first records of a delimited file that is plain UTF-8, without its header. */
export async function readFirstRows(file: string, spec: SourceSpec, delimiter: string): Promise<string[][]> {
  const head = await headOf(file, headBytes);
  return parse(head, {
    delimiter,
    quote: spec.quote,
    escape: spec.quote,
    bom: true,
    from: spec.header ? 2 : 1,
    to: most + (spec.header ? 1 : 0),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
  });
}

/** A column that no record can be read of. */
export interface UnreadableColumn {
  readonly column: MappedColumn;
  readonly header: string;
  /** What it must hold, in words. */
  readonly rule: string;
  /** How many values were looked at. */
  readonly values: number;
  /** The first of them. */
  readonly example: string;
}

const typed: readonly ColumnType[] = ['money', 'quantity', 'time', 'day', 'flag'];

function ruleOf(type: ColumnType, spec: SourceSpec): string {
  if (type === 'flag') return 'yes or no';
  if (type === 'money' || type === 'quantity') {
    const thousands = spec.thousands_mark === '' ? '' : ` and thousands_mark "${spec.thousands_mark}"`;
    return `numbers with decimal_mark "${spec.decimal_mark}"${thousands}`;
  }
  return spec.date_format === undefined
    ? 'dates of ISO 8601 like 2026-11-20, as the source has no date_format'
    : `dates of date_format "${spec.date_format}"`;
}

/** Would so many rejected records stop the run? */
const isTooMany = (rejected: number, limit: SourceSpec['max_rejected']): boolean =>
  typeof limit === 'number' ? rejected > limit : Number.parseFloat(limit) < 100;

/**
 * Finds columns of which not one of the first records can be read: a date format, a decimal mark or a column that is another one than
 * the pipeline says. Single records that cannot be read are rejects, and no business of a plan.
 */
export async function findUnreadable(
  engine: Engine,
  spec: SourceSpec,
  zone: string,
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  columns: readonly MappedColumn[],
): Promise<UnreadableColumn[]> {
  const looked = columns.flatMap((column) =>
    column.origin?.kind === 'header' && typed.includes(column.type) && !column.attribute
      ? [{ column, at: headers.indexOf(column.origin.header), header: column.origin.header }]
      : [],
  );
  if (looked.length === 0 || rows.length === 0 || !isTooMany(rows.length, spec.max_rejected)) return [];
  const style: TextStyle = {
    decimalMark: spec.decimal_mark,
    thousandsMark: spec.thousands_mark,
    dateFormat: spec.date_format,
    sourceZone: spec.time_zone ?? zone,
    zone,
    nulls: spec.nulls,
  };
  const name = (kind: 'f' | 't' | 'v', i: number) => raw(`${kind}${i}`);
  const readings = looked.map(({ column }, i) => readField(name('t', i), column.type, style));
  const values = rows.map((row) => sql`(${join(looked.map(({ at }) => literal(row[at] ?? '')))})`);
  const counts = looked.map((_, i) => {
    const wrong = readings[i]!.problems!(name('v', i)).map(({ when }) => sql`(${when})`);
    return sql`count(${name('t', i)}) as given${raw(String(i))},
      count(case when ${name('t', i)} is not null and (${join(wrong, ' or ')}) then 1 end) as bad${raw(String(i))}`;
  });
  const [found] = await engine.rows(
    sql`select ${join(counts)} from (
      select *, ${join(readings.map(({ value }, i) => sql`${value} as ${name('v', i)}`))} from (
        select ${join(looked.map((_, i) => sql`${present(name('f', i), style)} as ${name('t', i)}`))}
        from (values ${join(values)}) as fields (${join(looked.map((_, i) => name('f', i)))})
      ) as texts
    ) as readings`,
    Object.fromEntries(looked.flatMap((_, i) => [`given${i}`, `bad${i}`].map((key) => [key, 'integer'] as const))),
    1,
  );
  return looked.flatMap(({ column, header, at }, i) => {
    const given = found![`given${i}`]!;
    if (given === 0 || found![`bad${i}`]! < given) return [];
    const example = rows.map((row) => row[at] ?? '').find((text) => !spec.nulls.includes(text)) ?? '';
    return [{ column, header, rule: ruleOf(column.type, spec), values: given, example }];
  });
}
