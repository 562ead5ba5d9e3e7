import type { Format } from '../format.ts';
import type { Messages } from '../en/index.ts';

/** Rules of a classification tree: conditions on features, in words. */
export const conditions = (f: Format): Messages['conditions'] => ({
  everyone: 'כולם',
  valued: (feature, value) => `${feature} ${value}`,
  unknown: (feature) => `${feature}: לא ידוע`,
  known: (feature) => `${feature}: ידוע`,
  orUnknown: (condition) => `${condition} או לא ידוע`,
  between: (least, most) => `${least} עד ${most}`,
  above: (value) => `יותר מ-${value}`,
  atMost: (value) => `לכל היותר ${value}`,
  fromToBelow: (low, high) => `מ-${low} עד פחות מ-${high}`,
  atLeast: (value) => `לפחות ${value}`,
  below: (value) => `פחות מ-${value}`,
  within: (feature, range) => `${feature}: ${range}`,
  shareWithin: (feature, range) => `${feature}: ${range}`,
  oneOf: (feature, levels) => `${feature}: ${f.either(levels)}`,
  noneOf: (feature, levels) => `${feature}: לא ${f.either(levels)}`,
  rule: (conditions, purity, digits, rows, label) =>
    `${conditions} – ${f.share(purity, digits)} מתוך ${f.whole(rows)} הם ${label}`,
  all: (conditions) => conditions.join('; '),
});
