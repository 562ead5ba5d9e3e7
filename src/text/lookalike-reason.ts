import { featureParts } from './feature.ts';
import type { Messages } from './messages.ts';

/** What speaks for somebody, in words: `Acquisition source: friend`, `Age: above the mean`. */
export function lookalikeReason({ features, lookalikes }: Messages, predictor: string, isAbove: boolean): string {
  const { column, value, kind, isAttribute } = featureParts(predictor);
  const word = !isAttribute && Object.hasOwn(features, column) ? features[column]! : column.replaceAll('_', ' ');
  if (kind === 'level') return `${word}: ${isAbove ? (value ?? '') : lookalikes.not(value ?? '')}`;
  return `${word}${value === null ? '' : ` ${value}`}: ${isAbove ? lookalikes.above : lookalikes.below}`;
}
