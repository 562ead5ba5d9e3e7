import { featureParts } from '../../text/feature.ts';
import type { Format } from '../../text/format.ts';

/** Four digits, all of a whole part. */
const digits = (value: number): number =>
  Math.abs(value) >= 1000 || Number.isInteger(value)
    ? 0
    : Math.max(0, 3 - Math.floor(Math.log10(Math.abs(value) || 1)));

/** Writes the values of a feature: columns of a file have no unit, levels and parts of a whole are shares. */
export const writerOf = (f: Format, feature: string): ((value: number) => string) =>
  featureParts(feature).kind === 'column' ? fourDigits(f) : (value) => f.share(value, 1);

/** Writes the values of columns that have no unit. */
export const fourDigits =
  (f: Format) =>
  (value: number): string =>
    value !== 0 && Math.abs(value) < 1e-4 ? f.significant(value) : f.fixed(value, Math.min(digits(value), 6));
