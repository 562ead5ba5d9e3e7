import type { TextStyle } from '../../sources/convert.sql.ts';
import { findStyle, numberStyles, parseNumber, stylesOf, type NumberStyle } from '../init/numbers.ts';
import type { ProbedFile } from '../init/probe.ts';
import type { ReadingOptions, TextReading } from './data-file.ts';

/** How the numbers of a file are written: by its values, among the styles with the decimal mark that the user says. */
function numbersOf(found: ProbedFile, decimal: '.' | ',' | undefined): NumberStyle {
  if (decimal === undefined) return found.style.style;
  const fits = ({ styles }: { readonly styles: readonly NumberStyle[] }) =>
    styles.filter((style) => style.decimal === decimal);
  const columns = found.columns.map((column) => ({ ...column, styles: fits(column) }));
  return columns.some(({ styles }) => styles.length > 0)
    ? findStyle(columns).style
    : numberStyles.find((style) => style.decimal === decimal)!;
}

/** How the text of a file is read. */
export function styleOf(found: ProbedFile, { decimalMark, nulls = [], dateFormat }: ReadingOptions): TextStyle {
  const { decimal, thousands } = numbersOf(found, decimalMark);
  return { decimalMark: decimal, thousandsMark: thousands, dateFormat, sourceZone: 'UTC', zone: 'UTC', nulls };
}

/**
 * One line on how the numbers of some columns are read, where that is not the plain way: `1,5 is read as 1.5`. Null: all are written
 * with a point, or without decimals, and nothing between thousands.
 */
function numberRule(found: ProbedFile, style: TextStyle, headers: readonly string[]): string | null {
  const ours: NumberStyle = { decimal: style.decimalMark, thousands: style.thousandsMark };
  const values = found.columns.flatMap(({ header, values }) => (headers.includes(header) ? values : []));
  const example = values.find((value) => Number.isNaN(Number(value)) && !Number.isNaN(parseNumber(value, ours)));
  if (example === undefined) {
    const bent = values.find((value) => !Number.isNaN(Number(value)) && parseNumber(value, ours) !== Number(value));
    return bent === undefined ? null : `${bent} is read as ${parseNumber(bent, ours)}`;
  }
  const other = ours.decimal === ',' ? '.' : ',';
  return `numbers are read with ${markOf(ours)}: ${example} is ${parseNumber(example, ours)}; --decimal-mark ${other} reads them the other way`;
}

const markOf = ({ decimal }: NumberStyle): string => (decimal === ',' ? 'a decimal comma' : 'a decimal point');

const marksOf = (style: NumberStyle): string =>
  style.thousands === '' ? markOf(style) : `${markOf(style)} and "${style.thousands}" between thousands`;

/**
 * A clause on a column whose texts are numbers, but not as the file is read: an example, and what to do. Null: its texts are no numbers,
 * or are read as such.
 *
 * @param headers the columns that are read together; with another decimal mark they must all be numbers still
 */
export function numbersOtherwise(
  { found, style }: TextReading,
  header: string,
  headers: readonly string[],
): string | null {
  const ours: NumberStyle = { decimal: style.decimalMark, thousands: style.thousandsMark };
  const isOurs = ({ decimal, thousands }: NumberStyle): boolean =>
    decimal === ours.decimal && thousands === ours.thousands;
  const column = found.columns.find((one) => one.header === header)!;
  const [other] = column.styles;
  if (other === undefined || column.styles.some(isOurs)) return null;
  const isOnlyTheirs = (value: string): boolean => {
    const fitting = stylesOf([value]);
    return fitting.includes(other) && !fitting.some(isOurs);
  };
  const example = column.values.find(isOnlyTheirs)!;
  const canAll = found.columns.every(
    ({ header: one, styles }) =>
      !headers.includes(one) || styles.length === 0 || styles.some(({ decimal }) => decimal === other.decimal),
  );
  const advice =
    other.decimal !== ours.decimal && canAll
      ? `--decimal-mark ${other.decimal} reads it as ${parseNumber(example, other)}`
      : 'write the numbers of the file in one way';
  return `"${example}" is a number with ${marksOf(other)}, and the file is read with ${marksOf(ours)}; ${advice}`;
}

/** What was found of how a file is written, where it could be otherwise: a line each. */
export function readingRules({ found, style }: TextReading, headers: readonly string[]): string[] {
  const { label, sure } = found.encoding;
  const rule = numberRule(found, style, headers);
  return [
    ...(sure || label === 'utf-8' ? [] : [`its letters are read as ${label}, which is a guess`]),
    ...(found.header ? [] : ['it has no header; its columns are called c1, c2, …']),
    ...(rule === null ? [] : [rule]),
  ];
}
