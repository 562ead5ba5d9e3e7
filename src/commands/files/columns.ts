import type { Engine } from '../../engine/engine.ts';
import { ConfigError, DataError } from '../../errors.ts';
import { relationName } from '../../sql/relation.ts';
import { join, raw, sql, type Sql } from '../../sql/sql.ts';
import { nearest } from '../../text/nearest.ts';
import { count } from '../words.ts';
import { fieldText, fieldValue, lineOf, type DataFile } from './data-file.ts';

/** A column as a type: the value that its text has, and what makes the text refused. */
export interface TypedColumn {
  readonly header: string;
  /** In the table that is made. */
  readonly as: string;
  readonly value: Sql;
  /** True where the value cannot be had of a text that is there. */
  readonly isBad: Sql;
  /** `a number` */
  readonly what: string;
}

/** Throws where a file has no column of a name, with the nearest one that is not among those `named` already, or all. */
export function requireHeader(
  { shownAs, headers }: DataFile,
  header: string,
  option: string,
  named: readonly string[] = [],
): void {
  if (headers.includes(header)) return;
  const like = nearest(
    header,
    headers.filter((one) => !named.includes(one)),
  );
  throw new ConfigError(
    `${option} must name columns of ${shownAs}; there is no ${header}; ` +
      (like === null ? `its columns are ${headers.join(', ')}` : `did you mean ${like}?`),
  );
}

/** Throws where a file has a header alone. */
export function requireRows({ shownAs, rows }: DataFile): void {
  if (rows === 0) throw new DataError(`${shownAs}: must hold rows; it has none`);
}

const shown = (text: string): string => JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** Throws at the first text, by row and then by column, that a column cannot take: with file, line, column, and how many there are. */
export async function refuseBad(
  engine: Engine,
  file: DataFile,
  columns: readonly TypedColumn[],
  advice: string,
): Promise<void> {
  if (columns.length === 0) return;
  const figures = columns.flatMap(({ header, isBad }, i) => [
    sql`min(case when ${isBad} then "row" end) as ${raw(`row${i}`)}`,
    sql`count(case when ${isBad} then 1 end) as ${raw(`bad${i}`)}`,
    sql`count(case when not (${isBad}) then ${fieldValue(file, header)} end) as ${raw(`good${i}`)}`,
  ]);
  const shape = Object.fromEntries(
    columns.flatMap((_, i) => [`row${i}`, `bad${i}`, `good${i}`].map((column) => [column, 'integer?'] as const)),
  );
  const [found] = await engine.rows(sql`select ${join(figures)} from ${relationName(file.relation)}`, shape, 1);
  const faulty = columns
    .map((column, i) => ({
      ...column,
      row: found![`row${i}`] ?? null,
      bad: found![`bad${i}`]!,
      good: found![`good${i}`]!,
    }))
    .filter(({ row }) => row !== null)
    .sort((a, b) => a.row! - b.row!);
  const [first] = faulty;
  if (!first) return;
  const { header, row, bad, good, what } = first;
  const [cell] = await engine.rows(
    sql`select ${fieldText(file, header)} as value from ${relationName(file.relation)} where "row" = ${row}`,
    { value: 'text?' },
    1,
  );
  const others =
    bad === 1
      ? `its ${count(good, 'other value')} can be read`
      : `so must ${count(bad - 1, 'other value')} of ${good + bad}`;
  const line = await lineOf(engine, file, row!);
  throw new DataError(
    `${file.shownAs}:${line}: ${header} must be ${what}, got ${cell!.value === null ? 'nothing' : shown(cell!.value)}; ${others}. ${advice}`,
  );
}
