import type { Format } from '../format.ts';
import { figure, phrase, type Phrase } from '../phrase.ts';
import { nouns } from './words.ts';

/** The audiences of the pipeline. */
export const audiences = (f: Format) => ({
  title: 'Audiences',
  sentence: (count: number): Phrase =>
    phrase`The pipeline names ${figure(f.count(count, nouns.audience))}: whoever a condition holds for tonight, and whom somebody put in by hand.`,
  audience: 'Audience',
  people: 'People',
  included: 'Put in by hand',
  excluded: 'Kept out by hand',
  /** How somebody came to be in one: the words of `segments.audience_member`. */
  how: { condition: 'by its condition', included: 'put in by hand' } as Readonly<Record<string, string>>,
});
