import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';
import { nouns } from './words.ts';

/** Desde cuándo se usan los modelos. */
export const upkeep = (f: Format): Messages['upkeep'] => ({
  cause: (cause, label) => {
    switch (cause.code) {
      case 'young':
        return `tiene ${f.count(cause.days, nouns.day)}`;
      case 'old':
        return `el anterior tenía ${f.count(cause.days, nouns.day)}`;
      case 'steady':
        return `la deriva es pequeña (índice de estabilidad poblacional: ${f.fixed(cause.psi, 2)} como máximo, de ${label(cause.feature)}; límite: ${f.number(cause.limit, 6)})`;
      case 'drifted':
        return `deriva de ${label(cause.feature)} (índice de estabilidad poblacional: ${f.fixed(cause.psi, 2)}; límite: ${f.number(cause.limit, 6)})`;
      case 'within':
        return `fuera de los segmentos queda el ${f.share(cause.share, 1)} de los clientes (límite: ${f.share(cause.limit, 1)})`;
      case 'beyond':
        return `fuera de los segmentos anteriores quedaba el ${f.share(cause.share, 1)} de los clientes (límite: ${f.share(cause.limit, 1)})`;
      case 'gone':
        return `ya no existe ${label(cause.column)}`;
      case 'always':
        return 'así lo pide el pipeline (refit: always)';
      case 'version':
        return 'el anterior lo guardó otra versión de bezero';
      case 'unfitted':
        return 'antes no se pudo ajustar';
      case 'options':
        return 'las opciones son otras';
      case 'erased':
        return 'desde entonces se han borrado personas';
      case 'segments':
        return 'los segmentos son otros';
      case 'nothing':
        return 'no hay nada con que contrastar el anterior';
    }
  },
  inputs: {
    class: 'la clase',
    goods: 'los artículos comprados',
    purchase_span_days: 'Días entre la primera y la última compra',
    money_per_order: 'Gasto por pedido',
  },
  usedAgain: ({ on, asOf }, causes, kept) =>
    `Este modelo se ajustó el ${f.day(on)}, con los datos hasta el ${f.day(asOf)}, y se ha vuelto a usar: ${causes}. ` +
    (kept === 'figures'
      ? 'Sus cifras son de ese día; con él se puntúa a los clientes de esta noche.'
      : 'Sus parámetros son de ese día; los valores y totales son nuevos.'),
  fittedAnew: (causes) => `Este modelo se ha ajustado de nuevo para esta publicación: ${causes}.`,
});
