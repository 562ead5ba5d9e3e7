import { featureParts } from '../feature.ts';
import { features } from './words.ts';

/** What speaks for somebody, in words: `Acquisition source: friend`, `Age: above the mean`. */
export function lookalikeReason(predictor: string, isAbove: boolean): string {
  const { column, value, kind, isAttribute } = featureParts(predictor);
  const word = !isAttribute && Object.hasOwn(features, column) ? features[column]! : column.replaceAll('_', ' ');
  if (kind !== 'level') return `${word}${value === null ? '' : ` ${value}`}: ${isAbove ? 'above' : 'below'} the mean`;
  return `${word}: ${isAbove ? '' : 'not '}${value ?? ''}`;
}
