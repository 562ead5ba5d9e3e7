import type { FTest } from '../../../models/discriminant/fitted.ts';
import type { TableColumn } from '../../table.ts';
import { whole } from '../../words.ts';

const sign = (text: string): string => text.replace(/^-/, '−');

/** Five digits, or the whole part. */
export const figure = (value: number | null): string =>
  value === null ? '–' : sign(Math.abs(value) >= 1e5 ? whole(Math.round(value)) : String(Number(value.toPrecision(5))));

/** A figure with so many decimals. */
export const fixed = (value: number | null, digits = 3): string => (value === null ? '–' : sign(value.toFixed(digits)));

/** A probability of error, as SPSS writes it. */
export const pValue = (p: number | null): string => (p === null ? '–' : p < 0.0001 ? '<.0001' : p.toFixed(4));

/** Degrees of freedom, broken ones too. */
export const degrees = (df: number): string => (Number.isInteger(df) ? whole(df) : df.toFixed(1));

/** Columns of numbers. */
export const right = (names: readonly string[]): TableColumn[] => names.map((name) => ({ name, right: true }));

/** A column of names, then columns of numbers. */
export const first = (name: string, others: readonly string[]): TableColumn[] => [
  { name, whole: true },
  ...right(others),
];

/** Wilks' λ, F, its degrees of freedom and p. */
export const testCells = ({ wilks, f, df1, df2, p }: FTest): string[] => [
  fixed(wilks),
  fixed(f),
  degrees(df1),
  degrees(df2),
  pValue(p),
];
