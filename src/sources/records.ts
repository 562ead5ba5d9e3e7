import { join, literal, name, sql, type Sql } from '../sql/sql.ts';
import type { Problem } from './convert.sql.ts';

/** The records of one file as SQL: their headers, each field as text (null = the record lacks it), and what is wrong with the shape. */
export interface Records {
  readonly headers: readonly string[];
  /** The columns as the reader names them. In the SQL here they have the `internal` names 1, 2 … */
  readonly columns: readonly string[];
  /** The text of the field under a header. */
  field(header: string): Sql;
  /** What keeps a record from having the shape of the file. */
  readonly shapeProblems: readonly Problem[];
  /** The record as text, for the rejects. */
  readonly text: Sql;
}

/** A name that no header can have: headers with control characters are refused. */
export const internal = (label: string | number): Sql => name(`\u0001${label}`);

const column = (i: number): Sql => internal(i + 1);

/** Delimited text: fields, and a surplus where a record has too many. */
export function delimitedRecords(headers: readonly string[], delimiter: string, quote: string): Records {
  const at = new Map(headers.map((header, i) => [header, i]));
  const last = column(headers.length - 1);
  const surplus = column(headers.length);
  const quoted = (field: Sql): Sql => sql`case
    when ${field} is null then ''
    when contains(${field}, ${literal(delimiter)}) or contains(${field}, ${literal(quote)}) or contains(${field}, chr(10))
      then ${literal(quote)} || replace(${field}, ${literal(quote)}, ${literal(quote + quote)}) || ${literal(quote)}
    else ${field} end`;
  const text = headers
    .map((_, i) => quoted(column(i)))
    .concat(sql`coalesce(${literal(delimiter)} || ${surplus}, '')`)
    .reduce((left, right, i) =>
      i === headers.length ? sql`${left} || ${right}` : sql`${left} || ${literal(delimiter)} || ${right}`,
    );
  return {
    headers,
    columns: [...headers.map((_, i) => `c${i + 1}`), 'surplus'],
    field: (header) => column(at.get(header)!),
    shapeProblems: [
      { when: sql`${surplus} is not null`, reason: 'too_many_fields' },
      { when: sql`${last} is null`, reason: 'too_few_fields' },
    ],
    text,
  };
}

/** JSON lines: the whole line is one field. Headers are the keys of all lines. */
export function jsonRecords(headers: readonly string[]): Records {
  const line = column(0);
  return {
    headers,
    columns: ['c1', 'surplus'],
    field: (header) => {
      const path = literal(`$."${header.replaceAll('"', '\\"')}"`);
      return sql`case when json_valid(${line}) then json_extract_string(${line}, ${path}) end`;
    },
    shapeProblems: [
      { when: sql`not json_valid(${line})`, reason: 'not_json' },
      { when: sql`json_type(${line}) <> 'OBJECT'`, reason: 'not_a_json_object' },
    ],
    text: line,
  };
}

/** Parquet: columns have names and types of their own; numbers and dates are read in their plain text forms. */
export function parquetRecords(headers: readonly string[]): Records {
  const at = new Map(headers.map((header, i) => [header, i]));
  return {
    headers,
    columns: headers,
    field: (header) => sql`cast(${column(at.get(header)!)} as varchar)`,
    shapeProblems: [],
    text: sql`cast(json_object(${join(headers.map((header, i) => sql`${literal(header)}, ${column(i)}`))}) as varchar)`,
  };
}
