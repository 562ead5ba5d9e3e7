import type { ProbedColumn } from './probe.ts';
import { withCurrency } from './match.ts';
import { parseNumber, type NumberStyle } from './numbers.ts';

/** Words that SQL keeps for itself (DuckDB's reserved and type-function names). */
const reserved = new Set(
  `all analyse analyze and anti any array as asc asof asymmetric at authorization binary both by case cast check collate column
  concurrently constraint create cross default deferrable desc describe distinct do else end except false fetch for foreign freeze
  from full group having ilike in initially inner intersect into is isnull join lambda lateral leading left like limit natural not
  notnull null offset on only or order outer overlaps pivot placing positional primary qualify references returning right select
  semi show similar some summarize symmetric table tablesample then to trailing true union unique unpivot using variadic verbose
  when where window with`.split(/\s+/),
);

/** A header inside an expression: in quotes where it is no plain name. */
export const quoted = ({ header }: ProbedColumn): string =>
  /^[a-z_][a-z0-9_]*$/i.test(header) && !reserved.has(header.toLowerCase())
    ? header
    : `"${header.replaceAll('"', '""')}"`;

/** A value inside an expression. */
export const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** Is it money with a sign of currency, which the loader does not read as a number? */
export const hasCurrencySign = ({ values, styles }: ProbedColumn): boolean =>
  styles.length === 0 && values.length > 0 && values.every((value) => withCurrency.test(value));

/** The number in an amount with a sign of currency. */
export function amountWithoutSign(column: ProbedColumn): string {
  const marks = column.values.map((value) => /([.,])\d{1,2}\D*$/.exec(value)?.[1]).filter((mark) => mark !== undefined);
  const comma = marks.includes(',');
  const digits = `regexp_replace(${quoted(column)}, ${text(comma ? '[^0-9,-]' : '[^0-9.-]')}, '', 'g')`;
  return `cast(${comma ? `replace(${digits}, ',', '.')` : digits} as decimal(18,4))`;
}

/** A date that is written otherwise than the other dates of the file. */
export function dateIn(column: ProbedColumn, format: string): string {
  return format === 'iso' ? `cast(${quoted(column)} as timestamp)` : `strptime(${quoted(column)}, ${text(format)})`;
}

/** Do the values have a time of day other than midnight? */
export const hasTimeOfDay = ({ values }: ProbedColumn): boolean =>
  values.some((value) => /\d:\d{2}/.test(value) && !/\b0?0:00(:00([.,]0+)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/.test(value));

/** Is a discount a share of the price (0.2), a percentage (20), or money? */
export function discountKind(column: ProbedColumn, style: NumberStyle): 'share' | 'percent' | 'money' {
  const numbers = column.values.map((value) => parseNumber(value, style)).filter((number) => !Number.isNaN(number));
  if (/%|\bpct\b|percent|prozent|porcent|rate/i.test(column.header))
    return numbers.every((value) => value <= 1) ? 'share' : 'percent';
  return numbers.some((value) => value > 0) && numbers.every((value) => value >= 0 && value < 1) ? 'share' : 'money';
}
