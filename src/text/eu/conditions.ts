import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';

/** Rules of a classification tree: conditions on features, in words. */
export const conditions = (f: Format): Messages['conditions'] => ({
  everyone: 'guztiak',
  valued: (feature, value) => `${feature} (${value})`,
  unknown: (feature) => `${feature}: ezezaguna`,
  known: (feature) => `${feature}: ezaguna`,
  orUnknown: (condition) => `${condition}, edo ezezaguna`,
  between: (least, most) => `${least} eta ${most} artean`,
  above: (value) => `${value} baino gehiago`,
  atMost: (value) => `gehienez ${value}`,
  fromToBelow: (low, high) => `gutxienez ${low} eta ${high} baino gutxiago`,
  atLeast: (value) => `gutxienez ${value}`,
  below: (value) => `${value} baino gutxiago`,
  within: (feature, range) => `${feature}: ${range}`,
  shareWithin: (feature, range) => `${feature}: ${range}`,
  oneOf: (feature, levels) => `${feature}: ${f.either(levels)}`,
  noneOf: (feature, levels) => `${feature}: edozein, ${f.list(levels)} izan ezik`,
  rule: (conditions, purity, digits, rows, label) =>
    `${conditions} → ${label}: ${f.share(purity, digits)} (guztira ${f.whole(rows)})`,
  all: (conditions) => conditions.join('; '),
});
