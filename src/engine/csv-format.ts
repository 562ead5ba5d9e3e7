import { join, literal, name, sql, type Sql } from '../sql/sql.ts';
import type { CsvStyle } from './engine.ts';

/** A name as a field: in quotes where it must be. */
const field = (text: string, delimiter: string): string =>
  text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** The first line of a file: the names of its columns, behind the byte order mark. */
export const csvHeader = ({ columns, delimiter, newline, byteOrderMark }: CsvStyle): string =>
  `${byteOrderMark ? '\ufeff' : ''}${columns.map((column) => field(column, delimiter)).join(delimiter)}${newline}`;

/**
 * The options of `copy` for records below a header. `force_quote` would quote the header too, with the byte order mark behind its first
 * quote: so the header is a prefix, and what ends the last record a suffix, which a file without records must do without.
 */
export function csvFormat(style: CsvStyle, header: string): Sql {
  const { delimiter, newline, quoted } = style;
  const forced = sql`, force_quote (${join(quoted.map((column) => name(column)))})`;
  return sql`format csv, delimiter ${literal(delimiter)}, new_line ${literal(newline === '\n' ? '\\n' : '\\r\\n')},
    header false, prefix ${literal(header)}, suffix ${literal(newline)}${quoted.length === 0 ? sql`` : forced}`;
}
