import { literal, sql, type Sql } from '../sql/sql.ts';

/**
 * Text that a spreadsheet may run: its first character, invisible ones and quotes aside, is one of `= + - @` or their full width; or that
 * it may spread over cells: it starts with a tab or a line break.
 */
const risky = '^[\\p{Z}\\p{C}"]*[=+\\-@＝＋－＠]|^[\\t\\r\\n]';

/**
 * A telephone number as diallers take it: plus, digits and single spaces. At most it is shown as a number: there is nothing to run. Hyphens
 * and brackets would make it a formula (`+34-1`).
 */
const dialled = '^\\+[0-9]+( [0-9]+)*$';

/** Text that begins with a letter or a digit of ASCII, as most does: it is no formula, and comparing is cheaper than a pattern. */
const isPlain = (text: Sql): Sql =>
  sql`(${text} >= '0' and ${text} < ':' or ${text} >= 'A' and ${text} < '[' or ${text} >= 'a' and ${text} < '{')`;

const mayRun = (text: Sql): Sql =>
  sql`(regexp_matches(${text}, ${literal(risky)}) and not regexp_matches(${text}, ${literal(dialled)}))`;

/**
 * The text of a cell that no spreadsheet runs: risky text that is no telephone number gets a leading apostrophe. Numbers need no guard: they are not text. A pattern is
 * eight times as fast as `ltrim` and `substr` (3 M names: 0.6 s against 4.5 s). Source: OWASP ASVS 5.0, 1.2.10.
 */
export const guardSql = (text: Sql): Sql =>
  sql`case when ${isPlain(text)} then ${text} when ${mayRun(text)} then '''' || ${text} else ${text} end`;

/** The text that `guardSql` made a cell of: the apostrophe is taken off where it would be put on. */
export function unguardSql(cell: Sql): Sql {
  const text = sql`substr(${cell}, 2)`;
  return sql`case when starts_with(${cell}, '''') and ${mayRun(text)} then ${text} else ${cell} end`;
}
