import type { basketTerms as english } from '../en/basket-terms.ts';
import type { Messages } from '../en/index.ts';

/** What the words of the section on what goes together mean. */
export const basketTerms: Pick<Messages['terms'], keyof typeof english> = {
  confidence: {
    term: 'Confianza',
    meaning:
      'De los pedidos (o clientes) con los artículos de la izquierda, la proporción que tiene también el de la derecha.',
  },
  false_discovery: {
    term: 'p ajustada',
    meaning:
      'La probabilidad de una regla así solo por azar, ajustada por todas las reglas posibles (Benjamini y Hochberg). De las que tienen 0,05 o menos, como mucho una de cada veinte se debe al azar.',
  },
  yules_q: {
    term: 'Q de Yule',
    meaning: 'Cómo van juntos dos artículos: de −1, nunca, pasando por 0, como por azar, a 1, nunca uno sin el otro.',
  },
};
