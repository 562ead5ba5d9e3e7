import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';
import { figure, phrase } from '../phrase.ts';
import { nouns } from './words.ts';

/** The audiences of the pipeline. */
export const audiences = (f: Format): Messages['audiences'] => ({
  title: 'Audiencias',
  sentence: (count) =>
    phrase`El pipeline define ${figure(f.count(count, nouns.audience))}: quienes cumplen hoy una condición y quienes alguien ha añadido a mano.`,
  audience: 'Audiencia',
  people: 'Personas',
  included: 'Añadidos a mano',
  excluded: 'Excluidos a mano',
  how: { condition: 'por su condición', included: 'a mano' },
});
