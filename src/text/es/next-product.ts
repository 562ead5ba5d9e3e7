import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';
import { points } from '../en/next-product.ts';
import { figure, named, phrase } from '../phrase.ts';
import { nouns } from './words.ts';

/** Of 100 customers. */
const ofHundred = (f: Format, share: number) => figure(f.whole(100 * share));

/** What customers buy next, and what to offer. */
export const nextProduct = (f: Format): Messages['nextProduct'] => ({
  none: phrase`No se pronostica qué comprarán los clientes: el pipeline no tiene el paso next_product.`,
  noPurchases: phrase`No se pronostica qué comprarán los clientes: ningún cliente ha comprado un producto conocido.`,
  fewCustomers: (customers, least) =>
    phrase`No se pronostica qué comprarán los clientes: para medirlo, al menos ${f.whole(least)} que ya habían comprado tienen que haber vuelto a comprar en los últimos días; lo ${f.plural(customers, { one: 'hizo', other: 'hicieron' })} ${f.whole(customers)}.`,
  fewProducts: (products, least) =>
    phrase`No se pronostica qué comprarán los clientes: para elegir hacen falta al menos ${f.whole(least)} productos a la venta; había ${f.whole(products)}.`,
  finding: (hit, best, own) =>
    phrase`De cada 100 clientes que volvieron a comprar, ${ofHundred(f, hit)} compraron uno de los cinco productos pronosticados; con la lista de los más vendidos, ${ofHundred(f, best)}; con lo que más veces habían comprado, ${ofHundred(f, own)}.`,
  notBetter: (hit, best, own) =>
    phrase`No se pronostica ningún producto, porque los productos que van juntos no aciertan más que las listas sencillas. De cada 100 clientes que volvieron a comprar, ${ofHundred(f, best)} compraron uno de los cinco más vendidos; ${ofHundred(f, own)}, uno de los cinco que más veces habían comprado; y ${ofHundred(f, hit)}, uno de los cinco de la mejor regla.`,
  measured: (since, until, customers, products) =>
    phrase`Medido en los días posteriores al ${f.day(since)}, hasta el ${f.day(until)}, según lo comprado antes: ${f.plural(customers, { one: 'volvió', other: 'volvieron' })} a comprar ${figure(f.count(customers, nouns.customer))}, con ${f.whole(products)} productos a la venta.`,
  used: {
    share: phrase`La regla en uso es la proporción de compradores: cuántos de los que compraron lo que tiene el cliente compraron también el otro producto.`,
    cosine: phrase`La regla en uso es el coseno: cuánto se parecen los compradores de dos productos; las compras recientes cuentan más.`,
    lift: phrase`La regla en uso es el lift: cuánto más a menudo de lo que daría el azar tienen dos productos los mismos compradores.`,
  },
  why: (best, own) =>
    phrase`Se usa porque acierta más que las listas sencillas, en más de un error típico: ${points(f, best)} clientes más de cada 100 que los más vendidos, ${points(f, own)} más que lo que más veces se compró.`,
  leftOut: (days) =>
    phrase`A nadie se le ofrece lo que devolvió, lo que nadie ha comprado en ${f.whole(days)} días ni lo que ya tiene y solo se compra una vez.`,
  effect: phrase`Se pronostica lo que se compra con oferta o sin ella. Lo que añade una oferta solo lo muestran los clientes que no la reciben.`,
  found: 'Con qué acierto se pronosticó',
  way: 'Pronóstico por',
  ways: {
    share: 'Proporción de compradores',
    cosine: 'Coseno',
    lift: 'Lift',
    'best sellers': 'Los más vendidos',
    'own purchases': 'Lo más comprado por el cliente',
  },
  hit: (length) => `Compraron uno de ${f.whole(length)}`,
  error: 'Error típico',
  precision: (length) => `MAP de ${f.whole(length)}`,
  coverage: (length) => `Cobertura de ${f.whole(length)}`,
  segments: 'Con qué acierto, por segmento',
  segmentsSentence: (of) =>
    of === 'then'
      ? phrase`Proporción de clientes que compraron uno de cinco productos, según el segmento en el que estaban antes de esos días.`
      : phrase`Proporción de clientes que compraron uno de cinco productos, según el segmento en el que están ahora, que depende también de lo que compraron en esos días.`,
  isOffered: 'Se ofrece',
  yes: 'sí',
  no: 'no',
  bySegment: (names, count) =>
    count === 0
      ? phrase`La regla se usa en todos los segmentos: en ninguno acierta menos que las listas sencillas, hasta donde puede saberse.`
      : phrase`A nadie se le ofrece un artículo en ${named(names)}: allí la regla no acierta más que una lista sencilla. Lo que muestran pocos clientes de un segmento se acerca al conjunto, y un segmento con menos de ${f.whole(30)} sigue al conjunto.`,
  segment: 'Segmento',
  noSegment: 'Sin segmento',
  customers: 'Clientes',
  offers: 'Qué ofrecer, por segmento',
  offersSentence: phrase`De cada segmento, los tres productos que se ofrecen en primer lugar a más clientes, con el motivo más frecuente. El producto y el motivo de cada cliente están en las columnas next_product y next_product_reason de los archivos CSV; sus cinco productos, en la tabla scores.next_product.`,
  product: 'Producto',
  reason: 'Motivo más frecuente',
  reasons: {
    together: (share, product) => `lo compró el ${f.share(share)} de quienes compraron ${product}`,
    again: (share) => `lo volvió a comprar el ${f.share(share)} de quienes lo compraron`,
    popular: 'uno de los más vendidos',
  },
});

/** The words of its tables. */
export const nextProductTerms = {
  hit_at: {
    term: 'Compraron uno de 5 o 10',
    meaning:
      'Tasa de aciertos: proporción de los clientes que volvieron a comprar que compraron al menos uno de los primeros 5 o 10 productos pronosticados.',
  },
  average_precision: {
    term: 'MAP',
    meaning:
      'Precisión media promedio: de cada cliente, la precisión en el puesto de cada producto comprado, sobre los productos que se podían encontrar; media de todos los clientes. 1: todo lo comprado se pronostica en primer lugar.',
  },
  list_coverage: {
    term: 'Cobertura',
    meaning: 'De los productos a la venta, la proporción que se pronostica a alguien.',
  },
};
