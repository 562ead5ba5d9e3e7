import type { basketTerms as english } from '../en/basket-terms.ts';
import type { Messages } from '../en/index.ts';

/** What the words of the section on what goes together mean. */
export const basketTerms: Pick<Messages['terms'], keyof typeof english> = {
  confidence: {
    term: 'Konfiantza',
    meaning: 'Ezkerreko produktuak dituzten eskaeren (edo bezeroen) artean, eskuineko produktua ere badutenen kuota.',
  },
  false_discovery: {
    term: 'p doitua',
    meaning:
      'Halako arau bat zori hutsez agertzeko probabilitatea, egon litezkeen arau guztien arabera doitua (Benjamini eta Hochberg). 0,05 edo gutxiagokoen artean, gehienez hogeitik bat da zoriarena.',
  },
  yules_q: {
    term: 'Yuleren Q',
    meaning: 'Bi produktu nola doazen elkarrekin: −1, inoiz ez; 0, zoriz bezala; 1, inoiz ez bata bestea gabe.',
  },
};
