import type { Format } from '../format.ts';

/** Rules of a classification tree: conditions on features, in words. */
export const conditions = (f: Format) => ({
  everyone: 'everyone',
  /** A feature of one category or channel: `spent on Toys`. */
  valued: (feature: string, value: string): string => `${feature} ${value}`,
  unknown: (feature: string): string => `${feature} unknown`,
  known: (feature: string): string => `${feature} known`,
  orUnknown: (condition: string): string => `${condition} or unknown`,
  /** Bounds of whole numbers; both ends hold. */
  between: (least: string, most: string): string => `${least} to ${most}`,
  above: (value: string): string => `above ${value}`,
  atMost: (value: string): string => `at most ${value}`,
  /** Bounds of others; the upper one does not hold. */
  fromToBelow: (low: string, high: string): string => `from ${low} to below ${high}`,
  atLeast: (value: string): string => `at least ${value}`,
  below: (value: string): string => `below ${value}`,
  /** `orders at most 2` */
  within: (feature: string, range: string): string => `${feature} ${range}`,
  /** `at least 12.5% spent on Toys` */
  shareWithin: (feature: string, range: string): string => `${range} ${feature}`,
  /** `gender female or male`, `gender not female` */
  oneOf: (feature: string, levels: readonly string[]): string => `${feature} ${f.either(levels)}`,
  noneOf: (feature: string, levels: readonly string[]): string => `${feature} not ${f.either(levels)}`,
  /** `orders at most 2: 82% of 140 are Lapsed` */
  rule: (conditions: string, purity: number, digits: number, rows: number, label: string): string =>
    `${conditions}: ${f.share(purity, digits)} of ${f.whole(rows)} are ${label}`,
  all: (conditions: readonly string[]): string => f.list(conditions),
});
