import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';
import { figure, phrase } from '../phrase.ts';
import { nouns } from './words.ts';

/** The audiences of the pipeline. */
export const audiences = (f: Format): Messages['audiences'] => ({
  title: 'Audientziak',
  sentence: (count) =>
    phrase`Pipelineak ${figure(f.count(count, nouns.audience))} zehazten ditu: exekuzio honetan baldintza betetzen dutenak eta norbaitek eskuz sartu dituenak.`,
  audience: 'Audientzia',
  people: 'Pertsonak',
  included: 'Eskuz sartuak',
  excluded: 'Eskuz kanpoan utziak',
  how: { condition: 'baldintzaren arabera', included: 'eskuz sartua' },
});
