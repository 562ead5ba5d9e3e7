import type { ProbedColumn } from './probe.ts';
import { withCurrency } from './match.ts';
import { parseNumber, type NumberStyle } from './numbers.ts';

/** A header inside an expression. */
export const quoted = (column: ProbedColumn): string => `"${column.header.replaceAll('"', '""')}"`;

const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;

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
  const numbers = column.values.map((value) => parseNumber(value, style));
  if (/%|\bpct\b|percent|prozent|porcent|rate/i.test(column.header))
    return numbers.every((value) => value <= 1) ? 'share' : 'percent';
  return numbers.some((value) => value > 0) && numbers.every((value) => value >= 0 && value < 1) ? 'share' : 'money';
}
