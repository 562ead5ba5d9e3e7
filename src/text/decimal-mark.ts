/** What stands between the whole and the decimals of a number in a locale (`es-ES`); a point where it is neither point nor comma, and without a locale. */
export function decimalMarkOf(locale: string | undefined): '.' | ',' {
  const parts = new Intl.NumberFormat(locale ?? 'en').formatToParts(1.5);
  return parts.find(({ type }) => type === 'decimal')?.value === ',' ? ',' : '.';
}

/** A BCP 47 tag of a locale that figures can be written in: `es-ES`, `eu`. */
export function isLocale(tag: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(tag).length === 1;
  } catch {
    return false;
  }
}
