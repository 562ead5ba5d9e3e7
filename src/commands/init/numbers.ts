import { readingsOf } from './readings.ts';

/** How numbers are written. */
export interface NumberStyle {
  readonly decimal: '.' | ',';
  readonly thousands: '' | '.' | ',' | ' ' | '\u00a0' | '\u202f' | "'";
}

/** Styles in the order in which they are believed where several fit. */
export const numberStyles: readonly NumberStyle[] = [
  { decimal: '.', thousands: '' },
  { decimal: ',', thousands: '' },
  { decimal: '.', thousands: ',' },
  { decimal: ',', thousands: '.' },
  ...([' ', '\u00a0', '\u202f', "'"] as const).flatMap((thousands) => [
    { decimal: ',', thousands } as const,
    { decimal: '.', thousands } as const,
  ]),
];

const escaped = (mark: string): string => (mark === '.' ? '\\.' : mark);

const patterns = numberStyles.map(({ decimal, thousands }) => {
  const grouped = thousands === '' ? '' : `|[1-9]\\d{0,2}(${escaped(thousands)}\\d{3})+`;
  return new RegExp(`^[+-]?((\\d+${grouped})(${escaped(decimal)}\\d*)?|${escaped(decimal)}\\d+)([eE][+-]?\\d{1,2})?$`);
});

/** The styles in which the values are numbers, but for some mistakes. */
export const stylesOf = (values: readonly string[]): NumberStyle[] =>
  readingsOf(values, numberStyles, (style, value) => patterns[numberStyles.indexOf(style)]!.test(value.trim()));

/** A value written in a style. */
export const parseNumber = (value: string, { decimal, thousands }: NumberStyle): number =>
  Number((thousands === '' ? value : value.replaceAll(thousands, '')).replace(decimal, '.'));

/** The style that reads most columns of numbers, and another one that reads as many but gives other numbers; null where none does. */
export interface FoundStyle {
  readonly style: NumberStyle;
  readonly rival: NumberStyle | null;
  /** A value that tells the two apart. */
  readonly example: string;
}

/** Finds the one style of a file from its columns, each with the styles that fit it. */
export function findStyle(
  columns: readonly { readonly styles: readonly NumberStyle[]; readonly values: readonly string[] }[],
): FoundStyle {
  const numeric = columns.filter(({ styles }) => styles.length > 0);
  const reads = (style: NumberStyle): number => numeric.filter(({ styles }) => styles.includes(style)).length;
  const most = Math.max(...numberStyles.map(reads));
  const [style, ...others] = numberStyles.filter((one) => reads(one) === most);
  for (const { styles, values } of numeric) {
    for (const rival of others.filter((other) => styles.includes(other) && styles.includes(style!))) {
      const example = values.find((value) => {
        const [one, other] = [parseNumber(value, style!), parseNumber(value, rival)];
        return one !== other && !Number.isNaN(one) && !Number.isNaN(other);
      });
      if (example !== undefined) return { style: style!, rival, example };
    }
  }
  return { style: style!, rival: null, example: '' };
}
