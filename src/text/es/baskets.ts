import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';
import { figure, named, phrase } from '../phrase.ts';
import { probability } from './discriminant.ts';
import { nouns } from './words.ts';

const noun = { basket: nouns.order, customer: nouns.customer } as const;

/** What goes together. */
export const baskets = (f: Format): Messages['baskets'] => ({
  none: phrase`No se busca qué artículos se compran juntos: el pipeline no tiene ningún paso basket.`,
  nobody: phrase`No se ha comprado ningún artículo del que se sepa cuál es.`,
  finding: (level, count, told, best) =>
    best === null
      ? phrase`En ${figure(f.count(count, noun[level]))}, ningún artículo se compra con otro más a menudo de lo que daría el azar.`
      : phrase`En ${figure(f.count(count, noun[level]))}, ${figure(f.whole(told))} conjuntos de artículos se compran juntos más a menudo de lo que daría el azar. Donde hay ${named(best.left_names)}, el ${figure(f.share(best.confidence))} incluye también ${named(best.right_name)}: ${figure(f.number(best.lift, 1))} veces lo que en el total.`,
  leftOut: (level, count, maxItems) =>
    phrase`${f.plural(count, { one: 'Se deja fuera', other: 'Se dejan fuera' })} ${figure(f.count(count, noun[level]))} con más de ${f.whole(maxItems)} artículos distintos.`,
  stopped: (size) =>
    phrase`No se cuentan los conjuntos de ${f.whole(size)} artículos o más: hay demasiados. Con un soporte más alto se contarían.`,
  rules: 'Qué se compra junto',
  rulesSentence: (shown, told) =>
    phrase`${shown < told ? phrase`Las ${f.whole(shown)} reglas más fuertes de ${figure(f.whole(told))}` : phrase`Todas las reglas (${figure(f.whole(told))})`}, según cuántas veces más a menudo que en el total aparece el artículo de la derecha.`,
  test: phrase`Una regla se muestra si se cumple mejor que cada una más corta, según la prueba exacta de Fisher; para que como mucho una de cada veinte se deba al azar, su p se ajusta por todas las reglas posibles. Los pedidos grandes llevan más de todo: la prueba lo tiene en cuenta. De las reglas entre los mismos artículos se muestra la más segura.`,
  rule: (left, right) => `${left} → ${right}`,
  left: 'Quien compra',
  right: 'también compra',
  together: (level) => (level === 'basket' ? 'Pedidos con todos' : 'Clientes con todos'),
  confidence: 'Confianza',
  lift: 'Lift',
  p: 'p ajustada',
  pValue: (p) => probability(f, p),
  groups: 'Grupos de artículos',
  groupsSentence: (shown, found) =>
    phrase`${shown < found ? phrase`Los ${f.whole(shown)} mayores de ${figure(f.whole(found))} grupos` : phrase`Grupos en total: ${figure(f.whole(found))}`}. Artículos que suelen ir juntos en un pedido: dos cualesquiera de un grupo tienen, de media, una Q de Yule de ${f.number(0.75, 2)} o más.`,
  group: 'Grupo',
  goods: 'Artículos',
  otherGoods: (count) => `${f.whole(count)} más`,
  substitutes: 'Uno u otro',
  noSubstitutes: phrase`No hay dos artículos de una misma categoría que compren los mismos clientes, pero en un mismo pedido menos a menudo de lo que daría el azar.`,
  substitutesSentence: phrase`Artículos de una misma categoría que los mismos clientes compran más a menudo de lo que daría el azar, pero en un mismo pedido menos a menudo: uno sustituye al otro.`,
  good: 'Artículo',
  otherGood: 'Otro artículo',
  orderQ: 'Q, pedidos',
  customerQ: 'Q, clientes',
  preferences: 'Quién compra de qué categoría',
  preferencesSentence: (segment, category, share, base) =>
    phrase`La proporción de clientes de cada segmento que ha comprado de una categoría, como índice frente al total. De ${named(segment)}, el ${figure(f.share(share))} compra de ${named(category)}; del total, el ${figure(f.share(base))}.`,
  category: 'Categoría',
  otherCategory: 'Otra categoría',
  everyone: 'Todos',
  affinities: 'Qué más compran',
  affinitiesSentence: (category, other, lift) =>
    phrase`Los clientes que compran de ${named(category)} compran de ${named(other)} ${figure(f.number(lift, 1))} veces lo que el total.`,
  customers: 'Clientes de ambas',
  affinityShare: 'De ellos, también la otra',
});
