import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';
import { figure, named, phrase } from '../phrase.ts';
import { nouns } from './words.ts';

/** What customers say. */
export const opinions = (f: Format): Messages['opinions'] => ({
  none: phrase`Nadie ha dicho nada que tenga puntuación: ningún contacto la trae y ningún texto está en un idioma cuyas palabras se conozcan.`,
  finding: (opinions, good, bad, people, complaints) =>
    phrase`De ${figure(f.count(opinions, nouns.opinion))}, el ${figure(f.share(good))} son buenas y el ${figure(f.share(bad))}, malas; las demás no son ni lo uno ni lo otro. ${
      complaints === 0
        ? 'Ninguna queja espera respuesta.'
        : phrase`${complaints === 1 ? 'Espera' : 'Esperan'} respuesta ${figure(f.count(complaints, nouns.complaint))} de ${f.count(people, nouns.person)}: primero, llamar; después, vender.`
    }`,
  bySegment: 'Qué contento está cada segmento',
  bySegmentSentence: (segment, bad) =>
    phrase`El menos contento es ${named(segment)}: el ${figure(f.share(bad))} de lo que dice es malo.`,
  bySegmentAlike: phrase`Ningún segmento está más o menos contento que el conjunto más de lo que haría el azar, según diez personas o más de cada uno (Benjamini–Hochberg, 5 %).`,
  byProduct: 'Qué se alaba y qué se critica',
  byProductSentence: (products) =>
    phrase`De los productos de los que hablan diez personas o más, ${figure(f.whole(products))} se apartan del conjunto más de lo que haría el azar, con una tasa de falsos descubrimientos del 5 % (Benjamini–Hochberg); primero, los más criticados. Lo que una persona repite cuenta como dicho una vez. Cada opinión cuenta para lo último que se compró, como mucho 60 días antes.`,
  byProductAlike: phrase`Nada se critica ni se alaba más de lo que haría el azar: entre los productos de los que hablan diez personas o más, ninguno con una tasa de falsos descubrimientos del 5 % (Benjamini–Hochberg).`,
  byChannel: 'Por canal',
  how: (byWords) =>
    byWords === 0
      ? phrase`Puntuaciones de -1 a 1, tal como venían con los contactos; más allá de un tercio hacia cada lado son buenas o malas.`
      : phrase`Puntuaciones de -1 a 1, tal como venían con los contactos; ${figure(f.whole(byWords))} salen de las palabras de textos en inglés. Más allá de un tercio hacia cada lado son buenas o malas.`,
  segment: 'Segmento',
  product: 'Producto',
  category: 'Categoría',
  channel: 'Canal',
  opinions: 'Opiniones',
  mean: 'Puntuación media',
  bad: 'Malas',
  good: 'Buenas',
});

/** The words of this part. */
export const opinionTerms = {
  opinion: {
    term: 'Opinión',
    meaning:
      'Puntuación de lo que ha dicho un cliente, de -1, muy malo, a 1, muy bueno: la que traía el contacto o la media de las palabras inglesas de su texto que conoce el léxico AFINN (Nielsen 2011). Los textos sin puntuación en otros idiomas no tienen ninguna.',
  },
};
