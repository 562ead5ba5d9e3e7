import { literal, raw, sql, type Sql } from '../../sql/sql.ts';
import type { ExportKind } from '../columns.ts';
import { style } from './styles.ts';

/** What a cell holds at most, in UTF-16 code units. */
export const longestText = 32_767;

/** Characters of which none takes more than two code units, with an ellipsis behind them. */
const cutText = 16_000;

const units = (text: Sql): Sql =>
  sql`length(${text}) + length(regexp_replace(${text}, '[^\\x{10000}-\\x{10ffff}]', '', 'g'))`;

/** Whether a text is too long for a cell. Bytes are counted first: they are never fewer than code units. */
export const isTooLongSql = (text: Sql): Sql =>
  sql`(case when strlen(${text}) > ${raw(String(longestText))} then ${units(text)} > ${raw(String(longestText))} else false end)`;

/** Characters that XML must not hold, that its readers would change, and what Excel takes for one it must not hold (`_x0041_`). */
const special = '[&<>\\x00-\\x08\\x0b-\\x1f\\x{fffe}\\x{ffff}]|_x[0-9A-Fa-f]{4}_';
const unwritable = '[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x{fffe}\\x{ffff}]';

function escapedSql(text: Sql): Sql {
  const cut = sql`case when ${isTooLongSql(text)} then left(${text}, ${raw(String(cutText))}) || '…' else ${text} end`;
  const lines = sql`replace(replace(${cut}, chr(13) || chr(10), chr(10)), chr(13), chr(10))`;
  const writable = sql`regexp_replace(${lines}, ${literal(unwritable)}, '\ufffd', 'g')`;
  const unmistaken = sql`replace(${writable}, '_x', '_x005F_x')`;
  return sql`replace(replace(replace(${unmistaken}, '&', '&amp;'), '<', '&lt;'), '>', '&gt;')`;
}

/** Text as the content of an XML element. Most texts need nothing done, and one pattern sees that. */
const contentSql = (text: Sql): Sql =>
  sql`case when strlen(${text}) > ${raw(String(longestText))} or regexp_matches(${text}, ${literal(special)})
    then ${escapedSql(text)} else ${text} end`;

/** The start of a cell: its place and its style. `row` is the number of the row. */
const start = (column: string, row: Sql, attributes: string): Sql =>
  sql`${literal(`<c r="${column}`)} || ${row} || ${literal(`" ${attributes}>`)}`;

const valueCell = (kind: 'money' | 'share' | 'number' | 'whole' | 'day', column: string, row: Sql, value: Sql): Sql =>
  sql`${start(column, row, `s="${style[kind]}"`)} || '<v>' || ${value} || '</v></c>'`;

/** A text is one from the start: it is never run, and a number that it looks like keeps its zeros. */
const textCell = (column: string, row: Sql, text: Sql): Sql =>
  sql`${start(column, row, `t="inlineStr" s="${style.text}"`)} || '<is><t xml:space="preserve">' || ${contentSql(text)} || '</t></is></c>'`;

/** A day as the number of days since 1899-12-30. Excel takes 1900 for a leap year, and knows no day before: earlier ones are text. */
const dayCell = (column: string, row: Sql, day: Sql): Sql => sql`case when ${day} >= date '1900-03-01'
  then ${valueCell('day', column, row, sql`(cast(${day} as date) - date '1899-12-30')`)}
  else ${textCell(column, row, sql`cast(${day} as varchar)`)} end`;

/** A cell of a worksheet as XML; null where there is no value. `column` is its letters, `value` the name of a column: it is written more than once. */
export function cellSql(kind: ExportKind, column: string, row: Sql, value: Sql): Sql {
  switch (kind) {
    case 'text':
      return textCell(column, row, value);
    case 'day':
      return dayCell(column, row, value);
    case 'weekday':
      return textCell(column, row, sql`cast(${value} as varchar)`);
    case 'flag':
      // As in other files: LibreOffice makes a formula of a Boolean.
      return textCell(column, row, sql`cast(${value} as varchar)`);
    case 'money':
      return valueCell(kind, column, row, sql`cast(${value} as decimal(38, 2))`);
    case 'share':
    case 'number':
      return valueCell(kind, column, row, sql`cast(${value} as decimal(18, 4))`);
    case 'whole':
      return valueCell(kind, column, row, value);
  }
}

/** The letters of a column: 0 → A, 26 → AA. */
export const lettersOf = (index: number): string =>
  `${index >= 26 ? lettersOf(Math.floor(index / 26) - 1) : ''}${String.fromCharCode(65 + (index % 26))}`;
