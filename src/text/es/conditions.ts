import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';

/** Rules of a classification tree: conditions on features, in words. */
export const conditions = (f: Format): Messages['conditions'] => ({
  everyone: 'todos',
  valued: (feature, value) => `${feature} ${value}`,
  unknown: (feature) => `${feature}: sin dato`,
  known: (feature) => `${feature}: con dato`,
  orUnknown: (condition) => `${condition} o sin dato`,
  between: (least, most) => `de ${least} a ${most}`,
  above: (value) => `más de ${value}`,
  atMost: (value) => `como máximo ${value}`,
  fromToBelow: (low, high) => `desde ${low} hasta menos de ${high}`,
  atLeast: (value) => `al menos ${value}`,
  below: (value) => `menos de ${value}`,
  within: (feature, range) => `${feature}: ${range}`,
  shareWithin: (feature, range) => `${feature}: ${range}`,
  oneOf: (feature, levels) => `${feature}: ${f.either(levels)}`,
  noneOf: (feature, levels) => `${feature}: no ${f.either(levels)}`,
  rule: (conditions, purity, digits, rows, label) =>
    `${conditions}; el ${f.share(purity, digits)} de ${f.whole(rows)} corresponde a ${label}`,
  all: (conditions) => conditions.join('; '),
});
