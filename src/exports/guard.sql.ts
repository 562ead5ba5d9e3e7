import { join, literal, raw, sql, type Sql } from '../sql/sql.ts';

/** Characters that make a spreadsheet read a cell as a formula, also in their full width. */
const triggers = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/** Characters that a spreadsheet may drop before it looks for a trigger: spaces, invisible marks and quotes. */
const skipped = [9, 10, 13, 32, 34, 0xa0, 0x200b, 0x200e, 0x200f, 0x3000, 0xfeff];

/** Characters that must not even stand first: they move the rest into another cell. */
const breaks = [9, 10, 13];

const chr = (code: number): Sql => raw(`chr(${code})`);

/**
 * The text of a cell that no spreadsheet runs: text whose first character, spaces and quotes aside, is one of `= + - @` (or their full
 * width), and text that starts with a tab or a line break, gets a leading apostrophe. Numbers need no guard: they are not text.
 * Source: OWASP ASVS 5.0, 1.2.10.
 */
export function guardSql(text: Sql): Sql {
  const first = sql`substr(ltrim(${text}, ${join(skipped.map(chr), ' || ')}), 1, 1)`;
  return sql`case when ${first} in (${join(triggers.map(literal))})
    or substr(${text}, 1, 1) in (${join(breaks.map(chr))}) then '''' || ${text} else ${text} end`;
}
