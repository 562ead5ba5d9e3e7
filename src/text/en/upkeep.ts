import type { Format } from '../format.ts';
import { figure, named, phrase, type Phrase } from '../phrase.ts';
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

/** What models that may be used again are called. */
const models = {
  kmeans: 'Segments (k-means)',
  discriminant: 'Discriminant analysis',
  tree: 'Classification tree',
  clv: 'Lifetime value',
  basket: 'What is bought together',
} as const;

/** Which figures of a model that was used again are old. */
const ofThatDay = {
  kmeans:
    'How many segments there are, how that was chosen and how clearly they are apart are of that day; who is in which segment, and all figures of the segments, are of tonight.',
  discriminant:
    'What tells the segments apart, and how often that is right, is of that day; the segment foretold of each customer is of tonight.',
  tree: 'The rules, how many customers each is made of and how often they are right are of that day; the segment foretold of each customer is of tonight.',
  clv: 'Its parameters are of that day; values and totals are of tonight.',
  basket:
    'Which goods are bought together, and all figures about that, are of that day; what was bought since is not counted.',
} as const;

/** A model that may be used again. */
export type UpkeptModel = keyof typeof models;

/** Since when models are in use. */
export const upkeep = (f: Format) => ({
  /** A clause. `label`: what a feature is called. */
  cause: (cause: Cause, label: (feature: string) => string): Phrase => {
    switch (cause.code) {
      case 'young':
        return phrase`it is ${f.count(cause.days, nouns.day)} old`;
      case 'old':
        return phrase`the one before was ${f.count(cause.days, nouns.day)} old`;
      case 'steady':
        return phrase`drift is small (population stability index at most ${f.fixed(cause.psi, 2)}, of ${named(label(cause.feature))}; limit ${f.number(cause.limit, 6)})`;
      case 'drifted':
        return phrase`${named(label(cause.feature))} has drifted (population stability index ${f.fixed(cause.psi, 2)}; limit ${f.number(cause.limit, 6)})`;
      case 'within':
        return phrase`${f.share(cause.share, 1)} of the customers lie beyond the segments (limit ${f.share(cause.limit, 1)})`;
      case 'beyond':
        return phrase`${f.share(cause.share, 1)} of the customers lay beyond the segments of before (limit ${f.share(cause.limit, 1)})`;
      case 'gone':
        return phrase`${named(label(cause.column))} is there no more`;
      case 'always':
        return phrase`refit is always`;
      case 'version':
        return phrase`the one before was stored by another version of bezero`;
      case 'unfitted':
        return phrase`it could not be fitted before`;
      case 'options':
        return phrase`options have changed`;
      case 'erased':
        return phrase`people were erased since`;
      case 'segments':
        return phrase`the segments are others`;
      case 'nothing':
        return phrase`there is nothing that the one before could be held against`;
    }
  },
  /** What models are fitted to besides features. */
  inputs: {
    class: 'the class',
    goods: 'the goods bought',
    purchase_span_days: 'Days from the first purchase to the last',
    money_per_order: 'Money spent per order',
  },
  usedAgain: (model: UpkeptModel, { on, asOf }: Upkeep, causes: Phrase): Phrase =>
    phrase`${models[model]}: the model was fitted on ${figure(f.day(on))} with what was known up to ${f.day(asOf)}, and was used again: ${causes}. ${ofThatDay[model]}`,
  fittedAnew: (model: UpkeptModel, causes: Phrase): Phrase =>
    phrase`${models[model]}: the model was fitted anew for this release: ${causes}.`,
});
