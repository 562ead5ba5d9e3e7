import type { Format } from '../format.ts';
import { nouns } from './words.ts';

/** Why a stored model was used again, or was not. `psi`: the population stability index of the feature that has moved most. */
export type Cause =
  | { readonly code: 'young' | 'old'; readonly days: number }
  | {
      readonly code: 'steady' | 'drifted';
      readonly feature: string;
      readonly psi: number;
      readonly limit: number;
    }
  | { readonly code: 'within' | 'beyond'; readonly share: number; readonly limit: number }
  | { readonly code: 'gone'; readonly column: string }
  | {
      readonly code: 'always' | 'version' | 'unfitted' | 'options' | 'erased' | 'segments' | 'nothing';
    };

/** Since when the model of a release is in use, and why it was used again or fitted anew. */
export interface Upkeep {
  /** The day on which it was fitted. */
  readonly on: string;
  /** The last day that it learnt from. */
  readonly asOf: string;
  readonly isReused: boolean;
  /** Empty: there was none before. */
  readonly why: readonly Cause[];
}

/** What a model that was used again keeps of the day of its fit: all that is told of it, or its parameters alone. */
export type Kept = 'figures' | 'parameters';

/** Since when models are in use. */
export const upkeep = (f: Format) => ({
  /** A clause. `label`: what a feature is called. */
  cause: (cause: Cause, label: (feature: string) => string): string => {
    switch (cause.code) {
      case 'young':
        return `it is ${f.count(cause.days, nouns.day)} old`;
      case 'old':
        return `the one before was ${f.count(cause.days, nouns.day)} old`;
      case 'steady':
        return `drift is small (population stability index at most ${f.fixed(cause.psi, 2)}, of ${label(cause.feature)}; limit ${f.number(cause.limit, 6)})`;
      case 'drifted':
        return `${label(cause.feature)} has drifted (population stability index ${f.fixed(cause.psi, 2)}; limit ${f.number(cause.limit, 6)})`;
      case 'within':
        return `${f.share(cause.share, 1)} of the customers lie beyond the segments (limit ${f.share(cause.limit, 1)})`;
      case 'beyond':
        return `${f.share(cause.share, 1)} of the customers lay beyond the segments of before (limit ${f.share(cause.limit, 1)})`;
      case 'gone':
        return `${label(cause.column)} is there no more`;
      case 'always':
        return 'refit is always';
      case 'version':
        return 'the one before was stored by another version of bezero';
      case 'unfitted':
        return 'it could not be fitted before';
      case 'options':
        return 'options have changed';
      case 'erased':
        return 'people were erased since';
      case 'segments':
        return 'the segments are others';
      case 'nothing':
        return 'there is nothing that the one before could be held against';
    }
  },
  /** What models are fitted to besides features. */
  inputs: {
    class: 'the class',
    goods: 'the goods bought',
    purchase_span_days: 'Days from the first purchase to the last',
    money_per_order: 'Money spent per order',
  },
  usedAgain: ({ on, asOf }: Upkeep, causes: string, kept: Kept): string =>
    `This model was fitted on ${f.day(on)}, with what was known up to ${f.day(asOf)}, and was used again: ${causes}. ` +
    (kept === 'figures'
      ? 'Its figures are of that day; who is scored tonight is scored by it.'
      : 'Its parameters are of that day; values and totals are new.'),
  fittedAnew: (causes: string): string => `This model was fitted anew for this release: ${causes}.`,
});
